using System.Collections.Concurrent;
using ChatSupport.Conversations;

namespace ChatSupport.Reports;

/// <summary>Hears danger in what a reporter says, so that she is asked; nobody is called without her. Each time she says it, but not after every sentence.</summary>
internal sealed class DangerHeard
{
    /// <summary>How long she is not asked again, unless it becomes more urgent.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    /// <summary>How urgent words are that are none of danger.</summary>
    public const int None = 3;

    private const int Urgent = 1; // danger, and high
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, int Level)> asked = new(StringComparer.Ordinal);

    /// <summary>How urgent words sound.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">The words.</param>
    /// <param name="isCrisis">The content knows them as those of somebody in danger.</param>
    public static int LevelOf(TurnDraft turn, string text, bool isCrisis)
    {
        var level = turn.Interpreter.Dialogs.RiskWords.Find(text) is { Count: > 0 } hits ? hits.Min(hit => hit.Level) : None;
        return isCrisis ? Math.Min(level, Urgent) : level;
    }

    /// <summary>She is to be asked now.</summary>
    public bool Asks(TurnDraft turn, int level)
    {
        if (level > Urgent || (asked.TryGetValue(turn.Inbound.Conversation, out var last) && turn.Now - last.At < Quiet && last.Level <= level))
            return false;
        Remember(turn, level);
        return true;
    }

    /// <summary>People are called with this turn.</summary>
    public void Called(TurnDraft turn) => Remember(turn, 0);

    /// <summary>Only once the turn is kept: one that failed asked nobody.</summary>
    private void Remember(TurnDraft turn, int level)
    {
        var (conversation, now) = (turn.Inbound.Conversation, turn.Now);
        turn.Add(new ReportEffect(session => session.AfterCommit(new object(), () =>
        {
            if (asked.Count >= MostRemembered)
            {
                foreach (var (other, _) in asked.Where(one => now - one.Value.At >= Quiet).ToList())
                    asked.TryRemove(other, out _);
            }
            asked[conversation] = (now, level);
        })));
    }
}
