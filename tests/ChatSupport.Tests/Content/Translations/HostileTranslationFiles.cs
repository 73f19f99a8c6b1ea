using System.IO.Compression;
using System.Text;
using ChatSupport.Content.Translations;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Fuzzing;
using ChatSupport.Staff.Sheets;
using CsCheck;

namespace ChatSupport.Tests.Content.Translations;

/// <summary>Files that nobody exported: each is answered with a plain sentence.</summary>
public sealed class HostileTranslationFiles
{
    private const string Head = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" trgLang=\"km\">";

    private static readonly byte[] sheet = XlsxWriting.Write(Shipped.Khmer);
    private static readonly byte[] xliff = XliffWriting.Write(Shipped.Khmer);

    [Fact]
    public void An_archive_that_unpacks_to_far_too_much_is_refused() => RefusesFile(With(sheet, "xl/media/picture.png", new byte[SafeZip.MostBytes + 1]), "a.xlsx", "unpacks to more than 64 MB");

    [Fact]
    public void An_archive_of_very_many_parts_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            for (var at = 0; at < 3_000; at++)
                archive.CreateEntry($"xl/{at}.xml");
        }

        RefusesFile(bytes.ToArray(), "a.xlsx", "unpacks to more than");
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused() => RefusesFile(new byte[TranslationImport.MostBytes + 1], "a.xlsx", "larger than 20 MB");

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + Head + "<file id=\"a\"><unit id=\"b\"><segment><source>&b;</source></segment></unit></file></xliff>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Head + "<file id=\"a\">&a;</file></xliff>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + Head + "</xliff>")]
    [InlineData(Head + "<file id=\"a\">&a;</file></xliff>")]
    [InlineData(Head + "<file id=\"a\">")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such\"?>" + Head + "</xliff>")]
    [InlineData("")]
    [InlineData("no xml at all")]
    public void Xml_with_document_types_or_without_end_is_refused_in_both_formats(string xml)
    {
        RefusesFile(Encoding.UTF8.GetBytes(xml), "a.xliff", "cannot be read");
        RefusesFile(With(sheet, "xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(xml)), "a.xlsx", "cannot be read");
    }

    [Fact]
    public void Elements_within_elements_without_end_are_refused() =>
        RefusesFile(Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("<a>", 1_000_000))), "a.xliff", "cannot be read");

    [Fact]
    public void A_tag_without_end_is_refused() =>
        RefusesFile(Encoding.UTF8.GetBytes(Head[..^1] + string.Concat(Enumerable.Range(0, 500_000).Select(at => $" a{at}=''")) + "></xliff>"), "a.xliff", "cannot be read");

    [Fact]
    public void More_rows_than_any_content_has_are_refused()
    {
        var rows = Enumerable.Range(0, SheetFile.MostLines + 1).Select(at => new TranslationRow("a.yaml", new TextPlace(TextKind.Text, $"s{at}"), "a", "ក", TextState.Draft)).ToList();
        var units = $"{Head}<file id=\"a\">{string.Concat(Enumerable.Repeat("<unit id=\"b\"/>", rows.Count))}</file></xliff>";

        RefusesFile(XlsxWriting.Write(Shipped.Khmer with { Rows = rows }), "a.xlsx", "more than 50000 rows");
        Assert.Contains(Shipped.Problems(Encoding.UTF8.GetBytes(units), "a.xliff"), problem => problem.Found.Contains("more than 50000 texts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.xlsx", "id,source", "holds something else")]
    [InlineData("a.xliff", "PK\u0003\u0004", "holds something else")]
    [InlineData("a.csv", "id,source", "neither a spreadsheet")]
    [InlineData("a", "", "neither a spreadsheet")]
    [InlineData("a.xlf", "<html/>", "XML, but not XLIFF")]
    [InlineData("a.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"/>", "XLIFF in another version")]
    [InlineData("a.xlf", Head + "</xliff>", "list of what was exported is gone")]
    [InlineData("a.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"/>", "does not say which language")]
    public void A_file_of_another_kind_is_refused(string name, string holds, string found) => RefusesFile(Encoding.UTF8.GetBytes(holds), name, found);

    [Fact]
    public void An_old_or_locked_spreadsheet_is_refused() => RefusesFile([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "a.xlsx", "old format of Excel");

    [Fact]
    public void Another_archive_is_no_spreadsheet()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            archive.CreateEntry("word/document.xml");

        RefusesFile(bytes.ToArray(), "a.xlsx", "no spreadsheet");
    }

    [Theory]
    [InlineData("<c r=\"E2\" t=\"str\"><f>1+1</f><v>2</v></c>", "a formula")]
    [InlineData("<c r=\"E2\"><f>WEBSERVICE(\"http://x\")</f></c>", "a formula")]
    [InlineData("<c r=\"E2\"><v>46000</v></c>", "a number or date")]
    [InlineData("<c r=\"E2\" t=\"b\"><v>1</v></c>", "a yes or no")]
    [InlineData("<c r=\"E2\" t=\"e\"><v>#REF!</v></c>", "an error")]
    [InlineData("<c r=\"E2\" t=\"s\"><v>99</v></c>", "a text that the file does not have")]
    public void A_cell_that_is_no_text_is_found(string cell, string found)
    {
        var part = $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">{Cell("A1", "id")}{Cell("D1", "source (en)")}{Cell("E1", "target (km)")}</row>"
            + $"<row r=\"2\">{Cell("A2", "rights/hours.yaml title")}{Cell("D2", "Working hours")}{cell}</row></sheetData></worksheet>";

        var problems = Shipped.Problems(With(XlsxWriting.Write(Shipped.Khmer.Only(row => row.Id == "rights/hours.yaml title")), "xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(part)), "a.xlsx");

        Assert.StartsWith($"Row 2 (rights/hours.yaml title): The cell in the column 'target' holds {found}", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_breaks_at_whatever_place_a_file_ends() => Gen.Select(Gen.Bool, Gen.Double[0, 0.999]).Sample((isSheet, where) =>
    {
        var whole = isSheet ? sheet : xliff;
        Assert.NotEmpty(Shipped.Problems(whole[..(int)(where * whole.Length)], isSheet ? "a.xlsx" : "a.xliff", Shipped.Few));
    }, iter: 300);

    [Fact]
    public void Nothing_breaks_whatever_is_in_a_file()
    {
        var small = Shipped.Khmer.Only(row => row.Path == "rights/hours.yaml");
        byte[][] sound = [XlsxWriting.Write(small), XliffWriting.Write(small)];
        byte[][] words = [.. new[] { "<unit id=\"a\">", "</unit>", "<segment>", "<cp hex=\"FFFFFFFF\"/>", "<skeleton>", "files units", "<![CDATA[", "]]>", "&#0;", "&lt;", ":002F", "PK\u0001\u0002", "<row r=\"9999999999\">", "<c r=\"ZZZZZZZ1\">" }.Select(Encoding.UTF8.GetBytes)];
        Gen.Select(Mangled.Bytes(sound, words), Gen.Bool).Sample((bytes, isSheet) => _ = Shipped.Problems(bytes, isSheet ? "a.xlsx" : "a.xliff", Shipped.Few), iter: 4_000);
    }

    [Fact]
    public void Nothing_breaks_whatever_is_in_the_parts_of_a_spreadsheet()
    {
        var small = XlsxWriting.Write(Shipped.Khmer.Only(row => row.Path == "rights/hours.yaml"));
        var parts = SafeZip.Unpack(small)!.Where(part => part.Key.EndsWith(".xml", StringComparison.Ordinal) || part.Key.EndsWith(".rels", StringComparison.Ordinal)).ToList();
        byte[][] words = [.. new[] { "<row r=\"2\">", "</row>", "<c r=\"ZZZZZZZ1\" t=\"s\">", "<f/>", "<v>-1</v>", "<rPh>", "<is><t>", "../../..", "_xD83D_", "r:id", "&#0;" }.Select(Encoding.UTF8.GetBytes)];
        Gen.Int[0, parts.Count - 1].SelectMany(at => Mangled.Bytes([parts[at].Value], words).Select(bytes => (parts[at].Key, bytes)))
            .Sample(part => _ = Shipped.Problems(With(small, part.Key, part.bytes), "a.xlsx", Shipped.Few), iter: 2_000);
    }

    private static string Cell(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static void RefusesFile(byte[] bytes, string name, string found) => Assert.Contains(found, Assert.Single(Shipped.Problems(bytes, name)).Found, StringComparison.Ordinal);

    private static byte[] With(byte[] archive, string part, byte[] content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(archive);
        using (var open = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            open.GetEntry(part)?.Delete();
            using var written = open.CreateEntry(part).Open();
            written.Write(content);
        }

        return bytes.ToArray();
    }
}
