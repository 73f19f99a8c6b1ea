using ChatSupport.Conversations;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Workers;

namespace ChatSupport.Escalation.Desk;

/// <summary>A chat ends.</summary>
internal static class Closing
{
    /// <summary>Somebody ends it; for a moment the worker may still say otherwise.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="outcome">How: one of <see cref="DeskOutcome"/>.</param>
    public static DeskChat Close(DeskPen pen, DeskChat chat, string outcome)
    {
        if (!chat.Can(DeskEvent.Close))
            return chat;
        if (outcome != DeskOutcome.ByWorker && pen.Educator(chat.Owner) is { } unaware && (pen.Lines.Of(chat.Id, LineFrom.Worker, LineState.Sending).Count > 0
            || (DeskOutcome.ForHelpers.Contains(outcome) && pen.Lines.Of(chat.Id, LineFrom.Worker, LineState.Held).Count > 0)))
        {
            pen.Tell(unaware, DeskLines.Say(unaware, DeskWord.SheWaits, chat)); // she said something that is still on its way
            return chat.State == DeskState.Closing ? chat : pen.Save(chat with { QuietSince = null, OwedSince = chat.OwedSince ?? pen.Now });
        }
        chat = Offering.WithdrawAll(pen, chat, null, DeskWord.OfferOver);
        chat = pen.Save(chat.After(DeskEvent.Close) with { ClosingAt = pen.Now, Outcome = outcome, OwedSince = null, QuietSince = null });
        pen.Count(chat, "closing", chat.Owner);
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, outcome == DeskOutcome.ByWorker ? DeskWord.SheStopped : DeskWord.Closing, chat));
        pen.News(chat, WorkerNews.Closing);
        return chat;
    }

    /// <summary>It is over for good: nothing of it stays on the helper's phone, and she rests after a hard one.</summary>
    public static DeskChat End(DeskPen pen, DeskChat chat, string? outcome = null)
    {
        chat = Offering.WithdrawAll(pen, chat, null, DeskWord.OfferOver);
        var owner = pen.Educator(chat.Owner);
        if (owner is not null)
            chat = Requeueing.TakeAway(pen, chat, owner, ends: true);
        chat = pen.Save(chat.After(DeskEvent.End) with { ClosedAt = pen.Now, Owner = null, Outcome = outcome ?? chat.Outcome ?? DeskOutcome.Helped, SendingSince = null });
        pen.Count(chat, "closed", owner?.Id, pen.Now - chat.ArrivedAt);
        foreach (var line in pen.Lines.Of(chat.Id).Where(line => line.State == LineState.Held))
            pen.Lines.Save(line with { State = LineState.Refused }); // nobody decided in time
        EmptyHerPhone(pen, chat);
        if (outcome != DeskOutcome.Erased)
            pen.News(chat, WorkerNews.Closed);
        if (owner is not null)
            LetRest(pen, owner, chat);
        return chat;
    }

    /// <summary>She said how it was: that also ends it.</summary>
    public static void Rate(DeskPen pen, DeskChat chat, int mark)
    {
        chat = chat with { Rating = mark };
        pen.Count(chat, $"rated-{mark}", chat.Owner ?? chat.LastOwner);
        if (chat.State == DeskState.Closing)
            End(pen, chat);
        else
            pen.Save(chat);
    }

    /// <summary>She can be reached again: what was said in chats that ended meanwhile goes from her phone now.</summary>
    public static void EmptyWhatEnded(DeskPen pen, string conversation)
    {
        foreach (var chat in pen.AllChatsOf(conversation).Where(chat => chat is { IsOpen: false, Reach: Reach.Lost }))
            EmptyHerPhone(pen, pen.Save(chat with { Reach = Reach.Open }));
    }

    /// <summary>What both said goes from her chat too: whoever takes her phone later finds nothing of it. What she left quickly, or was erased, is empty already;
    /// where she cannot be reached it waits until she can.</summary>
    private static void EmptyHerPhone(DeskPen pen, DeskChat chat)
    {
        if (chat.Reach == Reach.Lost && chat.Outcome != DeskOutcome.Erased)
            return;
        var all = pen.Lines.TakeCopies(chat.Worker, chat.Id);
        if (all.Count > 0 && chat.Reach != Reach.Hidden && chat.Outcome != DeskOutcome.Erased)
            pen.Send(chat.Worker, new OutboundBody.Erase([.. all], Everything: false));
    }

    private static void LetRest(DeskPen pen, Educator owner, DeskChat chat)
    {
        owner = pen.Educator(owner.Id)!;
        pen.Tell(owner, DeskLines.Say(owner, DeskWord.Closed, chat) with { Thread = null });
        if (chat.Level > 0)
            return;
        owner = pen.Save(owner with { RestsUntil = pen.Now + pen.Options.Rest, Debrief = chat.Id });
        pen.Tell(owner, DeskLines.Debrief(owner));
    }
}

/// <summary>How a chat ended.</summary>
internal static class DeskOutcome
{
    public const string Helped = "helped";
    public const string Referred = "referred";
    public const string Information = "information";
    public const string NoAnswer = "no-answer";
    public const string Misuse = "misuse";
    public const string ByWorker = "by-worker";
    public const string Quiet = "quiet";
    public const string Erased = "erased";

    /// <summary>Those a helper chooses from.</summary>
    public static IReadOnlyList<string> ForHelpers { get; } = [Helped, Information, Referred, NoAnswer, Misuse];
}
