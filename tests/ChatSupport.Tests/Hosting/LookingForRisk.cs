using System.Text;
using System.Text.Json;
using ChatSupport.Content;
using ChatSupport.Hosting.Commands;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>chatsupport dialogs risk</c>.</summary>
public sealed class LookingForRisk
{
    private static string Shipped => ContentFolder.Find(AppContext.BaseDirectory)!;

    [Fact]
    public void A_text_is_shown_with_its_level_words_and_contacts()
    {
        var (code, written, _) = CommandLine.Run("dialogs", "risk", "knhom jong slap 012 345 678", Shipped);

        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal("""
            S0: knhom jong slap 012 345 678
              6+9 'jong slap' S0 self-harm want-to-die (listed as 'chong slab')
              16+11 '012 345 678' contact telephone

            """.ReplaceLineEndings("\n"), written);
    }

    [Fact]
    public void Harmless_words_are_exit_code_0_too() =>
        Assert.Equal((ExitCode.Fine, "No risk word: hello\n", ""), CommandLine.Run("dialogs", "risk", "hello", Shipped));

    [Fact]
    public void Json_is_for_other_programs()
    {
        var (code, written, _) = CommandLine.Run("dialogs", "risk", "i want to die @sokha", Shipped, "--json");

        Assert.Equal(ExitCode.Fine, code);
        using var json = JsonDocument.Parse(written);
        var message = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(0, message.GetProperty("level").GetInt32());
        Assert.Equal("want to die", Assert.Single(message.GetProperty("hits").EnumerateArray()).GetProperty("found").GetString());
        Assert.Equal("handle", Assert.Single(message.GetProperty("contacts").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_standard_input_is_read_a_message_a_line()
    {
        var (code, output) = await CommandLine.Run(Encoding.UTF8.GetBytes("hello\n\nចង់ស្លាប់\n"), TestContext.Current.CancellationToken, "dialogs", "risk", "-", Shipped);

        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal(["No risk word: hello", "S0: ចង់ស្លាប់"], Encoding.UTF8.GetString(output).Split('\n').Where(line => line.Length > 0 && line[0] != ' '));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_exit_code_2() =>
        Assert.Equal(ExitCode.BadUsage, CommandLine.Run("dialogs", "risk", "hello", Path.Combine(Shipped, "none")).Code);

    [Fact]
    public void Help_says_what_the_exit_codes_mean() =>
        Assert.Contains("Exit code 0", CommandLine.Run("dialogs", "risk", "--help").Output, StringComparison.Ordinal);
}
