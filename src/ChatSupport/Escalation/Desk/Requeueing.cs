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
        if (!chat.Offers.IsEmpty)
            chat = Offering.WithdrawAll(pen, chat, null, DeskWord.OfferPassed); // whom it was to go over to
        if (owner is not null)
        {
            if (why is { } word)
                pen.Tell(owner, DeskLines.Say(owner, word, null)); // not in the thread of the chat, which goes
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

    /// <summary>Takes every trace of a chat off the phone of who had it. What she had not answered waits again; what of hers had not arrived never will.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="owner">Who had it.</param>
    /// <param name="ends">It is over: nobody comes after her, and her last word may still arrive.</param>
    public static DeskChat TakeAway(DeskPen pen, DeskChat chat, Educator owner, bool ends = false)
    {
        if (!ends)
            pen.Count(chat, DeskPen.LeftHer, owner.Id);
        var lines = pen.Lines.Of(chat.Id);
        var answered = ends ? long.MaxValue : lines.LastOrDefault(line => line is { From: LineFrom.Helper, State: LineState.Delivered })?.Number ?? 0;
        foreach (var line in lines.Where(line => line.From == LineFrom.Worker && (line.State == LineState.Sending || (line.State == LineState.Delivered && line.Number > answered))))
            Relaying.HoldBack(pen, line);
        var returned = lines.Where(line => line.From == LineFrom.Helper && line.Educator == owner.Id && (line.State is LineState.Waiting or LineState.Asked || (line.State == LineState.Sending && !ends))).ToList();
        foreach (var line in returned)
            Relaying.HoldBack(pen, line, LineState.Refused);
        if (returned.Count > 0)
            pen.Tell(owner, DeskLines.Say(owner, DeskWord.NotDelivered, null));
        if (owner.Conversation is { } conversation)
            Clear(pen, conversation, chat.Id, forgets: !owner.Away);
        return chat with { LastOwner = owner.Id, Owner = null, AgainAt = null };
    }

    /// <summary>Deletes what shows a chat in somebody's conversation.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="conversation">Where.</param>
    /// <param name="chat">Opaque id of the chat.</param>
    /// <param name="forgets">False where nothing can be deleted now, and it is tried again once she is back.</param>
    public static void Clear(DeskPen pen, string conversation, string chat, bool forgets)
    {
        var copies = forgets ? pen.Lines.TakeCopies(conversation, chat) : pen.Lines.Copies(conversation, chat);
        if (copies.Count > 0)
            pen.Send(conversation, new OutboundBody.Erase([.. copies], Everything: false));
        pen.EndThread(conversation, chat);
    }
}
