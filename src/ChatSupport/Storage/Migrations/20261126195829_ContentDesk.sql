CREATE TABLE "missed_by" (
    "hash" TEXT NOT NULL,
    "worker" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "last_week" INTEGER NOT NULL,
    CONSTRAINT "PK_missed_by" PRIMARY KEY ("hash", "worker")
);

CREATE TABLE "missed_words" (
    "screen" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "open_times" INTEGER NOT NULL,
    "last_week" INTEGER NOT NULL,
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

CREATE TABLE "recordings" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_recordings" PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    "made_at" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "is_kept" INTEGER NOT NULL
);

CREATE TABLE "screen_counts" (
    "week" INTEGER NOT NULL,
    "screen" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "workers" INTEGER NULL,
    "visits" INTEGER NOT NULL,
    "went_on" INTEGER NOT NULL,
    "back" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "found_nothing" INTEGER NOT NULL,
    "listened" INTEGER NOT NULL,
    CONSTRAINT "PK_screen_counts" PRIMARY KEY ("week", "screen", "language")
);

CREATE TABLE "screen_seen" (
    "week" INTEGER NOT NULL,
    "screen" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "worker" TEXT NOT NULL,
    CONSTRAINT "PK_screen_seen" PRIMARY KEY ("week", "screen", "language", "worker")
);

CREATE INDEX "IX_missed_by_worker" ON "missed_by" ("worker");

CREATE INDEX "IX_screen_seen_worker" ON "screen_seen" ("worker");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126195829_ContentDesk', '10.0.15');

