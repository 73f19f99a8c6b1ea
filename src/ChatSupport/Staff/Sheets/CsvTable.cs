using System.Text;

namespace ChatSupport.Staff.Sheets;

/// <summary>Writes tables for spreadsheets as CSV (RFC 4180) that Excel reads as UTF-8 and in which no text can become a formula.</summary>
internal static class CsvTable
{
    /// <summary>UTF-8 with the mark at its beginning: without it, Excel shows Khmer as noise.</summary>
    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>A whole file.</summary>
    public static byte[] Write(IEnumerable<string> columns, IEnumerable<IEnumerable<string?>> rows) =>
        [.. Encoding.Preamble, .. Encoding.GetBytes(string.Concat(rows.Prepend(columns).Select(Line)))];

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(cell => Cell(cell ?? ""))) + "\r\n";

    /// <summary>A cell that a spreadsheet takes as text: what begins like a formula, also after blanks, gets an apostrophe before it.</summary>
    public static string Cell(string text)
    {
        if (text.TrimStart(' ', '\t', '\r', '\n') is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r', ..])
            text = $"'{text}";
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
