using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs check</c>: every finding in the content, all at once.</summary>
internal static class DialogsCheckCommand
{
    public static Command Build()
    {
        var folder = DialogsCommand.FolderArgument();
        var format = new Option<string>("--format") { Description = "How findings are written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var severity = new Option<string>("--severity") { Description = "The least that is written: hint, warning or error.", DefaultValueFactory = _ => "hint" };
        severity.AcceptOnlyFromAmong("hint", "warning", "error");
        var output = DialogsCommand.OutputOption();
        var command = new Command("check", "Find every mistake in the content. Exit code 0: no errors, 1: errors, 2: could not run.") { folder, format, severity, output };
        command.SetAction(parse => DialogsCommand.Guarded(parse, folder, path => Check(
            parse, path, parse.GetRequiredValue(format), Enum.Parse<Severity>(parse.GetRequiredValue(severity), ignoreCase: true), parse.GetValue(output))));
        return command;
    }

    private static int Check(ParseResult parse, string folder, string format, Severity least, string? output)
    {
        var today = ContentToRun.Today;
        var files = ContentFolder.Read(folder);
        var result = DialogReader.Read(files, KnownActions.All, today);
        var places = PlaceCheck.Find(files, today);
        IReadOnlyList<DialogIssue> issues =
        [
            .. result.Issues.Concat(places).Where(issue => issue.Severity >= least).OrderBy(issue => issue.Mark.File, StringComparer.Ordinal), // keeps the order within a file
        ];
        DialogsCommand.Write(parse, output, format switch
        {
            "json" => IssueWriter.Json(issues),
            "sarif" => IssueWriter.Sarif(issues),
            _ => IssueWriter.Text(issues),
        });
        return result.HasErrors || places.Any(issue => issue.Severity == Severity.Error) ? ExitCode.Errors : ExitCode.Fine;
    }
}
