namespace ChatSupport.Places.Editing;

/// <summary>A small drawing of all known spots around one, so that a gross mistake is seen. It is no map: nothing but the spots is known.</summary>
/// <param name="Points">Every spot, where it stands in the drawing.</param>
/// <param name="Lines">Lines of degrees.</param>
/// <param name="ScaleWidth">How wide the bar is.</param>
/// <param name="ScaleMetres">How much ground it stands for.</param>
/// <param name="Nearest">The nearest other spot; null where no other is known.</param>
internal sealed record SpotDrawing(IReadOnlyList<SpotDrawing.Point> Points, IReadOnlyList<SpotDrawing.Line> Lines, double ScaleWidth, int ScaleMetres, (string Name, double Metres)? Nearest)
{
    /// <summary>Width and height.</summary>
    public const double Size = 320;

    private const double Margin = 24;
    private const double LeastDegrees = 0.1; // about 11 km: a single spot is not blown up to nothing around it
    private static readonly double[] steps = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
    private static readonly int[] bars = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000];

    /// <summary>Draws it.</summary>
    /// <param name="here">The spot that is looked at.</param>
    /// <param name="others">All others with their names.</param>
    public static SpotDrawing Of(GeoPoint here, IReadOnlyList<(string Name, GeoPoint Spot)> others)
    {
        var all = others.Select(other => other.Spot).Append(here).ToList();
        var (south, north) = Widen(all.Min(spot => spot.Latitude), all.Max(spot => spot.Latitude));
        var (west, east) = Widen(all.Min(spot => spot.Longitude), all.Max(spot => spot.Longitude));
        var squeeze = Math.Max(0.1, Math.Cos((south + north) / 2 * Math.PI / 180)); // a degree of longitude is shorter than one of latitude
        var scale = (Size - (2 * Margin)) / Math.Max(north - south, (east - west) * squeeze);
        double X(double longitude) => (Size / 2) + ((longitude - ((west + east) / 2)) * squeeze * scale);
        double Y(double latitude) => (Size / 2) - ((latitude - ((south + north) / 2)) * scale);

        var step = steps.First(size => Math.Max(north - south, east - west) / size <= 5 || size == steps[^1]);
        var perMetre = scale * 180 / (Math.PI * 6_371_000);
        var bar = bars.Last(metres => metres * perMetre <= Size / 3 || metres == bars[0]);
        var nearest = others.Select(other => (other.Name, Metres: here.MetresTo(other.Spot))).OrderBy(other => other.Metres).ToList();
        return new SpotDrawing(
            [.. others.Select(other => new Point(X(other.Spot.Longitude), Y(other.Spot.Latitude), other.Name, false)), new Point(X(here.Longitude), Y(here.Latitude), "", true)],
            [
                .. Ticks(west, east, step).Select(degree => new Line(X(degree), 0, X(degree), Size, $"{degree:0.##}° E")),
                .. Ticks(south, north, step).Select(degree => new Line(0, Y(degree), Size, Y(degree), $"{degree:0.##}° N")),
            ],
            bar * perMetre, bar, nearest is [var first, ..] ? first : null);
    }

    private static (double Low, double High) Widen(double low, double high)
    {
        var missing = Math.Max(0, LeastDegrees - (high - low)) / 2;
        return (low - missing, high + missing);
    }

    private static IEnumerable<double> Ticks(double from, double to, double step)
    {
        for (var at = Math.Ceiling(from / step); at * step <= to; at++)
            yield return Math.Round(at * step, 2);
    }

    /// <summary>A spot.</summary>
    internal readonly record struct Point(double X, double Y, string Name, bool IsHere);

    /// <summary>A line of degrees.</summary>
    internal readonly record struct Line(double FromX, double FromY, double ToX, double ToY, string Label);
}
