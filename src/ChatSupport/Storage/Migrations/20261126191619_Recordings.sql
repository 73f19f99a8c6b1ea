CREATE TABLE "recordings" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_recordings" PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    "made_at" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "is_kept" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126191619_Recordings', '10.0.15');

