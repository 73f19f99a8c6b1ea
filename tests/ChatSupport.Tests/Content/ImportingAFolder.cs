using ChatSupport.Tests.Hosting;

namespace ChatSupport.Tests.Content;

/// <summary><c>chatsupport dialogs import</c>: the way back from <c>dialogs export</c>.</summary>
public sealed class ImportingAFolder : IDisposable
{
    private readonly Installation installation = new();

    private string Other => Path.Combine(installation.Folder, "other");

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Brings_an_exported_revision_back_exactly()
    {
        await installation.Run("dialogs", "publish");
        var before = Everything();
        await installation.Run("dialogs", "export", Other);
        installation.AddDialog("zebra", "Stripes.");
        File.AppendAllText(Path.Combine(installation.Dialogs, "home.yaml"), "# changed\n");
        File.Delete(Path.Combine(installation.Dialogs, "rights", "hours.yaml"));

        var imported = await installation.Run("dialogs", "import", Other, "--exact");

        Assert.Equal((0, ""), (imported.Code, imported.Error));
        Assert.Contains("new      rights/hours.yaml", imported.Output, StringComparison.Ordinal);
        Assert.Contains("changed  home.yaml", imported.Output, StringComparison.Ordinal);
        Assert.Contains("deleted  zebra.yaml", imported.Output, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task Keeps_what_the_other_folder_does_not_have()
    {
        installation.Write("other/zebra.yaml", Installation.Dialog("zebra", "Stripes."));

        var imported = await installation.Run("dialogs", "import", Other);

        Assert.Equal((0, ""), (imported.Code, imported.Error));
        Assert.True(File.Exists(Path.Combine(installation.Dialogs, "home.yaml")));
        Assert.True(File.Exists(Path.Combine(installation.Dialogs, "zebra.yaml")));
    }

    [Theory]
    [InlineData("zebra.yaml", "screens: [", 1, "zebra.yaml:")]
    [InlineData("places/wrong.yaml", "format: 7", 1, "places/wrong.yaml:")]
    [InlineData("notes.txt", "nothing of ours", 2, "holds no dialog")]
    public async Task Refuses_what_does_not_fit_and_changes_nothing(string path, string text, int code, string says)
    {
        installation.Write($"other/{path}", text);
        installation.Write("other/home.yaml.bak", "ignored");
        if (code == 1)
            installation.Write("other/fine.yaml", Installation.Dialog("fine", "Stripes."));
        var before = Everything();

        var refused = await installation.Run("dialogs", "import", Other);

        Assert.Equal(code, refused.Code);
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task Only_says_what_would_change_when_asked_to()
    {
        installation.Write("other/zebra.yaml", Installation.Dialog("zebra", "Stripes."));
        var before = Everything();

        var said = await installation.Run("dialogs", "import", Other, "--dry-run");

        Assert.Equal(0, said.Code);
        Assert.Contains("new      zebra.yaml", said.Output, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_a_sentence()
    {
        var refused = await installation.Run("dialogs", "import", Path.Combine(installation.Folder, "nowhere"));

        Assert.Equal(2, refused.Code);
        Assert.Contains("nowhere", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_keeps_all_that_it_had()
    {
        installation.Write("other/zebra.yaml", Installation.Dialog("zebra", "Stripes."));
        installation.Write("other/home.yaml", await File.ReadAllTextAsync(Path.Combine(installation.Dialogs, "home.yaml"), TestContext.Current.CancellationToken) + "# changed\n");
        Directory.CreateDirectory(Path.Combine(installation.Dialogs, ".zebra.yaml.new")); // stands where the new file would be written first
        var before = Everything();

        var refused = await installation.Run("dialogs", "import", Other);

        Assert.Equal(2, refused.Code);
        Assert.Equal(before, Everything());
    }

    private Dictionary<string, string> Everything() => Directory.EnumerateFiles(installation.Dialogs, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(installation.Dialogs, path), File.ReadAllText, StringComparer.Ordinal);
}
