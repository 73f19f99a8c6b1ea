using ChatSupport.Conversations;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Referrals;

namespace ChatSupport.Escalation.Relay;

/// <summary>What was said is changed, taken back, or gets a sign. Nothing overtakes the line it belongs to.</summary>
internal static class Changes
{
    private const string Mark = "✏️ ";

    /// <summary>Somebody changed what she had written. Both versions are kept.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="from">Who.</param>
    /// <param name="source">Her message.</param>
    /// <param name="text">What it says now.</param>
    /// <param name="risk">Risk words in it, where it is the worker's.</param>
    /// <returns>False where her message is none of this chat.</returns>
    public static bool Edit(DeskPen pen, DeskChat chat, LineFrom from, string source, string text, IReadOnlyList<RiskHit>? risk = null)
    {
        return pen.Lines.Find(chat.Id, source, from) is { } line && Edit(pen, chat, line, text, risk);
    }

    /// <summary>Somebody changed a line of hers.</summary>
    /// <returns>False where it was taken back, or refused.</returns>
    public static bool Edit(DeskPen pen, DeskChat chat, DeskLine line, string text, IReadOnlyList<RiskHit>? risk = null)
    {
        if (line.State is LineState.TakenBack or LineState.Refused)
            return false;
        if (line.Text == text)
            return true;
        line = line with { Risk = [.. line.Risk.Union(Relaying.Names(risk ?? []))] };
        if (Contacts.In(text) is { } contact && line.State is LineState.Delivered or LineState.Sending)
        {
            pen.Lines.Add(line with { Number = 0, Text = text, Media = null, Source = null, State = LineState.Held, HeldFor = contact, Copy = null, Row = null, At = pen.Now });
            Alarms.Hold(pen, chat, line.From);
            pen.Count(chat, "held", line.Educator);
            return true;
        }
        line = line with { Text = text, Earlier = line.Earlier.Add(line.Text), HeldFor = Contacts.In(text), ChangeFollows = line.State == LineState.Sending };
        var isHeldNow = line is { HeldFor: not null, State: LineState.Waiting };
        if (isHeldNow)
            line = line with { State = LineState.Held };
        pen.Lines.Save(line);
        if (isHeldNow)
        {
            pen.Count(chat, "held", line.Educator);
            Alarms.Hold(pen, chat, line.From);
        }
        if (line is { HeldFor: null, State: LineState.Held })
            Release(pen, chat, line); // she took out what held it
        if (line.State == LineState.Delivered)
            Send(pen, chat, line);
        return true;
    }

    /// <summary>Shows the newest version in the place of the older one; below it where the channel cannot change what it showed.</summary>
    public static void Send(DeskPen pen, DeskChat chat, DeskLine line)
    {
        var copy = line.Media is null ? line.Copy : null; // what stands under a picture comes anew
        if (line is not { To: { } to })
            return;
        if (line.From == LineFrom.Helper)
        {
            if (pen.Educator(line.Educator) is { } helper)
                pen.Send(to, new OutboundBody.Line { Text = $"{helper.Alias.Sign} {Mark}{line.Text}", Edits = copy, Ticket = Deliveries.TicketOfChange(line), Urgent = chat.Level == 0 });
        }
        else if (pen.Educator(chat.Owner) is { } owner && owner.Conversation == to)
        {
            pen.Send(to, DeskLines.FromWorker(owner, chat, line with { Text = Mark + line.Text, Media = null }) with { Edits = copy, Ticket = Deliveries.TicketOfChange(line) });
        }
    }

    /// <summary>Takes the last line of one side back, wherever it is.</summary>
    /// <returns>False where there is none.</returns>
    public static bool TakeBackLast(DeskPen pen, DeskChat chat, LineFrom from, string? educator)
    {
        var last = pen.Lines.Of(chat.Id).LastOrDefault(line => line.From == from && line.Educator == educator
            && line.State is LineState.Waiting or LineState.Sending or LineState.Delivered or LineState.Held or LineState.Asked);
        if (last is null)
            return false;
        TakeBack(pen, last);
        pen.Count(chat, "taken-back", educator);
        return true;
    }

    /// <summary>Takes a line back. One that is on its way is deleted as it arrives.</summary>
    public static void TakeBack(DeskPen pen, DeskLine line)
    {
        pen.Lines.Save(line with { State = LineState.TakenBack, Text = "", Media = null, Earlier = [] });
        pen.Lines.DropFile(line.Media);
        if (line is { Row: { } row, To: { } way })
            pen.Drop(way, row);
        if (line is { State: LineState.Delivered, To: { } to, Copy: { } copy })
            pen.Send(to, new OutboundBody.Erase([copy], Everything: false));
    }

    /// <summary>Somebody put a sign under a message: the other sees it under hers. It also says that she has read it.</summary>
    public static void React(DeskPen pen, string conversation, string message, string? emoji)
    {
        if (pen.Lines.Copy(conversation, message) is not { Line: > 0 } copy || pen.Lines.Find(copy.Line) is not { Source: { } source } line
            || pen.Chat(line.Chat) is not { IsOpen: true } chat)
        {
            return;
        }
        if (line.From == LineFrom.Worker)
        {
            Reading.Seen(pen, chat);
            if (chat.Reach == Reach.Open)
                pen.Send(chat.Worker, new OutboundBody.React(source, emoji));
        }
        else if (pen.Educator(line.Educator) is { Conversation: { } writer } && chat.Owner == line.Educator)
        {
            pen.Send(writer, new OutboundBody.React(source, emoji));
        }
    }

    /// <summary>The writer said that it should go after all, or not.</summary>
    public static void Confirm(DeskPen pen, DeskLine line, bool send)
    {
        if (line.State != LineState.Asked || pen.Chat(line.Chat) is not { IsOpen: true } chat)
            return; // also where its writer has the chat no more: what she had not sent was returned to her
        if (!send)
            TakeBack(pen, line);
        else
            Release(pen, chat, line);
    }

    /// <summary>A supervisor lets a held line go on.</summary>
    public static void Release(DeskPen pen, DeskChat chat, DeskLine line)
    {
        if (line.Referral is not null)
        {
            Referring.Decide(pen, chat, line, goesOn: true);
            return;
        }
        if (line.From == LineFrom.Helper && !(pen.Educator(line.Educator) is { } writer && Relaying.MayWrite(chat, writer)))
        {
            Refuse(pen, chat, line); // who wrote it has the chat no more
            return;
        }
        line = pen.Lines.Save(line with { State = LineState.Waiting, HeldFor = null });
        if (line.From == LineFrom.Worker)
        {
            if (pen.Educator(chat.Owner) is { } owner)
                Relaying.BringToHelper(pen, chat, owner, line);
        }
        else if (chat.Reach == Reach.Open && pen.Educator(line.Educator) is { } helper)
        {
            Relaying.BringToWorker(pen, chat, helper, line);
        }
    }

    /// <summary>A supervisor keeps a held line from going on; its writer is told.</summary>
    public static void Refuse(DeskPen pen, DeskChat chat, DeskLine line)
    {
        if (line.Referral is not null)
        {
            Referring.Decide(pen, chat, line, goesOn: false);
            return;
        }
        pen.Lines.Save(line with { State = LineState.Refused });
        if (line.From == LineFrom.Worker)
            pen.News(chat, Workers.WorkerNews.Refused);
        else if (pen.Educator(line.Educator) is { } helper)
            pen.Tell(helper, DeskLines.Say(helper, DeskWord.HeldRefused, chat));
    }
}
