CREATE TABLE "savings_accounts" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_savings_accounts" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "pocket" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "seal" BLOB NOT NULL,
    "guarded" INTEGER NOT NULL,
    "side" INTEGER NOT NULL,
    CONSTRAINT "CK_savings_accounts_behaviour" CHECK (side = CASE WHEN kind IN ('MemberSavings', 'Shares', 'SocialFund', 'Fines') THEN -1 ELSE 1 END
AND guarded = (kind NOT IN ('Opening', 'OverShort'))),
    CONSTRAINT "CK_savings_accounts_currency" CHECK (currency IN ('KHR', 'USD')),
    CONSTRAINT "CK_savings_accounts_hashes" CHECK (length(hash) = 32 AND length(seal) = 32),
    CONSTRAINT "CK_savings_accounts_kind" CHECK (kind IN ('MemberSavings', 'CollectorFloat', 'GroupBox', 'NgoSafe', 'Opening', 'OverShort', 'Loan', 'Shares', 'SocialFund', 'Fines')),
    CONSTRAINT "CK_savings_accounts_owner" CHECK ((owner = '') = (kind IN ('NgoSafe', 'Opening', 'OverShort'))),
    CONSTRAINT "CK_savings_accounts_pocket" CHECK (pocket IN ('None', 'Open', 'Private') AND (pocket <> 'None') = (kind = 'MemberSavings'))
);

CREATE TABLE "savings_ends" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_savings_ends" PRIMARY KEY,
    "what" TEXT NOT NULL,
    "target" INTEGER NOT NULL,
    "behind" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "ended_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "seal" BLOB NOT NULL,
    CONSTRAINT "CK_savings_ends_by" CHECK (ended_by <> ''),
    CONSTRAINT "CK_savings_ends_hashes" CHECK (length(hash) = 32 AND length(seal) = 32),
    CONSTRAINT "CK_savings_ends_what" CHECK (what IN ('Hold', 'Account'))
);

CREATE TABLE "savings_entries" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_savings_entries" PRIMARY KEY,
    "id" TEXT NOT NULL,
    "request" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "dr" INTEGER NOT NULL,
    "cr" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "occurred_on" TEXT NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "maker" TEXT NOT NULL,
    "confirmer" TEXT NULL,
    "reverses" INTEGER NULL,
    "hold" INTEGER NULL,
    "link" TEXT NULL,
    "dr_balance" INTEGER NOT NULL,
    "cr_balance" INTEGER NOT NULL,
    "prev_hash" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "seal" BLOB NOT NULL,
    CONSTRAINT "CK_savings_entries_amount" CHECK (typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000),
    CONSTRAINT "CK_savings_entries_day" CHECK (occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    CONSTRAINT "CK_savings_entries_hashes" CHECK (length(request) = 32 AND length(prev_hash) = 32 AND length(hash) = 32 AND length(seal) = 32),
    CONSTRAINT "CK_savings_entries_kind" CHECK (kind IN ('Deposit', 'Withdrawal', 'Handover', 'Opening', 'OpeningCash', 'Shortage', 'Surplus', 'Pocket', 'Reversal', 'Loan', 'Repayment', 'Share', 'ShareOut', 'Contribution', 'Grant', 'Fine')),
    CONSTRAINT "CK_savings_entries_reversal" CHECK ((kind = 'Reversal') = (reverses IS NOT NULL) AND (kind = 'Withdrawal') = (hold IS NOT NULL)),
    CONSTRAINT "CK_savings_entries_two_accounts" CHECK (dr <> cr),
    CONSTRAINT "CK_savings_entries_two_people" CHECK (maker <> '' AND COALESCE(confirmer <> maker AND confirmer <> '', kind NOT IN ('Withdrawal', 'Handover', 'Opening', 'OpeningCash', 'Loan', 'ShareOut', 'Grant'))),
    CONSTRAINT "CK_savings_entries_why" CHECK (kind NOT IN ('Reversal', 'Shortage', 'Surplus') OR reason <> '')
);

CREATE TABLE "savings_groups" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_groups" PRIMARY KEY,
    "founded_at" INTEGER NOT NULL,
    "body" BLOB NOT NULL
);

