using ChatSupport.Conversations;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Desk;

/// <summary>A chat leaves the hands it is in: nothing said in it stays with them, and nothing in it gets lost.</summary>
internal static class Requeueing
{
    /// <summary>It waits for another, as long as it did before: when she asked does not change.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat, with an owner.</param>
    /// <param name="why">What who had it is told; null for nothing.</param>
    public static DeskChat Requeue(DeskPen pen, DeskChat chat, DeskWord? why)
    {
        var owner = pen.Educator(chat.Owner);
        if (owner is not null)
        {
            if (why is { } word)
                pen.Tell(owner, DeskLines.Say(owner, word, chat));
            chat = TakeAway(pen, chat, owner);
        }
        pen.Count(chat, "requeued", owner?.Id);
        if (chat.State is DeskState.Unreachable or DeskState.Closing)
            return pen.Save(chat with { Owner = null });
        chat = chat.After(DeskEvent.Requeue) with
        {
            Owner = null,
            TransferTo = null,
            OfferAt = pen.Now,
            NudgedAt = null,
            AlarmedAt = null,
            SecondAlarmAt = null,
            Excluded = owner is null ? chat.Excluded : [.. chat.Excluded.Union([owner.Id])],
        };
        pen.News(chat, Workers.WorkerNews.HelperLeft);
        return pen.Save(chat);
    }

    /// <summary>Takes every trace of a chat off the phone of who had it. What she had not answered waits again.</summary>
    public static DeskChat TakeAway(DeskPen pen, DeskChat chat, Educator owner)
    {
        var answered = pen.Lines.Last(chat.Id, LineFrom.Helper)?.Number ?? 0;
        foreach (var line in pen.Lines.Of(chat.Id).Where(line => line.From == LineFrom.Worker && (line.State == LineState.Sending || (line.State == LineState.Delivered && line.Number > answered))))
            pen.Lines.Save(line with { State = LineState.Waiting, To = null, Copy = null, Row = null });
        if (owner.Conversation is { } conversation)
        {
            var copies = pen.Lines.TakeCopies(conversation, chat.Id);
            if (copies.Count > 0)
                pen.Send(conversation, new OutboundBody.Erase([.. copies], Everything: false));
            pen.Send(conversation, new OutboundBody.EndThread(chat.Id));
        }
        return chat with { LastOwner = owner.Id };
    }
}
