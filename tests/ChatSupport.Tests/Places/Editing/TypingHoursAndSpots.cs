using System.Globalization;
using ChatSupport.Places;
using ChatSupport.Places.Editing;
using CsCheck;

namespace ChatSupport.Tests.Places.Editing;

public sealed class TypingHoursAndSpots
{
    [Theory]
    [InlineData("07:30-11:30, 14:00-17:00", "07:30-11:30, 14:00-17:00")]
    [InlineData(" 7:30–11:30 ; 14.00 – 17.00 ", "07:30-11:30, 14:00-17:00")]
    [InlineData("៧:៣០-១១:៣០", "07:30-11:30")]
    [InlineData("7-12,13-17", "07:00-12:00, 13:00-17:00")]
    [InlineData("18h00-2h", "18h00-2h")]
    [InlineData("18:00-02:00", "18:00-02:00")]
    [InlineData("closed", "closed")]
    [InlineData("17:00-08:00, 09:00-10:00", "17:00-08:00, 09:00-10:00")]
    [InlineData("", "")]
    public void Loose_times_are_put_right_and_what_is_unclear_stays(string typed, string tidy) => Assert.Equal(tidy, HoursInput.Tidy(typed));

    [Fact]
    public void Days_with_the_same_hours_stand_in_one_line()
    {
        Assert.Equal([("mon-fri", "08:00-17:00"), ("sat", "08:00-12:00")], HoursInput.Lines(Week("08:00-17:00", "08:00-17:00", "8-17", "08:00-17:00", "08:00-17:00", "08:00-12:00", "")));
        Assert.Equal([("daily", "18:00-02:00")], HoursInput.Lines(Week([.. Enumerable.Repeat("18:00-02:00", 7)])));
        Assert.Equal([("mon", "08:00-09:00"), ("wed", "08:00-09:00")], HoursInput.Lines(Week("08:00-09:00", "", "08:00-09:00", "", "", "", "")));
        Assert.Empty(HoursInput.Lines(Week("", "", "", "", "", "", "")));
    }

    [Fact]
    public void Hours_are_said_in_words()
    {
        Assert.Equal(["Monday – Friday 07:30–11:30, 14:00–17:00", "Saturday 18:00–02:00 (the next day)"],
            HoursInput.Words(Week("07:30-11:30, 14:00-17:00", "07:30-11:30, 14:00-17:00", "07:30-11:30, 14:00-17:00", "07:30-11:30, 14:00-17:00", "07:30-11:30, 14:00-17:00", "18:00-02:00", ""), word => word));
        Assert.Equal(["Day and night"], HoursInput.Words(new EntryText(isHotline: false) { ["always"] = "yes" }, word => word));
    }

    [Fact]
    public void Any_week_is_read_back_as_it_was_typed() =>
        Gen.Int[0, 3].Select(at => new[] { "", "08:00-17:00", "07:30-11:30, 14:00-17:00", "18:00-02:00" }[at]).Array[7].Sample(days =>
        {
            var read = new EntryText(isHotline: false);
            foreach (var (names, times) in HoursInput.Lines(Week(days)))
            {
                Assert.True(HoursText.TryReadDays(names, out var which));
                foreach (var day in which)
                    read[HoursInput.NameOf(day)] = times;
            }

            Assert.Equal(days, EntryColumns.Days.Select(day => read[day]));
        }, iter: 2_000);

    [Theory]
    [InlineData("10.61, 103.53")]
    [InlineData("10.61 103.53")]
    [InlineData("(10.61; 103.53)")]
    [InlineData("10.61° N, 103.53° E")]
    [InlineData("១០.៦១, ១០៣.៥៣")]
    [InlineData("geo:10.61,103.53?z=17")]
    [InlineData("https://www.google.com/maps/place/Some+Clinic/@10.6,103.5,17z/data=!3m1!4b1!4m6!3m5!8m2!3d10.61!4d103.53")]
    [InlineData("https://www.google.com/maps/@10.61,103.53,15z")]
    [InlineData("https://www.google.com/maps?q=10.61,103.53&z=17")]
    [InlineData("https://maps.google.com/?q=10.61%2C103.53")]
    [InlineData("https://www.google.com/maps/search/?api=1&query=10.61%2C%20103.53")]
    [InlineData("https://www.openstreetmap.org/?mlat=10.61&mlon=103.53#map=17/10.6/103.5")]
    [InlineData("https://www.openstreetmap.org/#map=17/10.61/103.53")]
    [InlineData("10°36'36\" N, 103°31'48\" E")]
    public void A_spot_is_read_from_what_was_pasted(string pasted)
    {
        var spot = Assert.NotNull(SpotText.Read(pasted));
        Assert.Equal((10.61, 103.53), (double.Parse(spot.Latitude, CultureInfo.InvariantCulture), double.Parse(spot.Longitude, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("012 345 678")]
    [InlineData("near the market")]
    [InlineData("95, 10")]
    [InlineData("10, 181")]
    [InlineData("https://maps.app.goo.gl/abc123")]
    [InlineData("javascript:alert(1)")]
    [InlineData("%E0%A4%A")]
    public void What_holds_none_gives_none(string pasted) => Assert.Null(SpotText.Read(pasted));

    [Fact]
    public void Short_links_are_told_from_the_others()
    {
        Assert.True(SpotText.IsShortLink("https://maps.app.goo.gl/abc123"));
        Assert.False(SpotText.IsShortLink("https://www.google.com/maps/@10.61,103.53,15z"));
        Assert.Null(SpotText.Read(new string('1', 100_000)));
    }

    [Fact]
    public void Whatever_is_pasted_never_breaks() => Gen.String.Sample(text => SpotText.Read(text), iter: 20_000);

    [Fact]
    public void The_drawing_holds_every_spot_and_names_the_nearest() => Gen.Select(Spot, Spot.Array[0, 8]).Sample((here, others) =>
    {
        var drawing = SpotDrawing.Of(here, [.. others.Select((spot, at) => ($"n{at}", spot))]);

        Assert.Equal(others.Length + 1, drawing.Points.Count);
        Assert.All(drawing.Points, point => Assert.True(point is { X: >= 0 and <= SpotDrawing.Size, Y: >= 0 and <= SpotDrawing.Size }, point.ToString()));
        Assert.Equal(others.Length == 0 ? null : others.Min(here.MetresTo), drawing.Nearest?.Metres);
        Assert.InRange(drawing.Lines.Count, 0, 20);
    }, iter: 2_000);

    private static Gen<GeoPoint> Spot => Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], (latitude, longitude) => new GeoPoint(latitude, longitude));

    private static EntryText Week(params string[] days)
    {
        var entry = new EntryText(isHotline: false);
        foreach (var (day, text) in EntryColumns.Days.Zip(days))
            entry[day] = text;
        return entry;
    }

    [Theory]
    [InlineData("1{0}x")]
    [InlineData("1°{0}x")]
    [InlineData("https://maps.example/?q=1.0,{0}x")]
    public void A_link_made_to_keep_the_machine_busy_is_read_at_once(string pasted) =>
        Assert.Null(SpotText.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, pasted, new string(' ', 1_900))));
}
