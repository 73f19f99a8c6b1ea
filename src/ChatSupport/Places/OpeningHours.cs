using System.Collections.Immutable;

namespace ChatSupport.Places;

/// <summary>One stretch of being open, as staff write it: it belongs to the day it begins on and may end on the next.</summary>
/// <param name="Day">The day it begins on.</param>
/// <param name="From">Minutes after midnight, 0 to 1439.</param>
/// <param name="To">Minutes after midnight, 1 to 1440; at most <paramref name="From"/> means the next day.</param>
internal readonly record struct OpenStretch(DayOfWeek Day, int From, int To);

/// <summary>Whether a place is open, and when that changes.</summary>
/// <param name="IsOpen">Open now.</param>
/// <param name="Changes">The minute it closes or opens, in Phnom Penh time; null when that never changes.</param>
internal readonly record struct OpeningState(bool IsOpen, DateTimeOffset? Changes);

/// <summary>The weekly opening hours of a place, in Phnom Penh time.</summary>
internal sealed class OpeningHours
{
    /// <summary>Phnom Penh is seven hours ahead of UTC all year; no time zone data is needed for that.</summary>
    public static readonly TimeSpan PhnomPenh = TimeSpan.FromHours(7);

    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <summary>Sorted, apart from one another, over three weeks in a row, so that no question needs to look around the end of a week.</summary>
    private readonly ImmutableArray<(int From, int To)> spans;

    public OpeningHours(IEnumerable<OpenStretch> stretches)
    {
        var merged = new List<(int From, int To)>();
        foreach (var next in stretches.SelectMany(Unroll).Order())
        {
            if (merged.Count > 0 && next.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, next.To));
            else
                merged.Add(next);
        }

        spans = [.. merged];
    }

    /// <summary>Day and night, every day.</summary>
    public static OpeningHours Always { get; } = new(Enum.GetValues<DayOfWeek>().Select(day => new OpenStretch(day, 0, Day)));

    /// <summary>The state at a moment. A place is open from the first minute on and closed at the last.</summary>
    public OpeningState At(DateTimeOffset now)
    {
        var local = now.ToOffset(PhnomPenh);
        var minute = ((int)local.DayOfWeek * Day) + (local.Hour * 60) + local.Minute;
        var thisMinute = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, PhnomPenh);
        foreach (var (from, to) in spans)
        {
            if (to <= minute)
                continue;
            if (from > minute)
                return new OpeningState(false, thisMinute.AddMinutes(from - minute));
            return new OpeningState(true, to - minute >= Week ? null : thisMinute.AddMinutes(to - minute));
        }

        return new OpeningState(false, null);
    }

    private static IEnumerable<(int From, int To)> Unroll(OpenStretch stretch)
    {
        var from = ((int)stretch.Day * Day) + stretch.From;
        var length = stretch.To > stretch.From ? stretch.To - stretch.From : stretch.To + Day - stretch.From;
        for (var week = -1; week <= 2; week++)
            yield return (from + (week * Week), from + (week * Week) + length);
    }
}
