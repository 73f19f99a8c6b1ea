CREATE TABLE "desk_files" (
    "key" TEXT NOT NULL CONSTRAINT "PK_desk_files" PRIMARY KEY,
    "chat" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "body" BLOB NOT NULL
);

CREATE INDEX "IX_desk_files_chat" ON "desk_files" ("chat");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127101500_DeskFiles', '10.0.15');

