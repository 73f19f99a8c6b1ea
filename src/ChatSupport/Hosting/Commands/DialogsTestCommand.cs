using System.CommandLine;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs test</c>: plays the talks beside the dialogs.</summary>
internal static class DialogsTestCommand
{
    public static Command Build()
    {
        var folder = DialogsCommand.FolderArgument();
        var talk = new Option<string?>("--talk") { Description = "Only talks whose name or file has this text in it.", HelpName = "text" };
        var coverage = new Option<bool>("--coverage") { Description = "List every screen and choice that no talk touched." };
        var format = new Option<string>("--format") { Description = "How the outcome is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "junit");
        var command = new Command("test", "Play the talks beside the dialogs. Exit code 0: all passed, 1: some failed or cannot be read, 2: could not run.")
        {
            folder, talk, coverage, format,
        };
        command.SetAction(parse => ContentToRun.With(parse, DialogsCommand.FolderOf(parse, folder), content =>
            Run(parse, content, parse.GetValue(talk), parse.GetValue(coverage), parse.GetRequiredValue(format))));
        return command;
    }

    private static int Run(ParseResult parse, ContentToRun content, string? part, bool coverage, string format)
    {
        var talks = content.Talks.Where(talk => part is null || Has(talk, part)).ToList();
        if (talks.Count == 0 && content.TalkIssues.Count == 0)
        {
            parse.InvocationConfiguration.Error.WriteLine(part is null
                ? "There is no talk in this folder. Write one beside a dialog; dialogs/README.md shows how."
                : $"No talk has '{part}' in its name or file. Leave --talk out to play all.");
            return ExitCode.BadUsage;
        }

        var report = TalkRunner.Run(content.Interpreter, talks, content.Answer, ContentToRun.Today);
        parse.InvocationConfiguration.Output.Write(format switch
        {
            "json" => TalkWriter.Json(report, content.TalkIssues),
            "junit" => TalkJUnit.Write(report, content.TalkIssues),
            _ => TalkWriter.Text(report, content.TalkIssues, coverage),
        });
        return report.Failures.Count + content.TalkIssues.Count == 0 ? ExitCode.Fine : ExitCode.Errors;
    }

    private static bool Has(Talk talk, string part) =>
        talk.Name.Contains(part, StringComparison.OrdinalIgnoreCase) || talk.Mark.File.Contains(part, StringComparison.OrdinalIgnoreCase)
        || StrictKey.Of(talk.Name).Contains(StrictKey.Of(part), StringComparison.Ordinal);
}
