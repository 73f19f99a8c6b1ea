using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Content.Translations;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs translations import</c>: a translator's file comes back, all of it or, with every problem listed, nothing.</summary>
internal static class DialogsTranslationsImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The translated file, in the format in which it was exported." };
        var folder = DialogsCommand.FolderArgument();
        var language = new Option<string?>("--language") { Description = "The language it must be in. Without it: whichever the file says." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would change." };
        var command = new Command("import", "Takes the translations of a file over into the content folder. Nothing changes where there is any problem; all are listed. "
            + "Exit code 0: taken over, 1: refused, 2: could not run.") { file, folder, language, dryRun };
        command.SetAction((parse, cancel) => DialogsCommand.Guarded(parse, folder, path =>
            Import(parse, path, parse.GetRequiredValue(file), parse.GetValue(language), parse.GetValue(dryRun), cancel)));
        return command;
    }

    private static async Task<int> Import(ParseResult parse, string folder, string from, string? language, bool dryRun, CancellationToken cancel)
    {
        var files = ContentFolder.Read(folder);
        ImportReading reading;
        await using (var stream = File.OpenRead(from))
            reading = TranslationImport.Read(stream, from, files, language);
        if (reading is not ImportReading.Ready ready)
            return Refuse(parse, ((ImportReading.Refused)reading).Problems);
        if (TranslationImport.Apply(files, ready.Edits) is not ImportOutcome.Written written)
            return Refuse(parse, [new TranslationProblem(from, "Its texts cannot be written into the content.", "Export the texts again, and take the translations over into that file.")]);

        var output = parse.InvocationConfiguration.Output;
        if (ready.Edits.Count == 0)
        {
            await output.WriteLineAsync("No translation changed, so nothing was imported.");
            return ExitCode.Fine;
        }

        foreach (var edit in ready.Edits)
            await output.WriteLineAsync($"changed  {edit.Path} {edit.Set.Place}");
        if (dryRun)
        {
            await output.WriteLineAsync($"{ready.Edits.Count} texts in {written.Changed.Count} files would change. Nothing was written.");
            return ExitCode.Fine;
        }

        await ContentFolder.Write(Path.GetFullPath(folder), written.Changed, cancel);
        await output.WriteLineAsync($"{ready.Edits.Count} texts in {written.Changed.Count} files are changed; their '{ContentLanguages.LanguageOf(ready.Language)}' is a draft until somebody reviews it. "
            + "When the languages belong together, run 'chatsupport dialogs translated'.");
        return ExitCode.Fine;
    }

    private static int Refuse(ParseResult parse, IReadOnlyList<TranslationProblem> problems)
    {
        foreach (var problem in problems)
            parse.InvocationConfiguration.Error.WriteLine(problem);
        parse.InvocationConfiguration.Error.WriteLine($"{problems.Count} problem{(problems.Count == 1 ? "" : "s")}. Nothing was imported. Mend {(problems.Count == 1 ? "it" : "them")}, then import again.");
        return ExitCode.Errors;
    }
}
