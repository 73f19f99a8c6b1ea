using System.Data.Common;
using ChatSupport.Savings.Entries;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Checking;

/// <summary>Reads rows together with whether each column is of its type. A text with an invisible end, or 5.0 for 5, would look the same otherwise.</summary>
internal static class SoundRow
{
    private const int Batch = 1000;

    private static readonly HashSet<string> texts = ["id", "group_id", "kind", "owner", "pocket", "currency", "opened_by", "what", "reason", "ended_by", "maker", "confirmer", "link", "occurred_on"];
    private static readonly HashSet<string> bytes = ["request", "hash", "seal", "prev_hash", "body", "book_key"];
    private static readonly HashSet<string> mayBeNull = ["confirmer", "reverses", "hold", "link", "left_at"];

    /// <summary>All rows in the order of their numbers, read bit by bit.</summary>
    /// <param name="session">In a transaction, so that all is of one moment.</param>
    /// <param name="table">Which.</param>
    /// <param name="columns">Its columns; the number first.</param>
    /// <param name="read">Reads a row.</param>
    /// <returns>The number, and the row; null for a row that this program cannot have written. Where the numbers fall, the last is the one that does.</returns>
    public static IEnumerable<(long Number, T? Row)> All<T>(StoreSession session, LedgerTable table, string columns, Func<DbDataReader, T> read) where T : class
    {
        var last = columns.Split(", ").Length;
        var statement = session[$"SELECT {columns}, {Condition(columns)} FROM {table.Name} WHERE {table.Key} >= $1 ORDER BY {table.Key} LIMIT {Batch}"];
        var from = long.MinValue;
        while (statement.All(row => (row.GetInt64(0), row.GetInt64(last) == 1 ? Try(row, read) : null), from) is [_, ..] some)
        {
            foreach (var row in some)
            {
                yield return row;
                if (row.Item1 < from || row.Item1 == long.MaxValue)
                    yield break; // a damaged page has numbers that fall: who asked sees one that does not go on, and going on would never end
                from = row.Item1;
            }
            from++;
        }
    }

    /// <summary>A condition that holds where each column is of its type.</summary>
    public static string Condition(string columns) => string.Join(" AND ", columns.Split(", ").Select(One));

    private static string One(string column)
    {
        var sound = texts.Contains(column) ? $"(typeof({column}) = 'text' AND instr(CAST({column} AS BLOB), x'00') = 0)" : $"typeof({column}) = '{(bytes.Contains(column) ? "blob" : "integer")}'";
        return mayBeNull.Contains(column) ? $"({column} IS NULL OR {sound})" : sound;
    }

    private static T? Try<T>(DbDataReader row, Func<DbDataReader, T> read) where T : class
    {
        try
        {
            return read(row);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
