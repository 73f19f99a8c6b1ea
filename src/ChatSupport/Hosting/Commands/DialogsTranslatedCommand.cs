using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs translated</c>: a person says that the languages of the texts belong together as they are now.</summary>
internal static class DialogsTranslatedCommand
{
    public static Command Build()
    {
        var folder = DialogsCommand.FolderArgument();
        var dialog = new Option<string?>("--dialog") { Description = "Only this dialog, for example rights/hours, or phrases. Without it: all." };
        var command = new Command("translated", "Record that the languages of the texts belong together as they are now. A text that changes in one of them later is then found.") { folder, dialog };
        command.SetAction(parse => DialogsCommand.Guarded(parse, folder, path => Record(parse, path, parse.GetValue(dialog))));
        return command;
    }

    private static int Record(ParseResult parse, string folder, string? dialog)
    {
        var files = ContentFolder.Read(folder);
        var read = DialogReader.Read(files, KnownActions.All, ContentToRun.Today);
        if (read.Set is not { } set || read.HasErrors)
        {
            parse.InvocationConfiguration.Error.Write(IssueWriter.Text([.. read.Issues.Where(issue => issue.Severity == Severity.Error)]));
            parse.InvocationConfiguration.Error.WriteLine("Nothing was recorded. Mend the errors first.");
            return ExitCode.Errors;
        }

        if (dialog is not null && dialog != "phrases" && !set.Dialogs.ContainsKey(dialog))
            return DialogsCommand.UnknownDialog(parse, set, dialog);

        var path = Path.Combine(folder, TranslationRecord.Path);
        File.WriteAllText(path, TranslationRecord.Read(files, []).Renewed(set, dialog).ToYaml());
        parse.InvocationConfiguration.Output.WriteLine($"Recorded in {path}: {(dialog is null ? "every text" : $"the texts of '{dialog}'")}.");
        return ExitCode.Fine;
    }
}
