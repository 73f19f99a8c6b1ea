using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Escalation.Supervision;

/// <summary>How well the risk words do: what they found, which of it meant nothing, and what they did not find. No word of anybody is shown.</summary>
internal sealed class HitBook(DeskPens pens, AuditTrail trail, StaffGuard guard)
{
    private const string Lines = "SELECT number FROM desk_lines WHERE author = $1 AND at > $2 ORDER BY number DESC LIMIT 5000";
    private const string Chats = "SELECT id FROM desk_chats WHERE level = 0 AND arrived_at > $1 ORDER BY arrived_at DESC LIMIT 1000";
    private static readonly TimeSpan lately = TimeSpan.FromDays(28);

    /// <summary>Messages of the last four weeks with risk words in them, the newest first.</summary>
    public IReadOnlyList<WordFound> Hits(string? session)
    {
        guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Session[Lines].All(row => row.GetInt64(0), (int)LineFrom.Worker, (pen.Now - lately).ToUnixTimeMilliseconds())
            .Select(pen.Lines.Find).OfType<DeskLine>().Where(line => !line.Risk.IsEmpty)
            .Select(line => new WordFound(line.Number, line.At, pen.Chat(line.Chat)?.Alias, line.Risk, line.RiskIsFalse)).ToList());
    }

    /// <summary>Chats of the last four weeks with danger in them that a human being saw and the words did not, the newest first.</summary>
    public IReadOnlyList<DangerMissed> Missed(string? session)
    {
        guard.Require(session, StaffAct.RunDesk);
        return pens.Read(pen => pen.Session[Chats].All(row => row.GetString(0), (pen.Now - lately).ToUnixTimeMilliseconds())
            .Select(pen.Chat).OfType<DeskChat>().Where(chat => chat.FoundBy is FoundBy.Human or FoundBy.Herself)
            .Select(chat => new DangerMissed(chat.ArrivedAt, chat.Alias, chat.FoundBy == FoundBy.Herself, pen.Lines.Of(chat.Id).Count > 0)).ToList());
    }

    /// <summary>Says of a hit that it meant nothing, or that it did after all.</summary>
    /// <param name="session">Who says so.</param>
    /// <param name="number">The number of the message.</param>
    /// <param name="isFalse">It meant nothing.</param>
    /// <param name="cancel">Gives up before it is written.</param>
    public Task<DeskAnswer> Mark(string? session, long number, bool isFalse, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunDesk);
        return pens.Write(pen =>
        {
            if (pen.Lines.Find(number) is not { Risk.IsEmpty: false } line)
                return DeskAnswer.Not(DeskRefusal.Over);
            pen.Lines.Save(line with { RiskIsFalse = isFalse });
            trail.Add(pen.Session, new AuditNote(person.Id, isFalse ? "desk.hit-false" : "desk.hit-true", line.Chat, ""));
            return DeskAnswer.Done;
        }, cancel);
    }
}

/// <summary>A message with risk words in it.</summary>
/// <param name="Number">Of the message.</param>
/// <param name="At">When it was written.</param>
/// <param name="Alias">What the chat is called.</param>
/// <param name="Words">Names of the entries.</param>
/// <param name="IsFalse">A supervisor says that it meant nothing.</param>
internal sealed record WordFound(long Number, DateTimeOffset At, Alias? Alias, IReadOnlyList<string> Words, bool IsFalse);

/// <summary>A chat with danger in it that the words did not find.</summary>
/// <param name="At">When she asked for a person.</param>
/// <param name="Alias">What the chat is called.</param>
/// <param name="ByHerself">She pressed that she is in danger; otherwise her helper or a supervisor saw it.</param>
/// <param name="HasTranscript">What she wrote is still there, to be read for a reason.</param>
internal sealed record DangerMissed(DateTimeOffset At, Alias Alias, bool ByHerself, bool HasTranscript);
