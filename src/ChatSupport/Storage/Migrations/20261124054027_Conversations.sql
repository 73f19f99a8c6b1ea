CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "conversations" (
    "key" TEXT NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "state" BLOB NULL,
    "address" BLOB NULL,
    "recent" TEXT NOT NULL,
    "menu" TEXT NULL
);

CREATE TABLE "inbox" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_inbox" PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "key_seals" (
    "name" TEXT NOT NULL CONSTRAINT "PK_key_seals" PRIMARY KEY,
    "proof" BLOB NOT NULL
);

CREATE TABLE "messages" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_messages" PRIMARY KEY AUTOINCREMENT,
    "conversation" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "conversation" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "body" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    "forgets" INTEGER NOT NULL,
    "failure" TEXT NULL
);

CREATE TABLE "schedule" (
    "conversation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "look_at" INTEGER NOT NULL,
    CONSTRAINT "PK_schedule" PRIMARY KEY ("conversation", "kind")
);

CREATE UNIQUE INDEX "IX_inbox_id" ON "inbox" ("id");

CREATE UNIQUE INDEX "IX_messages_conversation_message_id" ON "messages" ("conversation", "message_id");

CREATE INDEX "IX_outbox_conversation" ON "outbox" ("conversation");

CREATE INDEX "IX_schedule_look_at" ON "schedule" ("look_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124054027_Conversations', '10.0.15');

