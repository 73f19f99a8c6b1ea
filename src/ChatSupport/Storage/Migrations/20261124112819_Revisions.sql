CREATE TABLE "revisions" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_revisions" PRIMARY KEY AUTOINCREMENT,
    "fingerprint" TEXT NOT NULL,
    "files" BLOB NOT NULL,
    "published_at" INTEGER NOT NULL,
    "published_by" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "findings" INTEGER NOT NULL,
    "restores" INTEGER NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124112819_Revisions', '10.0.15');

