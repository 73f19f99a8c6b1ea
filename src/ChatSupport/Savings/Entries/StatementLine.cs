using System.Data.Common;

namespace ChatSupport.Savings.Entries;

/// <summary>An entry as one of its accounts sees it.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="Kind">Why.</param>
/// <param name="Change">What it did to the balance, in the smallest unit: below zero where it became less.</param>
/// <param name="Balance">The balance behind it: the sum of all changes up to it.</param>
/// <param name="OccurredOn">Its day.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Maker">Opaque id of who made it.</param>
/// <param name="Reverses">Position of the entry that it takes back; null for none.</param>
/// <param name="ReversedBy">Position of the entry that took it back; null where none did.</param>
internal sealed record StatementLine(
    long Seq, EntryKind Kind, long Change, long Balance, DateOnly OccurredOn, DateTimeOffset RecordedAt, string Maker, long? Reverses, long? ReversedBy)
{
    /// <summary>The newest lines of an account: $1 its number, $2 before which position, $3 how many.</summary>
    public const string Newest = """
        SELECT seq, kind, amount, balance, occurred_on, recorded_at, maker, reverses, (SELECT r.seq FROM savings_entries r WHERE r.reverses = line.seq) FROM (
            SELECT * FROM (SELECT seq, kind, amount, dr_balance AS balance, occurred_on, recorded_at, maker, reverses FROM savings_entries WHERE dr = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3)
            UNION ALL
            SELECT * FROM (SELECT seq, kind, -amount, cr_balance, occurred_on, recorded_at, maker, reverses FROM savings_entries WHERE cr = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3)
            ORDER BY seq DESC LIMIT $3) AS line
        """;

    /// <summary>Reads a row of <see cref="Newest"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="side">See <see cref="Accounts.AccountKinds.SideOf"/>.</param>
    public static StatementLine Of(DbDataReader row, int side) => new(
        row.GetInt64(0), LedgerRows.Word<EntryKind>(row.GetString(1)), side * row.GetInt64(2), row.GetInt64(3), LedgerRows.Day(row.GetString(4)), LedgerRows.Moment(row.GetInt64(5)),
        row.GetString(6), row.IsDBNull(7) ? null : row.GetInt64(7), row.IsDBNull(8) ? null : row.GetInt64(8));
}
