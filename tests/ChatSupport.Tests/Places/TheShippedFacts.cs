using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

public sealed class TheShippedFacts
{
    private static readonly PlaceBook Book = ShippedPlaces.Book;

    [Fact]
    public void Have_no_mistakes_and_name_every_unverified_and_sample_entry()
    {
        var issues = PlaceCheck.Find(ShippedPlaces.Files, Some.Today);

        Assert.DoesNotContain(issues, issue => issue.Severity != Severity.Hint);
        Assert.Equal(Book.Places.Count(place => place.Sample), issues.Count(issue => issue.Code == "PLC009"));
        Assert.Equal(
            Book.Places.Count(place => !place.Verified) + Book.Hotlines.Count(line => !line.Verified), issues.Count(issue => issue.Code == "PLC008"));
    }

    [Fact]
    public void Show_only_the_four_numbers_that_a_dated_page_confirms() =>
        Assert.Equal(["115", "117", "1280", "1281"], Book.Hotlines.Where(line => line.Verified).Select(line => line.Number).Order(StringComparer.Ordinal));

    [Fact]
    public void Hold_no_real_place_that_claims_to_be_verified() => Assert.DoesNotContain(Book.Places, place => place.Verified && !place.Sample);

    [Fact]
    public void Give_samples_a_phone_that_cannot_be_dialled() =>
        Assert.All(Book.Places.Where(place => place.Sample && place.Phone is not null), place => Assert.StartsWith("000 000 ", place.Phone, StringComparison.Ordinal));

    [Fact]
    public void Name_everything_in_Khmer_and_English()
    {
        var texts = Book.Places.Select(place => place.Name).Concat(Book.Hotlines.Select(line => line.Name)).Concat(Book.Needs.Select(need => need.Name));

        Assert.All(texts, text => Assert.Equal(["en", "km"], text.Languages.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Grow_stale_after_180_days()
    {
        var last = Some.Today.AddDays(Freshness.MostDays);

        Assert.DoesNotContain(PlaceCheck.Find(ShippedPlaces.Files, last), issue => issue.Code == "PLC007");
        Assert.Equal(4, PlaceCheck.Find(ShippedPlaces.Files, last.AddDays(1)).Count(issue => issue.Code == "PLC007"));
    }
}
