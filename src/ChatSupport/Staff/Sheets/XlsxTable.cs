using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetList = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace ChatSupport.Staff.Sheets;

/// <summary>A column of a table.</summary>
/// <param name="Name">What stands in the top row.</param>
/// <param name="Width">In letters.</param>
/// <param name="IsLocked">Grey: it is not meant to be changed.</param>
/// <param name="IsNumber">What is a plain number there is written as one, so that it can be summed.</param>
internal sealed record XlsxColumn(string Name, double Width, bool IsLocked = false, bool IsNumber = false);

/// <summary>Writes a table as a spreadsheet. Every cell is typed as a text or a plain number, so nothing in it is ever calculated, whatever it begins with.</summary>
internal static class XlsxTable
{
    /// <summary>The file.</summary>
    /// <param name="sheet">The name of its only sheet.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, a text for each column.</param>
    public static byte[] Write(string sheet, IReadOnlyList<XlsxColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.All();
            var part = book.AddNewPart<WorksheetPart>();
            Write(part, columns, rows);
            book.Workbook = new Workbook(new SheetList(new Sheet { Name = sheet, SheetId = 1, Id = book.GetIdOfPart(part) }));
        }

        return bytes.ToArray();
    }

    /// <summary>A cell with a text.</summary>
    public static Cell TextCell(string text, uint style) => text.Length == 0
        ? new Cell { StyleIndex = style }
        : new Cell
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(CellText.Write(text)) { Space = SpaceProcessingModeValues.Preserve }),
        };

    private static bool IsPlain(string text) => text.Length is > 0 and <= 16 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static Cell NumberCell(string number) => new() { CellValue = new CellValue(number) };

    private static void Write(WorksheetPart part, IReadOnlyList<XlsxColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, HorizontalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        xml.WriteElement(XlsxStyles.Columns([.. columns.Select(column => column.Width)]));
        xml.WriteStartElement(new SheetData());
        WriteRow(xml, columns.Select(column => TextCell(column.Name, XlsxStyles.Header)));
        foreach (var row in rows)
            WriteRow(xml, row.Select((text, at) => columns[at].IsNumber && IsPlain(text) ? NumberCell(text) : TextCell(text, columns[at].IsLocked ? XlsxStyles.Locked : XlsxStyles.Open)));
        xml.WriteEndElement();
        xml.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{Letters(columns.Count)}{rows.Count + 1}") });
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, IEnumerable<Cell> cells)
    {
        xml.WriteStartElement(new Row());
        foreach (var cell in cells)
            xml.WriteElement(cell);
        xml.WriteEndElement();
    }

    /// <summary>The name of a column, from 1: <c>AB</c> for 28.</summary>
    private static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
