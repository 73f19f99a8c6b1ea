using System.Globalization;

namespace ChatSupport.Conversations;

/// <summary>When a worker who waits for a person may be written to after she put her phone away. She alone knows when nobody looks at it.</summary>
internal static class SafeHours
{
    public const string Any = "any";
    public const string None = "none";

    /// <summary>From when on, at <paramref name="now"/>, she may be written to.</summary>
    /// <param name="hours"><see cref="Any"/>, <see cref="None"/>, or two whole hours of her day such as <c>13-18</c>.</param>
    /// <param name="now">The time.</param>
    /// <param name="ahead">How far her clock is ahead of UTC.</param>
    /// <returns>Now or later; null for never.</returns>
    public static DateTimeOffset? From(string hours, DateTimeOffset now, TimeSpan ahead)
    {
        if (hours == Any)
            return now;
        if (Read(hours) is not var (from, until))
            return null;
        var local = now.ToOffset(ahead);
        if (local.Hour >= from && local.Hour < until)
            return now;
        var next = new DateTimeOffset(local.Date, ahead).AddHours(from);
        return next > now ? next : next.AddDays(1);
    }

    /// <summary>Whether content may name them.</summary>
    public static bool IsKnown(string hours) => hours is Any or None || Read(hours) is not null;

    private static (int From, int Until)? Read(string hours) =>
        hours.Split('-') is [var first, var last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
        && from < until && until <= 24 ? (from, until) : null;
}
