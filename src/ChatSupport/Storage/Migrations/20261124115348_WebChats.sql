CREATE TABLE "web_activities" (
    "conversation" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "born" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "body" BLOB NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_web_activities" PRIMARY KEY ("conversation", "number")
);

CREATE TABLE "web_conversations" (
    "conversation" TEXT NOT NULL CONSTRAINT "PK_web_conversations" PRIMARY KEY,
    "site" TEXT NOT NULL,
    "in_place" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL,
    "locale" TEXT NULL,
    "ticket" BLOB NULL,
    "ticket_until" INTEGER NULL,
    "changed_at" INTEGER NOT NULL
);

CREATE TABLE "web_files" (
    "key" TEXT NOT NULL CONSTRAINT "PK_web_files" PRIMARY KEY,
    "conversation" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_web_activities_conversation_origin" ON "web_activities" ("conversation", "origin");

CREATE INDEX "IX_web_conversations_changed_at" ON "web_conversations" ("changed_at");

CREATE INDEX "IX_web_files_conversation" ON "web_files" ("conversation");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124115348_WebChats', '10.0.15');

