ALTER TABLE "drafts" ADD "authors" TEXT NOT NULL DEFAULT '';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126160300_DraftAuthors', '10.0.15');

