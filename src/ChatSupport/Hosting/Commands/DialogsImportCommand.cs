using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Content.Recordings;
using ChatSupport.Dialogs.Reading;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs import</c>: the files of another folder, such as an exported revision, come into the content folder, whole or not at all.</summary>
internal static class DialogsImportCommand
{
    public static Command Build(string[] settings)
    {
        var from = new Argument<string>("from") { Description = "The folder whose dialogs, places and talks are taken over, such as one that 'dialogs export' wrote." };
        var into = new Option<string?>("--into") { Description = "The content folder. Without it: that of the settings." };
        var exact = new Option<bool>("--exact") { Description = "Also delete what is not in 'from'. Recordings stay." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would change." };
        var command = new Command("import", "Takes the files of another folder over into the content folder. Nothing changes where the result would have errors; "
            + "workers see it after 'dialogs publish'. Exit code 0: taken over, 1: refused, 2: could not run.") { from, into, exact, dryRun };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: false, services =>
        {
            var target = Path.GetFullPath(parse.GetValue(into)
                ?? services.GetRequiredService<IOptions<ContentOptions>>().Value.FolderIn(services.GetRequiredService<IHostEnvironment>()));
            return Import(parse, Path.GetFullPath(parse.GetRequiredValue(from)), target, parse.GetValue(exact), parse.GetValue(dryRun), cancel);
        }));
        return command;
    }

    private static async Task<int> Import(ParseResult parse, string from, string target, bool exact, bool dryRun, CancellationToken cancel)
    {
        var error = parse.InvocationConfiguration.Error;
        var taken = ContentFolder.Read(from);
        if (!taken.Any(file => ContentFolder.IsText(file.Path)))
        {
            await error.WriteLineAsync($"{from} holds no dialog, place or talk. Name the folder that holds home.yaml.");
            return ExitCode.BadUsage;
        }

        var import = ContentImport.Of(ContentFolder.Read(target), taken, exact);
        var errors = ContentToRun.ErrorsOf(import.Result);
        if (errors.Count > 0)
        {
            await error.WriteAsync(IssueWriter.Text(errors));
            await error.WriteLineAsync("Nothing was changed: with these files the content would have errors. Mend them, then import again.");
            return ExitCode.Errors;
        }

        Tell(parse.InvocationConfiguration.Output, import);
        if (!dryRun && !import.ChangesNothing)
        {
            await ContentFolder.Write(target, [.. import.New, .. import.Changed], cancel);
            ContentFolder.Delete(target, import.Gone);
            await RecordingCopies.Bring(from, target, taken, cancel);
            await parse.InvocationConfiguration.Output.WriteLineAsync($"Taken over into {target}. 'chatsupport dialogs publish' shows it to workers.");
        }
        return ExitCode.Fine;
    }

    private static void Tell(TextWriter output, ContentImport import)
    {
        foreach (var (what, files) in new[] { ("new", import.New), ("changed", import.Changed), ("deleted", import.Gone) })
        {
            foreach (var file in files)
                output.WriteLine($"{what,-8} {file.Path}");
        }
        if (import.ChangesNothing)
            output.WriteLine("The content folder holds the same already.");
    }
}
