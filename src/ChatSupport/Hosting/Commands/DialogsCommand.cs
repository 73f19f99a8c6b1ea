using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using Command = System.CommandLine.Command;

namespace ChatSupport.Hosting.Commands;

/// <summary>Everything about the content folder, a line each.</summary>
internal static class DialogsCommand
{
    public static Command Build(string[] settings) => new("dialogs", "Check, draw, test and publish the dialogs.")
    {
        DialogsCheckCommand.Build(),
        DialogsGraphCommand.Build(),
        DialogsTranslatedCommand.Build(),
        DialogsTranslationsCommand.Build(),
        DialogsTestCommand.Build(),
        DialogsMatchCommand.Build(),
        DialogsRiskCommand.Build(),
        DialogsPublishCommand.BuildPublish(settings),
        DialogsPublishCommand.BuildRollBack(settings),
        DialogsRevisionsCommand.BuildList(settings),
        DialogsRevisionsCommand.BuildExport(settings),
        DialogsImportCommand.Build(settings),
    };

    /// <summary>The content folder as an argument that may be left out.</summary>
    public static Argument<string?> FolderArgument() => new("folder")
    {
        Description = "The content folder. Without it: the folder 'dialogs' here or above.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The folder that is meant; null, with a sentence on the error output, where there is none.</summary>
    public static string? FolderOf(ParseResult parse, Argument<string?> argument)
    {
        var given = parse.GetValue(argument);
        var folder = given ?? ContentFolder.Find(Environment.CurrentDirectory);
        if (folder is not null && Directory.Exists(folder))
            return folder;

        parse.InvocationConfiguration.Error.WriteLine(given is null
            ? $"There is no folder '{ContentFolder.UsualName}' here or above. Name the content folder behind the command."
            : $"There is no folder '{given}'. Name the folder that holds home.yaml.");
        return null;
    }

    /// <summary>Where the result goes.</summary>
    public static Option<string?> OutputOption() => new("--output") { Description = "The file to write to. Without it: the standard output." };

    /// <summary>Runs a command on the folder that is meant; says what to mend where a file cannot be read or written.</summary>
    public static int Guarded(ParseResult parse, Argument<string?> argument, Func<string, int> run) =>
        Guarded(parse, argument, folder => Task.FromResult(run(folder))).GetAwaiter().GetResult();

    /// <summary>Runs a command that waits on the folder that is meant; says what to mend where a file cannot be read or written.</summary>
    public static async Task<int> Guarded(ParseResult parse, Argument<string?> argument, Func<string, Task<int>> run)
    {
        try
        {
            return FolderOf(parse, argument) is { } folder ? await run(folder) : ExitCode.BadUsage;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{fault.Message} Check the path and its permissions, then try again.");
            return ExitCode.BadUsage;
        }
    }

    /// <summary>Writes a result to the file that is named, else to the standard output.</summary>
    public static void Write(ParseResult parse, string? output, string text)
    {
        if (output is null)
            parse.InvocationConfiguration.Output.Write(text);
        else
            File.WriteAllText(output, text);
    }

    /// <summary>Says that no dialog has this name.</summary>
    public static int UnknownDialog(ParseResult parse, DialogSet set, string dialog)
    {
        var near = Similar.To(dialog, set.Dialogs.Keys);
        parse.InvocationConfiguration.Error.WriteLine(
            $"There is no dialog '{dialog}'. {(near is null ? "Name it by its path, for example rights/hours." : $"Did you mean '{near}'?")}");
        return ExitCode.BadUsage;
    }
}
