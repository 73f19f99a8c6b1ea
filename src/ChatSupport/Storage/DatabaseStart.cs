using ChatSupport.Storage.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatSupport.Storage;

/// <summary>Makes the database and the keys ready, once, before anything uses them.</summary>
internal sealed class DatabaseStart(
    Database database, IOptions<KeyOptions> keys, IHostEnvironment environment, TimeProvider time, ILogger<DatabaseStart> log)
{
    private const string Setting = DatabaseOptions.Section + ":File";
    private readonly Lock once = new();
    private KeyRing? ring;

    /// <summary>Brings the database to this version and takes the keys that belong to it. Safe to call again.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be written, the database is newer, or the keys do not fit.</exception>
    public KeyRing Prepare()
    {
        lock (once)
            return ring ??= PrepareOnce();
    }

    private KeyRing PrepareOnce()
    {
        MakeFolder();
        try
        {
            using var session = database.OpenOrMake();
            session["PRAGMA journal_mode=WAL"].One();
            Migrate(session);
            return OpenKeys(session);
        }
        catch (SqliteException e)
        {
            throw Refused(e);
        }
    }

    private void Migrate(StoreSession session)
    {
        session.Begin();
        var applied = Applied(session);
        var unknown = applied.Except(MigrationList.Known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new StartRefusedException(Setting,
                $"The database {database.File} was written by a newer version of the program (it has the change '{unknown[^1]}').",
                "Start that version again, or put back the backup from before the update.");
        }
        if (applied.Count < MigrationList.Known.Count)
            Upgrade(session, applied);
        session.Commit();
    }

    private void Upgrade(StoreSession session, List<string> applied)
    {
        var began = time.GetTimestamp();
        foreach (var name in MigrationList.Known.Skip(applied.Count))
            session.RunScript(MigrationList.Script(name));
        log.Migrated(applied.Count, MigrationList.Known.Count, time.GetElapsedTime(began).TotalMilliseconds);
    }

    private static List<string> Applied(StoreSession session) =>
        session["SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'"].One() is null
            ? []
            : session["SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId"].All(row => row.GetString(0));

    private KeyRing OpenKeys(StoreSession session)
    {
        var hasStoredData = session["SELECT 1 FROM conversations UNION ALL SELECT 1 FROM staff UNION ALL SELECT 1 FROM audit_entries UNION ALL SELECT 1 FROM savings_accounts UNION ALL SELECT 1 FROM savings_groups LIMIT 1"].One() is not null;
        var folder = Path.GetFullPath(keys.Value.Folder, environment.ContentRootPath);
        var opened = KeyRing.Open(folder, Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY"), hasStoredData, out var made);
        if (made)
            log.KeysMade(folder);
        KeySeal.Check(session, opened, anew: made);
        return opened;
    }

    private void MakeFolder()
    {
        var folder = Path.GetDirectoryName(database.File)!;
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); // one that exists keeps its mode
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(Setting, $"The folder {folder} cannot be made: {e.Message}",
                "Name a file in a folder that the user of the program may write to.", e);
        }
    }

    private StartRefusedException Refused(SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(Setting,
            $"Another program holds the database {database.File} locked.", "End the other program, then start again.", e),
        SQLitePCL.raw.SQLITE_FULL => new(Setting,
            $"The disk of {database.File} is full.", "Make room on it, then start again.", e),
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => new(Setting,
            $"{database.File} is not a sound database: {e.Message}", "Move it away and put back a backup, or name another file.", e),
        _ when Database.IsUnavailable(e) => new(Setting,
            $"The database {database.File} cannot be opened for writing: {e.Message}",
            "Give the file and its folder to the user that runs the program, or name another file.", e),
        _ => new(Setting, $"The database {database.File} could not be made ready: {e.Message}",
            "Keep a copy of the file and report this sentence: it is a fault of the program.", e),
    };
}
