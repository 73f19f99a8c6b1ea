namespace ChatSupport.Escalation.Desk;

/// <summary>What is due for a chat, and when. It is worked out from the chat alone, so that a start after a crash knows all of it again.</summary>
internal static class DeskTimers
{
    /// <summary>How long after a check-in without an answer supervisors are called, where only they may end the chat.</summary>
    private const int ChecksBeforeAlarm = 2;

    private static readonly TimeSpan WhileLost = TimeSpan.FromHours(24);

    /// <summary>The next thing; null where a named human has it and nothing is to be done by the clock.</summary>
    public static DeskDue? Next(DeskChat chat, DeskOptions options) => All(chat, options).OrderBy(due => due.At).ThenBy(due => due.Kind).FirstOrDefault();

    /// <summary>Everything that will be due if nothing happens.</summary>
    public static IEnumerable<DeskDue> All(DeskChat chat, DeskOptions options)
    {
        if (!chat.IsOpen)
            return [];
        var times = options.For(chat.Level);
        var own = chat.State switch
        {
            DeskState.Queued or DeskState.Offered => Waiting(chat, times),
            _ when chat is { Owner: not null, Reach: not (Reach.Open or Reach.Elsewhere), State: not (DeskState.Unreachable or DeskState.Transferring or DeskState.Closing or DeskState.Closed) } => Away(chat, times),
            DeskState.Claimed => Claimed(chat, times),
            DeskState.Active or DeskState.WaitingPerson or DeskState.Supervised => Talking(chat, times),
            DeskState.Transferring => Talking(chat, times).Append(new DeskDue(DeskDueKind.Lapse, chat.LapsesAt ?? chat.ArrivedAt)),
            DeskState.Unreachable when chat.Owner is null => [new DeskDue(DeskDueKind.Alarm, (chat.AlarmedAt ?? chat.LostAt ?? chat.ArrivedAt) + WhileLost)],
            DeskState.Closing => [new DeskDue(DeskDueKind.End, (chat.ClosingAt ?? chat.ArrivedAt) + options.Closing)],
            _ => [],
        };
        if (chat is { AgainAt: { } again, Owner: not null, State: not (DeskState.Closing or DeskState.Closed) })
            own = own.Append(new DeskDue(DeskDueKind.Again, again));
        if (chat.HeldAgainAt is { } held)
            own = own.Append(new DeskDue(DeskDueKind.HeldAgain, held));
        return chat is { Level: 0, SendingSince: { } since, State: not (DeskState.Closing or DeskState.Closed) }
            ? own.Append(new DeskDue(DeskDueKind.SendAlarm, since + options.Undelivered))
            : own;
    }

    private static IEnumerable<DeskDue> Waiting(DeskChat chat, LevelTimes times)
    {
        if (chat.State == DeskState.Offered)
            yield return new DeskDue(DeskDueKind.Lapse, chat.LapsesAt ?? chat.ArrivedAt);
        else
            yield return new DeskDue(DeskDueKind.Offer, chat.OfferAt ?? chat.ArrivedAt);
        yield return new DeskDue(DeskDueKind.Alarm, chat.AlarmedAt + times.AlarmAgain ?? chat.ArrivedAt + times.Alarm);
        if (times.SecondAlarm is { } second && chat.SecondAlarmAt is null)
            yield return new DeskDue(DeskDueKind.SecondAlarm, chat.ArrivedAt + second);
    }

    private static IEnumerable<DeskDue> Claimed(DeskChat chat, LevelTimes times)
    {
        var since = chat.OwedSince ?? chat.ClaimedAt ?? chat.ArrivedAt;
        if (chat.NudgedAt is null)
            yield return new DeskDue(DeskDueKind.Nudge, since + times.FirstNudge);
        yield return new DeskDue(DeskDueKind.Requeue, chat.AlarmedAt + times.AlarmAgain ?? since + times.FirstRequeue);
    }

    /// <summary>Nothing can be shown to her now, so no answer can be owed; but where she was in danger it is not left at that.</summary>
    private static IEnumerable<DeskDue> Away(DeskChat chat, LevelTimes times)
    {
        if (chat.QuietSince is { } quiet && times.Close is { } close)
            yield return new DeskDue(DeskDueKind.CloseQuiet, quiet + close);
        if (chat.Level == 0 && times.CheckIn is { } check)
            yield return new DeskDue(DeskDueKind.QuietAlarm, chat.AlarmedAt + times.AlarmAgain ?? (chat.QuietSince ?? chat.OwedSince ?? chat.SaidAt ?? chat.ArrivedAt) + (check * ChecksBeforeAlarm));
    }

    private static IEnumerable<DeskDue> Talking(DeskChat chat, LevelTimes times)
    {
        if (chat.OwedSince is { } owed)
        {
            if (chat.NudgedAt is null)
                yield return new DeskDue(DeskDueKind.Nudge, owed + times.ReplyNudge);
            yield return new DeskDue(DeskDueKind.ReplyAlarm, chat.AlarmedAt + times.AlarmAgain ?? owed + times.ReplyAlarm);
        }
        else if (chat.QuietSince is { } quiet)
        {
            if (times.CheckIn is { } after && chat.CheckedInAt is null)
                yield return new DeskDue(DeskDueKind.CheckIn, quiet + after);
            if (times.Close is { } close)
                yield return new DeskDue(DeskDueKind.CloseQuiet, quiet + close);
            else if (chat.Level == 0 && times.CheckIn is { } check)
                yield return new DeskDue(DeskDueKind.QuietAlarm, chat.AlarmedAt + times.AlarmAgain ?? quiet + (check * ChecksBeforeAlarm));
        }
    }
}

/// <summary>Something that is due for a chat.</summary>
internal sealed record DeskDue(DeskDueKind Kind, DateTimeOffset At);

/// <summary>What can be due for a chat.</summary>
internal enum DeskDueKind
{
    /// <summary>Somebody is to be asked to take it.</summary>
    Offer,

    /// <summary>Whoever was asked need not answer any more.</summary>
    Lapse,

    /// <summary>Nobody took it: supervisors are called.</summary>
    Alarm,

    /// <summary>Nobody took it for long: the second supervisor and the director's line are called.</summary>
    SecondAlarm,

    /// <summary>Its helper is reminded that an answer is owed.</summary>
    Nudge,

    /// <summary>Its helper did not answer: it is taken from her.</summary>
    Requeue,

    /// <summary>A later answer is owed for long: supervisors are called.</summary>
    ReplyAlarm,

    /// <summary>A quiet worker is asked whether she is still there.</summary>
    CheckIn,

    /// <summary>She does not say: supervisors decide.</summary>
    QuietAlarm,

    /// <summary>She has been quiet for long: it ends.</summary>
    CloseQuiet,

    /// <summary>A line does not arrive where somebody is in danger.</summary>
    SendAlarm,

    /// <summary>What did not arrive at its helper is brought to her again.</summary>
    Again,

    /// <summary>A line still waits for a supervisor's decision: they are called again.</summary>
    HeldAgain,

    /// <summary>It is over for good.</summary>
    End,
}
