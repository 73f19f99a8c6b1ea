using System.Globalization;
using System.Text.RegularExpressions;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Places.Editing;

/// <summary>Reads coordinates as people paste them: two numbers, or the link of a map. Nothing is fetched.</summary>
internal static class SpotText
{
    private const int Longest = 2_000;

    // Each character is looked at once, whatever was pasted: a link from a stranger must not keep the machine busy.
    private const RegexOptions Once = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // Google: the place itself is more exact than the middle of the view behind the @.
    private static readonly Regex marked = new(@"!3d(-?\d{1,3}\.\d+)!4d(-?\d{1,3}\.\d+)", Once);
    private static readonly Regex named = new(@"[?&]mlat=(-?\d{1,3}(?:\.\d+)?)&mlon=(-?\d{1,3}(?:\.\d+)?)", Once);
    private static readonly Regex geo = new(@"^\s*geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)", Once | RegexOptions.IgnoreCase);
    private static readonly Regex anchor = new(@"#map=\d+(?:\.\d+)?/(-?\d{1,3}(?:\.\d+)?)/(-?\d{1,3}(?:\.\d+)?)", Once);
    private static readonly Regex at = new(@"/@(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)", Once);
    private static readonly Regex query = new(@"[?&](?:q|ll|query|center|destination|daddr)=(?:loc:)?(-?\d{1,3}\.\d+),[\s+]*(-?\d{1,3}\.\d+)", Once);
    private static readonly Regex plain = new(@"^\s*\(?\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*N?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*E?\s*\)?\s*$", Once);
    private static readonly Regex degrees = new(@"^\s*(\d{1,3})[°\s]+(\d{1,2})['′\s]+(\d{1,2}(?:\.\d+)?)?[""″\s]*([NS])[,\s]+(\d{1,3})[°\s]+(\d{1,2})['′\s]+(\d{1,2}(?:\.\d+)?)?[""″\s]*([EW])\s*$", Once);
    private static readonly Regex shortLink = new(@"^\s*(?:https?://)?(?:maps\.app\.goo\.gl|goo\.gl/maps|osm\.org/go)/", Once | RegexOptions.IgnoreCase);

    /// <summary>The spot, as degrees with a dot; null where the text holds none.</summary>
    public static (string Latitude, string Longitude)? Read(string pasted)
    {
        if (pasted.Length > Longest)
            return null;
        var text = Uri.UnescapeDataString(Digits.ToArabic(pasted));
        foreach (var pattern in new[] { marked, named, geo, anchor, at, query, plain })
        {
            if (pattern.Match(text) is { Success: true } found && Of(found.Groups[1].Value, found.Groups[2].Value) is { } spot)
                return spot;
        }

        return degrees.Match(text) is { Success: true } match ? OfDegrees(match) : null;
    }

    /// <summary>A short link, whose coordinates only its own server knows.</summary>
    public static bool IsShortLink(string pasted) => shortLink.IsMatch(pasted);

    /// <summary>A page of OpenStreetMap that shows the spot. It is opened by whoever follows the link, and by nobody else.</summary>
    public static string MapPage(GeoPoint spot) => string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={spot.Latitude}&mlon={spot.Longitude}#map=17/{spot.Latitude}/{spot.Longitude}");

    /// <summary>The spot of two boxes; null where they hold none.</summary>
    public static GeoPoint? Of(EntryText entry) =>
        Number(entry[EntryColumns.Latitude]) is { } latitude && Number(entry[EntryColumns.Longitude]) is { } longitude && new GeoPoint(latitude, longitude) is { IsOnEarth: true } spot ? spot : null;

    private static (string Latitude, string Longitude)? Of(string latitude, string longitude) =>
        Number(latitude) is { } north && Number(longitude) is { } east && new GeoPoint(north, east).IsOnEarth ? (latitude, longitude) : null;

    private static (string Latitude, string Longitude)? OfDegrees(Match found)
    {
        var (north, east) = (Sum(found, 1) * (found.Groups[4].Value is "S" ? -1 : 1), Sum(found, 5) * (found.Groups[8].Value is "W" ? -1 : 1));
        return new GeoPoint(north, east).IsOnEarth ? (Text(north), Text(east)) : null;
    }

    private static double Sum(Match found, int group) =>
        Number(found.Groups[group].Value)!.Value + (Number(found.Groups[group + 1].Value)!.Value / 60) + ((Number(found.Groups[group + 2].Value) ?? 0) / 3600);

    private static string Text(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
