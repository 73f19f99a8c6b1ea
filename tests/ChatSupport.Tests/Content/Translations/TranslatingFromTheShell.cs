using ChatSupport.Content.Translations;
using ChatSupport.Tests.Hosting;

namespace ChatSupport.Tests.Content.Translations;

/// <summary><c>chatsupport dialogs translations</c>, from the list over the export to the import.</summary>
public sealed class TranslatingFromTheShell : IDisposable
{
    private readonly Installation installation = new();

    private string Sheet => Path.Combine(installation.Folder, "texts.xlsx");

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Lists_what_is_missing_and_stale_in_each_language()
    {
        Change("rights/hours.yaml", "title: { km: ម៉ោងធ្វើការ, en: Working hours }", "title: { en: Working hours }");
        Change("rights/hours.yaml", "en: Who can help }", "en: Who else can help }");

        var (code, output, error) = await Run("list");

        Assert.Equal((0, ""), (code, error));
        Assert.Matches("(?m)^km: [0-9]+ texts, 1 missing, 2 stale, [0-9]+ draft, 0 reviewed\\.$", output);
        Assert.Contains("\n  missing  rights/hours.yaml title\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  stale    rights/hours.yaml start label help\n", output, StringComparison.Ordinal);
        Assert.Matches("(?m)^en: [0-9]+ texts, 0 missing, 0 stale, ", output);
    }

    [Theory]
    [InlineData("texts.xlsx")]
    [InlineData("texts.xliff")]
    public async Task A_file_goes_out_and_comes_back_without_any_change(string name)
    {
        var before = Everything();
        var file = Path.Combine(installation.Folder, name);

        var exported = await Run("export", "--to", file);
        var (code, output, error) = await Run("import", file);

        Assert.Equal((0, ""), (exported.Code, exported.Error));
        Assert.Equal((0, "No translation changed, so nothing was imported.\n", ""), (code, output, error));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task What_the_translator_changed_comes_into_the_folder()
    {
        Save(returned => returned["rights/hours.yaml title"].Target = "ម៉ោង");
        var before = Everything();

        var tried = await Run("import", Sheet, "--dry-run");
        Assert.Equal((0, "changed  rights/hours.yaml title\n1 texts in 1 files would change. Nothing was written.\n"), (tried.Code, tried.Output));
        Assert.Equal(before, Everything());

        var done = await Run("import", Sheet);
        Assert.Equal((0, ""), (done.Code, done.Error));
        Assert.Contains("title: { km: ម៉ោង, en: Working hours }", Everything()["rights/hours.yaml"], StringComparison.Ordinal);
        Assert.Equal(before.Where(file => file.Key != "rights/hours.yaml"), Everything().Where(file => file.Key != "rights/hours.yaml"));
    }

    [Fact]
    public async Task Every_problem_is_listed_and_nothing_is_written()
    {
        Save(returned =>
        {
            returned["rights/hours.yaml title"].Target = "";
            returned["rights/hours.yaml start text"].Source = "Other";
            returned["rights/hours.yaml today text"].Target = "ថ្មី";
        });
        var before = Everything();

        var (code, output, error) = await Run("import", Sheet);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("(rights/hours.yaml title): The translation is empty, but there was one.", error, StringComparison.Ordinal);
        Assert.Contains("(rights/hours.yaml start text): The source is 'Other'", error, StringComparison.Ordinal);
        Assert.EndsWith("2 problems. Nothing was imported. Mend them, then import again.\n", error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("says no format", "export", "--to", "texts.csv")]
    [InlineData("The content has no language 'vi'", "export", "--to", "texts.xlsx", "--language", "vi")]
    [InlineData("The content has no language 'vi'", "list", "--language", "vi")]
    [InlineData("nowhere.xlsx", "import", "nowhere.xlsx")]
    public async Task What_cannot_be_done_is_a_sentence(string says, params string[] words)
    {
        var (code, _, error) = await Run(words);

        Assert.Equal(2, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_translator_may_have_worked_in_is_never_written_over()
    {
        await File.WriteAllTextAsync(Sheet, "days of work", TestContext.Current.CancellationToken);

        var (code, _, error) = await Run("export", "--to", Sheet);

        Assert.Equal(2, code);
        Assert.Contains("already exists", error, StringComparison.Ordinal);
        Assert.Equal("days of work", await File.ReadAllTextAsync(Sheet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_to_translate_writes_no_file()
    {
        var (code, output, _) = await Run("export", "--to", Sheet, "--only", "missing");

        Assert.Equal((0, "Nothing is missing in 'km', so no file was written.\n"), (code, output));
        Assert.False(File.Exists(Sheet));
    }

    private Task<Outcome> Run(params string[] words) =>
        installation.Run(["dialogs", "translations", words[0], .. words[0] == "import" ? [words[1], installation.Dialogs, .. words[2..]] : new[] { installation.Dialogs }.Concat(words[1..])]);

    private void Save(Action<Returned> change)
    {
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xlsx);
        change(returned);
        File.WriteAllBytes(Sheet, returned.Save());
    }

    private void Change(string path, string old, string now)
    {
        var file = Path.Combine(installation.Dialogs, path);
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    private SortedDictionary<string, string> Everything() => new(Directory.EnumerateFiles(installation.Dialogs, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(installation.Dialogs, path), File.ReadAllText, StringComparer.Ordinal), StringComparer.Ordinal);
}
