CREATE TABLE "savings_attendance" (
    "meeting" TEXT NOT NULL,
    "member" TEXT NOT NULL,
    "here" INTEGER NULL,
    "refusals" INTEGER NOT NULL,
    CONSTRAINT "PK_savings_attendance" PRIMARY KEY ("meeting", "member")
);

CREATE TABLE "savings_corrections" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_corrections" PRIMARY KEY,
    "entry" INTEGER NOT NULL,
    "meeting" TEXT NOT NULL,
    "leader" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "declined_by" TEXT NULL
);

CREATE TABLE "savings_counts" (
    "meeting" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "note" INTEGER NOT NULL,
    "pieces" INTEGER NOT NULL,
    "counted_by" TEXT NOT NULL,
    CONSTRAINT "PK_savings_counts" PRIMARY KEY ("meeting", "currency", "note"),
    CONSTRAINT "CK_savings_counts_currency" CHECK (currency IN ('KHR', 'USD')),
    CONSTRAINT "CK_savings_counts_numbers" CHECK (typeof(note) = 'integer' AND typeof(pieces) = 'integer' AND note >= 0 AND pieces BETWEEN 0 AND 100000 AND (note = 0) = (pieces = 0))
);

CREATE TABLE "savings_handovers" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_handovers" PRIMARY KEY,
    "leader" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "taken_by" TEXT NULL,
    CONSTRAINT "CK_savings_handovers_amount" CHECK (typeof(amount) = 'integer' AND amount > 0),
    CONSTRAINT "CK_savings_handovers_by" CHECK ((state IN ('Taken', 'Refused')) = (taken_by IS NOT NULL) AND COALESCE(taken_by <> leader, 1)),
    CONSTRAINT "CK_savings_handovers_currency" CHECK (currency IN ('KHR', 'USD')),
    CONSTRAINT "CK_savings_handovers_state" CHECK (state IN ('Offered', 'Taken', 'Refused', 'Kept'))
);

CREATE TABLE "savings_leaders" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_leaders" PRIMARY KEY,
    "group_id" TEXT NOT NULL,
    "conversation" TEXT NULL,
    "link_hash" TEXT NULL,
    "link_until" INTEGER NULL,
    "made_at" INTEGER NOT NULL,
    "left_at" INTEGER NULL,
    CONSTRAINT "FK_savings_leaders_savings_groups_group_id" FOREIGN KEY ("group_id") REFERENCES "savings_groups" ("id") ON DELETE RESTRICT
);

CREATE TABLE "savings_meetings" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_meetings" PRIMARY KEY,
    "group_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opener" TEXT NULL,
    "closer" TEXT NULL,
    "confirmed_by" TEXT NULL,
    "opened_at" INTEGER NULL,
    "closed_at" INTEGER NULL,
    CONSTRAINT "CK_savings_meetings_closer" CHECK ((state = 'Closed') = (closer IS NOT NULL) AND (state = 'Closed') = (closed_at IS NOT NULL)),
    CONSTRAINT "CK_savings_meetings_confirmed" CHECK (confirmed_by IS NULL OR (state = 'Closed' AND confirmed_by <> closer)),
    CONSTRAINT "CK_savings_meetings_opener" CHECK (state IN ('Planned', 'Cancelled') OR (opener IS NOT NULL AND opened_at IS NOT NULL)),
    CONSTRAINT "CK_savings_meetings_state" CHECK (state IN ('Planned', 'Open', 'Counted', 'Closed', 'Cancelled')),
    CONSTRAINT "FK_savings_meetings_savings_groups_group_id" FOREIGN KEY ("group_id") REFERENCES "savings_groups" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_savings_entries_link" ON "savings_entries" ("link") WHERE link IS NOT NULL;

CREATE UNIQUE INDEX "IX_savings_corrections_entry" ON "savings_corrections" ("entry");

CREATE UNIQUE INDEX "IX_savings_handovers_offered" ON "savings_handovers" ("leader", "currency") WHERE state = 'Offered';

CREATE UNIQUE INDEX "IX_savings_leaders_conversation" ON "savings_leaders" ("conversation") WHERE conversation IS NOT NULL;

CREATE INDEX "IX_savings_leaders_group_id" ON "savings_leaders" ("group_id");

CREATE UNIQUE INDEX "IX_savings_leaders_link_hash" ON "savings_leaders" ("link_hash") WHERE link_hash IS NOT NULL;

CREATE INDEX "IX_savings_meetings_group_id_day" ON "savings_meetings" ("group_id", "day");

CREATE UNIQUE INDEX "IX_savings_meetings_running" ON "savings_meetings" ("group_id") WHERE state IN ('Open', 'Counted');

