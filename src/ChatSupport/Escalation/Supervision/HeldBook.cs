using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>What is held until a supervisor decides, and what helpers say to supervisors about a chat.</summary>
internal sealed class HeldBook(DeskPens pens, AuditTrail trail, StaffGuard guard)
{
    private const string Held = "SELECT number FROM desk_lines WHERE state = $1 ORDER BY number LIMIT 500";
    private const string CountHeld = "SELECT count(*) FROM desk_lines WHERE state = $1 AND EXISTS (SELECT 1 FROM desk_chats WHERE id = desk_lines.chat AND is_open = 1)";
    private const string Notes = "SELECT number FROM desk_lines WHERE author = $1 AND at > $2 ORDER BY number DESC LIMIT 500";

    /// <summary>How many lines wait for a decision.</summary>
    public static long Count(DeskPen pen) => (long)pen.Session[CountHeld].One((int)LineState.Held)!;

    /// <summary>What waits for a decision, the oldest first, without a word of it.</summary>
    public IReadOnlyList<HeldLine> Waiting(string? session, bool byItself = false)
    {
        _ = byItself ? guard.RequireUnused(session, StaffAct.RunDesk) : guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Session[Held].All(row => row.GetInt64(0), (int)LineState.Held).Select(number => LineOf(pen, number)).OfType<HeldLine>().ToList());
    }

    /// <summary>What one says. That it was looked at is recorded.</summary>
    /// <returns>Null where it is not held any more.</returns>
    public Task<string?> Read(string? session, long number, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (pen.Lines.Find(number) is not { State: LineState.Held } line)
                return null;
            trail.Add(pen.Session, new AuditNote(person.Id, "desk.held-view", line.Chat, line.HeldFor ?? ""));
            return line.Text;
        }, cancel);
    }

    /// <summary>Lets it go on to the other side.</summary>
    public Task<DeskAnswer> Release(string? session, long number, CancellationToken cancel) => Decide(session, number, "desk.held-release", Changes.Release, cancel);

    /// <summary>Keeps it from going on; its writer is told.</summary>
    public Task<DeskAnswer> Refuse(string? session, long number, CancellationToken cancel) => Decide(session, number, "desk.held-refuse", Changes.Refuse, cancel);

    /// <summary>Reports of misuse, and why levels were lowered or raised, the newest first. Helpers wrote them for supervisors.</summary>
    public IReadOnlyList<DeskReport> Reports(string? session, bool byItself = false)
    {
        _ = byItself ? guard.RequireUnused(session, StaffAct.RunDesk) : guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Session[Notes].All(row => row.GetInt64(0), (int)LineFrom.Note, (pen.Now - pen.Options.TranscriptsFor).ToUnixTimeMilliseconds())
            .Select(number => pen.Lines.Find(number)).OfType<DeskLine>()
            .Where(line => line.HeldFor is DeskNotes.Misuse or DeskNotes.Lower or DeskNotes.Raise)
            .Select(line => new DeskReport(line.Number, line.HeldFor!, line.At, pen.Chat(line.Chat)?.Alias, pen.Educator(line.Educator)?.Name, line.Text)).ToList());
    }

    private static HeldLine? LineOf(DeskPen pen, long number) => pen.Lines.Find(number) is { } line && pen.Chat(line.Chat) is { IsOpen: true } chat
        ? new HeldLine(number, chat.Id, chat.Alias, chat.Level, line.From == LineFrom.Worker, pen.Educator(line.Educator)?.Name, line.HeldFor ?? "", line.At)
        : null;

    private Task<DeskAnswer> Decide(string? session, long number, string act, Action<DeskPen, DeskChat, DeskLine> what, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (pen.Lines.Find(number) is not { State: LineState.Held } line || pen.Chat(line.Chat) is not { IsOpen: true } chat)
                return DeskAnswer.Not(DeskRefusal.NotHeld);
            what(pen, chat, line);
            pen.Save(pen.Chat(chat.Id)!); // whoever looks at the desk sees that it is decided
            trail.Add(pen.Session, new AuditNote(person.Id, act, chat.Id, line.HeldFor ?? ""));
            return DeskAnswer.Done;
        }, cancel);
    }
}

/// <summary>A line that is held.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Chat">Opaque id of its chat.</param>
/// <param name="Alias">What the worker is called there.</param>
/// <param name="Level">How urgent the chat is.</param>
/// <param name="IsWorkers">The worker wrote it; else her helper did.</param>
/// <param name="Helper">Who of the helpers wrote it; null for the worker.</param>
/// <param name="Kind">The kind of contact found in it.</param>
/// <param name="At">When it was written.</param>
internal sealed record HeldLine(long Number, string Chat, Alias Alias, int Level, bool IsWorkers, string? Helper, string Kind, DateTimeOffset At);

/// <summary>What a helper says to supervisors about a chat.</summary>
internal sealed record DeskReport(long Number, string Kind, DateTimeOffset At, Alias? Alias, string? By, string Text);
