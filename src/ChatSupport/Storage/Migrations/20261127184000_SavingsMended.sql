ALTER TABLE "savings_pins" ADD "wrong_at" INTEGER NULL;

ALTER TABLE "savings_meetings" ADD "expected_cents" INTEGER NULL;

ALTER TABLE "savings_meetings" ADD "expected_riel" INTEGER NULL;

ALTER TABLE "savings_approvals" ADD "seal" BLOB NULL;

DROP TRIGGER savings_approvals_no_removal;

DELETE FROM savings_approvals WHERE NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = savings_approvals.hold);

CREATE TRIGGER savings_approvals_no_removal BEFORE DELETE ON savings_approvals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127184000_SavingsMended', '10.0.15');

