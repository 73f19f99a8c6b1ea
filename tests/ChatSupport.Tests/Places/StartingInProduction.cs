using ChatSupport.Places;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Tests.Places;

public sealed class StartingInProduction
{
    private static readonly PlaceBook Book = ShippedPlaces.Book;

    [Fact]
    public void Names_every_unverified_and_sample_entry_with_its_place_and_mend()
    {
        var facts = ProductionFacts.Find(Book);

        Assert.Equal(16, facts.Count);
        Assert.Contains(facts, fact => fact.StartsWith("places/hotlines.yaml:", StringComparison.Ordinal) && fact.Contains("hotline 'ambulance-119' (119) is not verified", StringComparison.Ordinal));
        Assert.Contains(facts, fact => fact.StartsWith("places/samples.yaml:5: The place 'sample-clinic-1' is a made-up sample.", StringComparison.Ordinal));
        Assert.All(facts, fact => Assert.Contains("ChatSupport:Places:AllowUnverified=true", fact, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production", false, 16)]
    [InlineData("Production", true, 0)]
    [InlineData("Development", false, 0)]
    public void Is_refused_unless_staff_allow_it(string environment, bool allow, int facts)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });

        var refused = PlacesFeature.RefuseUnverifiedInProduction(builder.Environment, new PlacesOptions { AllowUnverified = allow }, Book);

        Assert.Equal(facts, refused.Count);
    }

    [Fact]
    public void Goes_on_where_everything_is_verified() =>
        Assert.Empty(ProductionFacts.Find(Book with { Places = [], Hotlines = [.. Book.Hotlines.Where(line => line.Verified)] }));
}
