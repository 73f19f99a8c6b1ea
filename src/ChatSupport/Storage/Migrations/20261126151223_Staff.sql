CREATE TABLE "drafts" (
    "path" TEXT NOT NULL CONSTRAINT "PK_drafts" PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    "base" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL
);

CREATE TABLE "staff" (
    "id" TEXT NOT NULL CONSTRAINT "PK_staff" PRIMARY KEY,
    "name" BLOB NOT NULL,
    "roles" TEXT NOT NULL,
    "password" BLOB NULL,
    "code_key" BLOB NULL,
    "last_code" BLOB NULL,
    "stamp" TEXT NOT NULL,
    "is_stopped" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" INTEGER NULL,
    "made_at" INTEGER NOT NULL,
    "name_key" BLOB NULL
);

CREATE TABLE "staff_links" (
    "hash" BLOB NOT NULL CONSTRAINT "PK_staff_links" PRIMARY KEY,
    "staff" TEXT NULL,
    "ends_at" INTEGER NOT NULL
);

CREATE TABLE "staff_passkeys" (
    "credential" BLOB NOT NULL CONSTRAINT "PK_staff_passkeys" PRIMARY KEY,
    "staff" TEXT NOT NULL,
    "facts" TEXT NOT NULL
);

CREATE TABLE "staff_sessions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_staff_sessions" PRIMARY KEY,
    "staff" TEXT NOT NULL,
    "began_at" INTEGER NOT NULL,
    "used_at" INTEGER NOT NULL,
    "device" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_staff_name_key" ON "staff" ("name_key");

CREATE INDEX "IX_staff_links_staff" ON "staff_links" ("staff");

CREATE INDEX "IX_staff_passkeys_staff" ON "staff_passkeys" ("staff");

CREATE INDEX "IX_staff_sessions_staff" ON "staff_sessions" ("staff");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126151223_Staff', '10.0.15');

