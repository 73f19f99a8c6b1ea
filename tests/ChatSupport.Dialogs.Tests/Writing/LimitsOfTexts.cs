using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>How long a text may be, for whoever writes it somewhere else: the same as the check finds.</summary>
public sealed class LimitsOfTexts
{
    [Theory]
    [InlineData("title", 24)]
    [InlineData("start label home", 24)]
    [InlineData("phrase back", 24)]
    [InlineData("phrase too-long", 300)]
    [InlineData("start text", 300)]
    [InlineData("start retry", 300)]
    [InlineData("keywords", null)]
    [InlineData("words leave", null)]
    public void Are_those_of_the_check(string address, int? most)
    {
        Assert.True(TextPlace.TryParse(address, out var place));
        Assert.Equal(most, TextLimits.Most(place));
    }

    [Theory]
    [InlineData("ស្ត្រីខ្មែរ", 3)]
    [InlineData("{{ place.name }} ក", 2)]
    [InlineData("{% if a %}ក{% else %}កខគ{% endif %}", 3)]
    public void Count_letters_as_they_are_read_and_of_a_template_what_it_writes_itself(string text, int clusters) =>
        Assert.Equal(clusters, TextLimits.Clusters(new TextPlace(TextKind.Text, "start"), text));
}
