CREATE TABLE "missed_by" (
    "hash" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "found_nothing" INTEGER NOT NULL,
    "last_day" INTEGER NOT NULL,
    CONSTRAINT "PK_missed_by" PRIMARY KEY ("hash", "conversation")
);

CREATE TABLE "missed_words" (
    "screen" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "found_nothing" INTEGER NOT NULL,
    "last_day" INTEGER NOT NULL,
    CONSTRAINT "PK_missed_words" PRIMARY KEY ("screen", "word")
);

CREATE TABLE "publications" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_publications" PRIMARY KEY AUTOINCREMENT,
    "due_at" INTEGER NOT NULL,
    "planned_at" INTEGER NOT NULL,
    "planned_by" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "drafts" TEXT NOT NULL,
    "outcome" TEXT NULL
);

CREATE TABLE "screen_counts" (
    "day" INTEGER NOT NULL,
    "screen" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "visits" INTEGER NOT NULL,
    "went_on" INTEGER NOT NULL,
    "back" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "found_nothing" INTEGER NOT NULL,
    "listened" INTEGER NOT NULL,
    CONSTRAINT "PK_screen_counts" PRIMARY KEY ("day", "screen", "language")
);

CREATE INDEX "IX_missed_by_conversation" ON "missed_by" ("conversation");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126182449_Insight', '10.0.15');

