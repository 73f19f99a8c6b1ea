using System.Text;
using System.Text.Json;
using ChatSupport.Content;
using ChatSupport.Hosting.Commands;

namespace ChatSupport.Tests.Hosting;

/// <summary>The commands about the content folder, as the shell runs them.</summary>
public sealed class CheckingDialogsFromTheShell : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialogs");

    public CheckingDialogsFromTheShell()
    {
        foreach (var file in ContentFolder.Read(Shipped).Where(file => file.Bytes.Length > 0))
        {
            var path = Path.Combine(folder.FullName, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes.ToArray());
        }
    }

    private static string Shipped => ContentFolder.Find(AppContext.BaseDirectory)!;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Good_content_is_exit_code_0()
    {
        var (code, written, _) = CommandLine.Run("dialogs", "check", folder.FullName, "--severity", "warning");

        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal("0 errors, 0 warnings, 0 hints.\n", written);
    }

    [Fact]
    public void An_error_is_exit_code_1_and_shown_at_its_place()
    {
        Change("home.yaml", "go: rights }", "go: rigths }");

        var (code, written, _) = CommandLine.Run("dialogs", "check", folder.FullName);

        Assert.Equal(ExitCode.Errors, code);
        Assert.Matches(@"(?m)^home\.yaml:\d+:\d+: Error DLG014: The choice goes to 'rigths', but no such screen exists\. Did you mean 'rights'\?$", written);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_exit_code_2()
    {
        var (code, written, said) = CommandLine.Run("dialogs", "check", Path.Combine(folder.FullName, "none"));

        Assert.Equal((ExitCode.BadUsage, ""), (code, written));
        Assert.Contains("Name the folder that holds home.yaml", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void Findings_go_to_a_file(string format)
    {
        Change("home.yaml", "go: rights }", "go: rigths }");
        var output = Path.Combine(folder.FullName, "findings.json");

        var (code, written, _) = CommandLine.Run("dialogs", "check", folder.FullName, "--format", format, "--output", output);

        Assert.Equal((ExitCode.Errors, ""), (code, written));
        using var json = JsonDocument.Parse(File.ReadAllText(output));
        Assert.Contains("DLG014", json.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid", "flowchart LR\n", "  subgraph d_rights_2f_hours[")]
    [InlineData("dot", "digraph dialogs {\n", "  subgraph \"cluster rights/hours\" {")]
    public void A_dialog_is_drawn(string format, string first, string group)
    {
        var (code, written, _) = CommandLine.Run("dialogs", "graph", folder.FullName, "--format", format, "--dialog", "rights/hours");

        Assert.Equal(ExitCode.Fine, code);
        Assert.StartsWith(first, written, StringComparison.Ordinal);
        Assert.Single(written.Split('\n'), line => line.StartsWith("  subgraph", StringComparison.Ordinal));
        Assert.Contains(group, written, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawing_a_dialog_that_is_not_there_says_which_was_meant()
    {
        var (code, _, said) = CommandLine.Run("dialogs", "graph", folder.FullName, "--dialog", "rights/hour");

        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("Did you mean 'rights/hours'?", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_changed_in_one_language_is_stale_until_people_say_otherwise()
    {
        Change("home.yaml", "en: My rights }", "en: My own rights }");

        Assert.Contains("home.yaml:17:24: Warning DLG058: 'start label rights' changed in en, but not in km.", (CommandLine.Run("dialogs", "check", folder.FullName)).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, (CommandLine.Run("dialogs", "translated", folder.FullName, "--dialog", "home")).Code);
        Assert.DoesNotContain("DLG058", (CommandLine.Run("dialogs", "check", folder.FullName)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_while_there_are_errors()
    {
        Change("home.yaml", "go: rights }", "go: rigths }");
        var before = File.ReadAllText(Path.Combine(folder.FullName, "translations.yaml"));

        var (code, _, said) = CommandLine.Run("dialogs", "translated", folder.FullName);

        Assert.Equal(ExitCode.Errors, code);
        Assert.Contains("DLG014", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(folder.FullName, "translations.yaml")));
    }

    [Fact]
    public async Task The_built_program_gives_the_same_exit_codes()
    {
        Change("home.yaml", "go: rights }", "go: rigths }");

        var (code, output) = await CommandLine.Run([], TestContext.Current.CancellationToken, "dialogs", "check", folder.FullName);

        Assert.Equal(ExitCode.Errors, code);
        Assert.Contains("Error DLG014", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
    }

    private void Change(string file, string before, string after)
    {
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }
}
