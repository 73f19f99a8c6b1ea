namespace ChatSupport.Places;

/// <summary>Where a worker looks from: a shared location, or a commune or district that she named. Neither: anywhere.</summary>
internal readonly record struct Vantage(GeoPoint? Point, Commune? Commune)
{
    public static Vantage Anywhere => default;
}

/// <summary>A place with its way from her.</summary>
/// <param name="Place">The place.</param>
/// <param name="Metres">Distance as the crow flies; null where either has no coordinates.</param>
internal readonly record struct Found(Place Place, double? Metres);

/// <summary>Picks the places that serve a need, nearest first.</summary>
internal static class Nearby
{
    /// <summary>As many as fit on one screen with distance, hours, cost and phone.</summary>
    public const int Most = 3;

    /// <summary>The nearest verified places for a need. Measured distances come first; then her commune, her district, the rest;
    /// among equals the open ones, then by id, so that the same question has the same answer.</summary>
    public static IReadOnlyList<Found> Find(IEnumerable<Place> places, string need, Vantage from, DateTimeOffset now) =>
        [.. places
            .Where(place => place.Verified && place.Kinds.Contains(need, StringComparer.Ordinal))
            .Select(place => new Found(place, Metres(place, from)))
            .OrderBy(found => found.Metres ?? double.PositiveInfinity)
            .ThenBy(found => Steps(found.Place.Commune, from.Commune))
            .ThenBy(found => found.Place.Hours?.At(now).IsOpen == true ? 0 : 1)
            .ThenBy(found => found.Place.Id, StringComparer.Ordinal)
            .Take(Most)];

    private static double? Metres(Place place, Vantage from) =>
        from.Point is { } here && place.Location is { } there ? here.MetresTo(there) : null;

    /// <summary>0 in the same commune, 1 in the same district, 2 elsewhere or unknown.</summary>
    private static int Steps(string? code, Commune? from)
    {
        if (code is null || from is null)
            return 2;
        if (string.Equals(code, from.Code, StringComparison.Ordinal))
            return 0;
        return code.StartsWith(from.District, StringComparison.Ordinal) ? 1 : 2;
    }
}
