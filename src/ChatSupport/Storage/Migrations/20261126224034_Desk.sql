CREATE TABLE "desk_chats" (
    "id" TEXT NOT NULL CONSTRAINT "PK_desk_chats" PRIMARY KEY,
    "worker" TEXT NOT NULL,
    "owner" TEXT NULL,
    "is_open" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "arrived_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "next_at" INTEGER NULL,
    "body" BLOB NOT NULL
);

CREATE TABLE "desk_copies" (
    "conversation" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_desk_copies" PRIMARY KEY ("conversation", "message_id")
);

CREATE TABLE "desk_educators" (
    "id" TEXT NOT NULL CONSTRAINT "PK_desk_educators" PRIMARY KEY,
    "conversation" TEXT NULL,
    "next_at" INTEGER NULL,
    "body" BLOB NOT NULL
);

CREATE TABLE "desk_events" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_desk_events" PRIMARY KEY AUTOINCREMENT,
    "chat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "who" TEXT NULL,
    "millis" INTEGER NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "desk_invitations" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_desk_invitations" PRIMARY KEY,
    "educator" TEXT NOT NULL,
    "until" INTEGER NOT NULL
);

CREATE TABLE "desk_lines" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_desk_lines" PRIMARY KEY AUTOINCREMENT,
    "chat" TEXT NOT NULL,
    "author" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "source" TEXT NULL,
    "at" INTEGER NOT NULL,
    "body" BLOB NOT NULL
);

CREATE TABLE "telegram_topics" (
    "conversation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "thread" INTEGER NOT NULL,
    CONSTRAINT "PK_telegram_topics" PRIMARY KEY ("conversation", "key")
);

CREATE INDEX "IX_desk_chats_closed_at" ON "desk_chats" ("closed_at");

CREATE INDEX "IX_desk_chats_next_at" ON "desk_chats" ("next_at") WHERE next_at IS NOT NULL;

CREATE INDEX "IX_desk_chats_owner" ON "desk_chats" ("owner") WHERE is_open = 1;

CREATE INDEX "IX_desk_chats_worker_all" ON "desk_chats" ("worker");

CREATE UNIQUE INDEX "IX_desk_chats_worker" ON "desk_chats" ("worker") WHERE is_open = 1;

CREATE INDEX "IX_desk_copies_at" ON "desk_copies" ("at");

CREATE INDEX "IX_desk_copies_chat" ON "desk_copies" ("chat");

CREATE UNIQUE INDEX "IX_desk_educators_conversation" ON "desk_educators" ("conversation");

CREATE INDEX "IX_desk_events_at" ON "desk_events" ("at");

CREATE INDEX "IX_desk_events_who_at" ON "desk_events" ("who", "at");

CREATE UNIQUE INDEX "IX_desk_invitations_educator" ON "desk_invitations" ("educator");

CREATE INDEX "IX_desk_lines_chat_number" ON "desk_lines" ("chat", "number");

CREATE INDEX "IX_desk_lines_chat_source" ON "desk_lines" ("chat", "source");

CREATE UNIQUE INDEX "IX_telegram_topics_conversation_thread" ON "telegram_topics" ("conversation", "thread");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126224034_Desk', '10.0.15');

