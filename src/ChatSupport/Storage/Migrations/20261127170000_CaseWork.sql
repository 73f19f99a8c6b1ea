CREATE TABLE "report_conflicts" (
    "case_id" TEXT NOT NULL,
    "staff" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_report_conflicts" PRIMARY KEY ("case_id", "staff")
);

CREATE TABLE "report_consents" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_consents" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "withdrawn_at" INTEGER NULL,
    "recorded_by" TEXT NOT NULL,
    CONSTRAINT "CK_report_consents_given" CHECK (given_by IN ('self', 'caregiver') AND expires_at > at)
);

CREATE TABLE "report_counts" (
    "quarter" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "risk" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "PK_report_counts" PRIMARY KEY ("quarter", "about", "risk")
);

CREATE TABLE "report_decisions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_decisions" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "begun_by" TEXT NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "confirmed_by" TEXT NULL,
    "confirmed_at" INTEGER NULL,
    CONSTRAINT "CK_report_decisions_kind" CHECK (kind IN ('not-a-child', 'tell-child', 'tell-life')),
    CONSTRAINT "CK_report_decisions_two" CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND COALESCE(confirmed_by <> begun_by, 1))
);

CREATE TABLE "report_figures" (
    "quarter" TEXT NOT NULL CONSTRAINT "PK_report_figures" PRIMARY KEY,
    "shown" TEXT NOT NULL,
    "frozen_at" INTEGER NOT NULL
);

CREATE TABLE "report_keys" (
    "recipient" TEXT NOT NULL CONSTRAINT "PK_report_keys" PRIMARY KEY,
    "staff" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,
    "made_at" INTEGER NOT NULL,
    CONSTRAINT "CK_report_keys_kind" CHECK (kind IN ('passkey', 'words'))
);

CREATE TABLE "report_referrals" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_referrals" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "consent" TEXT NULL,
    "decision" TEXT NULL,
    "made_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "CK_report_referrals_ground" CHECK ((consent IS NULL) <> (decision IS NULL)),
    CONSTRAINT "CK_report_referrals_state" CHECK (state IN ('in-progress', 'accepted', 'rejected', 'done', 'revoked'))
);

CREATE TABLE "report_work" (
    "case_id" TEXT NOT NULL CONSTRAINT "PK_report_work" PRIMARY KEY,
    "follow_up_at" INTEGER NULL
);

CREATE INDEX "IX_report_consents_case_id" ON "report_consents" ("case_id");

CREATE INDEX "IX_report_decisions_case_id" ON "report_decisions" ("case_id");

CREATE INDEX "IX_report_keys_staff" ON "report_keys" ("staff");

CREATE INDEX "IX_report_referrals_case_id" ON "report_referrals" ("case_id");

CREATE TRIGGER report_referrals_ground BEFORE INSERT ON report_referrals
WHEN NOT EXISTS (SELECT 1 FROM report_consents c WHERE c.id = NEW.consent AND c.case_id = NEW.case_id AND c.recipient = NEW.recipient
    AND c.withdrawn_at IS NULL AND c.at <= NEW.at AND c.expires_at > NEW.at)
AND NOT EXISTS (SELECT 1 FROM report_decisions d WHERE d.id = NEW.decision AND d.case_id = NEW.case_id AND d.recipient = NEW.recipient
    AND d.kind IN ('tell-child', 'tell-life') AND d.confirmed_by IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'Nobody outside is told of a case without a live yes to exactly that, or a decision of two.'); END;

CREATE TRIGGER report_referrals_stay BEFORE UPDATE ON report_referrals
WHEN NEW.case_id <> OLD.case_id OR NEW.recipient <> OLD.recipient OR NEW.consent IS NOT OLD.consent OR NEW.decision IS NOT OLD.decision OR OLD.state = 'revoked'
BEGIN SELECT RAISE(ABORT, 'Of a referral only its state changes, and what she took back stays so.'); END;

CREATE TRIGGER report_consents_stay BEFORE UPDATE ON report_consents
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.case_id <> OLD.case_id OR NEW.recipient <> OLD.recipient OR NEW.given_by <> OLD.given_by
OR NEW.at <> OLD.at OR NEW.expires_at <> OLD.expires_at
BEGIN SELECT RAISE(ABORT, 'A yes can only be taken back.'); END;

CREATE TRIGGER report_consents_withdrawn AFTER UPDATE OF withdrawn_at ON report_consents WHEN NEW.withdrawn_at IS NOT NULL
BEGIN UPDATE report_referrals SET state = 'revoked' WHERE consent = NEW.id AND state IN ('in-progress', 'accepted'); END;

CREATE TRIGGER report_decisions_stay BEFORE UPDATE ON report_decisions
WHEN OLD.confirmed_by IS NOT NULL OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind OR NEW.recipient <> OLD.recipient OR NEW.begun_by <> OLD.begun_by
BEGIN SELECT RAISE(ABORT, 'A decision that was begun can only be confirmed, once.'); END;

CREATE TRIGGER report_cases_child BEFORE UPDATE OF is_child ON report_cases
WHEN OLD.is_child = 1 AND NEW.is_child = 0
AND NOT EXISTS (SELECT 1 FROM report_decisions d WHERE d.case_id = OLD.id AND d.kind = 'not-a-child' AND d.confirmed_by IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'That a case is not about a child takes two people.'); END;

CREATE TRIGGER report_cases_child_again AFTER UPDATE OF is_child ON report_cases WHEN OLD.is_child = 0 AND NEW.is_child = 1
BEGIN DELETE FROM report_decisions WHERE case_id = NEW.id AND kind = 'not-a-child'; END;

CREATE TRIGGER report_cases_gone AFTER DELETE ON report_cases
BEGIN
    DELETE FROM report_referrals WHERE case_id = OLD.id;
    DELETE FROM report_consents WHERE case_id = OLD.id;
    DELETE FROM report_decisions WHERE case_id = OLD.id;
    DELETE FROM report_conflicts WHERE case_id = OLD.id;
    DELETE FROM report_work WHERE case_id = OLD.id;
END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127170000_CaseWork', '10.0.15');

