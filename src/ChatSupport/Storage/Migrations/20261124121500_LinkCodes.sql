CREATE TABLE "link_codes" (
    "code" TEXT NOT NULL CONSTRAINT "PK_link_codes" PRIMARY KEY,
    "conversation" TEXT NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "wrong" INTEGER NOT NULL,
    "locked_until" INTEGER NULL
);

CREATE UNIQUE INDEX "IX_link_codes_conversation" ON "link_codes" ("conversation");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124121500_LinkCodes', '10.0.15');

