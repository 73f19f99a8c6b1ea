ALTER TABLE "report_messages" ADD "media" TEXT NOT NULL DEFAULT '';

CREATE TABLE "report_alerts" (
    "case_id" TEXT NOT NULL CONSTRAINT "PK_report_alerts" PRIMARY KEY,
    "since" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "times" INTEGER NOT NULL,
    "reached" INTEGER NOT NULL,
    "called_at" INTEGER NULL,
    "seen_at" INTEGER NULL,
    "seen_by" TEXT NULL,
    CONSTRAINT "CK_report_alerts_seen" CHECK ((seen_by IS NULL) = (seen_at IS NULL))
);

CREATE TABLE "report_holds" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_holds" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "begun_by" TEXT NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "confirmed_by" TEXT NULL,
    "confirmed_at" INTEGER NULL,
    "ended_by" TEXT NULL,
    "ended_at" INTEGER NULL,
    CONSTRAINT "CK_report_holds_days" CHECK (days BETWEEN 1 AND 180),
    CONSTRAINT "CK_report_holds_ended" CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    CONSTRAINT "CK_report_holds_reason" CHECK (reason IN ('child-in-danger', 'life-in-danger')),
    CONSTRAINT "CK_report_holds_two" CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND COALESCE(confirmed_by <> begun_by, 1) AND COALESCE(confirmed_at BETWEEN begun_at AND begun_at + 604800000, 1))
);

CREATE TABLE "report_tasks" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_tasks" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "done_by" TEXT NULL,
    "done_at" INTEGER NULL,
    CONSTRAINT "CK_report_tasks_done" CHECK ((done_by IS NULL) = (done_at IS NULL))
);

CREATE INDEX "IX_report_alerts_next_at" ON "report_alerts" ("next_at") WHERE seen_at IS NULL;

CREATE INDEX "IX_report_holds_case_id" ON "report_holds" ("case_id");

CREATE INDEX "IX_report_tasks_case_id_done_at_due_at" ON "report_tasks" ("case_id", "done_at", "due_at");

CREATE TRIGGER report_cases_alert AFTER INSERT ON report_cases WHEN NEW.is_child = 1 OR NEW.in_danger = 1 OR NEW.risk = 0
BEGIN INSERT OR REPLACE INTO report_alerts (case_id, since, next_at, times, reached) VALUES (NEW.id, NEW.created_at, NEW.created_at, 0, 0); END;

CREATE TRIGGER report_cases_alert_again AFTER UPDATE OF is_child, in_danger, risk ON report_cases
WHEN (OLD.is_child = 0 AND NEW.is_child = 1) OR (OLD.in_danger = 0 AND NEW.in_danger = 1) OR (OLD.risk > 0 AND NEW.risk = 0)
BEGIN INSERT OR REPLACE INTO report_alerts (case_id, since, next_at, times, reached) VALUES (NEW.id, NEW.last_at, NEW.last_at, 0, 0); END;

INSERT INTO report_alerts (case_id, since, next_at, times, reached)
SELECT id, created_at, created_at, 0, 0 FROM report_cases WHERE (is_child = 1 OR in_danger = 1) AND owner IS NULL AND closed_at IS NULL;

CREATE TRIGGER report_cases_not_held BEFORE INSERT ON report_cases WHEN NEW.held_until IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A case is held by two people, not as it comes.'); END;

CREATE TRIGGER report_cases_held BEFORE UPDATE OF held_until ON report_cases
WHEN NEW.held_until IS NOT OLD.held_until AND NOT EXISTS (SELECT 1 FROM report_holds h WHERE h.case_id = OLD.id AND h.confirmed_at IS NOT NULL AND
    ((h.ended_at IS NULL AND NEW.held_until > COALESCE(OLD.held_until, 0) AND NEW.held_until <= h.confirmed_at + h.days * 86400000)
    OR (h.ended_at IS NOT NULL AND NEW.held_until < OLD.held_until AND NEW.held_until >= h.ended_at + 604800000)))
BEGIN SELECT RAISE(ABORT, 'A case is held by two people, for 180 days at most, and stays a week after one ended that.'); END;

CREATE TRIGGER report_holds_stay BEFORE UPDATE ON report_holds
WHEN OLD.ended_by IS NOT NULL OR NEW.case_id <> OLD.case_id OR NEW.reason <> OLD.reason OR NEW.days <> OLD.days OR NEW.begun_by <> OLD.begun_by
OR NEW.begun_at <> OLD.begun_at OR (OLD.confirmed_by IS NOT NULL AND (NEW.confirmed_by IS NOT OLD.confirmed_by OR NEW.confirmed_at IS NOT OLD.confirmed_at))
BEGIN SELECT RAISE(ABORT, 'A hold that was begun can only be confirmed, once, and ended, once.'); END;

CREATE TRIGGER report_cases_gone_with AFTER DELETE ON report_cases
BEGIN
    DELETE FROM report_alerts WHERE case_id = OLD.id;
    DELETE FROM report_holds WHERE case_id = OLD.id;
    DELETE FROM report_tasks WHERE case_id = OLD.id;
END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127181000_CaseTasks', '10.0.15');

