using Microsoft.Data.Sqlite;

namespace ChatSupport.Benchmarks.Savings;

/// <summary>What the same would cost with nothing promised: lines in a table and a balance that is written over, with the same settings of the same database. It is the
/// limit, not an example: whoever writes it can change any riel unseen.</summary>
internal sealed class PlainTable : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand balance;
    private readonly SqliteCommand statement;

    public PlainTable(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=4000;"
            + "CREATE TABLE balances (account INTEGER PRIMARY KEY, balance INTEGER NOT NULL);"
            + "CREATE TABLE lines (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, account INTEGER NOT NULL, amount INTEGER NOT NULL, at INTEGER NOT NULL);"
            + "CREATE INDEX lines_of ON lines (account);");
        insert = Command("INSERT INTO lines (id, account, amount, at) VALUES ($a, $b, $c, 0)", "$a", "$b", "$c");
        update = Command("INSERT INTO balances VALUES ($a, $b) ON CONFLICT DO UPDATE SET balance = balance + $b", "$a", "$b");
        balance = Command("SELECT balance FROM balances WHERE account = $a", "$a");
        statement = Command("SELECT seq, id, amount, at FROM lines WHERE account = $a ORDER BY seq DESC LIMIT $b", "$a", "$b");
    }

    /// <summary>Some lines in one transaction.</summary>
    public void Add(IEnumerable<(string Id, long Account, long Amount)> lines)
    {
        Run("BEGIN IMMEDIATE");
        foreach (var (id, account, amount) in lines)
        {
            Set(insert, id, account, amount);
            insert.ExecuteNonQuery();
            Set(update, account, amount);
            update.ExecuteNonQuery();
        }
        Run("COMMIT");
    }

    public long Balance(long account)
    {
        Set(balance, account);
        return (long)balance.ExecuteScalar()!;
    }

    public int Statement(long account, int count)
    {
        Set(statement, account, count);
        using var reader = statement.ExecuteReader();
        var lines = new List<(long, string, long, long)>();
        while (reader.Read())
            lines.Add((reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
        return lines.Count;
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[insert, update, balance, statement])
            command.Dispose();
        connection.Dispose();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at];
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }
}
