ALTER TABLE "savings_pins" ADD "wrong_at" INTEGER NULL;

ALTER TABLE "savings_meetings" ADD "expected_cents" INTEGER NULL;

ALTER TABLE "savings_meetings" ADD "expected_riel" INTEGER NULL;

ALTER TABLE "savings_approvals" ADD "seal" BLOB NULL;

DROP TRIGGER savings_approvals_no_removal;

DELETE FROM savings_approvals WHERE NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = savings_approvals.hold);

CREATE TRIGGER savings_approvals_no_removal BEFORE DELETE ON savings_approvals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

DROP TRIGGER savings_meetings_closer;

CREATE TRIGGER savings_meetings_closer BEFORE UPDATE ON savings_meetings
WHEN NEW.state = 'Closed' AND OLD.state <> 'Closed' AND NEW.closer = OLD.opener
AND date(NEW.closed_at / 1000 + 25200, 'unixepoch') <= date(OLD.day, '+1 day')
AND EXISTS (SELECT 1 FROM savings_leaders WHERE group_id = OLD.group_id AND id <> NEW.closer AND left_at IS NULL AND conversation IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'Where there is another leader, who opened a meeting does not close it, unless it is of before yesterday.'); END;

DROP TRIGGER savings_meetings_final;

CREATE TRIGGER savings_meetings_final BEFORE UPDATE ON savings_meetings
WHEN OLD.state IN ('Closed', 'Cancelled') AND (OLD.state = 'Cancelled' OR OLD.confirmed_by IS NOT NULL OR NEW.state <> OLD.state OR NEW.day <> OLD.day
    OR NEW.closer IS NOT OLD.closer OR NEW.opened_at IS NOT OLD.opened_at OR NEW.closed_at IS NOT OLD.closed_at
    OR NEW.expected_riel IS NOT OLD.expected_riel OR NEW.expected_cents IS NOT OLD.expected_cents)
BEGIN SELECT RAISE(ABORT, 'A meeting that is over stays as it is; an officer looks at it once.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127184000_SavingsMended', '10.0.15');

