using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Educators;

/// <summary>Which of her chats a message of an educator's is for: its thread says so, or the message it answers, or that she has only one.
/// Otherwise she is asked; it is never guessed.</summary>
internal static class Addressing
{
    /// <summary>Marks a line that belongs to no chat yet.</summary>
    private const string Nowhere = "?";

    private static readonly TimeSpan justNow = TimeSpan.FromMinutes(3);

    public static void Take(DeskPen pen, Educator educator, Said said, string? thread, string? answers)
    {
        var chats = pen.ChatsOf(educator.Id);
        var named = thread ?? (answers is null ? null : pen.Lines.Copy(educator.Conversation!, answers)?.Chat);
        if (named is not null)
            ToNamed(pen, educator, named, said);
        else if (chats is [var only] && answers is null && !HasJustLost(pen, educator))
            Relaying.FromHelper(pen, only, educator, said);
        else if (chats.Count == 0)
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.NobodyHere, null));
        else
            Ask(pen, educator, chats, said);
    }

    /// <summary>She says whom the message is for.</summary>
    public static void Choose(DeskPen pen, Educator educator, long number, string chat)
    {
        if (pen.Lines.Find(number) is not { State: LineState.Asked, Chat: var at } line || at != PlaceOf(educator))
            return;
        pen.Lines.Save(line with { State = LineState.TakenBack, Text = "", Media = null });
        ToNamed(pen, educator, chat, new Said(line.Text, line.Media, line.Source));
    }

    /// <summary>It is for nobody after all.</summary>
    public static void Forgo(DeskPen pen, Educator educator, DeskLine line)
    {
        pen.Lines.Save(line with { State = LineState.TakenBack, Text = "", Media = null });
        if (line.Source is { } source && educator.Conversation is { } conversation)
            pen.Send(conversation, new OutboundBody.Erase([source], Everything: false));
    }

    /// <summary>The line is one that she was asked about in this way.</summary>
    public static bool IsUnaddressed(Educator educator, DeskLine line) => line.Chat == PlaceOf(educator);

    /// <summary>Another chat was hers a moment ago: what she writes now may be meant for it.</summary>
    private static bool HasJustLost(DeskPen pen, Educator educator) => pen.LostSince(educator.Id, pen.Now - justNow);

    private static void ToNamed(DeskPen pen, Educator educator, string chat, Said said)
    {
        if (pen.Chat(chat) is { State: not DeskState.Closed } found)
            Relaying.FromHelper(pen, found, educator, said);
        else
            pen.Tell(educator, DeskLines.Say(educator, DeskWord.ChatOver, null) with { AnswersTo = said.Source });
    }

    private static void Ask(DeskPen pen, Educator educator, List<DeskChat> chats, Said said)
    {
        var line = pen.Lines.Add(new DeskLine
        {
            Chat = PlaceOf(educator),
            From = LineFrom.Helper,
            Educator = educator.Id,
            Text = said.Text,
            Media = said.Media,
            Source = said.Source,
            State = LineState.Asked,
            At = pen.Now,
        });
        pen.Count(chats[0], "whom-asked", educator.Id);
        if (said.Source is { } source)
            pen.Lines.Remember(educator.Conversation!, source, line.Chat, 0); // it goes from her phone by its age where she never says
        pen.Tell(educator, DeskLines.AskWhom(educator, chats, line) with { Ticket = Deliveries.TicketOfDesk(line.Chat) });
    }

    /// <summary>It is no chat, but the place of lines of an educator's that belong to none yet.</summary>
    public static bool IsNowhere(string chat) => chat.StartsWith(Nowhere, StringComparison.Ordinal);

    private static string PlaceOf(Educator educator) => Nowhere + educator.Id;
}
