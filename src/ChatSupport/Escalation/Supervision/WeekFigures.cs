using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Supervision;

/// <summary>How the desk did in one week with chats of one level: the level that each had when it was asked for.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Level">0 to 3.</param>
internal sealed record WeekFigures(DateTimeOffset Week, int Level)
{
    private static readonly TimeSpan soon = TimeSpan.FromMinutes(5);

    /// <summary>Every figure with its name in English; times are minutes, shares percent.</summary>
    public static IReadOnlyList<(string Name, Func<WeekFigures, Cell> Of)> Speed { get; } =
    [
        ("Asked for", week => week.Asked), ("Answered", week => week.Answered), ("Half within (min)", week => week.Half), ("90 % within (min)", week => week.Most),
        ("Within 5 min (%)", week => week.Soon), ("Half within, somebody on (min)", week => week.HalfStaffed), ("Half within, nobody on (min)", week => week.HalfUnstaffed),
    ];

    /// <inheritdoc cref="Speed"/>
    public static IReadOnlyList<(string Name, Func<WeekFigures, Cell> Of)> Troubles { get; } =
    [
        ("Supervisors called", week => week.Alarms), ("Given to another", week => week.Requeued), ("Taken by another first", week => week.ClaimsLost),
        ("Not delivered", week => week.Undelivered), ("Returned to the writer", week => week.Returned), ("Lines held", week => week.Held), ("Felt heard (%)", week => week.Heard),
    ];

    public Cell Asked { get; private init; }

    public Cell Answered { get; private init; }

    /// <summary>Minutes to the first answer of a human being, of half of them.</summary>
    public Cell Half { get; private init; }

    /// <summary>Of nine in ten.</summary>
    public Cell Most { get; private init; }

    /// <summary>The share of those who asked and were answered within five minutes.</summary>
    public Cell Soon { get; private init; }

    public Cell HalfStaffed { get; private init; }

    public Cell HalfUnstaffed { get; private init; }

    public Cell Alarms { get; private init; }

    public Cell Requeued { get; private init; }

    public Cell ClaimsLost { get; private init; }

    public Cell Undelivered { get; private init; }

    public Cell Returned { get; private init; }

    public Cell Held { get; private init; }

    /// <summary>The share of those who said how it was and felt heard.</summary>
    public Cell Heard { get; private init; }

    /// <summary>Counts.</summary>
    /// <param name="week">The Monday.</param>
    /// <param name="level">The level.</param>
    /// <param name="events">What happened to the chats that were asked for in this week at this level, whenever it did.</param>
    /// <param name="turns">When somebody was on.</param>
    public static WeekFigures Of(DateTimeOffset week, int level, IReadOnlyCollection<DeskHappening> events, IReadOnlyList<DutyTurn> turns)
    {
        var asked = events.Where(one => one.Kind == "asked").ToList();
        var replies = events.Where(one => one is { Kind: "first-reply", Millis: not null }).DistinctBy(one => one.Chat).ToList();
        var staffed = asked.Where(one => turns.Any(turn => turn.From <= one.At && one.At < turn.Until)).Select(one => one.Chat).ToHashSet(StringComparer.Ordinal);
        var rated = events.Where(one => one.Kind.StartsWith("rated-", StringComparison.Ordinal)).ToList();
        return new WeekFigures(week, level)
        {
            Asked = Cell.Count(asked.Count),
            Answered = Cell.Count(replies.Count),
            Half = Cell.Percentile(Minutes(replies), 0.5),
            Most = Cell.Percentile(Minutes(replies), 0.9),
            Soon = Cell.Share(replies.Count(one => TimeSpan.FromMilliseconds(one.Millis!.Value) < soon), asked.Count),
            HalfStaffed = Cell.Percentile(Minutes(replies.Where(one => staffed.Contains(one.Chat))), 0.5),
            HalfUnstaffed = Cell.Percentile(Minutes(replies.Where(one => !staffed.Contains(one.Chat))), 0.5),
            Alarms = Times(events, "alarm", "second-alarm"),
            Requeued = Times(events, "requeued"),
            ClaimsLost = Times(events, "claim-lost"),
            Undelivered = Times(events, "undelivered"),
            Returned = Times(events, "returned"),
            Held = Times(events, "held"),
            Heard = Cell.Share(rated.Count(one => one.Kind == "rated-1"), rated.Count),
        };
    }

    private static List<double> Minutes(IEnumerable<DeskHappening> replies) => [.. replies.Select(one => TimeSpan.FromMilliseconds(one.Millis!.Value).TotalMinutes)];

    private static Cell Times(IEnumerable<DeskHappening> events, params string[] kinds)
    {
        var found = events.Where(one => kinds.Contains(one.Kind)).ToList();
        return Cell.Times(found.Count, found.DistinctBy(one => one.Chat).Count());
    }
}

/// <summary>What happened at the desk.</summary>
/// <param name="Chat">Opaque id of the chat.</param>
/// <param name="Kind">What.</param>
/// <param name="Level">How urgent the chat was then.</param>
/// <param name="Who">Opaque id of an educator; null for nobody.</param>
/// <param name="Millis">How long it took.</param>
/// <param name="At">When.</param>
internal sealed record DeskHappening(string Chat, string Kind, int Level, string? Who, long? Millis, DateTimeOffset At);
