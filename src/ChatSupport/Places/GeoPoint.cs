namespace ChatSupport.Places;

/// <summary>A spot on the map.</summary>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusMetres = 6_371_000;

    /// <summary>The box around Cambodia with its islands; a coordinate outside of it is a slip of the pen (often the two swapped).</summary>
    public bool IsInCambodia => Latitude is >= 9.5 and <= 14.75 && Longitude is >= 102.2 and <= 107.75;

    /// <summary>Both are numbers that exist on the globe.</summary>
    public bool IsOnEarth => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>Distance over the ground as the crow flies, in metres (haversine, a round Earth: wrong by at most half a percent).</summary>
    public double MetresTo(GeoPoint other)
    {
        var dLatitude = Radians(other.Latitude - Latitude);
        var dLongitude = Radians(other.Longitude - Longitude);
        var a = Square(Math.Sin(dLatitude / 2))
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(dLongitude / 2)));
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}