CREATE TRIGGER savings_entries_meeting BEFORE INSERT ON savings_entries
WHEN NEW.kind <> 'Reversal' AND EXISTS (SELECT 1 FROM savings_meetings WHERE id = NEW.link AND state <> 'Open')
BEGIN SELECT RAISE(ABORT, 'A meeting takes entries only while it is open.'); END;

CREATE TRIGGER savings_meetings_begin BEFORE INSERT ON savings_meetings
WHEN NEW.state NOT IN ('Planned', 'Open') OR EXISTS (SELECT 1 FROM savings_meetings WHERE id = NEW.id)
OR (NEW.state = 'Open' AND EXISTS (SELECT 1 FROM savings_meetings WHERE group_id = NEW.group_id AND state IN ('Open', 'Counted')))
BEGIN SELECT RAISE(ABORT, 'A meeting begins once, planned or open, and a group holds one at a time.'); END;

CREATE TRIGGER savings_meetings_way BEFORE UPDATE ON savings_meetings
WHEN NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id
OR NOT (NEW.state = OLD.state OR OLD.state || NEW.state IN ('PlannedOpen', 'PlannedCancelled', 'OpenCounted', 'OpenCancelled', 'CountedOpen', 'CountedClosed'))
OR (NEW.state = 'Cancelled' AND EXISTS (SELECT 1 FROM savings_entries WHERE link = NEW.id))
OR (OLD.opener IS NOT NULL AND NEW.opener IS NOT OLD.opener)
OR (NEW.state IN ('Open', 'Counted') AND EXISTS (SELECT 1 FROM savings_meetings WHERE group_id = NEW.group_id AND id <> NEW.id AND state IN ('Open', 'Counted')))
BEGIN SELECT RAISE(ABORT, 'A meeting goes from planned over open and counted to closed; one in which something was entered is not called off.'); END;

CREATE TRIGGER savings_meetings_final BEFORE UPDATE ON savings_meetings
WHEN OLD.state IN ('Closed', 'Cancelled') AND (OLD.state = 'Cancelled' OR OLD.confirmed_by IS NOT NULL OR NEW.state <> OLD.state OR NEW.day <> OLD.day
    OR NEW.closer IS NOT OLD.closer OR NEW.opened_at IS NOT OLD.opened_at OR NEW.closed_at IS NOT OLD.closed_at)
BEGIN SELECT RAISE(ABORT, 'A meeting that is over stays as it is; an officer looks at it once.'); END;

CREATE TRIGGER savings_meetings_close BEFORE UPDATE ON savings_meetings
WHEN NEW.state IN ('Counted', 'Closed') AND OLD.state <> 'Closed' AND (NOT EXISTS (SELECT 1 FROM savings_counts WHERE meeting = NEW.id AND currency = 'KHR')
    OR EXISTS (SELECT 1 FROM savings_entries e JOIN savings_accounts a ON a.number = e.dr WHERE e.link = NEW.id
        AND NOT EXISTS (SELECT 1 FROM savings_counts c WHERE c.meeting = NEW.id AND c.currency = a.currency)))
BEGIN SELECT RAISE(ABORT, 'A meeting is closed once the notes of each currency in use are counted.'); END;

CREATE TRIGGER savings_meetings_closer BEFORE UPDATE ON savings_meetings
WHEN NEW.state = 'Closed' AND OLD.state <> 'Closed' AND NEW.closer = OLD.opener
AND EXISTS (SELECT 1 FROM savings_leaders WHERE group_id = OLD.group_id AND id <> NEW.closer AND left_at IS NULL AND conversation IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'Where there is another leader, who opened a meeting does not close it.'); END;

CREATE TRIGGER savings_meetings_no_removal BEFORE DELETE ON savings_meetings
BEGIN SELECT RAISE(ABORT, 'A meeting is not removed.'); END;

CREATE TRIGGER savings_counts_only_open BEFORE INSERT ON savings_counts
WHEN NOT EXISTS (SELECT 1 FROM savings_meetings WHERE id = NEW.meeting AND state = 'Open')
BEGIN SELECT RAISE(ABORT, 'Notes are counted while the meeting is open.'); END;

CREATE TRIGGER savings_counts_no_change BEFORE UPDATE ON savings_counts
BEGIN SELECT RAISE(ABORT, 'A count is not changed: count again.'); END;

CREATE TRIGGER savings_counts_no_removal BEFORE DELETE ON savings_counts
WHEN EXISTS (SELECT 1 FROM savings_meetings WHERE id = OLD.meeting AND state IN ('Closed', 'Cancelled'))
BEGIN SELECT RAISE(ABORT, 'A meeting that is over stays as it is.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127162000_SavingsMeetings', '10.0.15');

