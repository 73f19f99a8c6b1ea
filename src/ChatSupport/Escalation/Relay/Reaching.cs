using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Workers;

namespace ChatSupport.Escalation.Relay;

/// <summary>The worker leaves, comes back, cannot be reached, goes on elsewhere, or is erased. What could not reach her waits and is not lost.</summary>
internal static class Reaching
{
    /// <summary>She left quickly: nothing of the chat may appear before she is back.</summary>
    public static void Hide(DeskPen pen, string id) => Stop(pen, id, Reach.Hidden, DeskWord.SheLeft);

    /// <summary>Her channel cannot reach her.</summary>
    public static void Lose(DeskPen pen, string id)
    {
        Stop(pen, id, Reach.Lost, DeskWord.SheIsLost);
        if (pen.Chat(id) is { IsOpen: true } chat && chat.Can(DeskEvent.Lose))
            pen.Save(Offering.WithdrawAll(pen, chat, null, DeskWord.OfferOver).After(DeskEvent.Lose) with { LostAt = pen.Now, TransferTo = null });
    }

    /// <summary>She is there again.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="id">Her chat.</param>
    /// <param name="isSafe">She herself said so just now, by her word or by a tap.</param>
    public static void Find(DeskPen pen, string id, bool isSafe)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        if (chat.Can(DeskEvent.Find))
            chat = chat.After(DeskEvent.Find) with { OfferAt = pen.Now, LostAt = null };
        chat = pen.Save(chat with { Reach = isSafe ? Reach.Open : Reach.AskSafe, SaidAt = isSafe ? pen.Now : chat.SaidAt });
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.SheIsBack, chat));
        if (isSafe)
            Relaying.BringWhatWaitsToWorker(pen, chat);
        else
            pen.News(chat, WorkerNews.AskSafe);
    }

    /// <summary>She answered whether it is safe.</summary>
    public static void AnswerSafe(DeskPen pen, string id, bool isSafe)
    {
        if (pen.Chat(id) is not { IsOpen: true, Reach: Reach.AskSafe or Reach.NotSafe or Reach.Open } chat)
            return;
        chat = pen.Save(chat with { Reach = isSafe ? Reach.Open : Reach.NotSafe, SaidAt = isSafe ? pen.Now : chat.SaidAt });
        if (isSafe)
            Relaying.BringWhatWaitsToWorker(pen, chat);
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, isSafe ? DeskWord.SheIsSafe : DeskWord.SheIsNotSafe, chat));
    }

    /// <summary>She is erased: what was said goes with her, and from her helper's phone.</summary>
    public static void Forget(DeskPen pen, string id)
    {
        if (pen.Chat(id) is not { } chat)
            return;
        if (chat.IsOpen)
        {
            if (pen.Educator(chat.Owner) is { } owner)
                pen.Tell(owner, DeskLines.Say(owner, DeskWord.SheIsErased, null));
            Closing.End(pen, chat, DeskOutcome.Erased);
        }
        pen.Lines.Drop(id);
    }

    /// <summary>Her chat goes on in another conversation of hers.</summary>
    public static void Move(DeskPen pen, string id, string conversation)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        if (pen.OpenChatOf(conversation) is { } other && other.Id != id)
            Closing.End(pen, other, DeskOutcome.ByWorker); // she had begun one there as well
        foreach (var line in pen.Lines.Of(id, LineFrom.Helper, LineState.Sending))
            pen.Lines.Save(line with { State = LineState.Waiting, To = null, Row = null });
        chat = pen.Save(chat with { Worker = conversation, Reach = Reach.Open, SaidAt = pen.Now });
        Relaying.BringWhatWaitsToWorker(pen, chat);
    }

    private static void Stop(DeskPen pen, string id, Reach reach, DeskWord why)
    {
        if (pen.Chat(id) is not { IsOpen: true } chat)
            return;
        foreach (var line in pen.Lines.Of(id, LineFrom.Helper, LineState.Sending))
            pen.Lines.Save(line with { State = LineState.Waiting, To = null, Row = null });
        pen.Save(chat with { Reach = reach, SendingSince = null });
        if (pen.Educator(chat.Owner) is { } owner)
            pen.Tell(owner, DeskLines.Say(owner, why, chat));
    }
}
