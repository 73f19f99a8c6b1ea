using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>Facts that may not stand in a production system without somebody knowing: unverified and made-up entries.</summary>
internal static class ProductionFacts
{
    /// <summary>One sentence with place and mend for every such entry, in the order of the files; empty where all are verified.</summary>
    public static IReadOnlyList<string> Find(PlaceBook book) =>
        [.. book.Places.Select(place => (place.Mark, place.Sample, place.Verified, What: $"place '{place.Id}'"))
            .Concat(book.Hotlines.Select(line => (line.Mark, line.Sample, line.Verified, What: $"hotline '{line.Id}' ({line.Number})")))
            .Where(entry => entry.Sample || !entry.Verified)
            .OrderBy(entry => entry.Mark.File, StringComparer.Ordinal).ThenBy(entry => entry.Mark.Line)
            .Select(entry => Sentence(entry.Mark, entry.What, entry.Sample))];

    private static string Sentence(Mark mark, string what, bool sample) => sample
        ? $"{mark.File}:{mark.Line}: The {what} is a made-up sample. Delete it, or set {PlacesOptions.Section}:AllowUnverified=true to start without showing it."
        : $"{mark.File}:{mark.Line}: The {what} is not verified. Confirm or delete it, or set {PlacesOptions.Section}:AllowUnverified=true to start without showing it.";
}
