using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Desk;

/// <summary>How urgent a chat is. Words and taps only ever raise it; a human being may lower it, with a reason that supervisors see.</summary>
internal static class Levels
{
    /// <summary>Raises it, where that is more urgent than it is.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="level">How urgent it is.</param>
    /// <param name="how">By what that is known.</param>
    /// <param name="by">The helper or supervisor who says so; null for nobody.</param>
    /// <returns>The chat as written.</returns>
    public static DeskChat Raise(DeskPen pen, DeskChat chat, int level, FoundBy how, string? by = null)
    {
        if (level >= chat.Level || !chat.IsOpen)
            return chat;
        chat = chat with { Level = level, AlarmedAt = null, SecondAlarmAt = null, NudgedAt = null, FoundBy = level == 0 ? how : null };
        pen.Count(chat, how switch { FoundBy.Words => "raised-by-words", FoundBy.Herself => "raised-by-herself", _ => "raised" }, by);
        if (chat.Offers.Length > 0 && chat.State == DeskState.Offered)
            chat = Offering.WithdrawAll(pen, chat, null, DeskWord.OfferPassed).After(DeskEvent.Lapse);
        if (chat.State == DeskState.Queued)
            chat = chat with { OfferAt = pen.Now, Asked = [] }; // more are asked, at once
        if (pen.Educator(chat.Owner) is { } owner && owner.Id != by)
            pen.Tell(owner, DeskLines.Raised(owner, chat));
        if (level == 0 && pen.Lines.Of(chat.Id).Exists(line => line.State == LineState.Sending))
            chat = chat with { SendingSince = pen.Now };
        if (level == 0 && chat.Owner is not null)
            chat = Alarms.Raise(pen, chat, DeskWord.AlarmRaised);
        return pen.Save(chat);
    }

    /// <summary>Lowers it.</summary>
    public static void Lower(DeskPen pen, DeskChat chat, int level, Educator by)
    {
        if (level <= chat.Level || level > 3 || !chat.IsOpen)
            return;
        pen.Count(chat, "lowered", by.Id);
        pen.Save(chat with { Level = level, FoundBy = null });
    }
}

/// <summary>By what it is known that somebody is in danger.</summary>
internal enum FoundBy
{
    /// <summary>She said so by a button.</summary>
    Herself,

    /// <summary>Risk words in what she wrote.</summary>
    Words,

    /// <summary>A helper or supervisor saw it.</summary>
    Human,
}
