using ChatSupport.Dialogs.Model;
using Microsoft.Extensions.Options;

namespace ChatSupport.Conversations.Insight;

/// <summary>Counts footsteps in memory until <see cref="FootstepKeeper"/> writes them down: a turn does not wait for it, and a crash loses half a minute of counting
/// and nothing else.</summary>
internal sealed class FootstepCounts(IOptions<ConversationOptions> options, TimeProvider time)
{
    private const int MostMisses = 2_000; // between two writings; what comes above is counted by screen only

    private readonly Lock gate = new();
    private Dictionary<CountKey, ScreenCount> screens = [];
    private List<MissedWord> words = [];

    /// <summary>Counts what a committed turn tells.</summary>
    /// <param name="conversation">Opaque key.</param>
    /// <param name="turn">The turn.</param>
    public void Count(string conversation, Turn turn)
    {
        if (turn.Footstep is not { } step)
            return;
        var day = Today();
        lock (gate)
        {
            if (step.From is { } from)
            {
                Add(new CountKey(day, from, step.Language), new ScreenCount(0, from == step.To ? 0 : 1, step.IsBack ? 1 : 0, step.IsMissed ? 1 : 0, step.FoundNothing ? 1 : 0, step.Listened ? 1 : 0));
                if (words.Count < MostMisses)
                    words.AddRange(step.Words.Select(word => new MissedWord(day, from, word, conversation, step.FoundNothing)));
            }
            if (step.From != step.To)
                Add(new CountKey(day, step.To, step.Language), new ScreenCount(1, 0, 0, 0, 0, 0));
        }
    }

    /// <summary>The day where the workers are.</summary>
    public DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(options.Value.UtcOffset).DateTime);

    /// <summary>Hands over what was counted since the last time.</summary>
    public (IReadOnlyDictionary<CountKey, ScreenCount> Screens, IReadOnlyList<MissedWord> Words) Take()
    {
        lock (gate)
        {
            var taken = (screens, words);
            (screens, words) = ([], []);
            return taken;
        }
    }

    /// <summary>Takes back what could not be written.</summary>
    public void PutBack(IReadOnlyDictionary<CountKey, ScreenCount> counted, IReadOnlyList<MissedWord> missed)
    {
        lock (gate)
        {
            foreach (var (key, count) in counted)
                Add(key, count);
            words.AddRange(missed.Take(Math.Max(0, MostMisses - words.Count)));
        }
    }

    private void Add(CountKey key, ScreenCount count) => screens[key] = screens.GetValueOrDefault(key) + count;
}

/// <summary>What is counted by itself.</summary>
/// <param name="Day">The day where the workers are.</param>
/// <param name="Screen">The screen.</param>
/// <param name="Language">The language it was seen in.</param>
internal readonly record struct CountKey(DateOnly Day, ScreenId Screen, string Language);

/// <summary>What happened on a screen, each as often as it happened; see <see cref="ScreenCountRow"/>.</summary>
internal readonly record struct ScreenCount(long Visits, long Left, long Back, long Missed, long FoundNothing, long Listened)
{
    public static ScreenCount operator +(ScreenCount a, ScreenCount b) => new(
        a.Visits + b.Visits, a.Left + b.Left, a.Back + b.Back, a.Missed + b.Missed, a.FoundNothing + b.FoundNothing, a.Listened + b.Listened);
}

/// <summary>A word that was not understood.</summary>
/// <param name="Day">The day.</param>
/// <param name="Screen">Where she stood.</param>
/// <param name="Word">Its strict key.</param>
/// <param name="Conversation">Opaque key of the conversation.</param>
/// <param name="FoundNothing">A search for it found nothing.</param>
internal sealed record MissedWord(DateOnly Day, ScreenId Screen, string Word, string Conversation, bool FoundNothing);
