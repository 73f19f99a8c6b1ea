using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Content.Translations;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport dialogs translations</c>: what is to be translated, out to translators who work elsewhere, and back.</summary>
internal static class DialogsTranslationsCommand
{
    private const string UsualLanguage = "km";

    public static Command Build() => new("translations", "What is missing or stale per language; out to translators as a spreadsheet or XLIFF, and back.")
    {
        BuildList(),
        BuildExport(),
        DialogsTranslationsImportCommand.Build(),
    };

    private static Command BuildList()
    {
        var folder = DialogsCommand.FolderArgument();
        var language = new Option<string?>("--language") { Description = "Only this language. Without it: all." };
        var command = new Command("list", "Lists what is missing or stale, per language. Exit code 0: listed, 2: could not run.") { folder, language };
        command.SetAction(parse => DialogsCommand.Guarded(parse, folder, path =>
        {
            var files = ContentFolder.Read(path);
            var languages = parse.GetValue(language) is { } one ? [one] : ContentLanguages.Of(files).Offered;
            foreach (var each in languages)
            {
                if (TranslationSheet.Of(files, each, out var refused) is not { } sheet)
                    return Refuse(parse, refused);
                List(parse.InvocationConfiguration.Output, sheet);
            }

            return ExitCode.Fine;
        }));
        return command;
    }

    private static void List(TextWriter output, TranslationSheet sheet)
    {
        var counts = sheet.Rows.CountBy(row => row.State).ToDictionary();
        var said = Enum.GetValues<TextState>().Where(state => state != TextState.Optional || counts.ContainsKey(state)).Select(state => $"{counts.GetValueOrDefault(state)} {Word(state)}");
        output.WriteLine($"{sheet.TargetLanguage}: {sheet.Rows.Count} texts, {string.Join(", ", said)}.");
        foreach (var row in sheet.Rows.Where(row => row.State is TextState.Missing or TextState.Stale))
            output.WriteLine($"  {Word(row.State),-8} {row.Id}");
    }

    private static Command BuildExport()
    {
        var folder = DialogsCommand.FolderArgument();
        var to = new Option<string>("--to") { Description = "The file to write: .xlsx for a spreadsheet, .xliff or .xlf for XLIFF 2.1.", Required = true };
        var language = new Option<string>("--language") { Description = "The language to translate into; km-Latn for romanised words.", DefaultValueFactory = _ => UsualLanguage };
        var only = new Option<string>("--only") { Description = "Which texts.", DefaultValueFactory = _ => "all" };
        only.AcceptOnlyFromAmong("missing", "stale", "all");
        var command = new Command("export", "Writes the texts into a file for a translator. Exit code 0: written, 2: could not run.") { folder, to, language, only };
        command.SetAction(parse => DialogsCommand.Guarded(parse, folder, path =>
            Export(parse, path, parse.GetRequiredValue(to), parse.GetRequiredValue(language), parse.GetRequiredValue(only))));
        return command;
    }

    private static int Export(ParseResult parse, string folder, string to, string language, string only)
    {
        var format = TranslationFiles.FormatOf(to);
        if (format is null)
            return Refuse(parse, [$"'{to}' says no format. Let it end in .xlsx (spreadsheet) or .xliff."]);
        if (TranslationSheet.Of(ContentFolder.Read(folder), language, out var refused) is not { } all)
            return Refuse(parse, refused);

        var sheet = only == "all" ? all : all.Only(row => Word(row.State) == only);
        if (sheet.Rows.Count == 0)
        {
            parse.InvocationConfiguration.Output.WriteLine($"Nothing is {only} in '{language}', so no file was written.");
            return ExitCode.Fine;
        }

        var tooLong = TranslationFiles.TooLong(sheet);
        if (tooLong.Count > 0)
            return Refuse(parse, tooLong);

        // A file of this name may hold days of a translator's work.
        using (var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write))
            file.Write(TranslationFiles.Write(sheet, format.Value));
        parse.InvocationConfiguration.Output.WriteLine($"{sheet.Rows.Count} texts were written to {to}, from '{sheet.SourceLanguage}' into '{sheet.TargetLanguage}'. 'chatsupport dialogs translations import {to}' takes it back.");
        return ExitCode.Fine;
    }

    private static int Refuse(ParseResult parse, IReadOnlyList<string> sentences)
    {
        foreach (var sentence in sentences)
            parse.InvocationConfiguration.Error.WriteLine(sentence);
        return ExitCode.BadUsage;
    }

    private static string Word(TextState state) => state.ToString().ToLowerInvariant();
}
