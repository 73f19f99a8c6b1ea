DROP TRIGGER savings_decisions_by_another;

CREATE TABLE savings_proposals_new (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_proposals" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "entry" INTEGER NULL,
    "dr" INTEGER NOT NULL,
    "cr" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "maker" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    CONSTRAINT "CK_savings_proposals_kind" CHECK (kind IN ('Handover', 'OpeningCash', 'Shortage', 'Surplus', 'Reversal', 'Loan', 'Grant', 'ShareOut') AND (kind = 'Reversal') = (entry IS NOT NULL)),
    CONSTRAINT "CK_savings_proposals_maker" CHECK (maker <> '' AND (kind NOT IN ('Shortage', 'Surplus', 'Reversal') OR reason <> '')),
    CONSTRAINT "CK_savings_proposals_money" CHECK (typeof(amount) = 'integer' AND (kind = 'Reversal' OR (dr <> cr AND amount BETWEEN 1 AND 1000000000000)))
);

INSERT INTO savings_proposals_new (id, kind, entry, dr, cr, amount, reason, maker, made_at)
SELECT id, kind, entry, dr, cr, amount, reason, maker, made_at FROM savings_proposals;

DROP TABLE savings_proposals;

ALTER TABLE savings_proposals_new RENAME TO savings_proposals;

CREATE TRIGGER savings_proposals_once BEFORE INSERT ON savings_proposals
WHEN EXISTS (SELECT 1 FROM savings_proposals WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'A proposal is made once.'); END;

CREATE TRIGGER savings_proposals_no_change BEFORE UPDATE ON savings_proposals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_proposals_no_removal BEFORE DELETE ON savings_proposals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_decisions_by_another BEFORE INSERT ON savings_decisions
WHEN EXISTS (SELECT 1 FROM savings_decisions WHERE proposal = NEW.proposal)
OR NOT EXISTS (SELECT 1 FROM savings_proposals p WHERE p.id = NEW.proposal AND (NEW.is_confirmed = 0 OR p.maker <> NEW.decided_by))
BEGIN SELECT RAISE(ABORT, 'A proposal is decided once, and not confirmed by who made it.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127183000_SavingsOfficeOne', '10.0.15');

