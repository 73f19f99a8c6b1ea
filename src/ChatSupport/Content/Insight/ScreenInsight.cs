using System.Globalization;
using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Content.Insight;

/// <summary>What happened on one screen in one language over some weeks, each of which at least five workers came to it.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Dialog">The title of its dialog, in the language of who looks.</param>
/// <param name="Language">The language it was seen in.</param>
internal sealed record ScreenInsight(ScreenId Screen, string Dialog, string Language)
{
    /// <summary>Fewer than this are hidden, week by week, before anything is added up.</summary>
    public const int FewerThan = 5;

    /// <summary>The name of <see cref="Stopped"/>.</summary>
    public const string StoppedHere = "Stopped here";

    /// <summary>How often somebody came to it.</summary>
    public required long Visits { get; init; }

    /// <summary>How often nobody went on from it; null where that is hidden, as below.</summary>
    public required long? Stopped { get; init; }

    /// <summary>How often somebody took a step back from it.</summary>
    public required long? Back { get; init; }

    /// <summary>How often something was not understood on it.</summary>
    public required long? Missed { get; init; }

    /// <summary>How often a search on it found nothing.</summary>
    public required long? FoundNothing { get; init; }

    /// <summary>How often its recording was played.</summary>
    public required long? Listened { get; init; }

    /// <summary>The share of visits, from 0 to 1, that ended there, over the weeks in which that is not hidden; null where it is in all.</summary>
    public double? StoppedShare { get; private init; }

    /// <summary>Every figure by its name in English.</summary>
    public static IReadOnlyList<(string Name, Func<ScreenInsight, long?> Of)> Figures { get; } =
    [
        ("Visits", screen => screen.Visits), (StoppedHere, screen => screen.Stopped), ("Back-steps", screen => screen.Back), ("Not understood", screen => screen.Missed),
        ("Searches without a result", screen => screen.FoundNothing), ("Voice plays", screen => screen.Listened),
    ];

    /// <summary>A figure as it is shown.</summary>
    public static string Says(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? $"< {FewerThan}";

    /// <summary>Adds weeks up.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="dialog">The title of its dialog.</param>
    /// <param name="language">The language it was seen in.</param>
    /// <param name="weeks">What was counted, week by week.</param>
    public static ScreenInsight Of(ScreenId screen, string dialog, string language, IEnumerable<ScreenCount> weeks)
    {
        var all = weeks.ToList();
        var ended = all.Where(week => IsShown(week.Left) && IsShown(Ended(week))).ToList(); // who went on is who came less who stopped
        return new ScreenInsight(screen, dialog, language)
        {
            Visits = all.Sum(week => week.Visits),
            Stopped = ended.Count == 0 ? null : ended.Sum(Ended),
            StoppedShare = ended.Sum(week => week.Visits) is > 0 and var visits ? (double)ended.Sum(Ended) / visits : null,
            Back = Sum(all.Select(week => week.Back)),
            Missed = Sum(all.Select(week => week.Missed)),
            FoundNothing = Sum(all.Select(week => week.FoundNothing)),
            Listened = Sum(all.Select(week => week.Listened)),
        };
    }

    private static long Ended(ScreenCount week) => Math.Max(0, week.Visits - week.Left);

    private static bool IsShown(long count) => count is 0 or >= FewerThan;

    private static long? Sum(IEnumerable<long> weeks)
    {
        var all = weeks.ToList();
        return all.Where(IsShown).Sum() is var sum && sum == 0 && all.Exists(count => !IsShown(count)) ? null : sum;
    }
}
