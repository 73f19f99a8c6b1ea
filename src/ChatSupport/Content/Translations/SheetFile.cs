using ChatSupport.Staff.Sheets;

namespace ChatSupport.Content.Translations;

/// <summary>What a file from a translator holds, before anybody compares it with the content.</summary>
/// <param name="SourceLanguage">What it is translated from; empty where the file does not say.</param>
/// <param name="TargetLanguage">What it is translated into; empty where the file does not say.</param>
/// <param name="Lines">Its texts in order.</param>
/// <param name="Exported">What was exported, in order; null where that part of the file is gone.</param>
/// <param name="Problems">What is wrong with the file itself.</param>
internal sealed record SheetFile(
    string SourceLanguage, string TargetLanguage, IReadOnlyList<SheetLine> Lines, IReadOnlyList<Exported>? Exported, IReadOnlyList<TranslationProblem> Problems)
{
    /// <summary>The most texts that are looked at.</summary>
    public const int MostLines = 50_000;

    /// <summary>The longest text, in UTF-16 units: what a cell of a spreadsheet can hold.</summary>
    public const int LongestText = XlsxCells.LongestText;
}

/// <summary>One text of such a file.</summary>
/// <param name="Where">Where it stands, for people: <c>row 12</c>.</param>
/// <param name="Id">The text that it says it is.</param>
/// <param name="Source">What it was translated from; null where something else stands there, which a problem says already.</param>
/// <param name="Target">The translation, empty where there is none; null where something else stands there, which a problem says already.</param>
internal sealed record SheetLine(string Where, string Id, string? Source, string? Target);

/// <summary>One thing that keeps a file from being imported.</summary>
/// <param name="Where">Where: <c>row 12 (rights/hours.yaml start text)</c>, or the file.</param>
/// <param name="Found">What was found and what was expected, in full sentences.</param>
/// <param name="Mend">What to do.</param>
internal sealed record TranslationProblem(string Where, string Found, string Mend)
{
    public override string ToString() => $"{Where}: {Found} {Mend}";
}