CREATE TABLE "savings_holds" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_savings_holds" PRIMARY KEY,
    "id" TEXT NOT NULL,
    "request" BLOB NOT NULL,
    "account" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "behind" INTEGER NOT NULL,
    "maker" TEXT NOT NULL,
    "placed_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "seal" BLOB NOT NULL,
    CONSTRAINT "CK_savings_holds_amount" CHECK (typeof(amount) = 'integer' AND amount BETWEEN 1 AND 1000000000000),
    CONSTRAINT "CK_savings_holds_hashes" CHECK (length(request) = 32 AND length(hash) = 32 AND length(seal) = 32),
    CONSTRAINT "CK_savings_holds_maker" CHECK (maker <> ''),
    CONSTRAINT "CK_savings_holds_times" CHECK (placed_at < expires_at)
);

CREATE TABLE "savings_members" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_members" PRIMARY KEY,
    "group_id" TEXT NOT NULL,
    "joined_at" INTEGER NOT NULL,
    "left_at" INTEGER NULL,
    "body" BLOB NOT NULL,
    "book_key" BLOB NOT NULL
);

CREATE UNIQUE INDEX "IX_savings_accounts_kind_owner_pocket_currency" ON "savings_accounts" ("kind", "owner", "pocket", "currency");

CREATE INDEX "IX_savings_accounts_owner" ON "savings_accounts" ("owner");

CREATE UNIQUE INDEX "IX_savings_ends_what_target" ON "savings_ends" ("what", "target");

CREATE INDEX "IX_savings_entries_cr" ON "savings_entries" ("cr");

CREATE INDEX "IX_savings_entries_dr" ON "savings_entries" ("dr");

CREATE UNIQUE INDEX "IX_savings_entries_hold" ON "savings_entries" ("hold") WHERE hold IS NOT NULL;

CREATE UNIQUE INDEX "IX_savings_entries_id" ON "savings_entries" ("id");

CREATE UNIQUE INDEX "IX_savings_entries_reverses" ON "savings_entries" ("reverses") WHERE reverses IS NOT NULL;

CREATE INDEX "IX_savings_holds_account_expires_at" ON "savings_holds" ("account", "expires_at");

CREATE UNIQUE INDEX "IX_savings_holds_id" ON "savings_holds" ("id");

CREATE UNIQUE INDEX "IX_savings_members_book_key" ON "savings_members" ("book_key");

CREATE INDEX "IX_savings_members_group_id" ON "savings_members" ("group_id");

CREATE VIEW savings_balances AS SELECT a.number, coalesce((
    SELECT CASE WHEN e.dr = a.number THEN e.dr_balance ELSE e.cr_balance END FROM savings_entries e WHERE e.seq = max(
        coalesce((SELECT d.seq FROM savings_entries d WHERE d.dr = a.number ORDER BY d.seq DESC LIMIT 1), 0),
        coalesce((SELECT c.seq FROM savings_entries c WHERE c.cr = a.number ORDER BY c.seq DESC LIMIT 1), 0))), 0) AS balance
FROM savings_accounts a;

CREATE TRIGGER savings_entries_only_next BEFORE INSERT ON savings_entries
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM savings_entries)
OR NEW.prev_hash <> coalesce((SELECT hash FROM savings_entries ORDER BY seq DESC LIMIT 1), zeroblob(32))
OR EXISTS (SELECT 1 FROM savings_entries WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM savings_entries WHERE reverses = NEW.reverses)
OR EXISTS (SELECT 1 FROM savings_entries WHERE hold = NEW.hold)
BEGIN SELECT RAISE(ABORT, 'The ledger takes only the entry after its last, each id once, each reversal once and each payment once.'); END;

CREATE TRIGGER savings_entries_accounts BEFORE INSERT ON savings_entries
WHEN NOT EXISTS (SELECT 1 FROM savings_accounts d JOIN savings_accounts c ON c.number = NEW.cr WHERE d.number = NEW.dr AND d.currency = c.currency)
OR EXISTS (SELECT 1 FROM savings_ends WHERE what = 'Account' AND target IN (NEW.dr, NEW.cr) AND behind < NEW.seq)
BEGIN SELECT RAISE(ABORT, 'An entry goes between two open accounts of one currency.'); END;

