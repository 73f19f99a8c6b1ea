using System.Data.Common;
using System.Text;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Audit;

/// <summary>A row as its bytes are in the file. A text with an invisible end, or a fraction of a millisecond, would look the same as an <see cref="AuditEntry"/>.</summary>
internal sealed record AuditRow(long Number, bool Sound, long At, byte[] Who, byte[] Act, byte[] Subject, byte[] Detail, byte[] Mac)
{
    // Sound: each column is of its type. What is of another cannot have been written by this program.
    private const string Read = """
        SELECT number,
            typeof(at) = 'integer' AND typeof(who) = 'text' AND typeof(act) = 'text' AND typeof(subject) = 'text' AND typeof(detail) = 'text' AND typeof(mac) = 'blob',
            CAST(at AS INTEGER), CAST(who AS BLOB), CAST(act AS BLOB), CAST(subject AS BLOB), CAST(detail AS BLOB), CAST(mac AS BLOB)
        FROM audit_entries WHERE number >= $1 ORDER BY number LIMIT 1000
        """;

    public string ActText => Encoding.UTF8.GetString(Act);

    public string SubjectText => Encoding.UTF8.GetString(Subject);

    public string DetailText => Encoding.UTF8.GetString(Detail);

    /// <summary>All rows in the order of their numbers, read bit by bit.</summary>
    public static IEnumerable<AuditRow> All(StoreReaders readers)
    {
        var from = long.MinValue;
        while (readers.Read(session => session[Read].All(Of, from)) is [_, ..] some)
        {
            foreach (var row in some)
                yield return row;
            if (some[^1].Number == long.MaxValue)
                yield break;
            from = some[^1].Number + 1;
        }
    }

    private static AuditRow Of(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1) == 1, row.IsDBNull(2) ? 0 : row.GetInt64(2), Bytes(row, 3), Bytes(row, 4), Bytes(row, 5), Bytes(row, 6), Bytes(row, 7));

    private static byte[] Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? [] : (byte[])row.GetValue(column);
}
