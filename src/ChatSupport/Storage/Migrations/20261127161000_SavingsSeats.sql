CREATE TABLE "savings_disputes" (
    "id" TEXT NOT NULL CONSTRAINT "PK_savings_disputes" PRIMARY KEY,
    "member" TEXT NOT NULL,
    "entry" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "closed_by" TEXT NULL,
    "verdict" TEXT NULL
);

CREATE TABLE "savings_limits" (
    "member" TEXT NOT NULL CONSTRAINT "PK_savings_limits" PRIMARY KEY,
    "cap_riel" INTEGER NULL,
    "cap_cents" INTEGER NULL,
    "has_delay" INTEGER NOT NULL,
    "next_cap_riel" INTEGER NULL,
    "next_cap_cents" INTEGER NULL,
    "next_has_delay" INTEGER NOT NULL,
    "next_at" INTEGER NULL,
    "cool_until" INTEGER NULL,
    "free_until" INTEGER NULL
);

CREATE TABLE "savings_pins" (
    "member" TEXT NOT NULL CONSTRAINT "PK_savings_pins" PRIMARY KEY,
    "salt" BLOB NOT NULL,
    "open" BLOB NULL,
    "both" BLOB NOT NULL,
    "memory_kib" INTEGER NOT NULL,
    "passes" INTEGER NOT NULL,
    "wrong" INTEGER NOT NULL,
    "locked_until" INTEGER NULL,
    "changes" INTEGER NOT NULL,
    "changed_on" TEXT NULL
);

CREATE TABLE "savings_seat_asks" (
    "member" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "until" INTEGER NOT NULL,
    CONSTRAINT "PK_savings_seat_asks" PRIMARY KEY ("member", "what")
);

CREATE TABLE "savings_seat_codes" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_savings_seat_codes" PRIMARY KEY,
    "member" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "until" INTEGER NOT NULL
);

CREATE TABLE "savings_seats" (
    "conversation" TEXT NOT NULL CONSTRAINT "PK_savings_seats" PRIMARY KEY,
    "member" TEXT NOT NULL,
    "linked_at" INTEGER NOT NULL,
    "is_taken_off" INTEGER NOT NULL,
    "reminded_of" TEXT NULL,
    "told_of" TEXT NULL
);

CREATE TABLE "savings_wishes" (
    "member" TEXT NOT NULL CONSTRAINT "PK_savings_wishes" PRIMARY KEY,
    "body" BLOB NOT NULL
);

CREATE INDEX "IX_savings_disputes_closed_at_due_at" ON "savings_disputes" ("closed_at", "due_at");

CREATE UNIQUE INDEX "IX_savings_disputes_member_entry" ON "savings_disputes" ("member", "entry");

CREATE UNIQUE INDEX "IX_savings_seat_codes_member" ON "savings_seat_codes" ("member");

CREATE INDEX "IX_savings_seats_member" ON "savings_seats" ("member");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127161000_SavingsSeats', '10.0.15');

