using System.Collections.Immutable;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Workers;

namespace ChatSupport.Escalation.Relay;

/// <summary>Brings what one says to the other, and to nobody else. Nothing is forwarded: it is sent anew, without a trace of who wrote it.</summary>
internal static class Relaying
{
    private const int MostOfEarlier = 10;

    /// <summary>The worker said something in her chat.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="id">Her chat. Where it is over, though her turn saw that it was not, she is told.</param>
    /// <param name="said">What.</param>
    /// <param name="risk">Risk words in it.</param>
    public static void FromWorker(DeskPen pen, string id, Said said, IReadOnlyList<RiskHit> risk)
    {
        if (pen.Chat(id) is not { } chat)
            return;
        if (!chat.IsOpen)
        {
            TellTooLate(pen, chat, said);
            return;
        }
        if (chat.Can(DeskEvent.Say))
            chat = chat.After(DeskEvent.Say) with { ClosingAt = null, Outcome = null, OfferAt = chat.State == DeskState.Closing ? pen.Now : chat.OfferAt };
        var opens = chat.Reach == Reach.AskSafe;
        chat = chat with
        {
            SaidAt = pen.Now,
            Reach = chat.Reach == Reach.AskSafe ? Reach.Open : chat.Reach, // she writes herself: she holds the phone
            OwedSince = chat.OwedSince ?? pen.Now,
            NudgedAt = chat.OwedSince is null ? null : chat.NudgedAt,
            AlarmedAt = chat.OwedSince is null && chat.Owner is not null ? null : chat.AlarmedAt,
            QuietSince = null,
            CheckedInAt = null,
        };
        if (said.Source is { } source)
            pen.Lines.Remember(chat.Worker, source, chat.Id, 0);
        var line = pen.Lines.Add(Written(pen, chat, said, LineFrom.Worker, null) with { Risk = Names(risk) });
        chat = RaiseBy(pen, pen.Save(chat), risk);
        switch (line.State)
        {
            case LineState.Waiting when pen.Educator(chat.Owner) is { } owner:
                BringToHelper(pen, chat, owner, line);
                break;
            case LineState.Held:
                pen.Count(chat, "held");
                pen.News(chat, WorkerNews.Held);
                Alarms.Hold(pen, chat, LineFrom.Worker);
                break;
            case LineState.Asked:
                pen.News(chat, WorkerNews.AskSend);
                break;
        }
        if (chat.Reach == Reach.Open)
            BringWhatWaitsToWorker(pen, chat);
        if (opens)
            Referring.Show(pen, chat);
    }

    private static void TellTooLate(DeskPen pen, DeskChat chat, Said said)
    {
        if (Reaching.IsErased(chat))
            return;
        if (said.Source is { } source)
            pen.Send(chat.Worker, new OutboundBody.Erase([source], Everything: false)); // all else of the chat is gone from her phone
        pen.News(chat, WorkerNews.TooLate);
    }

    /// <summary>Words only ever raise a chat.</summary>
    public static DeskChat RaiseBy(DeskPen pen, DeskChat chat, IReadOnlyList<RiskHit> risk) =>
        risk.Count == 0 ? chat : Levels.Raise(pen, chat, risk.Min(hit => hit.Level), FoundBy.Words);