CREATE TRIGGER savings_entries_balances BEFORE INSERT ON savings_entries
WHEN NEW.dr_balance IS NOT (SELECT b.balance + a.side * NEW.amount FROM savings_accounts a JOIN savings_balances b ON b.number = a.number WHERE a.number = NEW.dr)
OR NEW.cr_balance IS NOT (SELECT b.balance - a.side * NEW.amount FROM savings_accounts a JOIN savings_balances b ON b.number = a.number WHERE a.number = NEW.cr)
BEGIN SELECT RAISE(ABORT, 'The balances behind an entry are those before it and its amount.'); END;

CREATE TRIGGER savings_entries_not_below BEFORE INSERT ON savings_entries
WHEN (NEW.cr_balance < 0 AND (SELECT guarded FROM savings_accounts WHERE number = NEW.cr))
OR (SELECT guarded FROM savings_accounts WHERE number = NEW.dr) AND NEW.dr_balance < (SELECT coalesce(sum(h.amount), 0) FROM savings_holds h
    WHERE h.account = NEW.dr AND h.behind < NEW.seq AND h.expires_at > NEW.recorded_at AND h.number IS NOT NEW.hold
    AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = h.number)
    AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number AND x.behind < NEW.seq))
BEGIN SELECT RAISE(ABORT, 'No balance goes below zero, or below what is kept back.'); END;

CREATE TRIGGER savings_entries_reversal BEFORE INSERT ON savings_entries
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM savings_entries e
    WHERE e.seq = NEW.reverses AND e.reverses IS NULL AND e.dr = NEW.cr AND e.cr = NEW.dr AND e.amount = NEW.amount)
BEGIN SELECT RAISE(ABORT, 'A reversal takes back one whole entry that is no reversal.'); END;

CREATE TRIGGER savings_entries_payment BEFORE INSERT ON savings_entries
WHEN NEW.hold IS NOT NULL AND NOT EXISTS (SELECT 1 FROM savings_holds h
    WHERE h.number = NEW.hold AND h.account = NEW.dr AND h.amount = NEW.amount AND h.behind < NEW.seq AND h.expires_at > NEW.recorded_at
    AND h.maker <> NEW.confirmer AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number AND x.behind < NEW.seq))
BEGIN SELECT RAISE(ABORT, 'A payment ends one whole hold that stands, and who asked for it does not approve it.'); END;

CREATE TRIGGER savings_accounts_only_next BEFORE INSERT ON savings_accounts
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_accounts)
OR EXISTS (SELECT 1 FROM savings_accounts WHERE kind = NEW.kind AND owner = NEW.owner AND pocket = NEW.pocket AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'The ledger takes only the account after its last, each once.'); END;

CREATE TRIGGER savings_holds_only_next BEFORE INSERT ON savings_holds
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_holds) OR EXISTS (SELECT 1 FROM savings_holds WHERE id = NEW.id)
OR NOT EXISTS (SELECT 1 FROM savings_accounts WHERE number = NEW.account AND kind = 'MemberSavings')
BEGIN SELECT RAISE(ABORT, 'The ledger takes only the hold after its last, each id once, on savings of a member.'); END;

CREATE TRIGGER savings_ends_only_next BEFORE INSERT ON savings_ends
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM savings_ends) OR EXISTS (SELECT 1 FROM savings_ends WHERE what = NEW.what AND target = NEW.target)
OR NOT EXISTS (SELECT 1 FROM savings_holds WHERE NEW.what = 'Hold' AND number = NEW.target UNION ALL SELECT 1 FROM savings_accounts WHERE NEW.what = 'Account' AND number = NEW.target)
BEGIN SELECT RAISE(ABORT, 'The ledger takes only the end after its last, each hold and account once.'); END;

CREATE TRIGGER savings_entries_no_change BEFORE UPDATE ON savings_entries
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_entries_no_removal BEFORE DELETE ON savings_entries
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_accounts_no_change BEFORE UPDATE ON savings_accounts
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_accounts_no_removal BEFORE DELETE ON savings_accounts
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_holds_no_change BEFORE UPDATE ON savings_holds
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_holds_no_removal BEFORE DELETE ON savings_holds
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;

CREATE TRIGGER savings_ends_no_change BEFORE UPDATE ON savings_ends
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be changed.'); END;

CREATE TRIGGER savings_ends_no_removal BEFORE DELETE ON savings_ends
BEGIN SELECT RAISE(ABORT, 'The ledger is only added to: nothing in it can be removed.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127064543_Savings', '10.0.15');

