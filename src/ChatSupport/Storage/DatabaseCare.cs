using ChatSupport.Storage.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatSupport.Storage;

/// <summary>Looks after the database file while the program serves, or before it does: checks, copies, puts a copy back.</summary>
internal sealed class DatabaseCare(Database database, IOptions<KeyOptions> keys, IHostEnvironment environment)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Everything that is wrong with a database file, a sentence each; empty for a sound one.</summary>
    /// <param name="file">The file; null for the database itself.</param>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    public IReadOnlyList<string> Check(string? file = null)
    {
        try
        {
            using var session = Open(file ?? database.File, SqliteOpenMode.ReadOnly);
            List<string> findings = [.. session["PRAGMA integrity_check(20)"].All(row => row.GetString(0)).Where(line => line != "ok").Select(line => $"The file is damaged: {line}.")];
            if (findings.Count > 0)
                return findings;
            findings.AddRange(session["PRAGMA foreign_key_check"].All(row => $"A row of {row.GetString(0)} points to nothing."));
            findings.AddRange(CheckSchema(session));
            if (findings.Count == 0)
                findings.AddRange(CheckKeys(session));
            return findings;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return [$"The file is not a sound database: {e.Message}"];
        }
        catch (SqliteException e) when (Database.IsUnavailable(e))
        {
            throw new StoreUnavailableException("The database could not be read.", e);
        }
    }

    /// <summary>Copies the database as it is at this moment, without what was deleted, into a file that only its owner may read. Conversations go on meanwhile.</summary>
    /// <param name="target">The new file; must not exist.</param>
    /// <exception cref="IOException">The file exists or cannot be made.</exception>
    /// <exception cref="StoreUnavailableException">The copy could not be made; nothing is left of it.</exception>
    public void BackUp(string target)
    {
        MakeEmpty(target);
        try
        {
            using (var session = Open(database.File, SqliteOpenMode.ReadWrite))
                session["VACUUM INTO $1"].Run(target);
            using var copy = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
            copy.Flush(flushToDisk: true);
        }
        catch (Exception e)
        {
            File.Delete(target);
            if (Database.IsUnavailable(e))
                throw new StoreUnavailableException("The backup could not be made.", e);
            throw;
        }
    }

    /// <summary>Puts a backup in the place of the database. The former one is kept beside it.</summary>
    /// <param name="backup">A sound backup.</param>
    /// <returns>The file that the former database is in now; null where there was none.</returns>
    /// <exception cref="StoreUnavailableException">A process uses the database, or the disk does not take it; nothing changed.</exception>
    public string? Restore(string backup)
    {
        var fresh = database.File + ".restoring";
        File.Delete(fresh);
        Directory.CreateDirectory(Path.GetDirectoryName(database.File)!);
        MakeEmpty(fresh);
        using (var from = File.OpenRead(backup))
        using (var to = new FileStream(fresh, FileMode.Open, FileAccess.Write))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }
        DropWaiting(fresh);
        var former = MoveAway();
        File.Move(fresh, database.File);
        return former;
    }

    /// <summary>Messages that waited then must not arrive now. Those that erase somebody stay: they end her erasing.</summary>
    private static void DropWaiting(string file)
    {
        using var session = Open(file, SqliteOpenMode.ReadWrite);
        session["DELETE FROM outbox WHERE forgets = 0"].Run();
    }

    private string? MoveAway()
    {
        if (!File.Exists(database.File))
            return null;
        try
        {
            // Only the last one to use a database can bring it out of the write-ahead log: a serving process keeps this from succeeding.
            using var session = Open(database.File, SqliteOpenMode.ReadWrite);
            session["PRAGMA journal_mode=DELETE"].One();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is not (SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT))
        {
            throw new StoreUnavailableException("Another process uses the database: stop it first.", e);
        }
        catch (SqliteException)
        {
            // Damaged: nothing can be brought out of it, and it is to be replaced.
        }
        var former = $"{database.File}.before-restore";
        for (var n = 2; File.Exists(former); n++)
            former = $"{database.File}.before-restore-{n}";
        File.Move(database.File, former);
        File.Delete(database.File + "-wal");
        File.Delete(database.File + "-shm");
        return former;
    }

    private static IEnumerable<string> CheckSchema(StoreSession session)
    {
        if (session["SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'"].One() is null)
            return ["It was never made ready: run 'chatsupport database migrate'."];
        var applied = session["SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId"].All(row => row.GetString(0));
        return
        [
            .. applied.Except(MigrationList.Known, StringComparer.Ordinal).Select(name => $"It has the change '{name}' of a newer version of the program."),
            .. MigrationList.Known.Except(applied, StringComparer.Ordinal).Select(name => $"It lacks the change '{name}': run 'chatsupport database migrate'."),
        ];
    }

    /// <summary>Takes the keys of the database for a command that only reads. Makes, mends and migrates nothing.</summary>
    /// <exception cref="StartRefusedException">A key is missing or not the one of this database, or the database is not of this version.</exception>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    public KeyRing OpenKeys()
    {
        try
        {
            using var session = Open(database.File, SqliteOpenMode.ReadOnly);
            if (CheckSchema(session).FirstOrDefault() is { } wrong)
                throw new StartRefusedException(DatabaseOptions.Section + ":File", $"{database.File} is not of this version of the program.", wrong);
            var ring = ReadKeys();
            return KeySeal.Fits(session, ring) is not { } other
                ? ring
                : throw new StartRefusedException(KeyOptions.Section + ":Folder", other, "Put the key files and the database of the same installation together again.");
        }
        catch (SqliteException e) when (Database.IsUnavailable(e))
        {
            throw new StoreUnavailableException("The database could not be read.", e);
        }
    }

    private KeyRing ReadKeys() => KeyRing.Open(
        Path.GetFullPath(keys.Value.Folder, environment.ContentRootPath), Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY"), hasStoredData: true, out _);

    private IEnumerable<string> CheckKeys(StoreSession session)
    {
        try
        {
            return KeySeal.Fits(session, ReadKeys()) is { } wrong ? [wrong] : [];
        }
        catch (StartRefusedException e)
        {
            return [e.Message];
        }
    }

    private static StoreSession Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=2000; PRAGMA secure_delete=ON;";
            command.ExecuteNonQuery();
            return new StoreSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakeEmpty(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        new FileStream(file, options).Dispose();
    }
}
