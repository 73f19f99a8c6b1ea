using System.Security.Cryptography;
using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>What was said in chats, for a reason. Each look is recorded with it before a word is shown; after its time nothing is there to be shown.</summary>
internal sealed class TranscriptBook(DeskPens pens, AuditTrail trail, StaffGuard guard)
{
    /// <summary>How many chats a sample has at most.</summary>
    public const int MostOfSample = 20;

    private const string Closed = "SELECT id FROM desk_chats WHERE is_open = 0 AND closed_at > $1 ORDER BY closed_at DESC LIMIT 1000";
    private const string CountLines = "SELECT count(*) FROM desk_lines WHERE chat = $1 AND author < 2";
    private static readonly TimeSpan lately = TimeSpan.FromDays(7);
    private static readonly TimeSpan listed = TimeSpan.FromDays(90);

    /// <summary>Open chats and those that ended lately, the newest first, without content.</summary>
    public IReadOnlyList<ChatFacts> List(string? session)
    {
        guard.Require(session, StaffAct.ReadTranscripts);
        return pens.Read(pen => pen.OpenChats().OrderByDescending(chat => chat.ArrivedAt).Concat(ClosedAfter(pen, pen.Now - listed)).Select(chat => FactsOf(pen, chat)).ToList());
    }

    /// <summary>Some of the chats that ended in the last seven days, chosen by chance, to look how helpers help.</summary>
    public IReadOnlyList<ChatFacts> Sample(string? session, int count)
    {
        guard.Require(session, StaffAct.ReadTranscripts);
        return pens.Read(pen =>
        {
            var all = ClosedAfter(pen, pen.Now - lately).Select(chat => FactsOf(pen, chat)).Where(facts => facts.Lines > 0).ToArray();
            RandomNumberGenerator.Shuffle(all.AsSpan());
            return all.Take(Math.Clamp(count, 1, MostOfSample)).ToList();
        });
    }

    /// <summary>Who wrote when and how much, with every word masked.</summary>
    public IReadOnlyList<TranscriptLine> Masked(string? session, string chat)
    {
        guard.Require(session, StaffAct.ReadTranscripts);
        return pens.Read(pen => Lines(pen, chat, isMasked: true));
    }

    /// <summary>What was said.</summary>
    /// <param name="session">Who reads.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="reason">Why, in her words; it stands in the audit log.</param>
    /// <param name="cancel">Gives up before anything is shown.</param>
    public Task<Transcript> Read(string? session, string chat, string reason, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.ReadTranscripts);
        return pens.Write(pen =>
        {
            if (Reasons.Refuse(reason) is { } why)
                return new Transcript(why, []);
            if (pen.Chat(chat) is null)
                return new Transcript(DeskRefusal.Over, []);
            trail.Add(pen.Session, new AuditNote(person.Id, "desk.transcript", chat, reason.Trim()));
            return new Transcript(null, Lines(pen, chat, isMasked: false));
        }, cancel);
    }

    /// <summary>Chats that ended after this, the newest first.</summary>
    public static IEnumerable<DeskChat> ClosedAfter(DeskPen pen, DateTimeOffset at) =>
        pen.Session[Closed].All(row => row.GetString(0), at.ToUnixTimeMilliseconds()).Select(pen.Chat).OfType<DeskChat>();

    private static ChatFacts FactsOf(DeskPen pen, DeskChat chat) =>
        new(chat, pen.Educator(chat.Owner ?? chat.LastOwner)?.Name, (int)(long)pen.Session[CountLines].One(chat.Id)!);

    private static List<TranscriptLine> Lines(DeskPen pen, string chat, bool isMasked) => [.. pen.Lines.Of(chat).Select(line => new TranscriptLine(
        line.Number, line.From, pen.Educator(line.Educator)?.Name, line.At, line.State, line.HeldFor, line.Media?.Kind, line.Text.Length, isMasked ? null : line.Text, isMasked ? [] : line.Earlier))];
}

/// <summary>A chat without anything that was said.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Helper">Who has it, or had it last; null for nobody.</param>
/// <param name="Lines">How many lines of it are kept; none after their time.</param>
internal sealed record ChatFacts(DeskChat Chat, string? Helper, int Lines);

/// <summary>What was said, or why it is not shown.</summary>
internal sealed record Transcript(string? Why, IReadOnlyList<TranscriptLine> Lines);

/// <summary>A line of a transcript.</summary>
/// <param name="Number">Its number.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="Helper">Her name; null for the worker.</param>
/// <param name="At">When.</param>
/// <param name="State">Where it stands.</param>
/// <param name="HeldFor">Why it was held, or what the note is for.</param>
/// <param name="Media">What it brings besides words.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">What it says; null where it is masked.</param>
/// <param name="Earlier">What it said before.</param>
internal sealed record TranscriptLine(
    long Number, LineFrom From, string? Helper, DateTimeOffset At, LineState State, string? HeldFor, LineMediaKind? Media, int Length, string? Text, IReadOnlyList<string> Earlier);
