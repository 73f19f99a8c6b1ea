namespace ChatSupport.Escalation.Duty;

/// <summary>What is due for an educator, and when; worked out from her alone.</summary>
internal static class DutyTimers
{
    /// <summary>Phnom Penh, which has no summer time.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(7);

    /// <summary>The next thing; null for nothing.</summary>
    public static DutyDue? Next(Educator educator, DeskOptions options) => educator switch
    {
        { LeftAt: not null } or { Conversation: null, Account: null } => null,
        { Duty: DutyState.On, AskedAt: { } asked } => new DutyDue(DutyDueKind.StandDown, asked + options.StillOnAnswer),
        { Duty: DutyState.On, ConfirmedAt: { } confirmed } => new DutyDue(DutyDueKind.AskStillOn, confirmed + options.StillOn),
        { Duty: DutyState.Off, DutySince: { } since } when NextBlock(educator, since) is { } begins => new DutyDue(DutyDueKind.ShiftBegins, begins),
        _ => null,
    };

    /// <summary>The beginning of the next planned block that she was not told of, after a moment.</summary>
    public static DateTimeOffset? NextBlock(Educator educator, DateTimeOffset after)
    {
        var from = educator.RemindedOf > after ? educator.RemindedOf.Value : after;
        var local = from.ToOffset(Ahead);
        var midnight = new DateTimeOffset(local.Date, Ahead);
        return Enumerable.Range(0, 8)
            .Select(days => midnight.AddDays(days))
            .SelectMany(day => educator.Plan.Where(block => block.Day == day.DayOfWeek).Select(block => day.AddHours(block.Hour)))
            .Where(at => at > from)
            .Order()
            .Cast<DateTimeOffset?>()
            .FirstOrDefault();
    }

    /// <summary>She is planned for this moment.</summary>
    public static bool IsPlanned(Educator educator, DateTimeOffset now)
    {
        var local = now.ToOffset(Ahead);
        return educator.Plan.Contains(new ShiftBlock(local.DayOfWeek, local.Hour / 2 * 2));
    }
}

/// <summary>Something that is due for an educator.</summary>
internal sealed record DutyDue(DutyDueKind Kind, DateTimeOffset At);

/// <summary>What can be due for an educator.</summary>
internal enum DutyDueKind
{
    /// <summary>She is asked whether she is still on.</summary>
    AskStillOn,

    /// <summary>She did not say: she pauses.</summary>
    StandDown,

    /// <summary>A block of her plan begins.</summary>
    ShiftBegins,
}
