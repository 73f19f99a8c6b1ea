using ChatSupport.Escalation.Desk;

namespace ChatSupport.Escalation.Duty;

/// <summary>How long educators were on. Each time is counted where it ends, so that a crash loses none that is over.</summary>
internal static class DutyHours
{
    private const string Kind = "on-duty";
    private const string Add = "INSERT INTO desk_events (chat, kind, level, who, millis, at) VALUES ('', $1, 3, $2, $3, $4)";
    private const string OfOne = "SELECT who, millis, at FROM desk_events WHERE who = $1 AND kind = $2 AND at > $3";
    private const string OfAll = "SELECT who, millis, at FROM desk_events WHERE kind = $1 AND at > $2";

    /// <summary>Her time is over, where she is on.</summary>
    public static void Count(DeskPen pen, Educator educator)
    {
        if (educator is { Duty: DutyState.On, DutySince: { } since })
            pen.Session[Add].Run(Kind, educator.Id, (long)(pen.Now - since).TotalMilliseconds, pen.Now.ToUnixTimeMilliseconds());
    }

    /// <summary>How long she was on since then, with the time that goes on.</summary>
    public static TimeSpan Since(DeskPen pen, Educator educator, DateTimeOffset from)
    {
        var over = pen.Session[OfOne].All(row => TurnOf(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), educator.Id, Kind, from.ToUnixTimeMilliseconds());
        return Sum(educator is { Duty: DutyState.On, DutySince: { } since } ? over.Append(new DutyTurn(educator.Id, since, pen.Now)) : over, from, DateTimeOffset.MaxValue);
    }

    /// <summary>Everybody's times that ended after a moment, and those that go on.</summary>
    public static List<DutyTurn> After(DeskPen pen, DateTimeOffset from) =>
    [
        .. pen.Session[OfAll].All(row => TurnOf(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), Kind, from.ToUnixTimeMilliseconds()),
        .. pen.Educators().Where(one => one is { Duty: DutyState.On, DutySince: not null }).Select(one => new DutyTurn(one.Id, one.DutySince!.Value, pen.Now)),
    ];

    /// <summary>The part of them between two moments.</summary>
    public static TimeSpan Sum(IEnumerable<DutyTurn> turns, DateTimeOffset from, DateTimeOffset until) => turns.Aggregate(TimeSpan.Zero, (sum, turn) =>
    {
        var (begin, end) = (turn.From < from ? from : turn.From, turn.Until > until ? until : turn.Until);
        return end > begin ? sum + (end - begin) : sum;
    });

    private static DutyTurn TurnOf(string who, long millis, long at)
    {
        var until = DateTimeOffset.FromUnixTimeMilliseconds(at);
        return new DutyTurn(who, until - TimeSpan.FromMilliseconds(millis), until);
    }
}

/// <summary>A time that an educator was on.</summary>
internal sealed record DutyTurn(string Who, DateTimeOffset From, DateTimeOffset Until);
