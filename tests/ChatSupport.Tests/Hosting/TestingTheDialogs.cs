using System.Text.Json;
using System.Xml.Linq;
using ChatSupport.Content;

namespace ChatSupport.Tests.Hosting;

public sealed class TestingTheDialogs : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talks-");

    public TestingTheDialogs()
    {
        var shipped = ContentFolder.Find(AppContext.BaseDirectory)!;
        foreach (var file in Directory.EnumerateFiles(shipped, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [Fact]
    public void Talks_that_pass_give_the_totals_and_the_coverage()
    {
        Write("home.talk", "talk: She asks for her rights\nlanguage: en\nshe: 1\nscreen: rights\nsays: No question is wrong\n");

        var (code, output, _) = Test("--coverage");

        Assert.StartsWith("1 talks played, 1 passed, 0 failed.\nkm: 0 of ", output, StringComparison.Ordinal);
        Assert.Contains("\nen: 2 of ", output, StringComparison.Ordinal);
        Assert.Contains("\n  no talk reaches rights#work\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  no talk takes choice 2 of home: Services near me (home.yaml:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("choice 1 of home: My rights", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public void A_talk_that_fails_says_where_what_was_expected_and_what_was_said()
    {
        Write("home.talk", "talk: She asks for her rights\nlanguage: en\nshe: 1\nscreen: services\n");

        var (code, output, _) = Test();

        Assert.StartsWith("home.talk:4:9: Error TLK021: In the talk 'She asks for her rights' the screen 'services' is expected, but she is on 'rights'. The bot said: What would you like to know?", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void A_line_that_cannot_be_read_fails_too()
    {
        Write("home.talk", "talk: She asks for her rights\nshe: 1\nscren: rights\nscreen: rights\n");

        var (code, output, _) = Test();

        Assert.Contains("home.talk:3:1: Error TLK002", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'screen'?", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void Json_holds_the_same()
    {
        Write("home.talk", "talk: She asks for her rights\nlanguage: en\nshe: 1\nscreen: services\n");

        var (code, output, _) = Test("--format", "json");

        var report = JsonDocument.Parse(output).RootElement;
        var talk = report.GetProperty("talks")[0];
        Assert.False(talk.GetProperty("passed").GetBoolean());
        Assert.Equal("TLK021", talk.GetProperty("failures")[0].GetProperty("code").GetString());
        Assert.Contains("rights#work", report.GetProperty("coverage").GetProperty("en").GetProperty("untouchedScreens").EnumerateArray().Select(screen => screen.GetString()));
        Assert.Equal(1, code);
    }

    [Fact]
    public void A_build_server_reads_it_as_junit()
    {
        Write("home.talk", "talk: She asks for her rights\nlanguage: en\nshe: 1\nscreen: services\n\ntalk: She asks for services\nlanguage: en\nshe: 2\nscreen: services\n");

        var (_, output, _) = Test("--format", "junit");

        var suite = XDocument.Parse(output).Root!.Element("testsuite")!;
        Assert.Equal("2", suite.Attribute("tests")!.Value);
        Assert.Equal("1", suite.Attribute("failures")!.Value);
        Assert.Equal(["She asks for her rights"], suite.Elements("testcase").Where(one => one.Element("failure") is not null).Select(one => one.Attribute("name")!.Value));
    }

    [Fact]
    public void Some_talks_can_be_played_alone()
    {
        Write("home.talk", "talk: She asks for her rights\nlanguage: en\nshe: 1\nscreen: services\n\ntalk: She asks for services\nlanguage: en\nshe: 2\nscreen: services\n");

        Assert.StartsWith("1 talks played, 1 passed", Test("--talk", "for SERV").Output, StringComparison.Ordinal);
        Assert.Equal(2, Test("--talk", "coffee").Code);
    }

    [Fact]
    public void Content_with_errors_is_not_played()
    {
        Write("home.talk", "talk: She asks for her rights\nshe: 1\nscreen: rights\n");
        Write("more.yaml", "format: 1\ndialog: more\ntitle: [\n");

        var (code, output, error) = Test();

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("more.yaml", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_talks_or_none_at_all_is_a_mistake_of_the_call()
    {
        Assert.Equal(2, Test().Code);
        Assert.Equal(2, CommandLine.Run("dialogs", "test", Path.Combine(folder.FullName, "nowhere")).Code);
    }

    [Fact]
    public void A_text_is_explained_with_what_came_second()
    {
        var (code, output, _) = CommandLine.Run("dialogs", "match", "services near me", folder.FullName, "--screen", "home", "--language", "en");

        Assert.Equal("""
            Label: choice 2 'Services near me'. The whole message is the label 'Services near me'.
            From home she lands on services.
            Also found:
              Topic: services. The whole message is the label 'Services near me'.

            """, output);
        Assert.Equal(0, code);
    }

    [Fact]
    public void A_screen_or_language_that_is_not_there_is_refused()
    {
        Assert.Contains("no screen 'right'", CommandLine.Run("dialogs", "match", "x", folder.FullName, "--screen", "right").Error, StringComparison.Ordinal);
        Assert.Contains("Offered are: km, en", CommandLine.Run("dialogs", "match", "x", folder.FullName, "--language", "fr").Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private (int Code, string Output, string Error) Test(params string[] options) => CommandLine.Run(["dialogs", "test", folder.FullName, .. options]);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(folder.FullName, path), text);
}
