using ChatSupport.Tests.Hosting;

namespace ChatSupport.Tests.Content;

/// <summary><c>chatsupport dialogs publish</c>, <c>rollback</c>, <c>revisions</c> and <c>export</c> over a real database.</summary>
public sealed class PublishingARevision : IDisposable
{
    private readonly Installation installation = new();

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Makes_it_live_with_who_and_why()
    {
        var published = await Publish("The first");

        Assert.Equal((0, ""), (published.Code, published.Error));
        Assert.StartsWith("Revision 1 is live", published.Output, StringComparison.Ordinal);
        var line = Assert.Single(await Revisions());
        Assert.Contains("1 live", line, StringComparison.Ordinal);
        Assert.Contains($"by {Environment.UserName}", line, StringComparison.Ordinal);
        Assert.Contains(": The first", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        await Publish();

        var again = await Publish();

        Assert.Equal(0, again.Code);
        Assert.Contains("Nothing was published", again.Output, StringComparison.Ordinal);
        Assert.Single(await Revisions());
    }

    [Fact]
    public async Task Content_with_errors_is_refused_with_each_of_them()
    {
        await Publish();
        installation.Write("dialogs/home.yaml", "screens: [");

        var refused = await Publish();

        Assert.Equal(1, refused.Code);
        Assert.Contains("home.yaml:", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was published", refused.Error, StringComparison.Ordinal);
        Assert.Single(await Revisions());
    }

    [Fact]
    public async Task A_wrong_fact_about_a_place_is_refused_as_well()
    {
        installation.Write("dialogs/places/wrong.yaml", ChatSupport.Tests.Places.Broken.Place("phone: \"12\""));

        var refused = await Publish();

        Assert.Equal(1, refused.Code);
        Assert.Contains("Error PLC003", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_whose_talks_fail_is_refused_with_the_line()
    {
        installation.Write("dialogs/wrong.talk", "talk: It hears wrongly\nlanguage: en\nstarts: home\nshe: help\nscreen: decoy\n");

        var refused = await Publish();

        Assert.Equal(1, refused.Code);
        Assert.Contains("wrong.talk:5", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was published", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unverified_facts_are_refused_in_production_each_named()
    {
        var refused = await installation.Run("dialogs", "publish", "--environment=Production");

        Assert.Equal(1, refused.Code);
        Assert.Contains("sample-clinic-1", refused.Error, StringComparison.Ordinal);
        Assert.Contains("ambulance-119", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rolling_back_steps_back_and_back_again_and_forward_by_number()
    {
        await Publish("one");
        installation.AddDialog("zebra", "Stripes.");
        await Publish("two");
        installation.AddDialog("giraffe", "A neck.");
        await Publish("three");
        var prints = (await Revisions()).Select(Fingerprint).Reverse().ToList();

        await installation.Run("dialogs", "rollback");
        await installation.Run("dialogs", "rollback");
        await installation.Run("dialogs", "rollback", "--to", "3");

        var lines = await Revisions();
        Assert.Equal([prints[2], prints[0], prints[1], prints[2], prints[1], prints[0]], lines.Select(Fingerprint));
        Assert.Contains("brings back 3", lines[0], StringComparison.Ordinal);
        Assert.Contains("brings back 1", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData(null)]
    public async Task Rolling_back_to_what_there_is_not_is_told(string? number)
    {
        await Publish();

        var refused = await installation.Run(number is null ? ["dialogs", "rollback"] : ["dialogs", "rollback", "--to", number]);

        Assert.Equal(2, refused.Code);
        Assert.Contains("There is no such revision", refused.Error, StringComparison.Ordinal);
        Assert.Single(await Revisions());
    }

    [Fact]
    public async Task Exporting_gives_the_files_back_byte_by_byte()
    {
        await Publish();
        installation.AddDialog("zebra", "Stripes.");
        await Publish();
        var target = Path.Combine(installation.Folder, "out");

        var exported = await installation.Run("dialogs", "export", target, "--revision", "1");

        Assert.Equal((0, ""), (exported.Code, exported.Error));
        Assert.False(File.Exists(Path.Combine(target, "zebra.yaml")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(installation.Dialogs, "rights", "hours.yaml")), File.ReadAllBytes(Path.Combine(target, "rights", "hours.yaml")));
        Assert.Equal(2, (await installation.Run("dialogs", "export", target)).Code); // never over what is there
    }

    private Task<Outcome> Publish(string why = "") => installation.Run("dialogs", "publish", "--why", why);

    private async Task<string[]> Revisions() =>
        (await installation.Run("dialogs", "revisions")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Fingerprint(string line) => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[2];
}
