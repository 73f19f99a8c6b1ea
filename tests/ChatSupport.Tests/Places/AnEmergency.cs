using ChatSupport.Dialogs.Khmer;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

public sealed class AnEmergency
{
    [Theory]
    [InlineData("ខ្ញុំចង់ស្លាប់ហើយ")]
    [InlineData("ហត់ណាស់មិនចង់រស់ទៀតទេ")]
    [InlineData("គេចាក់សោខ្ញុំក្នុងបន្ទប់")]
    [InlineData("ថៅកែបង្ខាំងខ្ញុំ")]
    [InlineData("ប្តីខ្ញុំកំពុងវាយខ្ញុំ")]
    [InlineData("មានភ្ញៀវរំលោភខ្ញុំ")]
    [InlineData("មិត្តខ្ញុំហូរឈាមច្រើនណាស់")]
    [InlineData("chong slab")]
    [InlineData("I want to die")]
    [InlineData("he locked me in")]
    [InlineData("my friend is bleeding a lot")]
    public void In_her_own_words_shows_help_at_once(string text)
    {
        Assert.Equal("emergency", new Walker("km").Types(text).At);
        Assert.Equal("emergency", new Walker("km").Presses("សេវានៅជិតខ្ញុំ").Types("1").Types(text).At); // also where a place is asked for
    }

    [Theory]
    [InlineData("ខ្ញុំហត់ណាស់")]
    [InlineData("ធ្វើការថែមម៉ោង")]
    [InlineData("ថៅកែមិនបើកប្រាក់ខែ")]
    [InlineData("ចង់ស្តាប់ចម្រៀង")]
    [InlineData("ចង់ស្តាប់")]
    [InlineData("សើចចង់ស្លាប់")]
    [InlineData("ខ្ញុំចង់ឈប់ពីការងារ")]
    [InlineData("គេមិនឱ្យខ្ញុំចេញពីការងារ")]
    [InlineData("ចាក់សោផ្ទះ")]
    [InlineData("ឈាមរដូវ")]
    [InlineData("តេស្តឈាម")]
    [InlineData("ភ្ញៀវឱ្យផឹកស្រា")]
    [InlineData("គេគំរាមកាត់ប្រាក់ខែ")]
    [InlineData("jong sdab chomrieng")]
    [InlineData("I want a day off")]
    [InlineData("they cut my pay")]
    [InlineData("the boss shouted")]
    [InlineData("សម្រាប់ខ្ញុំ")]
    [InlineData("សម្រាប់ខ្លួន")]
    [InlineData("នេះសម្រាប់ខ្ញុំឬ")]
    [InlineData("ការងារខ្ញុំមានគ្រោះថ្នាក់")]
    [InlineData("ការងារនេះមានគ្រោះថ្នាក់ទេ")]
    [InlineData("ចង់ស្គាល់មិត្តថ្មី")]
    [InlineData("ចង់ស្គាល់")]
    [InlineData("ចង់សម្រាក")]
    [InlineData("ថៅកែបង្ខំខ្ញុំឱ្យធ្វើការ")]
    [InlineData("គេឱ្យខ្ញុំ")]
    [InlineData("ប្រាប់ខ្ញុំ")]
    [InlineData("ជួយខ្ញុំផង")]
    [InlineData("សុំជួយបន្តិច")]
    [InlineData("ដកលុយមិនរួច")]
    [InlineData("ខ្ញុំមិនចង់រៀន")]
    [InlineData("មិនចង់រែក")]
    [InlineData("គេលួចលុយខ្ញុំ")]
    [InlineData("មិនឱ្យខ្ញុំឈប់")]
    [InlineData("ចាក់សោទូរ")]
    [InlineData("chong sdap")]
    [InlineData("somrab khnhom")]
    [InlineData("samrab khluon")]
    [InlineData("chong dek")]
    [InlineData("want to diet")]
    [InlineData("I want to lie down")]
    [InlineData("me and my life")]
    [InlineData("in my life")]
    [InlineData("I feel like eating meat")]
    [InlineData("my leave was cut")]
    [InlineData("he wants to kiss me")]
    [InlineData("emergency contact")]
    public void Is_not_seen_in_ordinary_words(string text) => Assert.NotEqual("emergency", new Walker("km").Types(text).At);

    [Fact]
    public void Shows_the_police_number_only_on_her_choice()
    {
        foreach (var label in new[] { "I am in danger now", "Locked in, cannot leave", "I think of dying", "A child is at risk", "Very ill or bleeding" })
            Assert.DoesNotContain("117", new Walker().Presses("Emergency").Presses(label).Menu.Text, StringComparison.Ordinal);

        var she = new Walker().Presses("Emergency").Presses("I am in danger now").Presses("Show the police number");
        Assert.Equal("emergency#call", she.At);
        Assert.Contains("117 National Police, free", she.Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_a_number_only_while_it_is_verified()
    {
        var she = new Walker().Presses("Emergency").Presses("Very ill or bleeding");
        Assert.DoesNotContain("119", she.Menu.Text, StringComparison.Ordinal);

        var called = ShippedPlaces.Book with { Hotlines = [.. ShippedPlaces.Book.Hotlines.Select(line => line with { Verified = true })] };
        Assert.Contains("119 SAMU ambulance", new Walker("en", called).Presses("Emergency").Presses("Very ill or bleeding").Menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_verified_number_says_so_and_what_to_do()
    {
        var she = new Walker("en", PlaceBook.Empty).Presses("Emergency").Presses("Numbers to call");

        Assert.Equal("emergency#nobody", she.At);
        Assert.Contains("no checked number", she.Menu.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void Fits_on_a_phone_whatever_she_presses(string language)
    {
        var start = new Walker(language).Types("emergency");
        for (var first = 0; first < start.Menu.Choices.Length; first++)
        {
            var second = new Walker(language).Types("emergency").Types($"{first + 1}");
            AssertFits(second);
            for (var next = 0; next < second.Menu.Choices.Length; next++)
                AssertFits(new Walker(language).Types("emergency").Types($"{first + 1}").Types($"{next + 1}"));
        }
    }

    private static void AssertFits(Walker she)
    {
        Assert.InRange(Clusters.Count(she.Menu.Text), 1, 300);
        Assert.True(she.Menu.Sensitive || !she.At.StartsWith("emergency", StringComparison.Ordinal));
        Assert.DoesNotContain("{", she.Menu.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", she.Menu.Text, StringComparison.Ordinal);
        Assert.All(she.Menu.Choices, choice => Assert.InRange(Clusters.Count(choice.Label), 1, 24));
    }
}
