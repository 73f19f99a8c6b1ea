using System.Globalization;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Places;

/// <summary>The queries that dialogs ask about places and hotlines. Pure: the same book, call, language and time give the same answer.</summary>
internal static class PlaceQueries
{
    /// <summary><c>services.nearby</c> (need, near): up to three places, nearest first; an empty list where nothing fits.</summary>
    public const string Nearest = "services.nearby";

    /// <summary><c>places.find</c> (near): the commune that a text names, or a shared spot, as a record whose <c>near</c> the other
    /// queries take; null where the text names none.</summary>
    public const string FindPlace = "places.find";

    /// <summary><c>hotlines.list</c> (need): every verified number for a need; for all needs where it is left out.</summary>
    public const string Lines = "hotlines.list";

    /// <summary>What content may know of them.</summary>
    public static IReadOnlyList<ActionSpec> Specs { get; } =
    [
        new(Nearest, ActionKind.Query, [new("need", true), new("near", false)], VariableKind.List),
        new(FindPlace, ActionKind.Query, [new("near", true)], VariableKind.Fields),
        new(Lines, ActionKind.Query, [new("need", false)], VariableKind.List),
    ];

    /// <summary>Answers a call.</summary>
    /// <param name="book">The places of the live revision.</param>
    /// <param name="call">Arguments as filled in by content; anything may be missing or odd.</param>
    /// <param name="language">Her language tag.</param>
    /// <param name="now">The time of the turn.</param>
    /// <returns>Null where the call is none of ours, or names no place.</returns>
    public static Value? Run(PlaceBook book, ActionCall call, string language, DateTimeOffset now) => call.Name switch
    {
        Nearest => FindNearest(book, Argument(call, "need"), Argument(call, "near"), language, now),
        FindPlace => ReadVantage(book, Argument(call, "near")) is { } vantage ? PlaceValues.From(vantage, language) : null,
        Lines => PlaceValues.List(LinesFor(book, Argument(call, "need")).Select(line => PlaceValues.From(line, book, language, now))),
        _ => null,
    };

    private static Value.List FindNearest(PlaceBook book, string need, string near, string language, DateTimeOffset now)
    {
        var vantage = near.Length == 0 ? Vantage.Anywhere : ReadVantage(book, near);
        return vantage is null
            ? PlaceValues.List([])
            : PlaceValues.List(Nearby.Find(book.Places, need, vantage.Value, now).Select(found => PlaceValues.From(found, book, language, now)));
    }

    private static IEnumerable<Hotline> LinesFor(PlaceBook book, string need) =>
        book.Hotlines.Where(line => line.Verified && (need.Length == 0 || line.Kinds.Contains(need, StringComparer.Ordinal)));

    private static Vantage? ReadVantage(PlaceBook book, string near)
    {
        if (TryReadPoint(near, out var point))
            return new Vantage(point, null);

        return book.Communes.Find(near) is { } commune ? new Vantage(null, commune) : null;
    }

    private static bool TryReadPoint(string text, out GeoPoint point)
    {
        point = default;
        var parts = text.Split(',');
        if (parts.Length != 2 || !TryReadDegrees(parts[0], out var latitude) || !TryReadDegrees(parts[1], out var longitude))
            return false;

        point = new GeoPoint(latitude, longitude);
        return point.IsOnEarth;
    }

    private static bool TryReadDegrees(string text, out double degrees) => double.TryParse(
        text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees);

    private static string Argument(ActionCall call, string name) => call.With.TryGetValue(name, out var value) ? value?.Trim() ?? "" : "";
}
