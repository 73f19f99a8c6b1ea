using ChatSupport.Channels.Terminal;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Tests.Hosting;
using Spectre.Console;
using Screen = ChatSupport.Channels.Terminal.Screen;

namespace ChatSupport.Tests.Channels;

public sealed class ChattingInTheTerminal : IDisposable
{
    private readonly Installation installation = new();

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task A_script_gives_the_whole_talk_as_plain_text()
    {
        var played = await Play("en", "# She begins", "hello", "", "1", "!press My rights", "!press Back", "/x");

        Assert.Equal((0, ""), (played.Code, played.Error));
        Assert.DoesNotContain('\e', played.Output);
        Assert.DoesNotContain("# She begins", played.Output, StringComparison.Ordinal);
        string[] order = ["she: hello\n", "bot: Hello!", "1. I agree", "she: 1\n", "1. My rights", "she: !press My rights\n", "she: !press Back\n", "she: /x\n", "(the chat was emptied)", "Recipes"];
        var at = 0;
        foreach (var part in order)
        {
            at = played.Output.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{part}' is missing, or not in its place:\n{played.Output}");
        }
        Assert.False(Directory.Exists(Path.Combine(installation.Folder, "data"))); // a script leaves nothing behind
    }

    [Fact]
    public async Task Khmer_digits_and_a_shared_location_arrive()
    {
        var played = await Play("km", "សួស្តី", "១", "!location 11.55,104.92");

        Assert.Equal((0, ""), (played.Code, played.Error));
        Assert.Contains("she: !location 11.55,104.92\nbot: ", played.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!press Nothing of that name")]
    [InlineData("!location here")]
    [InlineData("!dance")]
    public async Task A_line_that_means_nothing_ends_the_script_with_its_place(string line)
    {
        var played = await Play("en", "hello", line);

        Assert.Equal(1, played.Code);
        Assert.Contains($"talk.txt:2: '{line}' means nothing here", played.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_told() => Assert.Equal(2, (await installation.Run("chat", "--script", "/nowhere.txt")).Code);

    [Fact]
    public async Task Broken_content_is_told_with_its_findings()
    {
        installation.Write("dialogs/home.yaml", "screens: [");

        var played = await Play("en", "hello");

        Assert.Equal(2, played.Code);
        Assert.Contains("home.yaml:", played.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaving_empties_the_screen_and_what_can_be_scrolled_back_to()
    {
        using var output = new StringWriter();
        var screen = new Screen(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) }));
        screen.She("s1", "my words");
        screen.Say("b1", "your rights");
        var before = output.ToString().Length;

        screen.Erase([], everything: true);

        Assert.Equal("\e[2J\e[3J\e[H", output.ToString()[before..]);
    }

    [Fact]
    public void What_was_deleted_is_not_drawn_again()
    {
        using var output = new StringWriter();
        var screen = new Screen(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) }));
        screen.She("s1", "my words");
        screen.Say("b1", "your rights");
        var before = output.ToString().Length;

        screen.Erase(["s1"], everything: false);

        Assert.DoesNotContain("my words", output.ToString()[before..], StringComparison.Ordinal);
        Assert.Contains("your rights", output.ToString()[before..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_presses_the_button_it_stands_before()
    {
        var menu = new Reply.Menu { Screen = ScreenId.Of("home"), Language = "en", Text = "Home", Navigation = [new("n-back", "Back"), new("n-leave", "Leave")] };

        Assert.Equal(new InboundOf("n-leave"), InboundOf.Read("b", menu));
        Assert.Equal(new InboundOf("n-back"), InboundOf.Read("A", menu));
        Assert.Null(InboundOf.Read("c", menu));
        Assert.Null(InboundOf.Read("ab", menu));
    }

    private async Task<Outcome> Play(string language, params string[] lines)
    {
        installation.Write("talk.txt", string.Join('\n', lines));
        return await installation.Run("chat", "--script", Path.Combine(installation.Folder, "talk.txt"), "--language", language);
    }

    private sealed record InboundOf(string Button)
    {
        public static InboundOf? Read(string line, Reply.Menu menu) =>
            TerminalLine.Read(line, menu, letters: true) is ChatSupport.Conversations.InboundEvent.Did { Input: Input.Button { Id: var id } } ? new(id) : null;
    }
}
