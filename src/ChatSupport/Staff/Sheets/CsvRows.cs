using System.Text;

namespace ChatSupport.Staff.Sheets;

/// <summary>Reads a table that somebody brought as CSV (RFC 4180), with commas, semicolons or tabs, whichever its top row has most of. Whatever it holds, the answer is rows.</summary>
internal static class CsvRows
{
    /// <summary>The rows that hold anything, the number of each from 1; null where it is no text in UTF-8.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="most">The most rows that are read.</param>
    public static IReadOnlyList<(int Row, IReadOnlyList<string> Cells)>? Read(byte[] bytes, int most)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
            return null;
        var top = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length);
        var mark = ',';
        foreach (var other in ";\t")
            mark = top.Count(other) > top.Count(mark) ? other : mark;
        return Split(text, mark, most);
    }

    private static List<(int Row, IReadOnlyList<string> Cells)> Split(string text, char mark, int most)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        var (at, number) = (0, 1);
        while (at < text.Length && rows.Count < most)
        {
            var cells = new List<string>();
            do
                cells.Add(Cell(text, mark, ref at));
            while (at < text.Length && text[at++] == mark); // else the end of the line
            at += at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? 1 : 0;
            if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
                rows.Add((number, cells));
            number++;
        }

        return rows;
    }

    /// <summary>Reads to the mark or the end of the line. A quote is doubled inside of quotes; one that is never closed goes on to the end.</summary>
    private static string Cell(string text, char mark, ref int at)
    {
        var cell = new StringBuilder();
        var isQuoted = at < text.Length && text[at] == '"';
        for (at += isQuoted ? 1 : 0; at < text.Length; at++)
        {
            if (isQuoted && text[at] == '"' && !(at + 1 < text.Length && text[at + 1] == '"'))
                isQuoted = false;
            else if (!isQuoted && (text[at] == mark || text[at] is '\r' or '\n'))
                break;
            else
                cell.Append(text[at += isQuoted && text[at] == '"' ? 1 : 0]);
        }

        return cell.ToString();
    }
}
