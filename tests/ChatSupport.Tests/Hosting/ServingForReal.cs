namespace ChatSupport.Tests.Hosting;

public sealed class ServingForReal : IDisposable
{
    private readonly Installation installation = new();

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Says_where_and_with_what_takes_up_what_is_published_and_stops_when_told()
    {
        await using var program = installation.Start("--urls=http://127.0.0.1:0");
        await program.Writes("Telegram: off");
        Assert.Contains("Listening on http://127.0.0.1:", program.Written, StringComparison.Ordinal);
        Assert.Contains("Content: revision 1 (", program.Written, StringComparison.Ordinal);

        installation.AddDialog("zebra", "Stripes.");
        var published = await installation.Run("dialogs", "publish", "--why", "A test");
        Assert.Equal((0, ""), (published.Code, published.Error));
        await program.Writes("Revision 2 of the content was published elsewhere and is live here from now on");

        await program.Terminate();
        Assert.Equal(0, await program.Ends());
        Assert.Contains("Stopping", program.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(" ERR ", program.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(" FTL ", program.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_with_the_last_good_revision_where_the_folder_was_broken_and_says_so()
    {
        Assert.Equal(0, (await installation.Run("dialogs", "publish")).Code);
        installation.Write("dialogs/home.yaml", "screens: [");

        await using var program = installation.Start("--urls=http://127.0.0.1:0");
        await program.Writes("Content: revision 1 (");

        Assert.Contains("is not served, revision 1 goes on: It has errors", program.Written, StringComparison.Ordinal);
        Assert.Contains("home.yaml:", program.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_quietly_when_it_is_told_to_stop_while_it_starts()
    {
        await using var program = installation.Start("--urls=http://127.0.0.1:0");
        await program.Writes("The database was brought from 0"); // content and runtime are still to come

        await program.Terminate();

        Assert.Equal(0, await program.Ends());
        Assert.DoesNotContain("   at ", program.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(" ERR ", program.Written, StringComparison.Ordinal);
    }
}
