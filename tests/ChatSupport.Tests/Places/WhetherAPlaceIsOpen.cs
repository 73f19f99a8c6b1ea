using ChatSupport.Places;
using CsCheck;

namespace ChatSupport.Tests.Places;

public sealed class WhetherAPlaceIsOpen
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    private static readonly Gen<OpenStretch> AnyStretch =
        Gen.Select(Gen.Enum<DayOfWeek>(), Gen.Int[0, Day - 1], Gen.Int[1, Day]).Where((_, from, to) => from != to)
            .Select((day, from, to) => new OpenStretch(day, from, to));

    private static readonly Gen<DateTimeOffset> AnyMoment =
        Gen.Select(Gen.Int[0, 3 * Week], Gen.Int[0, 59], Gen.Int[-12, 14])
            .Select((minute, second, offset) => Some.Noon.AddMinutes(minute).AddSeconds(second).ToOffset(TimeSpan.FromHours(offset)));

    [Fact]
    public void Agrees_with_counting_every_minute_of_the_week() =>
        Gen.Select(AnyStretch.List[0, 12], AnyMoment).Sample((stretches, now) =>
        {
            var open = new bool[Week];
            foreach (var stretch in stretches)
            {
                var minutes = stretch.To > stretch.From ? stretch.To - stretch.From : stretch.To + Day - stretch.From;
                for (var i = 0; i < minutes; i++)
                    open[(((int)stretch.Day * Day) + stretch.From + i) % Week] = true;
            }

            var local = now.ToOffset(TimeSpan.FromHours(7));
            var minute = ((int)local.DayOfWeek * Day) + (local.Hour * 60) + local.Minute;
            var wait = Enumerable.Range(1, Week).FirstOrDefault(after => open[(minute + after) % Week] != open[minute]);
            DateTimeOffset? changes = wait == 0 ? null : local.AddSeconds(-local.Second).AddMinutes(wait);

            Assert.Equal(new OpeningState(open[minute], changes), new OpeningHours(stretches).At(now));
        }, iter: 2_000);

    [Fact]
    public void Day_and_night_never_changes() =>
        AnyMoment.Sample(now => Assert.Equal(new OpeningState(true, null), OpeningHours.Always.At(now)));

    [Theory]
    [InlineData("mon-fri", "07:30-11:30, 14:00-17:00", "2026-11-24 10:00", "open now until 11:30")]
    [InlineData("mon-fri", "07:30-11:30, 14:00-17:00", "2026-11-24 11:30", "closed, opens today 14:00")]
    [InlineData("mon-fri", "07:30-11:30, 14:00-17:00", "2026-11-24 17:00", "closed, opens tomorrow 07:30")]
    [InlineData("mon-fri", "07:30-11:30, 14:00-17:00", "2026-11-27 17:00", "closed, opens Monday 07:30")]
    [InlineData("daily", "18:00-02:00", "2026-11-25 01:59", "open now until 02:00")]
    [InlineData("daily", "18:00-02:00", "2026-11-25 02:00", "closed, opens today 18:00")]
    [InlineData("sat", "20:00-04:00", "2026-11-29 03:00", "open now until 04:00")]
    [InlineData("daily", "00:00-24:00", "2026-11-24 03:00", "open day and night")]
    [InlineData("mon-thu", "00:00-24:00", "2026-11-24 03:00", "open now until Thursday 23:59")]
    [InlineData("tue", "08:00-12:00", "2026-11-24 12:00", "closed, opens Tuesday 08:00")]
    public void Is_said_in_words_by_the_clock_of_Phnom_Penh(string days, string times, string local, string said)
    {
        var now = new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), OpeningHours.PhnomPenh).ToUniversalTime();

        Assert.Equal(said, OpeningText.For(Some.Hours(days, times), ShippedPlaces.Book.Wording, "en", now));
    }

    [Fact]
    public void Is_said_in_Khmer_with_Khmer_digits() =>
        Assert.Equal("កំពុងបើក រហូតដល់ម៉ោង ១៧:០០", OpeningText.For(Some.Hours("tue", "08:00-17:00"), ShippedPlaces.Book.Wording, "km", Some.Noon));

    [Fact]
    public void Unknown_hours_are_said_to_be_unknown() =>
        Assert.Equal("hours not known, ask first", OpeningText.For(null, ShippedPlaces.Book.Wording, "en", Some.Noon));

    [Theory]
    [InlineData("")]
    [InlineData("7:30-11:30")]
    [InlineData("07:30")]
    [InlineData("07:30-07:30")]
    [InlineData("25:00-26:00")]
    [InlineData("07:60-08:00")]
    [InlineData("24:00-03:00")]
    [InlineData("07:30-11:30, 11:00-12:00")]
    [InlineData("14:00-17:00, 07:30-11:30")]
    [InlineData("18:00-02:00, 19:00-20:00")]
    [InlineData("០៧:៣០-១១:៣០")]
    public void Hours_that_mean_nothing_are_refused(string times) => Assert.False(HoursText.TryReadStretches(times, out _));

    [Theory]
    [InlineData("mon", "Monday")]
    [InlineData("sat-mon", "Saturday Sunday Monday")]
    [InlineData("daily", "Sunday Monday Tuesday Wednesday Thursday Friday Saturday")]
    public void Days_are_a_day_or_a_range(string text, string days)
    {
        Assert.True(HoursText.TryReadDays(text, out var read));
        Assert.Equal(days, string.Join(' ', read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("monday")]
    [InlineData("mon-tue-wed")]
    [InlineData("-")]
    public void Other_words_are_no_days(string text) => Assert.False(HoursText.TryReadDays(text, out _));
}
