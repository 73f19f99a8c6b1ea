using System.Data.Common;
using System.Globalization;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Reads and writes publications that were planned for later.</summary>
internal sealed class PublicationRows(StoreReaders readers)
{
    private const int Longest = 1000;
    private const string Columns = "SELECT number, due_at, planned_at, planned_by, why, drafts, outcome FROM publications";
    private const string Insert = "INSERT INTO publications (due_at, planned_at, planned_by, why, drafts) VALUES ($1, $2, $3, $4, $5)";

    /// <summary>Those that wait, the next first.</summary>
    public IReadOnlyList<PublicationRow> Waiting() => readers.Read(session => session[$"{Columns} WHERE outcome IS NULL ORDER BY due_at, number"].All(Read));

    /// <summary>Those that ended last, the latest first.</summary>
    public IReadOnlyList<PublicationRow> Ended(int most) => readers.Read(session => session[$"{Columns} WHERE outcome IS NOT NULL ORDER BY number DESC LIMIT $1"].All(Read, most));

    public static void Add(StoreSession session, PublicationRow row) => session[Insert].Run(
        row.DueAt.ToUnixTimeMilliseconds(), row.PlannedAt.ToUnixTimeMilliseconds(), row.PlannedBy, row.Why, row.Drafts);

    /// <summary>Whether it still waits, as a transaction sees it.</summary>
    public static bool IsWaiting(StoreSession session, long number) => session["SELECT 1 FROM publications WHERE number = $1 AND outcome IS NULL"].One(number) is not null;

    /// <summary>Says what became of one that waits.</summary>
    /// <returns>False where it does not wait any more.</returns>
    public static bool End(StoreSession session, long number, string outcome) =>
        session["UPDATE publications SET outcome = $2 WHERE number = $1 AND outcome IS NULL"].Run(number, outcome.Length > Longest ? outcome[..Longest] : outcome) > 0;

    /// <summary>Drafts by path and version, a line each.</summary>
    public static string Write(IEnumerable<Draft> drafts) =>
        string.Join('\n', drafts.Select(draft => string.Create(CultureInfo.InvariantCulture, $"{draft.Version} {draft.Path}")));

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<(string Path, int Version)> Read(string drafts) =>
        [.. drafts.Split('\n').Select(line => line.Split(' ', 2)).Select(parts => (parts[1], int.Parse(parts[0], CultureInfo.InvariantCulture)))];

    private static PublicationRow Read(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        PlannedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        PlannedBy = row.GetString(3),
        Why = row.GetString(4),
        Drafts = row.GetString(5),
        Outcome = row.IsDBNull(6) ? null : row.GetString(6),
    };
}
