using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>Fills a database of the program with conversations that nobody continues: the rows of a worker who walked some screens yesterday.</summary>
/// <remarks>Sealed fields are random bytes, as sealed bytes look; nobody opens them.</remarks>
internal static class StoredConversations
{
    private const int StateBytes = 420; // what a state of the four-screen talk takes, sealed
    private const int AddressBytes = 36;

    /// <summary>Adds rows until there are so many conversations.</summary>
    public static void Fill(string database, int conversations)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-524288; PRAGMA temp_store=MEMORY;");
        var have = Count(connection);
        var keys = Enumerable.Range(0, Math.Max(0, conversations - have))
            .Select(_ => $"tg:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}")
            .Order(StringComparer.Ordinal).ToArray(); // in order: an index is filled from end to end
        using (var transaction = connection.BeginTransaction())
        {
            AddConversations(connection, keys);
            AddTheRest(connection, keys);
            transaction.Commit();
        }
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static void AddConversations(SqliteConnection connection, string[] keys)
    {
        using var add = Prepare(connection, "INSERT INTO conversations (key, version, state, address, recent, menu) VALUES ($1, 4, $2, $3, $4, $5)", 5);
        for (var i = 0; i < keys.Length; i++)
        {
            var recent = string.Create(CultureInfo.InvariantCulture, $"tg:4242:{i * 4 + 3}\ntg:4242:{i * 4 + 2}\ntg:4242:{i * 4 + 1}\ntg:4242:{i * 4}\n");
            Run(add, keys[i], RandomNumberGenerator.GetBytes(StateBytes), RandomNumberGenerator.GetBytes(AddressBytes), recent, Text(i));
        }
    }

    private static void AddTheRest(SqliteConnection connection, string[] keys)
    {
        var now = DateTimeOffset.UtcNow.AddHours(-20).ToUnixTimeMilliseconds(); // young enough to be kept
        var due = DateTimeOffset.UtcNow.AddHours(52).ToUnixTimeMilliseconds();
        using var inbox = Prepare(connection, "INSERT OR IGNORE INTO inbox (id, at) VALUES ($1, $2)", 2);
        using var message = Prepare(connection, "INSERT INTO messages (conversation, message_id, at) VALUES ($1, $2, $3)", 3);
        using var schedule = Prepare(connection, "INSERT INTO schedule (conversation, kind, due_at, look_at) VALUES ($1, 'PlaceExpiry', $2, $2)", 2);
        for (var i = 0; i < keys.Length; i++)
        {
            Run(inbox, $"tg:4242:{Text(i)}-stored", now);
            Run(message, keys[i], Text(i), now);
            Run(message, keys[i], Text(i + 1), now);
            Run(schedule, keys[i], due);
        }
    }

    private static int Count(SqliteConnection connection)
    {
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM conversations";
        return Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++)
            command.Parameters.AddWithValue($"${Text(i)}", DBNull.Value);
        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
