CREATE TABLE "audit_entries" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_audit_entries" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "mac" BLOB NOT NULL
);

CREATE TRIGGER audit_entries_only_next BEFORE INSERT ON audit_entries
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit_entries)
BEGIN SELECT RAISE(ABORT, 'The audit log takes only the entry after its last.'); END;

CREATE TRIGGER audit_entries_no_change BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'The audit log is only added to: an entry cannot be changed.'); END;

CREATE TRIGGER audit_entries_no_removal BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'The audit log is only added to: an entry cannot be removed.'); END;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126150541_Audit', '10.0.15');

