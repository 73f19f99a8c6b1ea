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
        var output = new Option<string?>("--output") { Description = "The file to write to. Without it: the standard output." };
        var command = new Command("check", "Find every mistake in the content. Exit code 0: no errors, 1: errors, 2: could not run.") { folder, format, output };
        command.SetAction(parse => Run(parse, DialogsCommand.FolderOf(parse, folder), parse.GetRequiredValue(format), parse.GetValue(output)));
        return command;
    }

    private static int Run(ParseResult parse, string? folder, string format, string? output)
    {
        if (folder is null)
            return ExitCode.BadUsage;

        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        try
        {
            var files = ContentFolder.Read(folder);
            var result = DialogReader.Read(files, KnownActions.All, today);
            var places = PlaceCheck.Find(files, today);
            IReadOnlyList<DialogIssue> issues = [.. result.Issues.Concat(places).OrderBy(issue => issue.Mark.File, StringComparer.Ordinal)]; // keeps the order within a file
            var text = format switch
            {
                "json" => IssueWriter.Json(issues),
                "sarif" => IssueWriter.Sarif(issues),
                _ => IssueWriter.Text(issues),
            };
            if (output is null)
                parse.InvocationConfiguration.Output.Write(text);
            else
                File.WriteAllText(output, text);

            return result.HasErrors || places.Any(issue => issue.Severity == Severity.Error) ? ExitCode.Errors : ExitCode.Fine;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            parse.InvocationConfiguration.Error.WriteLine($"{fault.Message} Check the path and its permissions, then try again.");
            return ExitCode.BadUsage;
        }
    }
}
