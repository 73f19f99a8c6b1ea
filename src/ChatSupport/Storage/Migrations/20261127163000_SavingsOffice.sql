CREATE TABLE "savings_approvals" (
    "hold" INTEGER NOT NULL CONSTRAINT "PK_savings_approvals" PRIMARY KEY,
    "approved_by" TEXT NOT NULL,
    "approved_at" INTEGER NOT NULL,
    CONSTRAINT "CK_savings_approvals_by" CHECK (approved_by <> '')
);

CREATE TABLE "savings_book_checks" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_savings_book_checks" PRIMARY KEY,
    "member" TEXT NOT NULL,
    "at_seq" INTEGER NOT NULL,
    "book_riel" INTEGER NOT NULL,
    "book_cents" INTEGER NOT NULL,
    "ledger_riel" INTEGER NOT NULL,
    "ledger_cents" INTEGER NOT NULL,
    "checked_by" TEXT NOT NULL,
    "seen_by" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "checked_at" INTEGER NOT NULL,
    CONSTRAINT "CK_savings_book_checks_amounts" CHECK (book_riel >= 0 AND book_cents >= 0 AND at_seq >= 0),
    CONSTRAINT "CK_savings_book_checks_by" CHECK (checked_by <> '' AND seen_by IN ('Member', 'Leader', 'Nobody'))
);

CREATE TABLE "savings_decisions" (
    "proposal" TEXT NOT NULL CONSTRAINT "PK_savings_decisions" PRIMARY KEY,
    "is_confirmed" INTEGER NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" INTEGER NOT NULL,
    CONSTRAINT "CK_savings_decisions_by" CHECK (decided_by <> '')
);

CREATE TABLE "savings_float_limits" (
    "leader" TEXT NOT NULL CONSTRAINT "PK_savings_float_limits" PRIMARY KEY,
    "riel" INTEGER NULL,
    "cents" INTEGER NULL,
    "body" BLOB NOT NULL
);

CREATE TABLE "savings_openings" (
    "member" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "keyed_by" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "sheet" TEXT NULL,
    "keyed_at" INTEGER NOT NULL,
    CONSTRAINT "PK_savings_openings" PRIMARY KEY ("member", "currency", "keyed_by"),
    CONSTRAINT "CK_savings_openings_amount" CHECK (typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000)
);

CREATE TABLE "savings_proposals" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_proposals" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "entry" INTEGER NULL,
    "dr" INTEGER NOT NULL,
    "cr" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "maker" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    CONSTRAINT "CK_savings_proposals_kind" CHECK (kind IN ('Handover', 'OpeningCash', 'Shortage', 'Surplus', 'Reversal') AND (kind = 'Reversal') = (entry IS NOT NULL)),
    CONSTRAINT "CK_savings_proposals_maker" CHECK (maker <> '' AND (kind NOT IN ('Shortage', 'Surplus', 'Reversal') OR reason <> '')),
    CONSTRAINT "CK_savings_proposals_money" CHECK (typeof(amount) = 'integer' AND (kind = 'Reversal' OR (dr <> cr AND amount BETWEEN 1 AND 1000000000000)))
);

CREATE INDEX "IX_savings_book_checks_member_number" ON "savings_book_checks" ("member", "number");

CREATE INDEX "IX_savings_openings_sheet" ON "savings_openings" ("sheet");

CREATE TRIGGER savings_approvals_by_another BEFORE INSERT ON savings_approvals
WHEN EXISTS (SELECT 1 FROM savings_approvals WHERE hold = NEW.hold) OR NOT EXISTS (SELECT 1 FROM savings_holds h WHERE h.number = NEW.hold AND h.maker <> NEW.approved_by AND h.expires_at > NEW.approved_at)
BEGIN SELECT RAISE(ABORT, 'A withdrawal is approved once, by somebody who did not ask for it.'); END;

CREATE TRIGGER savings_proposals_once BEFORE INSERT ON savings_proposals
WHEN EXISTS (SELECT 1 FROM savings_proposals WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'A proposal is made once.'); END;

CREATE TRIGGER savings_decisions_by_another BEFORE INSERT ON savings_decisions
WHEN EXISTS (SELECT 1 FROM savings_decisions WHERE proposal = NEW.proposal)
OR NOT EXISTS (SELECT 1 FROM savings_proposals p WHERE p.id = NEW.proposal AND (NEW.is_confirmed = 0 OR p.maker <> NEW.decided_by))
BEGIN SELECT RAISE(ABORT, 'A proposal is decided once, and not confirmed by who made it.'); END;

CREATE TRIGGER savings_book_checks_only_next BEFORE INSERT ON savings_book_checks
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_book_checks)
BEGIN SELECT RAISE(ABORT, 'Checks of books take only the one after the last.'); END;

CREATE TRIGGER savings_approvals_no_change BEFORE UPDATE ON savings_approvals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_approvals_no_removal BEFORE DELETE ON savings_approvals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_proposals_no_change BEFORE UPDATE ON savings_proposals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_proposals_no_removal BEFORE DELETE ON savings_proposals
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_decisions_no_change BEFORE UPDATE ON savings_decisions
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_decisions_no_removal BEFORE DELETE ON savings_decisions
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_book_checks_no_change BEFORE UPDATE ON savings_book_checks
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_book_checks_no_removal BEFORE DELETE ON savings_book_checks
BEGIN SELECT RAISE(ABORT, 'This is only added to: nothing in it can be removed.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127163000_SavingsOffice', '10.0.15');

