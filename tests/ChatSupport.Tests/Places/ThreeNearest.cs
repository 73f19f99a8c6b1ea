using ChatSupport.Places;
using CsCheck;

namespace ChatSupport.Tests.Places;

public sealed class ThreeNearest
{
    private static readonly Gen<GeoPoint> AnyPoint = Gen.Select(Gen.Double[10.4, 10.8], Gen.Double[103.3, 103.9]).Select((lat, lon) => new GeoPoint(lat, lon));

    private static readonly Gen<string?> AnyCommune = Gen.OneOf(new string?[] { null, "1801", "180101", "180102", "180201", "1802" }.Select(code => Gen.Const(code)).ToArray());

    private static readonly Gen<Place> AnyPlace = Gen.Select(Gen.Int[0, 999], AnyCommune, AnyPoint, Gen.Bool, Gen.Bool, Gen.Int[0, 2])
        .Select((id, commune, point, onMap, verified, hours) => Some.Place(
            $"p{id}", commune, onMap ? point : null, hours switch { 0 => null, 1 => OpeningHours.Always, _ => Some.Hours("sun", "01:00-02:00") },
            id % 3 == 0 ? "legal" : "health") with
        { Verified = verified });

    private static readonly Gen<Vantage> AnyVantage = Gen.OneOf(
        Gen.Const(Vantage.Anywhere),
        AnyPoint.Select(point => new Vantage(point, null)),
        Gen.OneOf(Gen.Const("1801"), Gen.Const("180101"), Gen.Const("180201")).Select(code => new Vantage(null, Some.Commune(code))));

    [Fact]
    public void Are_those_that_no_other_place_comes_before() =>
        Gen.Select(AnyPlace.List[0, 12], AnyVantage).Sample((drawn, from) =>
        {
            var places = drawn.DistinctBy(place => place.Id).ToList();
            var fitting = places.Where(place => place.Verified && place.Kinds.Contains("health")).ToList();

            var found = Nearby.Find(places, "health", from, Some.Noon).Select(f => f.Place).ToList();

            Assert.Equal(Math.Min(3, fitting.Count), found.Count);
            for (var i = 0; i < found.Count; i++)
                Assert.Equal(i, fitting.Count(other => IsBefore(other, found[i], from)));
        }, iter: 2_000);

    [Fact]
    public void A_measured_way_comes_before_a_guess()
    {
        var near = Some.Place("z-near", location: new GeoPoint(10.61, 103.53));
        var far = Some.Place("b-far", location: new GeoPoint(10.71, 103.53));
        var unknown = Some.Place("a-unknown", commune: "180101");

        var found = Nearby.Find([unknown, far, near], "health", new Vantage(new GeoPoint(10.60, 103.53), null), Some.Noon);

        Assert.Equal(["z-near", "b-far", "a-unknown"], found.Select(f => f.Place.Id));
        Assert.Equal(1_112, Math.Round(found[0].Metres!.Value));
        Assert.Null(found[2].Metres);
    }

    [Fact]
    public void Of_a_commune_come_before_those_of_its_district_and_the_rest()
    {
        var found = Nearby.Find(
            [Some.Place("a", "180201"), Some.Place("b", "180102"), Some.Place("c", "180101"), Some.Place("d")],
            "health", new Vantage(null, Some.Commune("180101")), Some.Noon);

        Assert.Equal(["c", "b", "a"], found.Select(f => f.Place.Id));
    }

    [Fact]
    public void Distance_is_that_of_the_globe()
    {
        var phnomPenh = new GeoPoint(11.5564, 104.9282);
        var hanoi = new GeoPoint(21.0278, 105.8342);

        Assert.InRange(phnomPenh.MetresTo(hanoi), 1_050_000, 1_062_000);
        Assert.Equal(phnomPenh.MetresTo(hanoi), hanoi.MetresTo(phnomPenh), 6);
        Assert.Equal(0, hanoi.MetresTo(hanoi));
        Assert.Equal(Math.PI * 6_371_000, new GeoPoint(0, 0).MetresTo(new GeoPoint(0, 180)), 3);
    }

    private static bool IsBefore(Place left, Place right, Vantage from)
    {
        double Metres(Place place) => from.Point is { } here && place.Location is { } there ? here.MetresTo(there) : double.MaxValue;
        int Band(Place place) => (place.Commune, from.Commune) switch
        {
            (null, _) or (_, null) => 2,
            var (code, commune) when code == commune.Code => 0,
            var (code, commune) when code[..4] == commune.Code[..4] => 1,
            _ => 2,
        };
        int Open(Place place) => place.Hours == OpeningHours.Always ? 0 : 1;

        if (Metres(left) != Metres(right))
            return Metres(left) < Metres(right);
        if (Band(left) != Band(right))
            return Band(left) < Band(right);
        return Open(left) != Open(right) ? Open(left) < Open(right) : string.CompareOrdinal(left.Id, right.Id) < 0;
    }
}
