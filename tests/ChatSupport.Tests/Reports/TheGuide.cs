using System.Text.RegularExpressions;
using ChatSupport.Hosting.Commands;
using ChatSupport.Reports.Sealing;

namespace ChatSupport.Tests.Reports;

/// <summary><c>docs/reports.md</c> and the program say the same.</summary>
public sealed class TheGuide
{
    private static readonly string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ChatSupport.Content.ContentFolder.Find(AppContext.BaseDirectory)!)!, "docs", "reports.md"));

    public static TheoryData<string> Commands => [.. Regex.Matches(text, "(?:^ *chatsupport |`)(reports keys [^`|\n]+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value.Trim()).Distinct()];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_is_one(string words)
    {
        var parsed = AllCommands.Root([]).Parse(words.Split(' '));

        Assert.Empty(parsed.Errors);
        Assert.Empty(parsed.UnmatchedTokens);
    }

    [Fact]
    public void Every_command_of_the_program_is_there() => Assert.All(
        AllCommands.Root([]).Subcommands.Single(command => command.Name == "reports").Subcommands.Single().Subcommands.SelectMany(command => command.Subcommands.Count > 0 ? command.Subcommands.Select(sub => $"{command.Name} {sub.Name}") : [command.Name]),
        command => Assert.Contains(Commands, row => row.Data.StartsWith($"reports keys {command}", StringComparison.Ordinal)));

    [Fact]
    public void The_sizes_are_those_of_the_program() => Assert.All(
        Regex.Matches(text, @"^\| (\d+) KiB[^|]*\| (\d+) KiB \|$", RegexOptions.Multiline), row => Assert.Equal(int.Parse(row.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * 1024, Padding.Size(int.Parse(row.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * 1024)));

    [Fact]
    public void The_line_within_a_file_is_that_of_the_program() => Assert.Contains(System.Text.Encoding.ASCII.GetString(Sealing.Some.Place.Line(42)), text, StringComparison.Ordinal);
}
