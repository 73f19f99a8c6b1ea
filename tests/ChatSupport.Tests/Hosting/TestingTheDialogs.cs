using System.Text.Json;
using System.Xml.Linq;

namespace ChatSupport.Tests.Hosting;

public sealed class TestingTheDialogs : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talks-");

    public TestingTheDialogs()
    {
        Write("phrases.yaml", """
            format: 1
            languages: [en]
            phrases: { home: { en: Home }, person: { en: Person }, leave: { en: Leave } }
            words: { home: { en: [home] } }
            status: { en: draft }
            """);
        Write("home.yaml", """
            format: 1
            dialog: home
            title: { en: First page }
            status: { en: draft }
            screens:
              start: { text: { en: Hello }, choices: [ { label: { en: Tea }, go: tea }, { label: { en: Rice }, go: rice } ] }
              tea: { text: { en: A cup of tea }, choices: [ { label: { en: Rice }, go: rice } ] }
              rice: { text: { en: A bowl of rice }, choices: [ { label: { en: Tea }, go: tea } ] }
            """);
    }

    [Fact]
    public void Talks_that_pass_give_the_totals_and_the_coverage()
    {
        Write("home.talk", "talk: She has tea\nshe: 1\nscreen: home#tea\nsays: cup\n");

        var (code, output, _) = Test("--coverage");

        Assert.Equal("""
            1 talks played, 1 passed, 0 failed.
            en: 2 of 3 screens (66.6 %), 1 of 4 choices (25 %).
              no talk reaches home#rice
              no talk takes choice 2 of home: Rice (home.yaml:6)
              no talk takes choice 1 of home#tea: Rice (home.yaml:7)
              no talk takes choice 1 of home#rice: Tea (home.yaml:8)

            """, output);
        Assert.Equal(0, code);
    }

    [Fact]
    public void A_talk_that_fails_says_where_what_was_expected_and_what_was_said()
    {
        Write("home.talk", "talk: She has rice\nshe: 1\nscreen: home#rice\n");

        var (code, output, _) = Test();

        Assert.StartsWith("home.talk:3:9: Error TLK021: In the talk 'She has rice' the screen 'home#rice' is expected, but she is on 'home#tea'. The bot said: A cup of tea / 1. Rice", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void A_line_that_cannot_be_read_fails_too()
    {
        Write("home.talk", "talk: She has tea\nshe: 1\nscren: home#tea\nscreen: home#tea\n");

        var (code, output, _) = Test();

        Assert.Contains("home.talk:3:1: Error TLK002", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'screen'?", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void Json_holds_the_same()
    {
        Write("home.talk", "talk: She has rice\nshe: 1\nscreen: home#rice\n");

        var (code, output, _) = Test("--format", "json");

        var report = JsonDocument.Parse(output).RootElement;
        var talk = report.GetProperty("talks")[0];
        Assert.False(talk.GetProperty("passed").GetBoolean());
        Assert.Equal("TLK021", talk.GetProperty("failures")[0].GetProperty("code").GetString());
        Assert.Equal(3, report.GetProperty("coverage").GetProperty("en").GetProperty("untouchedChoices").GetArrayLength());
        Assert.Equal(1, code);
    }

    [Fact]
    public void A_build_server_reads_it_as_junit()
    {
        Write("home.talk", "talk: She has rice\nshe: 1\nscreen: home#rice\n\ntalk: She has tea\nshe: tea\nscreen: home#tea\n");

        var (_, output, _) = Test("--format", "junit");

        var suite = XDocument.Parse(output).Root!.Element("testsuite")!;
        Assert.Equal("2", suite.Attribute("tests")!.Value);
        Assert.Equal("1", suite.Attribute("failures")!.Value);
        Assert.Equal(["She has rice"], suite.Elements("testcase").Where(one => one.Element("failure") is not null).Select(one => one.Attribute("name")!.Value));
    }

    [Fact]
    public void Some_talks_can_be_played_alone()
    {
        Write("home.talk", "talk: She has rice\nshe: 1\nscreen: home#rice\n\ntalk: She has tea\nshe: tea\nscreen: home#tea\n");

        Assert.StartsWith("1 talks played, 1 passed", Test("--talk", "has TEA").Output, StringComparison.Ordinal);
        Assert.Equal(2, Test("--talk", "coffee").Code);
    }

    [Fact]
    public void Content_with_errors_is_not_played()
    {
        Write("home.talk", "talk: She has tea\nshe: 1\nscreen: home#tea\n");
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
    public void A_text_is_explained()
    {
        var (code, output, _) = CommandLine.Run("dialogs", "match", "rice", folder.FullName, "--screen", "home#tea");

        Assert.Equal("""
            Label: choice 1 'Rice'. The whole message is the label 'Rice'.
            From home#tea she lands on home#rice.

            """, output);
        Assert.Equal(0, code);
    }

    [Fact]
    public void What_came_second_is_told_too()
    {
        Write("cook.yaml", """
            format: 1
            dialog: cook
            title: { en: Rice }
            keywords: { en: [cooking] }
            status: { en: draft }
            screens: { start: { text: { en: How to cook } } }
            """);

        var (_, output, _) = CommandLine.Run("dialogs", "match", "rice", folder.FullName);

        Assert.StartsWith("Label: choice 2 'Rice'.", output, StringComparison.Ordinal);
        Assert.Contains("Also found:\n  Topic: cook. The whole message is the label 'Rice'.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_or_language_that_is_not_there_is_refused()
    {
        Assert.Contains("no screen 'tea'", CommandLine.Run("dialogs", "match", "x", folder.FullName, "--screen", "tea").Error, StringComparison.Ordinal);
        Assert.Contains("Offered are: en", CommandLine.Run("dialogs", "match", "x", folder.FullName, "--language", "km").Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private (int Code, string Output, string Error) Test(params string[] options) => CommandLine.Run(["dialogs", "test", folder.FullName, .. options]);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(folder.FullName, path), text);
}
