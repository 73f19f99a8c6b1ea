using System.Text;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Tests.Content.Drafts;
using ChatSupport.Tests.Hosting;

namespace ChatSupport.Tests.Content;

/// <summary>The file <c>risk-words.yaml</c> belongs to a revision as the dialogs do.</summary>
public sealed class RiskWordsTravel : IDisposable
{
    private const string Other = "format: 1\nentries:\n  - { id: zebra, class: violence, level: 0, note: Made up., words: { en: [zebra attack] }, status: { en: draft } }\n";

    private readonly Installation installation = new();

    private string InContent => Path.Combine(installation.Dialogs, RiskFile.Path);

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task They_are_published_exported_rolled_back_and_brought_in_with_it()
    {
        var first = File.ReadAllText(InContent);
        await installation.Run("dialogs", "publish");
        installation.Write($"dialogs/{RiskFile.Path}", Other);
        await installation.Run("dialogs", "publish");

        Assert.Equal(Other, await Exported("second"));
        await installation.Run("dialogs", "rollback");
        Assert.Equal(first, await Exported("third"));
        File.Delete(InContent);
        await installation.Run("dialogs", "import", Path.Combine(installation.Folder, "third"));
        Assert.Equal(first, File.ReadAllText(InContent));
    }

    [Fact]
    public async Task With_an_error_nothing_is_published()
    {
        installation.Write($"dialogs/{RiskFile.Path}", Other.Replace("level: 0", "level: 9", StringComparison.Ordinal));

        var refused = await installation.Run("dialogs", "publish");

        Assert.Equal(1, refused.Code);
        Assert.Contains($"{RiskFile.Path}:3:", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_them_is_heard_when_it_is_published_and_stands_in_the_folder_then()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var look = await host.Look();
        var shipped = look.Reading.Found!.RiskWords;
        Assert.Equal((0, (int?)null), (shipped.Level("i want to die"), shipped.Level("zebra attack")));

        Assert.IsType<EditOutcome.Kept>(await host.Book.PutBack(dara, RiskFile.Path, look.VersionOf(RiskFile.Path), Encoding.UTF8.GetBytes(Other), TestContext.Current.CancellationToken));
        var published = await host.Publish(dara);

        Assert.Equal((2L, null), (published.Number, published.Why));
        Assert.Equal(0, (await host.Look()).Reading.Found!.RiskWords.Level("a zebra attack"));
        Assert.Equal(Other, host.InFolder(RiskFile.Path));
        Assert.True(FileLines.HasNoScreens(RiskFile.Path));
    }

    private async Task<string> Exported(string to)
    {
        await installation.Run("dialogs", "export", Path.Combine(installation.Folder, to));
        return File.ReadAllText(Path.Combine(installation.Folder, to, RiskFile.Path));
    }
}
