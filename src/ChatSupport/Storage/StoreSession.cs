using Microsoft.Data.Sqlite;

namespace ChatSupport.Storage;

/// <summary>One open connection with the statements prepared on it. Used by one thread at a time.</summary>
internal sealed class StoreSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    private readonly Dictionary<object, Action> afterCommit = [];

    private bool emptyLog;

    public StoreSession(SqliteConnection open) => connection = open;

    /// <summary>The number that the last insert gave to its row.</summary>
    public long LastNumber => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>The prepared form of a statement: the same text is prepared once.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!statements.TryGetValue(sql, out var statement))
                statements.Add(sql, statement = new Statement(connection, sql));
            return statement;
        }
    }

    /// <summary>Begins a transaction that holds the write lock from its first moment, so that nothing can move between a look and a write.</summary>
    public void Begin()
    {
        afterCommit.Clear(); // of one that was taken back
        this["BEGIN IMMEDIATE"].Run();
    }

    /// <summary>Makes it durable, then does what was asked for.</summary>
    public void Commit()
    {
        this["COMMIT"].Run();
        foreach (var act in afterCommit.Values)
            act();
        afterCommit.Clear();
    }

    /// <summary>Asks for something once this transaction is on disk; never where it is taken back.</summary>
    /// <param name="owner">Who asks: a second time changes nothing.</param>
    /// <param name="act">Short, and never throws: what is committed cannot be told to have failed.</param>
    /// <returns>True for the first time in this transaction.</returns>
    public bool AfterCommit(object owner, Action act) => afterCommit.TryAdd(owner, act);

    /// <summary>Asks that, after the commit, the write-ahead log is emptied, so that what was deleted cannot be read in it.</summary>
    /// <returns>True, for the writer's sake.</returns>
    public bool EmptyLogAfterCommit() => emptyLog = true;

    /// <summary>Brings the write-ahead log into the database and cuts it to nothing, where that was asked for.</summary>
    public void EmptyLogIfAsked()
    {
        if (!emptyLog)
            return;
        emptyLog = false;
        this["PRAGMA busy_timeout=0"].Run(); // a reader may be in the way: it is not waited for, the next time does it
        this["PRAGMA wal_checkpoint(TRUNCATE)"].One();
        this["PRAGMA busy_timeout=2000"].Run();
    }

    /// <summary>Takes it back; does nothing where none is open, because some failures end it by themselves.</summary>
    public void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            this["ROLLBACK"].Run();
    }

    /// <summary>Runs a script of several statements.</summary>
    public void RunScript(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
