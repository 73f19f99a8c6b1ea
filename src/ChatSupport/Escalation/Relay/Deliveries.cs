using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Relay;

/// <summary>What became of messages of the desk. The clock of an answer stops only when a human being's line arrived.</summary>
internal static class Deliveries
{
    private const string LineMark = "line:";
    private const string ChangeMark = "change:";
    private const string OfferMark = "offer:";
    private const string DeskMark = "desk:";
    private const string ReferralMark = "referral:";

    /// <summary>The ticket of a line.</summary>
    public static string TicketOf(DeskLine line) => string.Create(CultureInfo.InvariantCulture, $"{LineMark}{line.Number}");

    /// <summary>The ticket of a newer version of a line.</summary>
    public static string TicketOfChange(DeskLine line) => string.Create(CultureInfo.InvariantCulture, $"{ChangeMark}{line.Number}");

    /// <summary>The ticket of a question to take a chat.</summary>
    public static string TicketOfOffer(string chat, string educator) => $"{OfferMark}{chat}:{educator}";

    /// <summary>The ticket of what the desk itself says of a chat.</summary>
    public static string TicketOfDesk(string chat) => DeskMark + chat;

    /// <summary>The ticket of what is said of a referral, which may go on after its chat is over.</summary>
    public static string TicketOfReferral(string chat) => ReferralMark + chat;

    /// <summary>Takes what became of one.</summary>
    public static void Hear(DeskPen pen, Delivery delivery)
    {
        if (Number(LineMark, delivery.Ticket) is { } number)
            HearLine(pen, number, delivery);
        else if (Number(ChangeMark, delivery.Ticket) is { } changed)
            HearChange(pen, changed, delivery);
        else if (delivery.Ticket.StartsWith(OfferMark, StringComparison.Ordinal))
            HearOffer(pen, delivery.Ticket[OfferMark.Length..].Split(':'), delivery);
        else if (delivery is { Arrived: true, MessageId: { } message } && delivery.Ticket.StartsWith(DeskMark, StringComparison.Ordinal))
            HearDesk(pen, delivery.Ticket[DeskMark.Length..], delivery, message);
        else if (delivery is { Arrived: true, MessageId: { } referral } && delivery.Ticket.StartsWith(ReferralMark, StringComparison.Ordinal))
            HearReferral(pen, delivery.Ticket[ReferralMark.Length..], delivery, referral);
    }

