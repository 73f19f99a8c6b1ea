using System.Xml.Linq;
using ChatSupport.Content.Translations;
using ChatSupport.Staff.Sheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChatSupport.Tests.Content.Translations;

/// <summary>A file as it lies before a translator: she may change anything in it.</summary>
internal sealed class Returned
{
    private const string Core = "{urn:oasis:names:tc:xliff:document:2.0}";

    private readonly TranslationFormat format;
    private readonly byte[] exported;
    private readonly List<string> top = [];

    private Returned(TranslationFormat format, byte[] exported) => (this.format, this.exported) = (format, exported);

    public List<Line> Rows { get; private set; } = [];

    public string Name => format == TranslationFormat.Xlsx ? "texts.xlsx" : "texts.xliff";

    public Line this[string id] => Rows.Single(row => row.Id == id);

    public static Returned Of(TranslationSheet sheet, TranslationFormat format)
    {
        var returned = new Returned(format, TranslationFiles.Write(sheet, format));
        if (format == TranslationFormat.Xlsx)
            returned.LoadSpreadsheet();
        else
            returned.LoadXliff();
        return returned;
    }

    /// <summary>The file as another program saves it: texts in a table of their own, as Excel does.</summary>
    public byte[] Save() => format == TranslationFormat.Xlsx ? SaveSpreadsheet() : SaveXliff();

    private void LoadSpreadsheet()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(exported), isEditable: false);
        var rows = TextsOf(document).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => CellText.Read(cell.InlineString?.Text?.Text ?? "")).ToList()).ToList();
        top.AddRange(rows[0]);
        Rows = [.. rows.Skip(1).Select(cells => new Line { Id = cells[0], Source = cells[3], Target = cells[4] })];
    }

    private byte[] SaveSpreadsheet()
    {
        var bytes = new MemoryStream();
        bytes.Write(exported);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            var table = new SharedStringTable();
            document.WorkbookPart!.AddNewPart<SharedStringTablePart>().SharedStringTable = table;
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            var data = new SheetData(Rows.Select(row => new[] { row.Id, "", "draft", row.Source, row.Target }).Prepend([.. top]).Select(texts => new Row(texts.Select(text => CellOf(text, table, numbers)))));
            var sheet = TextsOf(document).Worksheet!;
            sheet.ReplaceChild(data, sheet.Elements<SheetData>().Single());
        }

        return bytes.ToArray();
    }

    private static Cell CellOf(string text, SharedStringTable table, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            numbers[text] = number = numbers.Count;
            table.Append(new SharedStringItem(new Text(CellText.Write(text)) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
        }

        return new Cell { DataType = CellValues.SharedString, CellValue = new CellValue(number) };
    }

    private static WorksheetPart TextsOf(SpreadsheetDocument document) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);

    private void LoadXliff() => Rows = [.. Xliff().Root!.Elements(Core + "file").SelectMany(file => file.Elements(Core + "unit").Select(unit => new Line
    {
        Id = $"{(string)file.Attribute("original")!} {XliffNames.AddressOf((string)unit.Attribute("id")!)}",
        Source = (string)unit.Descendants(Core + "source").Single(),
        Target = (string?)unit.Descendants(Core + "target").SingleOrDefault() ?? "",
    }))];

    private byte[] SaveXliff()
    {
        var xliff = Xliff();
        var skeletons = xliff.Root!.Elements(Core + "file").ToDictionary(file => (string)file.Attribute("original")!, file => file.Element(Core + "skeleton"), StringComparer.Ordinal);
        xliff.Root.RemoveNodes();
        foreach (var row in Rows)
        {
            var path = TranslationRow.PathOf(row.Id) ?? "";
            var file = xliff.Root.Elements().LastOrDefault();
            if (path.Length > 0 && (string?)file?.Attribute("original") != path)
                xliff.Root.Add(file = new XElement(Core + "file", new XAttribute("id", XliffNames.IdOf(path)), new XAttribute("original", path), skeletons.GetValueOrDefault(path)));
            var id = path.Length == 0 ? XliffNames.IdOf(row.Id) : XliffNames.IdOf(row.Id[(path.Length + 1)..]);
            file!.Add(new XElement(Core + "unit", new XAttribute("id", id), new XElement(Core + "segment", Text("source", row.Source), row.Target.Length == 0 ? null : Text("target", row.Target))));
        }

        var bytes = new MemoryStream();
        xliff.Save(bytes, SaveOptions.DisableFormatting);
        return bytes.ToArray();
    }

    private static XElement Text(string name, string text) => new(Core + name, new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    private XDocument Xliff() => XDocument.Load(new MemoryStream(exported), LoadOptions.PreserveWhitespace);

    internal sealed class Line
    {
        public required string Id { get; set; }

        public required string Source { get; set; }

        public required string Target { get; set; }
    }
}
