using System.Globalization;
using System.Text;
using System.Xml;

namespace ChatSupport.Staff.Sheets;

/// <summary>What one cell holds.</summary>
/// <param name="Text">Its text; empty where it holds something else.</param>
/// <param name="Odd">What it holds instead of a text: <c>a formula</c>; null where it is one.</param>
/// <param name="Number">The number as the file writes it, where it holds one; a day is a number too, of days since 1900.</param>
internal readonly record struct XlsxCell(string Text, string? Odd, string? Number = null);

/// <summary>Reads the cells of one sheet, row by row, whichever program wrote it. Names of elements are compared without their namespace, of which
/// the format has two.</summary>
/// <param name="shared">The texts that cells refer to by number.</param>
internal sealed class XlsxCells(IReadOnlyList<string> shared)
{
    /// <summary>The longest text, in UTF-16 units: what a cell of a spreadsheet can hold.</summary>
    public const int LongestText = 32_767;

    private const int MostShared = 500_000;
    private const int MostColumns = 64;

    /// <summary>The rows that hold anything: the number of each, and its cells by column from 0.</summary>
    public IEnumerable<(int Row, IReadOnlyDictionary<int, XlsxCell> Cells)> Rows(byte[] part)
    {
        using var xml = SafeXml.Open(part);
        var (row, column) = (0, 0);
        var cells = new Dictionary<int, XlsxCell>();
        while (SafeXml.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = Number(xml.GetAttribute("r")) ?? row + 1;
                (column, cells) = (0, []);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(xml.GetAttribute("r")) ?? column;
                var cell = ReadCell(xml);
                if (column < MostColumns && cell is not { Text: "", Odd: null })
                    cells[column] = cell;
                column++;
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells.Count > 0)
            {
                yield return (row, cells);
            }
        }
    }

    /// <summary>The shared texts; null where there are more than any honest file has.</summary>
    public static IReadOnlyList<string>? Shared(byte[] part)
    {
        using var xml = SafeXml.Open(part);
        var texts = new List<string>();
        while (SafeXml.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            if (texts.Count == MostShared)
                return null;
            texts.Add(ReadContent(xml).Text);
        }

        return texts;
    }

    private XlsxCell ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var (value, text, isFormula) = ReadContent(xml);
        if (isFormula)
            return new XlsxCell("", "a formula");

        return type switch
        {
            "s" => Number(value) is { } at && at < shared.Count ? Checked(shared[at]) : new XlsxCell("", "a text that the file does not have"),
            "inlineStr" => Checked(text),
            "str" => Checked(CellText.Read(value)),
            "b" => new XlsxCell("", "a yes or no"),
            "e" => new XlsxCell("", "an error of the spreadsheet"),
            "d" => new XlsxCell("", "a date"),
            _ => value.Length == 0 ? new XlsxCell("", null) : new XlsxCell("", "a number or date", value),
        };
    }

    private static XlsxCell Checked(string text) => text.Length > LongestText ? new XlsxCell("", "more characters than a cell may have") : new XlsxCell(text, null);

    /// <summary>Reads to the end of the element: the raw value, the text of all its runs without readings above the line, and whether there is a formula.</summary>
    private static (string Value, string Text, bool IsFormula) ReadContent(XmlReader xml)
    {
        var (value, text, isFormula) = (new StringBuilder(), new StringBuilder(), false);
        if (xml.IsEmptyElement)
            return ("", "", false);

        var end = xml.Depth;
        var (inside, reading) = ("", int.MaxValue);
        while (SafeXml.Next(xml) && xml.Depth > end)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                inside = xml.IsEmptyElement ? "" : xml.LocalName;
                isFormula |= xml.LocalName == "f";
                reading = xml.LocalName == "rPh" && !xml.IsEmptyElement ? Math.Min(reading, xml.Depth) : reading;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                inside = "";
                reading = xml.Depth <= reading ? int.MaxValue : reading;
            }
            else if (SafeXml.IsText(xml) && inside is "v" or "t" && reading == int.MaxValue)
            {
                var to = inside == "v" ? value : text;
                if (to.Length <= 8 * LongestText) // an escaped character takes seven
                    to.Append(xml.Value);
            }
        }

        return (value.ToString(), CellText.Read(text.ToString()), isFormula);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>0 for <c>A12</c>.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > MostColumns)
                break;
            column = column * 26 + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
