using System.CommandLine;
using ChatSupport.Content;

namespace ChatSupport.Hosting.Commands;

/// <summary>Everything about the content folder, a line each.</summary>
internal static class DialogsCommand
{
    public static Command Build(string[] settings) => new("dialogs", "Check, draw, test and publish the dialogs.")
    {
        DialogsCheckCommand.Build(),
        DialogsTestCommand.Build(),
        DialogsPublishCommand.BuildPublish(settings),
        DialogsPublishCommand.BuildRollBack(settings),
        DialogsRevisionsCommand.BuildList(settings),
        DialogsRevisionsCommand.BuildExport(settings),
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
}
