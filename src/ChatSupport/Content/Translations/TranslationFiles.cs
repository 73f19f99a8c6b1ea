using ChatSupport.Staff.Sheets;

namespace ChatSupport.Content.Translations;

/// <summary>What a file for a translator is written in.</summary>
internal enum TranslationFormat
{
    /// <summary>A spreadsheet.</summary>
    Xlsx,

    /// <summary>XLIFF 2.1, for the programs of translators.</summary>
    Xliff,
}

/// <summary>Writes texts for a translator.</summary>
internal static class TranslationFiles
{
    /// <summary>The format that the ending of a file's name says; null where it says none.</summary>
    public static TranslationFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".xlsx" => TranslationFormat.Xlsx,
        ".xliff" or ".xlf" => TranslationFormat.Xliff,
        _ => null,
    };

    /// <summary>Texts that are longer than a cell of a spreadsheet can hold, and would not come back: a sentence each.</summary>
    public static IReadOnlyList<string> TooLong(TranslationSheet sheet) =>
    [
        .. sheet.Rows.Where(row => Math.Max(CellText.Write(row.Source).Length, CellText.Write(row.Target).Length) > SheetFile.LongestText)
            .Select(row => $"{row.Id} has more than {SheetFile.LongestText} characters, the most that a file for translators holds. Shorten it, then export again."),
    ];

    /// <summary>The file.</summary>
    public static byte[] Write(TranslationSheet sheet, TranslationFormat format) =>
        format == TranslationFormat.Xlsx ? XlsxWriting.Write(sheet) : XliffWriting.Write(sheet);
}
