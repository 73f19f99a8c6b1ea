using ChatSupport.Dialogs.Model;
using Microsoft.Extensions.Options;

namespace ChatSupport.Conversations.Insight;

/// <summary>Counts footsteps in memory until <see cref="FootstepKeeper"/> writes them down: a turn does not wait for it, and a crash loses half a minute of counting
/// and nothing else.</summary>
internal sealed class FootstepCounts(IOptions<ConversationOptions> options, TimeProvider time)
{
    private const int MostMisses = 2_000; // between two writings; what comes above is counted by screen only

    private const int MostSeen = 20_000; // as well: above that fewer count as having come, which hides more and never less

    private readonly Lock gate = new();
    private readonly HashSet<CountKey> enough = [];
    private readonly HashSet<string> erased = new(StringComparer.Ordinal);
    private Footsteps counted = new([], [], []);

    /// <summary>Counts what a committed turn tells.</summary>
    /// <param name="conversation">Opaque key.</param>
    /// <param name="turn">The turn.</param>
    public void Count(string conversation, Turn turn)
    {
        if (turn.Footstep is not { } step)
        {
            if (turn.Forgets)
                Forget(conversation);
            return;
        }
        var week = Week();
        lock (gate)
        {
            if (step.From is { } from)
            {
                Add(new CountKey(week, from, step.Language), new ScreenCount(0, from == step.To ? 0 : 1, step.IsBack ? 1 : 0, step.IsMissed ? 1 : 0, step.FoundNothing ? 1 : 0, step.Listened ? 1 : 0));
                if (counted.Words.Count < MostMisses)
                    counted.Words.AddRange(step.Words.Select(word => new MissedWord(week, from, word, conversation)));
            }
            if (step.From != step.To)
            {
                var key = new CountKey(week, step.To, step.Language);
                Add(key, new ScreenCount(1, 0, 0, 0, 0, 0));
                if (counted.Seen.Count < MostSeen && !enough.Contains(key))
                    counted.Seen.Add((key, conversation));
            }
        }
    }

    /// <summary>The Monday of this week, where the workers are.</summary>
    public DateOnly Week()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(options.Value.UtcOffset).DateTime);
        return today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
    }

    /// <summary>Hands over what was counted since the last time.</summary>
    public Footsteps Take()
    {
        lock (gate)
        {
            var taken = counted;
            counted = new Footsteps([], [], []);
            erased.Clear(); // what they left behind is not among it
            return taken;
        }
    }

    /// <summary>Takes back what could not be written.</summary>
    public void PutBack(Footsteps unwritten)
    {
        lock (gate)
        {
            foreach (var (key, count) in unwritten.Screens)
                Add(key, count);
            counted.Seen.UnionWith(unwritten.Seen.Where(one => !erased.Contains(one.Conversation)).Take(Math.Max(0, MostSeen - counted.Seen.Count)));
            counted.Words.AddRange(unwritten.Words.Where(word => !erased.Contains(word.Conversation)).Take(Math.Max(0, MostMisses - counted.Words.Count)));
        }
    }

    /// <summary>Enough workers came to a screen: who else does need not be noted.</summary>
    public void HasEnough(CountKey key)
    {
        lock (gate)
        {
            enough.RemoveWhere(other => other.Week != key.Week); // of weeks before
            enough.Add(key);
        }
    }

    /// <summary>Whether somebody was erased since <see cref="Take"/>: what was taken of hers is not to be written any more.</summary>
    public bool IsErased(string conversation)
    {
        lock (gate)
            return erased.Contains(conversation);
    }

    private void Forget(string conversation)
    {
        lock (gate)
        {
            counted.Words.RemoveAll(word => word.Conversation == conversation);
            counted.Seen.RemoveWhere(one => one.Conversation == conversation);
            erased.Add(conversation);
        }
    }

    private void Add(CountKey key, ScreenCount count) => counted.Screens[key] = counted.Screens.GetValueOrDefault(key) + count;
}

/// <summary>What was counted.</summary>
/// <param name="Screens">By screen.</param>
/// <param name="Seen">Who came to which screen, by the opaque key of the conversation.</param>
/// <param name="Words">Words that were not understood.</param>
internal sealed record Footsteps(Dictionary<CountKey, ScreenCount> Screens, HashSet<(CountKey Key, string Conversation)> Seen, List<MissedWord> Words)
{
    public bool IsEmpty => Screens.Count == 0 && Seen.Count == 0 && Words.Count == 0;
}

/// <summary>What is counted by itself.</summary>
/// <param name="Week">The Monday it begins with, where the workers are.</param>
/// <param name="Screen">The screen.</param>
/// <param name="Language">The language it was seen in.</param>
internal readonly record struct CountKey(DateOnly Week, ScreenId Screen, string Language);

/// <summary>What happened on a screen, each as often as it happened; see <see cref="ScreenCountRow"/>.</summary>
internal readonly record struct ScreenCount(long Visits, long Left, long Back, long Missed, long FoundNothing, long Listened)
{
    public static ScreenCount operator +(ScreenCount a, ScreenCount b) => new(
        a.Visits + b.Visits, a.Left + b.Left, a.Back + b.Back, a.Missed + b.Missed, a.FoundNothing + b.FoundNothing, a.Listened + b.Listened);
}

/// <summary>A word that was not understood.</summary>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Screen">Where she stood.</param>
/// <param name="Word">Its strict key.</param>
/// <param name="Conversation">Opaque key of the conversation.</param>
internal sealed record MissedWord(DateOnly Week, ScreenId Screen, string Word, string Conversation);