    /// <summary>What risk words are called in the content.</summary>
    public static ImmutableArray<string> Names(IReadOnlyList<RiskHit> risk) => [.. risk.Select(hit => hit.Entry.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>A helper, or a supervisor who joined, said something to the worker.</summary>
    public static void FromHelper(DeskPen pen, DeskChat chat, Educator helper, Said said)
    {
        if (!MayWrite(chat, helper))
        {
            pen.Count(chat, "returned", helper.Id);
            if (said.Source is { } returned && helper.Conversation is { } own)
                pen.Lines.Remember(own, returned, chat.Id, 0); // it was meant for her, and goes as hers would
            pen.Tell(helper, DeskLines.Say(helper, DeskWord.NotYours, null) with { AnswersTo = said.Source });
            return;
        }
        if (said.Source is { } source && helper.Conversation is { } conversation)
            pen.Lines.Remember(conversation, source, chat.Id, 0);
        Reading.Seen(pen, chat);
        chat = AskSafe(pen, chat);
        var line = pen.Lines.Add(Written(pen, chat, said, LineFrom.Helper, helper.Id));
        switch (line.State)
        {
            case LineState.Held:
                pen.Count(chat, "held", helper.Id);
                Alarms.Hold(pen, chat, LineFrom.Helper);
                pen.Tell(helper, DeskLines.Say(helper, DeskWord.Held, chat) with { AnswersTo = said.Source });
                break;
            case LineState.Asked:
                pen.Tell(helper, DeskLines.AskSend(helper, chat, line));
                break;
            case LineState.Waiting when chat.Reach == Reach.Open:
                BringToWorker(pen, chat, helper, line);
                break;
            case LineState.Waiting:
                pen.Tell(helper, DeskLines.Say(helper, chat.Reach == Reach.AskSafe ? DeskWord.AskingSafe : DeskWord.SheIsAway, chat) with { AnswersTo = said.Source });
                break;
        }
    }

    /// <summary>Brings a line to whoever has the chat.</summary>
    public static void BringToHelper(DeskPen pen, DeskChat chat, Educator helper, DeskLine line)
    {
        if (helper is not { Conversation: { } conversation, Away: false })
            return; // she reads it in the console, or another will have it
        var row = pen.Send(conversation, DeskLines.FromWorker(helper, chat, line));
        pen.Lines.Save(line with { State = LineState.Sending, To = conversation, Row = row, Copy = null });
        if (chat is { Level: 0, SendingSince: null })
            pen.Save(chat with { SendingSince = pen.Now });
    }

    /// <summary>Brings a line to the worker.</summary>
    public static void BringToWorker(DeskPen pen, DeskChat chat, Educator helper, DeskLine line)
    {
        var row = pen.Send(chat.Worker, new OutboundBody.Line
        {
            Text = line.Text.Length == 0 ? helper.Alias.In(chat.Language) : $"{helper.Alias.Sign} {line.Text}",
            Media = line.Media,
            Ticket = Deliveries.TicketOf(line),
            Urgent = chat.Level == 0,
        });
        pen.Lines.Save(line with { State = LineState.Sending, To = chat.Worker, Row = row, Copy = null });
        if (chat is { Level: 0, SendingSince: null })
            pen.Save(chat with { SendingSince = pen.Now });
    }

    /// <summary>Takes a line back from its way, so that it arrives nowhere.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="line">The line.</param>
    /// <param name="then">How it stands from now on: it waits, or never arrives.</param>
    public static void HoldBack(DeskPen pen, DeskLine line, LineState then = LineState.Waiting)
    {
        if (line is { To: { } to, Row: { } row })
            pen.Drop(to, row);
        pen.Lines.Save(line with { State = then, To = null, Copy = null, Row = null, ChangeFollows = false });
    }

    /// <summary>Brings what did not arrive at the helper to her again.</summary>
    public static void BringAgain(DeskPen pen, DeskChat chat)
    {
        pen.Save(chat with { AgainAt = null });
        if (pen.Educator(chat.Owner) is not { } owner)
            return;
        foreach (var line in pen.Lines.Of(chat.Id, LineFrom.Worker, LineState.Waiting))
            BringToHelper(pen, pen.Chat(chat.Id)!, owner, line);
    }

    /// <summary>Brings what the worker said before somebody was there, with what was said earlier in one message.</summary>
    public static void BringWhatWaits(DeskPen pen, DeskChat chat, Educator helper)
    {
        var all = pen.Lines.Of(chat.Id);
        var waiting = all.Where(line => line is { From: LineFrom.Worker, State: LineState.Waiting }).ToList();
        var earlier = all.Where(line => line.State is LineState.Delivered or LineState.Waiting && line.From != LineFrom.Note).Except(waiting).TakeLast(MostOfEarlier).ToList();
        if (earlier.Count > 0)
            pen.Tell(helper, DeskLines.Earlier(helper, chat, earlier));
        foreach (var line in waiting)
            BringToHelper(pen, pen.Chat(chat.Id)!, helper, line);
    }

    /// <summary>Brings what waited until it was safe for her.</summary>
    public static void BringWhatWaitsToWorker(DeskPen pen, DeskChat chat)
    {
        foreach (var line in pen.Lines.Of(chat.Id, LineFrom.Helper, LineState.Waiting))
        {
            if (pen.Educator(line.Educator) is { } helper)
                BringToWorker(pen, pen.Chat(chat.Id)!, helper, line);
        }
    }

    /// <summary>Whether this person may write to the worker now.</summary>
    public static bool MayWrite(DeskChat chat, Educator helper) =>
        chat.State != DeskState.Closed && (chat.Owner == helper.Id || chat.Supervisor == helper.Id);

    /// <summary>She is asked whether it is safe to talk, where she was quiet for long, or looks at something in which her helper's words must not appear.</summary>
    public static DeskChat AskSafe(DeskPen pen, DeskChat chat)
    {
        if (chat.Reach != Reach.Elsewhere && (chat.Reach != Reach.Open || !(pen.Now - (chat.SaidAt ?? chat.ArrivedAt) > pen.Options.SafeGap)))
            return chat;
        pen.News(chat, WorkerNews.AskSafe);
        return pen.Save(chat with { Reach = Reach.AskSafe });
    }

    private static DeskLine Written(DeskPen pen, DeskChat chat, Said said, LineFrom from, string? educator)
    {
        var held = said.IsContent ? null : said.Contact ?? Contacts.In(said.Text);
        return new DeskLine
        {
            Chat = chat.Id,
            From = from,
            Educator = educator,
            Epoch = chat.Epoch,
            Text = said.Text,
            Media = said.Media,
            Source = said.Source,
            HeldFor = held,
            At = pen.Now,
            State = held is not null ? LineState.Held : said.Media?.Kind == LineMediaKind.Location ? LineState.Asked : LineState.Waiting,
        };
    }
}

/// <summary>What somebody said, in no channel's words.</summary>
/// <param name="Text">The words; empty for none.</param>
/// <param name="Media">What it brings besides; null for nothing.</param>
/// <param name="Source">The writer's channel's id of her message; null where there is none.</param>
internal sealed record Said(string Text, LineMedia? Media, string? Source)
{
    private const int LongestUnderMedia = 900; // Telegram takes 1,024, of which the alias needs some

    /// <summary>A kind of contact it is, whatever its words; null where it is none.</summary>
    public string? Contact { get; init; }

    /// <summary>It is a text of the content: numbers that staff put there may be said.</summary>
    public bool IsContent { get; init; }

    /// <summary>As it can be shown: messengers take fewer letters under a picture than in a message.</summary>
    public IEnumerable<Said> Parts() => Media is null || Text.Length <= LongestUnderMedia ? [this] : [this with { Text = "" }, this with { Media = null, Source = null }];
}
