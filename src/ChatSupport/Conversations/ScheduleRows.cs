using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Reads and writes what becomes due.</summary>
internal sealed class ScheduleRows(StoreReaders readers, StoreWriter writer)
{
    private const string Looked = """
        SELECT conversation, kind, due_at FROM schedule
        WHERE look_at <= $1 AND substr(conversation, 1, instr(conversation, ':') - 1) IN (SELECT value FROM json_each($2))
        ORDER BY look_at LIMIT 100
        """;

    private const string Earliest = "SELECT min(look_at) FROM schedule WHERE look_at > $1";
    private const string LookLater = "UPDATE schedule SET look_at = $4 WHERE conversation = $1 AND kind = $2 AND due_at = $3";
    private const string Move = "UPDATE schedule SET due_at = due_at + $2, look_at = look_at + $2 WHERE kind = $1";
    private const string Set = """
        INSERT INTO schedule (conversation, kind, due_at, look_at) VALUES ($1, $2, $3, $3)
        ON CONFLICT (conversation, kind) DO UPDATE SET due_at = excluded.due_at, look_at = excluded.look_at
        """;

    private const string Done = "DELETE FROM schedule WHERE conversation = $1 AND kind = $2 AND due_at = $3";

    /// <summary>Something becomes due for a conversation by an act that is no turn of it.</summary>
    /// <param name="session">A transaction.</param>
    /// <param name="bell">Wakes the schedule; null in a process that has none: the one that has finds it within a minute.</param>
    /// <param name="conversation">Opaque key.</param>
    /// <param name="kind">What becomes due.</param>
    /// <param name="at">When.</param>
    public static void Put(StoreSession session, ScheduleBell? bell, string conversation, DueKind kind, DateTimeOffset at)
    {
        session[Set].Run(conversation, kind.ToString(), at.ToUnixTimeMilliseconds());
        if (bell is not null)
            session.AfterCommit(bell, () => bell.Ring(at));
    }

    /// <summary>The rows to look at now, at most a hundred.</summary>
    /// <param name="now">The time.</param>
    /// <param name="channels">The channels of this program as a JSON list; rows of others are left to the program that has them.</param>
    public List<DueRow> ReadDue(DateTimeOffset now, string channels) => readers.Read(session => session[Looked].All(
        row => new DueRow(row.GetString(0), row.GetString(1), row.GetInt64(2)), now.ToUnixTimeMilliseconds(), channels));

    /// <summary>When the next row after a time is to be looked at; null where there is none.</summary>
    public DateTimeOffset? ReadNext(DateTimeOffset after) =>
        readers.Read(session => session[Earliest].One(after.ToUnixTimeMilliseconds())) is long next ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null;

    /// <summary>The rows are due later than they were looked at, or failed: look again at these times.</summary>
    public Task Postpone(IReadOnlyList<(DueRow Row, DateTimeOffset Until)> rows, CancellationToken cancel) => writer.Write(session =>
    {
        foreach (var (row, until) in rows)
            session[LookLater].Run(row.Conversation, row.Kind, row.DueAt, until.ToUnixTimeMilliseconds());
        return true;
    }, cancel);

    /// <summary>The clock was set: what hides a sensitive screen moves with it, so that it still comes after as many minutes.</summary>
    public Task MoveSensitive(TimeSpan by, CancellationToken cancel) =>
        writer.Write(session => session[Move].Run(nameof(DueKind.SensitiveExpiry), (long)by.TotalMilliseconds), cancel);

    /// <summary>The row was brought to its conversation. One that was set anew by that turn stays.</summary>
    public Task Remove(DueRow row, CancellationToken cancel) =>
        writer.Write(session => session[Done].Run(row.Conversation, row.Kind, row.DueAt), cancel);
}

/// <summary>A row of the schedule.</summary>
/// <param name="Conversation">Opaque key.</param>
/// <param name="Kind">Its <see cref="DueKind"/>, as it is written.</param>
/// <param name="DueAt">UTC milliseconds.</param>
internal sealed record DueRow(string Conversation, string Kind, long DueAt)
{
    public DateTimeOffset Due => DateTimeOffset.FromUnixTimeMilliseconds(DueAt);

    /// <summary>The event. Its id makes a second telling a repeat.</summary>
    public Inbound ToInbound(DueKind kind, DateTimeOffset now) => new()
    {
        Id = $"due:{Conversation}:{Kind}:{DueAt}",
        Conversation = Conversation,
        Event = new InboundEvent.Due(kind),
        ArrivedAt = now,
    };
}
