using ChatSupport.Content.Drafts;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class TheFolder
{
    private const string Good = "at most 8 hours a day or 48 hours a week";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_changed_by_hand_is_left_alone_and_offered_and_the_others_follow()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var byHand = host.InFolder(Hours).Replace("The labour law says:", "The law of labour says:", StringComparison.Ordinal);
        host.Write(Hours, byHand);
        await host.Rewrite(dara, $"New: {Good}");
        await host.Rewrite(dara, "Wages anew", Pay);

        var answer = await host.Publish(dara);

        Assert.Equal([Hours], answer.LeftInFolder);
        Assert.Equal(byHand, host.InFolder(Hours));
        Assert.Contains("Wages anew", host.InFolder(Pay), StringComparison.Ordinal);
        Assert.Equal([Hours], (await host.Publishing.Plan(dara)).InFolder);
        Assert.Equal(1, await host.Publishing.TakeFolder(dara, Cancel));
        Assert.Equal(byHand, await host.TextOf(Hours));
        Assert.Equal(3, (await host.Publish(dara)).Number);
        Assert.Empty((await host.Publishing.Plan(dara)).InFolder);
    }

    [Fact]
    public async Task A_draft_that_is_there_already_is_not_written_over_by_the_folder()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, "In the console");
        host.Write(Hours, host.InFolder(Hours) + "\n# by hand\n");

        Assert.Equal(0, await host.Publishing.TakeFolder(dara, Cancel));
        Assert.Equal("In the console", await host.Text(Hours, Says));
    }

    [Fact]
    public async Task A_new_dialog_comes_and_goes_with_its_revision()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Book.NewDialog(dara, "rights/night-work", "ការងារយប់", "Night work", Cancel);
        await host.Book.Build(dara, "rights/night-work.yaml", (await host.Look()).VersionOf("rights/night-work.yaml"), [
            new ChatSupport.Dialogs.Writing.DialogEdit.SetSource("Labour Law 1997, art. 144", null, new DateOnly(2026, 11, 24))], Cancel);

        Assert.Equal((2L, null), await host.Publish(dara) is var answer ? (answer.Number, answer.Why) : default);
        Assert.Equal((await host.Look()).Find("rights/night-work.yaml")!.Bytes.ToArray(), File.ReadAllBytes(Path.Combine(host.Dialogs, "rights/night-work.yaml")));
        await host.Publishing.RollBack(dara, 1, "", Cancel);

        Assert.False(File.Exists(Path.Combine(host.Dialogs, "rights/night-work.yaml")));
        Assert.Empty(Directory.EnumerateFiles(host.Dialogs, "*.new", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task A_new_dialog_that_was_changed_by_hand_is_not_deleted_by_a_roll_back()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Book.NewDialog(dara, "night", "ការងារយប់", "Night work", Cancel);
        await host.Publish(dara);
        host.Write("night.yaml", host.InFolder("night.yaml") + "# by hand\n");

        Assert.Equal(["night.yaml"], (await host.Publishing.RollBack(dara, 1, "", Cancel)).LeftInFolder);
        Assert.EndsWith("# by hand\n", host.InFolder("night.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_and_order_stay()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        host.Write(Hours, "# read this first\n" + host.InFolder(Hours).Replace("  today:\n", "  # what one can do\n  today:\n", StringComparison.Ordinal));
        await host.PublishOutside();
        var before = host.InFolder(Hours);
        await host.Rewrite(dara, $"New: {Good}");

        await host.Publish(dara);

        var after = host.InFolder(Hours);
        Assert.NotEqual(before, after);
        Assert.Equal(Around(before), Around(after));

        static string[] Around(string text) => [.. text.Split('\n').Where(line => !line.Contains("labour law says", StringComparison.Ordinal) && !line.Contains("More than that is", StringComparison.Ordinal) && !line.Contains("New:", StringComparison.Ordinal) && line.Trim() != "en: |-")];
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_does_not_stop_publishing_and_is_told()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, $"New: {Good}");
        Directory.Delete(host.Dialogs, recursive: true);
        await File.WriteAllTextAsync(host.Dialogs, "a file stands in the way", Cancel);

        var answer = await host.Publish(dara);

        Assert.Equal(2, answer.Number);
        Assert.Null(answer.LeftInFolder);
        Assert.Empty((await host.Publishing.Plan(dara)).InFolder);
    }

    [Theory]
    [InlineData("dialogs/")]
    [InlineData("./dialogs")]
    public async Task It_follows_however_the_setting_writes_it(string folder)
    {
        await using var host = await DraftHost.Start(("ChatSupport:Content:Folder", folder));
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, "Wages anew", Pay);

        Assert.Empty((await host.Publish(dara)).LeftInFolder!);
        Assert.Contains("Wages anew", host.InFolder(Pay), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_of_the_folder_becomes_a_draft_that_can_be_thrown_away()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        host.Write("rights/broken.yaml", "screens: [");

        Assert.Equal(1, await host.Publishing.TakeFolder(dara, Cancel));
        Assert.False((await host.Look()).Reading.IsGood);
        Assert.IsType<EditOutcome.Kept>(await host.Book.Drop(dara, "rights/broken.yaml", (await host.Look()).VersionOf("rights/broken.yaml"), Cancel));
        Assert.True((await host.Look()).Reading.IsGood);
    }
}
