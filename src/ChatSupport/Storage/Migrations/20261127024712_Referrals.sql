CREATE TABLE "desk_referrals" (
    "id" TEXT NOT NULL CONSTRAINT "PK_desk_referrals" PRIMARY KEY,
    "chat" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "granted_version" INTEGER NULL,
    "granted_at" INTEGER NULL,
    "until" INTEGER NULL,
    "sent_at" INTEGER NULL,
    "revoked_at" INTEGER NULL,
    "begun_by" TEXT NULL,
    "confirmed_by" TEXT NULL,
    "next_at" INTEGER NULL,
    "body" BLOB NOT NULL,
    CONSTRAINT "CK_desk_referrals_told_is_dated" CHECK (state NOT IN ('Sent', 'Accepted', 'Rejected', 'Done') OR sent_at IS NOT NULL),
    CONSTRAINT "CK_desk_referrals_told_was_allowed" CHECK (sent_at IS NULL OR COALESCE(granted_version = version AND granted_at <= sent_at AND sent_at < until AND COALESCE(revoked_at >= sent_at, 1), 0) OR COALESCE(begun_by <> confirmed_by AND sent_at < until, 0))
);

CREATE INDEX "IX_desk_referrals_chat" ON "desk_referrals" ("chat");

CREATE INDEX "IX_desk_referrals_next_at" ON "desk_referrals" ("next_at") WHERE next_at IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127024712_Referrals', '10.0.15');

