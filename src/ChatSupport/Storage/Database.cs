using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatSupport.Storage;

/// <summary>The database file: where it lies and how every connection to it is set up.</summary>
internal sealed class Database(IOptions<DatabaseOptions> options, IHostEnvironment environment)
{
    // synchronous=FULL: a commit is on disk before it is acknowledged, also through a power cut.
    // secure_delete: what is deleted is overwritten. Both hold for one connection only, so each gets them.
    private const string EveryConnection =
        "PRAGMA busy_timeout=2000; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    // In KiB. The system keeps the file in memory as well; a reader drops its own pages whenever something was written.
    private const string Writing = "PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=4000;";
    private const string Reading = "PRAGMA query_only=ON; PRAGMA cache_size=-2048;";

    /// <summary>The file.</summary>
    public string File { get; } = Path.GetFullPath(options.Value.File, environment.ContentRootPath);

    /// <summary>What a provider needs to reach it. The time limit is short because SQLite itself waits for locks.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 1 }.ToString();

    /// <summary>A connection for the start, which makes the file where there is none.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public StoreSession OpenOrMake() => new(Open(EveryConnection + Writing, SqliteOpenMode.ReadWriteCreate));

    /// <summary>A connection that may write. Keep one: SQLite knows one writer at a time.</summary>
    /// <exception cref="SqliteException">The file cannot be opened. One that is gone is not made anew: its conversations would seem never to have been.</exception>
    public StoreSession OpenForWriting() => new(Open(EveryConnection + Writing, SqliteOpenMode.ReadWrite));

    /// <summary>A connection that cannot write.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public StoreSession OpenForReading() => new(Open(EveryConnection + Reading, SqliteOpenMode.ReadWrite));

    /// <summary>True for what may go away by itself or by an operator: lock, full disk, lost or read-only file. False for a fault of the statement.</summary>
    public static bool IsUnavailable(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_READONLY
            or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_NOMEM
            or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_PROTOCOL,
    };

    /// <summary>True where the file does not hold what a database holds.</summary>
    public static bool IsDamaged(Exception? exception) => exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB };

    /// <summary>True where the connection itself is sound and only the moment is bad.</summary>
    public static bool MayKeepConnection(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_FULL };

    private SqliteConnection Open(string pragmas, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Mode = mode }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
