using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatSupport.Peers.Bare;

/// <summary>One writer; whatever waits while a commit is on its way to the disk goes together into the next one.</summary>
internal sealed class GroupStore : IDisposable
{
    private const string Tables = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000;
        CREATE TABLE IF NOT EXISTS conversations (key TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, state BLOB, address BLOB, recent TEXT NOT NULL, menu TEXT);
        CREATE TABLE IF NOT EXISTS inbox (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS inbox_id ON inbox (id);
        CREATE TABLE IF NOT EXISTS messages (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, message_id TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS messages_id ON messages (conversation, message_id);
        CREATE TABLE IF NOT EXISTS outbox (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, turn INTEGER NOT NULL, part INTEGER NOT NULL, body BLOB NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS outbox_conversation ON outbox (conversation);
        """;

    private readonly Channel<(Rows Rows, TaskCompletionSource<long?> Done)> queue =
        Channel.CreateUnbounded<(Rows, TaskCompletionSource<long?>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, sqlite3_stmt> statements = new(StringComparer.Ordinal);

    public GroupStore(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Tables;
        command.ExecuteNonQuery();
        new Thread(Run) { IsBackground = true }.Start();
    }

    /// <summary>Writes rows.</summary>
    /// <returns>Once they are on disk: the number of the outbox row; null where the update was known.</returns>
    public Task<long?> Write(Rows rows)
    {
        var done = new TaskCompletionSource<long?>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((rows, done));
        return done.Task;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            raw.sqlite3_prepare_v2(connection.Handle, sql, out statement);
            statements.Add(sql, statement);
        }
        for (var i = 0; i < values.Length; i++)
            Bind(statement, i + 1, values[i]);
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"SQLite answered {result} to: {sql}"));
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>The number that the last insert gave to its row.</summary>
    public long LastNumber => raw.sqlite3_last_insert_rowid(connection.Handle);

    public void Dispose() => connection.Dispose();

    private void Run()
    {
        var group = new List<(TaskCompletionSource<long?> Done, long? Result)>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            Run("BEGIN IMMEDIATE");
            while (group.Count < 512 && queue.Reader.TryRead(out var next))
                group.Add((next.Done, next.Rows.Write(this)));
            Run("COMMIT");
            foreach (var (done, result) in group)
                done.SetResult(result);
        }
    }

    private static void Bind(sqlite3_stmt statement, int at, object? value) => _ = value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int(statement, at, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        string text => raw.sqlite3_bind_text(statement, at, text),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be bound."),
    };
}
