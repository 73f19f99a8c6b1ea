using System.Data.Common;
using ChatSupport.Reports.Cases;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>Reads and writes what staff see of cases.</summary>
internal static class WorkRows
{
    private const string Columns = """
        SELECT c.id, c.state, c.risk, c.is_child, c.in_danger, c.created_at, c.last_at, c.owner, c.closed_at, c.version, w.follow_up_at,
            (SELECT count(*) FROM report_messages m WHERE m.case_id = c.id AND m.from_reporter = 1 AND m.seen_at IS NULL),
            EXISTS (SELECT 1 FROM report_alerts a WHERE a.case_id = c.id AND a.seen_at IS NULL), c.held_until, c.deletion_asked_at,
            (SELECT count(*) FROM report_tasks t WHERE t.case_id = c.id AND t.done_at IS NULL),
            (SELECT min(t.due_at) FROM report_tasks t WHERE t.case_id = c.id AND t.done_at IS NULL)
        FROM report_cases c LEFT JOIN report_work w ON w.case_id = c.id
        """;

    private const string Change = """
        UPDATE report_cases SET state = $3, risk = $4, is_child = $5, last_at = $6, owner = $7, closed_at = $8, version = $2 + 1 WHERE id = $1 AND version = $2
        """;

    private const string Plan = "INSERT INTO report_work (case_id, follow_up_at) VALUES ($1, $2) ON CONFLICT (case_id) DO UPDATE SET follow_up_at = $2";
    private const string InConflict = "SELECT 1 FROM report_conflicts WHERE case_id = $1 AND staff = $2";

    /// <summary>An id of the form that ids have; what comes from outside is nothing else.</summary>
    public static bool IsId(string? id) => id is { Length: 32 } && id.All(char.IsAsciiHexDigitLower);

    public static Case? Find(StoreSession session, string? id) => IsId(id) && session[$"{Columns} WHERE c.id = $1"].All(Read, id) is [var one] ? one : null;

    /// <summary>All that there are, the most dangerous first, the older first among them.</summary>
    public static IReadOnlyList<Case> All(StoreSession session) => session[$"{Columns} ORDER BY c.closed_at IS NOT NULL, c.risk, c.created_at LIMIT 20000"].All(Read);

    /// <summary>Writes what changed.</summary>
    /// <exception cref="InvalidOperationException">It was changed since it was read, which within one transaction it cannot be.</exception>
    public static void Save(StoreSession session, Case one)
    {
        if (session[Change].Run(one.Id, one.Version, one.State.ToString(), one.Risk, one.IsChild ? 1 : 0, one.LastAt.ToUnixTimeMilliseconds(), one.Owner, one.ClosedAt?.ToUnixTimeMilliseconds()) != 1)
            throw new InvalidOperationException("A case was changed by two at once.");
        session[Plan].Run(one.Id, one.FollowUpAt?.ToUnixTimeMilliseconds());
    }

    /// <summary>She said that she knows somebody in it.</summary>
    public static bool IsInConflict(StoreSession session, string id, string staff) => session[InConflict].One(id, staff) is not null;

    /// <summary>The cases in which she knows somebody.</summary>
    public static IReadOnlySet<string> Conflicts(StoreSession session, string staff) =>
        session["SELECT case_id FROM report_conflicts WHERE staff = $1"].All(row => row.GetString(0), staff).ToHashSet(StringComparer.Ordinal);

    private static Case Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        State = Enum.Parse<CaseState>(row.GetString(1)),
        Risk = row.GetInt32(2),
        IsChild = row.GetInt64(3) != 0,
        InDanger = row.GetInt64(4) != 0,
        CreatedAt = Time(row.GetInt64(5)),
        LastAt = Time(row.GetInt64(6)),
        Owner = row.IsDBNull(7) ? null : row.GetString(7),
        ClosedAt = row.IsDBNull(8) ? null : Time(row.GetInt64(8)),
        Version = row.GetInt32(9),
        FollowUpAt = row.IsDBNull(10) ? null : Time(row.GetInt64(10)),
        Unseen = row.GetInt32(11),
        WaitsForSupervisor = row.GetInt64(12) != 0,
        HeldUntil = row.IsDBNull(13) ? null : Time(row.GetInt64(13)),
        DeletionAskedAt = row.IsDBNull(14) ? null : Time(row.GetInt64(14)),
        Tasks = row.GetInt32(15),
        TaskDueAt = row.IsDBNull(16) ? null : Time(row.GetInt64(16)),
    };

    private static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}
