using System.Globalization;
using System.Text.RegularExpressions;
using ChatSupport.Staff.Sheets;

namespace ChatSupport.Content.Translations;

/// <summary>Reads a spreadsheet that came back from a translator. Columns go by what stands in the top row, so they may be moved, and others may
/// stand between them.</summary>
internal static partial class XlsxReading
{
    private static readonly TranslationProblem tooLarge = new("The file",
        $"The spreadsheet unpacks to more than {SafeZip.MostBytes / 1024 / 1024} MB, far more than the texts are.", "Export the texts again, and translate in that file.");

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
    /// <exception cref="System.Xml.XmlException">A part of it cannot be read.</exception>
    public static SheetFile Read(byte[] bytes)
    {
        if (XlsxBook.Open(bytes, out var fault) is not { } book)
        {
            return Refused(fault == XlsxFault.TooLarge ? tooLarge
                : new("The file", "It is an archive, but no spreadsheet in the format XLSX.", "Save it as .xlsx ('Excel workbook') in the program in which it was translated."));
        }

        var sheets = book.Sheets;
        var texts = sheets.FirstOrDefault(sheet => sheet.Name == XlsxWriting.TextsSheet);
        if (texts.Part is null)
            texts = sheets.FirstOrDefault(sheet => sheet.Name != XlsxWriting.ExportedSheet);
        var exported = sheets.FirstOrDefault(sheet => sheet.Name == XlsxWriting.ExportedSheet);
        return texts.Part is null
            ? Refused(new("The file", "The spreadsheet has no sheet with texts.", "Export the texts again, and translate in that file."))
            : ReadTexts(book, texts.Part) with { Exported = exported.Part is null ? null : ReadExported(book, exported.Part) };
    }

    private static SheetFile ReadTexts(XlsxBook book, byte[] part)
    {
        Columns? columns = null;
        var (lines, problems) = (new List<SheetLine>(), new List<TranslationProblem>());
        foreach (var (row, held) in book.Rows(part))
        {
            if (columns is null)
            {
                columns = Columns.Of(held);
                if (columns is null)
                    return Refused(new($"Row {row}", "The top row must name the columns 'id', 'source (…)' and 'target (…)' with the languages, and does not.", "Put the top row back as it was exported."));
            }
            else if (columns.Read(row, held, problems) is { } line)
            {
                lines.Add(line);
                if (lines.Count > SheetFile.MostLines)
                    return Refused(new("The file", $"The spreadsheet has more than {SheetFile.MostLines} rows.", "Export the texts again, and translate in that file."));
            }
        }

        return columns is null
            ? Refused(new("The file", "The sheet with the texts is empty.", "Export the texts again, and translate in that file."))
            : new SheetFile(columns.SourceLanguage, columns.TargetLanguage, lines, null, problems);
    }

    private static List<Exported>? ReadExported(XlsxBook book, byte[] part)
    {
        var exported = new List<Exported>();
        foreach (var (_, held) in book.Rows(part).Skip(1).Take(SheetFile.MostLines))
        {
            if (held.GetValueOrDefault(0).Text is not { Length: > 0 } id || held.GetValueOrDefault(1).Text is not { Length: > 0 } source || held.GetValueOrDefault(2).Text is not { Length: > 0 } target)
                return null;
            exported.Add(new Exported(id, source, target));
        }

        return exported;
    }

    private static SheetFile Refused(TranslationProblem problem) => new("", "", [], null, [problem]);

    [GeneratedRegex("^(source|target) \\(([A-Za-z0-9-]{1,35})\\)$")]
    private static partial Regex LanguageColumn();

    /// <summary>Where the columns stand.</summary>
    private sealed record Columns(int Id, int Source, int Target, string SourceLanguage, string TargetLanguage)
    {
        public static Columns? Of(IReadOnlyDictionary<int, XlsxCell> top)
        {
            var named = top.Select(cell => (At: cell.Key, Name: LanguageColumn().Match(cell.Value.Text.Trim()))).Where(column => column.Name.Success)
                .Select(column => (column.At, Kind: column.Name.Groups[1].Value, Language: column.Name.Groups[2].Value)).ToList();
            var ids = top.Where(cell => cell.Value.Text.Trim() == "id").Select(cell => cell.Key).ToList();
            return ids is [var id] && named.Where(column => column.Kind == "source").ToList() is [var source] && named.Where(column => column.Kind == "target").ToList() is [var target]
                ? new Columns(id, source.At, target.At, source.Language, target.Language)
                : null;
        }

        /// <summary>One row; null where nothing stands in its columns.</summary>
        public SheetLine? Read(int row, IReadOnlyDictionary<int, XlsxCell> cells, List<TranslationProblem> problems)
        {
            var (id, source, target) = (cells.GetValueOrDefault(Id), cells.GetValueOrDefault(Source), cells.GetValueOrDefault(Target));
            var where = string.Create(CultureInfo.InvariantCulture, $"Row {row}");
            foreach (var (name, cell) in new[] { ("id", id), ("source", source), ("target", target) })
            {
                if (cell.Odd is { } odd)
                {
                    problems.Add(new(string.IsNullOrEmpty(id.Text) ? where : $"{where} ({id.Text})",
                        $"The cell in the column '{name}' holds {odd}, but a text is expected.", "Give the cell the format 'Text' and type it again."));
                }
            }

            return string.IsNullOrEmpty(id.Text) && string.IsNullOrEmpty(source.Text) && string.IsNullOrEmpty(target.Text) && id.Odd is null && source.Odd is null && target.Odd is null
                ? null
                : new SheetLine(where, id.Text ?? "", source.Odd is null ? source.Text ?? "" : null, target.Odd is null ? target.Text ?? "" : null);
        }
    }
}
