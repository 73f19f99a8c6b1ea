using ChatSupport.Dialogs.Khmer;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

public sealed class LookingForAService
{
    private static readonly PlaceBook Production = ShippedPlaces.Book.WithoutSamples();

    [Fact]
    public void A_typed_commune_leads_to_three_places_and_one_with_its_map()
    {
        var she = new Walker().Presses("Services near me").Presses("Doctor and health").Types("sangkat 3");

        Assert.Equal("services#found", she.At);
        Assert.Contains("Near Sangkat 3:\n1. Sample clinic 1, Sangkat 3\nclosed, opens today 14:00, free\n000 000 001", she.Menu.Text, StringComparison.Ordinal);
        Assert.Contains("2. Sample clinic 2, Sangkat 4", she.Menu.Text, StringComparison.Ordinal);

        she.Types("1");
        Assert.Equal("services#one", she.At);
        Assert.Contains("this place does not exist", she.Menu.Text, StringComparison.Ordinal);
        Assert.Equal(("Sample clinic 1", 10.61, 103.53), (she.Spot!.Title, she.Spot.Latitude, she.Spot.Longitude));
        Assert.DoesNotContain("\n\n", she.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_location_shared_out_of_nowhere_asks_only_what_she_needs()
    {
        var she = new Walker("km").Shares(10.6123456, 103.5312345);
        Assert.Equal("services#near", she.At);
        Assert.DoesNotContain("10.6123", she.Kept, StringComparison.Ordinal);

        she.Types("១");
        Assert.Equal("services#found", she.At);
        Assert.StartsWith("ជិតអ្នក៖\n១. គំរូ – មន្ទីរពេទ្យទី១, ", she.Menu.Text, StringComparison.Ordinal);
        Assert.Contains("10.612,103.531", she.Kept, StringComparison.Ordinal);
        Assert.DoesNotContain("10.6123", she.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_location_shared_where_she_is_asked_is_kept_only_roughly_too()
    {
        var she = new Walker().Presses("Services near me").Presses("Doctor and health").Shares(10.6123456, -0.00004);

        Assert.Equal("services#found", she.At);
        Assert.DoesNotContain("10.6123", she.Kept, StringComparison.Ordinal);
        Assert.Contains("Near you:", she.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_place_offers_the_districts()
    {
        var she = new Walker().Presses("Services near me").Presses("HIV and STI test").Types("by the blue house");
        Assert.Equal("services#place", she.At);
        Assert.Equal(6, she.Menu.Choices.Length);

        Assert.Equal("services#found", she.Types("3").At);
        Assert.StartsWith("Near Prey Nob:\n1. Sample health centre 3, Prey Nob\nopen day and night, free", she.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void She_need_not_say_where_she_is()
    {
        var she = new Walker().Shares(10.6, 103.5).Presses("Doctor and health").Presses("Near another place").Presses("I would rather not say");

        Assert.Equal("services#found", she.At);
        Assert.StartsWith("In the province:", she.Menu.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.600", she.Kept, StringComparison.Ordinal);
        Assert.Equal("services", she.Presses("Something else").At);
    }

    [Fact]
    public void The_same_spot_serves_another_need()
    {
        var she = new Walker().Shares(10.6, 103.5).Presses("Doctor and health").Presses("Something else near here").Presses("Legal help");

        Assert.Equal("services#found", she.At);
        Assert.Contains("1. Sample lawyer's office", she.Menu.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Legal help", "1281")]
    [InlineData("Someone who listens", "1280")]
    [InlineData("Doctor and health", "115")]
    public void Where_no_place_is_verified_she_is_told_so_and_given_a_number(string need, string number)
    {
        var she = new Walker("en", Production).Presses("Services near me").Presses(need).Types("Ream");

        Assert.Equal("services#none", she.At);
        Assert.Contains("no checked place for this yet", she.Menu.Text, StringComparison.Ordinal);
        Assert.Contains(number, she.Menu.Text, StringComparison.Ordinal);
        Assert.Equal("emergency#one", she.Types("1").At);
        Assert.Contains(number, she.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_place_or_number_she_is_told_so_and_led_to_a_person()
    {
        var she = new Walker("en", PlaceBook.Empty with { Communes = ShippedPlaces.Book.Communes }).Presses("Services near me").Presses("A safe place to stay").Types("Ream");

        Assert.Equal("services#none", she.At);
        Assert.DoesNotContain("You can call", she.Menu.Text, StringComparison.Ordinal);
        Assert.Contains(she.Menu.Choices, choice => choice.Label == "Talk to a person");
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void What_is_shown_fits_on_a_phone(string language)
    {
        var she = new Walker(language).Shares(10.6, 103.5);
        foreach (var need in Enumerable.Range(0, 6))
        {
            var found = new Walker(language).Shares(10.6, 103.5);
            found.Presses(found.Menu.Choices[need].Label);
            Assert.InRange(Clusters.Count(found.Menu.Text), 1, 300);
            Assert.InRange(found.Menu.Choices.Length, 1, 6);
            Assert.All(found.Menu.Choices, choice => Assert.InRange(Clusters.Count(choice.Label), 1, 24));
        }

        Assert.All(she.Menu.Choices, choice => Assert.InRange(Clusters.Count(choice.Label), 1, 24));
    }

    [Theory]
    [InlineData("km", "ខ្ញុំចង់ទៅមន្ទីរពេទ្យ")]
    [InlineData("km", "montir pet")]
    [InlineData("en", "is there a clinic?")]
    public void Her_own_words_lead_there(string language, string text) => Assert.Equal("services", new Walker(language).Types(text).At);
}