    private static long? Number(string mark, string ticket) =>
        ticket.StartsWith(mark, StringComparison.Ordinal)
        && long.TryParse(ticket.AsSpan(mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void HearLine(DeskPen pen, long number, Delivery delivery)
    {
        if (pen.Lines.Find(number) is not { } line || pen.Chat(line.Chat) is not { } chat)
        {
            Erase(pen, delivery); // erased meanwhile
            return;
        }
        if (line.To != delivery.Conversation || line.State == LineState.TakenBack)
        {
            Erase(pen, delivery); // it went to who had the chat before, or was taken back on its way
            return;
        }
        if (!delivery.Arrived)
        {
            Fail(pen, chat, line);
            return;
        }
        var follows = line.ChangeFollows;
        line = pen.Lines.Save(line with { State = LineState.Delivered, Copy = delivery.MessageId, Row = null, ChangeFollows = false });
        if (delivery.MessageId is { } message)
            pen.Lines.Remember(delivery.Conversation, message, chat.Id, number);
        if (follows)
            Changes.Send(pen, chat, line);
        if (line.From == LineFrom.Helper)
            Answered(pen, chat, line);
        else if (delivery.InNewThread)
            BeginAgain(pen, chat, line, delivery);
        Settle(pen, chat.Id);
    }

    /// <summary>A newer version arrived. Where it could not take the place of the older one, it is a message of its own, to be deleted with the chat.</summary>
    private static void HearChange(DeskPen pen, long number, Delivery delivery)
    {
        if (delivery is not { Arrived: true, MessageId: { } message })
            return;
        if (pen.Lines.Find(number) is not { State: LineState.Delivered } line || line.To != delivery.Conversation)
        {
            Erase(pen, delivery);
            return;
        }
        if (line.Copy == message)
            return;
        line = pen.Lines.Save(line with { Copy = message });
        pen.Lines.Remember(delivery.Conversation, message, line.Chat, number);
        if (delivery.InNewThread && line.From == LineFrom.Worker && pen.Chat(line.Chat) is { } chat)
            BeginAgain(pen, chat, line, delivery);
    }

    private static void HearDesk(DeskPen pen, string id, Delivery delivery, string message)
    {
        KeepCopy(pen, id, delivery.Conversation, message);
        if (delivery.InNewThread && pen.Chat(id) is { IsOpen: true } chat)
            BeginAgain(pen, chat, null, delivery);
    }

    /// <summary>A human being's answer is with her.</summary>
    private static void Answered(DeskPen pen, DeskChat chat, DeskLine line)
    {
        if (chat.FirstReplyAt is null)
            pen.Count(chat, "first-reply", line.Educator, pen.Now - chat.ArrivedAt);
        if (chat.Can(DeskEvent.Reply))
            chat = chat.After(DeskEvent.Reply);
        var owed = pen.Lines.SaidAfter(chat.Id, line.Number);
        pen.Save(chat with
        {
            FirstReplyAt = chat.FirstReplyAt ?? pen.Now,
            OwedSince = owed,
            QuietSince = owed is null ? pen.Now : null,
            NudgedAt = null,
            AlarmedAt = null,
            CheckedInAt = null,
        });
    }

    private static void Fail(DeskPen pen, DeskChat chat, DeskLine line)
    {
        pen.Count(chat, "undelivered", line.Educator);
        if (line.From == LineFrom.Helper)
        {
            pen.Lines.Save(line with { State = LineState.Failed, Row = null });
            if (pen.Educator(line.Educator) is { } helper)
                pen.Tell(helper, DeskLines.NotDelivered(helper, chat, line));
            return;
        }
        // What she said is never given up: a supervisor hears of it, and whoever has the chat next gets it.
        Relaying.HoldBack(pen, line);
        pen.Save(Alarms.Raise(pen, chat, DeskWord.AlarmUndelivered) with { AlarmedAt = chat.AlarmedAt, AgainAt = pen.Now + pen.Options.For(chat.Level).AlarmAgain });
    }

    /// <summary>Its helper deleted the thread: its buttons are there again, then what she may not have read, all in the order in which it was said.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="came">The line that found no thread and began a new one; null where it was a word of the desk.</param>
    /// <param name="delivery">Its delivery.</param>
    private static void BeginAgain(DeskPen pen, DeskChat chat, DeskLine? came, Delivery delivery)
    {
        if (pen.Educator(chat.Owner) is not { } owner || owner.Conversation != delivery.Conversation)
            return;
        if (came is not null)
            Erase(pen, delivery); // it comes again behind what was said before it
        pen.Tell(owner, DeskLines.Say(owner, DeskWord.ThreadAgain, chat));
        pen.Tell(owner, DeskLines.Head(owner, chat, pen.Now));
        var answered = pen.Lines.Of(chat.Id, LineFrom.Helper, LineState.Delivered).LastOrDefault()?.Number ?? 0;
        foreach (var line in pen.Lines.Of(chat.Id).Where(line => line.From == LineFrom.Worker))
        {
            if (line.State == LineState.Sending)
                Relaying.HoldBack(pen, line);
            else if (line.State != LineState.Delivered || (line.Number <= answered && line.Number != came?.Number))
                continue;
            Relaying.BringToHelper(pen, pen.Chat(chat.Id)!, owner, pen.Lines.Find(line.Number)!);
        }
    }

    /// <summary>Nothing of a chat with danger is on its way any more.</summary>
    private static void Settle(DeskPen pen, string id)
    {
        if (pen.Chat(id) is { SendingSince: not null } chat && pen.Lines.Of(id, LineFrom.Worker, LineState.Sending).Count == 0 && pen.Lines.Of(id, LineFrom.Helper, LineState.Sending).Count == 0)
            pen.Save(chat with { SendingSince = null });
    }

    private static void HearOffer(DeskPen pen, string[] parts, Delivery delivery)
    {
        if (delivery is not { Arrived: true, MessageId: { } message } || parts is not [var id, var educatorId] || pen.Educator(educatorId) is not { } educator)
            return;
        var chat = pen.Chat(id);
        var offer = chat?.Offers.FirstOrDefault(one => one.Educator == educatorId);
        if (chat is null || offer is null)
            pen.Tell(educator, DeskLines.Changed(educator, message, chat switch { { IsOpen: true, Waits: true } => DeskWord.OfferPassed, { IsOpen: true } => DeskWord.OfferTaken, _ => DeskWord.OfferOver })); // it was over before it arrived
        else
            pen.Save(chat with { Offers = chat.Offers.Replace(offer, offer with { Message = message }) });
    }

    private static void KeepCopy(DeskPen pen, string id, string conversation, string message)
    {
        if (Addressing.IsNowhere(id) || (pen.Chat(id) is { IsOpen: true } chat && pen.Educator(chat.Owner)?.Conversation == conversation))
            pen.Lines.Remember(conversation, message, id, 0);
        else
            pen.Send(conversation, new OutboundBody.Erase([message], Everything: false));
    }

    private static void HearReferral(DeskPen pen, string id, Delivery delivery, string message)
    {
        KeepReferral(pen, id, delivery.Conversation, message);
        if (delivery.InNewThread && pen.Chat(id) is { IsOpen: true } chat)
            BeginAgain(pen, chat, null, delivery);
    }

    /// <summary>Also where the chat is over: it goes from an educator's phone by its age.</summary>
    private static void KeepReferral(DeskPen pen, string id, string conversation, string message)
    {
        if (pen.Chat(id) is { } chat && (chat.Worker == conversation || pen.Educator(chat.IsOpen ? chat.Owner : chat.LastOwner)?.Conversation == conversation))
            pen.Lines.Remember(conversation, message, id, 0);
        else
            pen.Send(conversation, new OutboundBody.Erase([message], Everything: false));
    }

    private static void Erase(DeskPen pen, Delivery delivery)
    {
        if (delivery is { Arrived: true, MessageId: { } message })
            pen.Send(delivery.Conversation, new OutboundBody.Erase([message], Everything: false));
    }
}
