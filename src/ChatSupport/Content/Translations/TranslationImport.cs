using System.Xml;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Content.Translations;

/// <summary>Takes translations that were made outside back in: all of a file, or nothing of it.</summary>
internal static class TranslationImport
{
    /// <summary>The largest file that is looked at, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly byte[] oldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads and checks a file. Whatever it holds, the answer is edits or problems, never an exception.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name; the ending tells the format: <c>.xlsx</c>, <c>.xliff</c> or <c>.xlf</c>.</param>
    /// <param name="files">The content as it is now.</param>
    /// <param name="language">The language it must be in; null for whichever the file says.</param>
    /// <returns>What to change; where anything at all is wrong, every problem instead.</returns>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static ImportReading Read(Stream stream, string name, IReadOnlyList<ContentFile> files, string? language = null)
    {
        if (SafeZip.ReadUpTo(stream, MostBytes) is not { } bytes)
            return Refused($"It is larger than {MostBytes / 1024 / 1024} MB, far more than the texts are.", "Export the texts again, and translate in that file.");

        try
        {
            return ReadFormat(bytes, Path.GetExtension(name).ToLowerInvariant(), out var refused) is { } file ? Check(file, files, language) : refused!;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return Refused("It cannot be read: it is damaged, or holds what no file with texts needs.", "Open it in the program in which it was translated, save it again and import that; else export the texts again.");
        }
    }

    /// <summary>Makes the edits. A language that a person had reviewed in a file is a draft again where something in it changed.</summary>
    /// <param name="files">The content as it is now.</param>
    /// <param name="edits">What <see cref="Read"/> found.</param>
    public static ImportOutcome Apply(IReadOnlyList<ContentFile> files, IReadOnlyList<TranslationEdit> edits)
    {
        var made = EditsOnFiles.Make(files, edits);
        return made.Refused.Count > 0
            ? new ImportOutcome.Refused([.. made.Refused.Select(refused => new TranslationProblem($"The text '{refused.Edit.Path} {refused.Edit.Set.Place}'", refused.Message, "Nothing was imported."))])
            : new ImportOutcome.Written(made.Changed);
    }

    private static SheetFile? ReadFormat(byte[] bytes, string ending, out ImportReading? refused)
    {
        refused = null;
        var isArchive = bytes is [(byte)'P', (byte)'K', ..];
        switch (ending)
        {
            case ".xlsx" when isArchive:
                return XlsxReading.Read(bytes);
            case ".xliff" or ".xlf" when !isArchive:
                return XliffReading.Read(bytes);
            case ".xlsx" when bytes.AsSpan().StartsWith(oldOffice):
                refused = Refused("It is a spreadsheet in the old format of Excel, or one with a password.", "Save it as .xlsx ('Excel workbook') without a password.");
                return null;
            default:
                refused = Refused(ending is ".xlsx" or ".xliff" or ".xlf" ? $"It ends in '{ending}', but holds something else." : "It is neither a spreadsheet (.xlsx) nor XLIFF (.xliff, .xlf).",
                    "Save it in the format in which it was exported.");
                return null;
        }
    }

    private static ImportReading Check(SheetFile file, IReadOnlyList<ContentFile> files, string? language)
    {
        if (file.TargetLanguage.Length == 0)
            return file.Problems.Count > 0 ? new ImportReading.Refused(file.Problems) : Refused("It does not say which language it is in.", "Put the language back as it was exported, or export the texts again.");
        if (language is not null && file.TargetLanguage != language)
            return Refused($"It is in '{file.TargetLanguage}', but '{language}' is expected.", "Choose the other file, or the other language.");
        if (TranslationSheet.Of(files, file.TargetLanguage, out var unreadable) is not { } now)
            return new ImportReading.Refused([.. unreadable.Select(sentence => new TranslationProblem("The content", sentence, "Nothing was imported."))]);
        if (file.SourceLanguage != now.SourceLanguage)
            return Refused($"It is translated from '{file.SourceLanguage}', but '{now.SourceLanguage}' is expected.", "Export the texts again, and translate in that file.");

        var (found, edits) = SheetComparison.Of(file, now);
        List<TranslationProblem> problems = [.. file.Problems, .. found, .. EditsOnFiles.Find(files, edits)];
        return problems.Count > 0 ? new ImportReading.Refused(problems) : new ImportReading.Ready(now.TargetLanguage, [.. edits.Select(edit => edit.Edit)]);
    }

    private static ImportReading.Refused Refused(string found, string mend) => new([new TranslationProblem("The file", found, mend)]);
}
