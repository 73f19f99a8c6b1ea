using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Finds what time or nobody has confirmed: stale, unverified and made-up entries.</summary>
internal static class Freshness
{
    /// <summary>Phone numbers and hours change about this fast.</summary>
    public const int MostDays = 180;

    public static IEnumerable<DialogIssue> Find(PlaceBook book, DateOnly today) =>
        book.Places.Select(place => new Entry($"place '{place.Id}'", place.Sample, place.Verified, place.Source, place.Mark))
            .Concat(book.Hotlines.Select(line => new Entry($"hotline '{line.Id}'", line.Sample, line.Verified, line.Source, line.Mark)))
            .Select(entry => Find(entry, today)).OfType<DialogIssue>();

    private static DialogIssue? Find(Entry entry, DateOnly today)
    {
        if (entry.Sample)
            return PlaceRules.Sample.At(entry.Mark, $"The {entry.What} is made up; production hides it.", "Delete it once real places are entered.");
        if (!entry.Verified)
            return PlaceRules.Unverified.At(entry.Mark, $"The {entry.What} is unverified; workers do not see it.", "Call or visit it, then add the source and write 'status: verified'.");
        if (entry.Source is not { Checked: { } day } source)
            return null;
        if (day > today.AddDays(1)) // where the author is, the day may have begun already
            return PlaceRules.CheckedLater.At(source.Mark, $"The {entry.What} was checked on {day:yyyy-MM-dd}, a day that has not come yet.", "Write the day on which a person compared it with its source.");

        var age = today.DayNumber - day.DayNumber;
        return age <= MostDays ? null
            : PlaceRules.Stale.At(source.Mark, $"The {entry.What} was last checked {age} days ago, more than {MostDays}.", "Compare it with its source, or call, and write today's day at 'checked'.");
    }

    private sealed record Entry(string What, bool Sample, bool Verified, Citation? Source, Mark Mark);
}
