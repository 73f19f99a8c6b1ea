using System.Globalization;
using ChatSupport.Staff.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChatSupport.Content.Translations;

/// <summary>Writes texts as a spreadsheet in which only the translations are open to be changed. Every cell is typed as a text, so nothing in it is
/// ever calculated, whatever it begins with.</summary>
internal static class XlsxWriting
{
    public const string TextsSheet = "texts";

    /// <summary>The hidden sheet with what was exported.</summary>
    public const string ExportedSheet = "exported";

    public static byte[] Write(TranslationSheet sheet)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.All();
            var texts = book.AddNewPart<WorksheetPart>();
            var exported = book.AddNewPart<WorksheetPart>();
            WriteTexts(texts, sheet);
            WriteExported(exported, sheet);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Name = TextsSheet, SheetId = 1, Id = book.GetIdOfPart(texts) },
                new Sheet { Name = ExportedSheet, SheetId = 2, Id = book.GetIdOfPart(exported), State = SheetStateValues.Hidden }));
        }

        return bytes.ToArray();
    }

    private static void WriteTexts(WorksheetPart part, TranslationSheet sheet)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        xml.WriteElement(XlsxStyles.Columns(34, 34, 11, 60, 60, 7));
        xml.WriteStartElement(new SheetData());
        WriteRow(xml, XlsxStyles.Header, "id", "where", "state", $"source ({sheet.SourceLanguage})", $"target ({sheet.TargetLanguage})", "no");
        for (var at = 0; at < sheet.Rows.Count; at++)
        {
            var row = sheet.Rows[at];
            xml.WriteStartElement(new Row());
            foreach (var text in new[] { row.Id, row.Where, row.State.ToString().ToLowerInvariant(), row.Source })
                xml.WriteElement(XlsxTable.TextCell(text, XlsxStyles.Locked));
            xml.WriteElement(XlsxTable.TextCell(row.Target, XlsxStyles.Open));
            xml.WriteElement(XlsxTable.TextCell((at + 1).ToString("00000", CultureInfo.InvariantCulture), XlsxStyles.Locked));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, AutoFilter = false });
        xml.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:F{sheet.Rows.Count + 1}") });
        xml.WriteEndElement();
    }

    private static void WriteExported(WorksheetPart part, TranslationSheet sheet)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteStartElement(new SheetData());
        WriteRow(xml, XlsxStyles.Locked, "id", "source", "target");
        foreach (var exported in sheet.Rows.Select(Exported.Of))
            WriteRow(xml, XlsxStyles.Locked, exported.Id, exported.Source, exported.Target);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, uint style, params string[] texts)
    {
        xml.WriteStartElement(new Row());
        foreach (var text in texts)
            xml.WriteElement(XlsxTable.TextCell(text, style));
        xml.WriteEndElement();
    }
}
