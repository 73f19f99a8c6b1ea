using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Places;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Tests.Places;

public sealed class AskingForPlaces
{
    private static readonly PlaceBook Book = ShippedPlaces.Book;

    [Theory]
    [InlineData("km", "ឥតគិតថ្លៃ", "សង្កាត់លេខ៣")]
    [InlineData("en", "free", "Sangkat 3")]
    public void Answers_in_her_language(string language, string cost, string commune)
    {
        var first = Some.Items(PlaceQueries.Run(Book, Some.Call("services.nearby", ("need", "health"), ("near", "10.61,103.53")), language, Some.Noon))[0];

        Assert.Equal(("sample-clinic-1", cost, commune, "0", "000 000 001"),
            (Some.Text(first, "id"), Some.Text(first, "cost"), Some.Text(first, "commune"), Some.Text(first, "distance"), Some.Text(first, "phone")));
        Assert.Equal(new Value.Flag(true), first.Items["sample"]);
    }

    [Fact]
    public void Leaves_out_what_is_not_known()
    {
        var place = Some.Items(PlaceQueries.Run(Book, Some.Call("services.nearby", ("need", "pregnancy"), ("near", "180301")), "en", Some.Noon))[0];

        Assert.Equal("sample-clinic-4", Some.Text(place, "id"));
        Assert.False(place.Items.ContainsKey("distance") || place.Items.ContainsKey("phone") || place.Items.ContainsKey("latitude") || place.Items.ContainsKey("isOpen"));
    }

    [Theory]
    [InlineData("health", "the moon")]
    [InlineData("", "")]
    [InlineData("fishing", "180103")]
    [InlineData("police", "")]
    public void Finds_nothing_where_nothing_fits(string need, string near) =>
        Assert.Empty(Some.Items(PlaceQueries.Run(Book, Some.Call("services.nearby", ("need", need), ("near", near)), "km", Some.Noon)));

    [Theory]
    [InlineData("", 4)]
    [InlineData("legal", 1)]
    [InlineData("ambulance", 0)]
    [InlineData("fishing", 0)]
    public void Lists_only_verified_numbers(string need, int count) =>
        Assert.Equal(count, Some.Items(PlaceQueries.Run(Book, Some.Call("hotlines.list", ("need", need)), "en", Some.Noon)).Count);

    [Fact]
    public void Never_fails_whatever_it_is_asked() =>
        Gen.Select(Gen.OneOf(Gen.Const("services.nearby"), Gen.Const("places.find"), Gen.Const("hotlines.list"), Gen.String), Gen.Dictionary(Gen.OneOf(Gen.Const("need"), Gen.Const("near"), Gen.String),
                Gen.OneOf(Gen.Const("health"), Gen.Const("NaN,NaN"), Gen.Const("1e400,1"), Gen.Const("90.1,0"), Gen.Const(","), Gen.String))[0, 3], Gen.OneOf(Gen.Const("km"), Gen.Const("xx"), Gen.String))
            .Sample((name, with, language) => _ = PlaceQueries.Run(Book, new ActionCall(name, with), language, Some.Noon));

    [Fact]
    public void Through_the_program_reads_the_live_revision_and_hides_samples_in_production()
    {
        Assert.NotEmpty(Ask(Environments.Development));
        Assert.Empty(Ask(Environments.Production));
    }

    private static IReadOnlyList<Value.Fields> Ask(string environment)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Services.AddPlaces();
        using var host = builder.Build();
        var revision = Walker.Shipped.Dialogs;
        host.Services.GetRequiredService<PlaceLibrary>().Add(revision, Book);
        var query = host.Services.GetServices<IBotQuery>().Single(q => q.Spec.Name == "services.nearby");
        var run = query.Run(Some.Call("services.nearby", ("need", "health")), new QueryContext("km", Some.Noon, revision), TestContext.Current.CancellationToken);
        Assert.True(run.IsCompletedSuccessfully);
        return Some.Items(run.GetAwaiter().GetResult());
    }
}
