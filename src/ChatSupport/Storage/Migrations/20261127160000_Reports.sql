CREATE TABLE "report_cases" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_cases" PRIMARY KEY,
    "state" TEXT NOT NULL,
    "risk" INTEGER NOT NULL,
    "is_child" INTEGER NOT NULL,
    "in_danger" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "case_key" TEXT NOT NULL,
    "thread_key" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    "owner" TEXT NULL,
    "closed_at" INTEGER NULL,
    "held_until" INTEGER NULL,
    "deletion_asked_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "CK_report_cases_risk" CHECK (risk BETWEEN 0 AND 3)
);

CREATE TABLE "report_drafts" (
    "case_id" TEXT NOT NULL CONSTRAINT "PK_report_drafts" PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "in_danger" INTEGER NOT NULL,
    "risk" INTEGER NOT NULL,
    "case_key" TEXT NOT NULL,
    "began_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL
);

CREATE TABLE "report_grants" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_grants" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "staff" TEXT NOT NULL,
    "reader_epoch" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,
    CONSTRAINT "CK_report_grants_purpose" CHECK (purpose IN ('case-key', 'thread-key'))
);

CREATE TABLE "report_items" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_items" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL
);

CREATE TABLE "report_messages" (
    "id" TEXT NOT NULL CONSTRAINT "PK_report_messages" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "from_reporter" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "seen_at" INTEGER NULL,
    "sealed" BLOB NOT NULL
);

CREATE TABLE "report_receipts" (
    "locator" TEXT NOT NULL CONSTRAINT "PK_report_receipts" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "locked" BLOB NOT NULL
);

CREATE TABLE "report_routes" (
    "case_id" TEXT NOT NULL CONSTRAINT "PK_report_routes" PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "route" BLOB NOT NULL,
    "consented_at" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "notice_at" INTEGER NULL
);

CREATE TABLE "report_shown" (
    "conversation" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "erase_at" INTEGER NOT NULL,
    CONSTRAINT "PK_report_shown" PRIMARY KEY ("conversation", "message")
);

CREATE TABLE "report_tombstones" (
    "case_id" TEXT NOT NULL CONSTRAINT "PK_report_tombstones" PRIMARY KEY,
    "at" INTEGER NOT NULL
);

CREATE INDEX "IX_report_cases_closed_at" ON "report_cases" ("closed_at") WHERE closed_at IS NOT NULL;

CREATE INDEX "IX_report_drafts_expires_at" ON "report_drafts" ("expires_at");

CREATE UNIQUE INDEX "IX_report_drafts_owner" ON "report_drafts" ("owner");

CREATE UNIQUE INDEX "IX_report_grants_case_id_purpose_epoch_staff_reader_epoch" ON "report_grants" ("case_id", "purpose", "epoch", "staff", "reader_epoch");

CREATE INDEX "IX_report_grants_staff" ON "report_grants" ("staff");

CREATE INDEX "IX_report_items_case_id_at" ON "report_items" ("case_id", "at");

CREATE INDEX "IX_report_messages_case_id_at" ON "report_messages" ("case_id", "at");

CREATE UNIQUE INDEX "IX_report_receipts_case_id" ON "report_receipts" ("case_id");

CREATE INDEX "IX_report_routes_expires_at" ON "report_routes" ("expires_at");

CREATE INDEX "IX_report_routes_notice_at" ON "report_routes" ("notice_at") WHERE notice_at IS NOT NULL;

CREATE INDEX "IX_report_routes_owner" ON "report_routes" ("owner");

CREATE INDEX "IX_report_shown_erase_at" ON "report_shown" ("erase_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127160000_Reports', '10.0.15');

