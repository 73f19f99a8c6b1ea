using System.Globalization;
using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Content.Insight;

/// <summary>What happened on one screen in one language over some days. Counts of one to four are hidden, and with them what they could be worked out from.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Dialog">The title of its dialog, in the language of who looks.</param>
/// <param name="Language">The language it was seen in.</param>
internal sealed record ScreenInsight(ScreenId Screen, string Dialog, string Language)
{
    /// <summary>Fewer than this are hidden.</summary>
    public const int FewerThan = 5;

    /// <summary>The name of <see cref="Stopped"/>.</summary>
    public const string StoppedHere = "Stopped here";

    /// <summary>How often somebody came to it; null where hidden, as below.</summary>
    public required long? Visits { get; init; }

    /// <summary>How often nobody went on from it.</summary>
    public required long? Stopped { get; init; }

    /// <summary>How often somebody took a step back from it.</summary>
    public required long? Back { get; init; }

    /// <summary>How often something was not understood on it.</summary>
    public required long? Missed { get; init; }

    /// <summary>How often a search on it found nothing.</summary>
    public required long? FoundNothing { get; init; }

    /// <summary>How often its recording was played.</summary>
    public required long? Listened { get; init; }

    /// <summary>The share of visits that ended there, in whole percent; null where one of the two is hidden.</summary>
    public int? StoppedPercent => Visits is > 0 and var visits && Stopped is { } stopped ? (int)Math.Round(100.0 * stopped / visits) : null;

    /// <summary>Every figure by its name in English.</summary>
    public static IReadOnlyList<(string Name, Func<ScreenInsight, long?> Of)> Figures { get; } =
    [
        ("Visits", screen => screen.Visits), (StoppedHere, screen => screen.Stopped), ("Back-steps", screen => screen.Back), ("Not understood", screen => screen.Missed),
        ("Searches without a result", screen => screen.FoundNothing), ("Voice plays", screen => screen.Listened),
    ];

    /// <summary>A figure as it is shown.</summary>
    public static string Says(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? $"< {FewerThan}";

    public static ScreenInsight Of(ScreenId screen, string dialog, string language, ScreenCount count)
    {
        var stopped = Math.Max(0, count.Visits - count.Left);
        return new ScreenInsight(screen, dialog, language)
        {
            Visits = Shown(count.Visits),
            // Who went on is who came less who stopped: where either is few, neither is told.
            Stopped = Shown(count.Visits) is null || Shown(count.Left) is null ? null : Shown(stopped),
            Back = Shown(count.Back),
            Missed = Shown(count.Missed),
            FoundNothing = Shown(count.FoundNothing),
            Listened = Shown(count.Listened),
        };
    }

    private static long? Shown(long count) => count is > 0 and < FewerThan ? null : count;
}
