using System.IO.Compression;
using System.Text;
using ChatSupport.Fuzzing;
using ChatSupport.Places.Editing;
using ChatSupport.Staff.Sheets;
using CsCheck;

namespace ChatSupport.Tests.Places.Editing;

/// <summary>The places go out as a table and come back: all of it or nothing, with every problem at once.</summary>
public sealed class BringingASpreadsheet
{
    private static readonly Shelf shelf = Shelf.Read("", ShippedPlaces.Files, Some.Today);
    private static readonly IReadOnlyList<string> columns = PlaceSheet.ColumnsOf(shelf);
    private static readonly byte[] exported = PlaceSheet.Xlsx(shelf, shelf.Entries);

    [Fact]
    public void What_was_exported_changes_nothing()
    {
        var plan = Read(exported);

        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Changes);
        Assert.Empty(plan.Missing);
        Assert.Equal(shelf.Entries.Count(entry => !entry.Text.IsHotline), Table().Count);
    }

    [Fact]
    public void Rows_become_changes_and_new_places_and_nothing_is_taken_away()
    {
        var table = Table();
        table.RemoveAll(row => row["id"] == "sample-lawyer");
        Row(table, "sample-clinic-2")["mon"] = "8-12";
        Row(table, "sample-clinic-2")["phone"] = "";
        table.Add(New(("name (km)", "គ្លីនិកថ្មី"), ("name (en)", "New clinic"), ("kind", "Doctor and health; hiv-test"), ("commune", "Sangkat 3"), ("always", "x")));

        var plan = Read(Sheet(table));

        Assert.Empty(plan.Problems);
        Assert.Equal(["sample-lawyer"], plan.Missing);
        Assert.Equal([("new-clinic", true), ("sample-clinic-2", false)], plan.Changes.Select(change => (change.Id, change.Was is null)).Order());
        Assert.Equal(["mon", "phone"], plan.Changes.Single(change => change.Id == "sample-clinic-2").Columns);
        var after = Shelf.Read("", [.. shelf.Files.Where(file => plan.Files.All(other => other.Path != file.Path)), .. plan.Files], Some.Today);
        var made = after.Find("new-clinic")!.Text;
        Assert.Equal(("health, hiv-test", "180103", "yes", "unverified"), (made["kind"], made["commune"], made["always"], made["status"]));
        Assert.Equal(("08:00-12:00", "18:00-02:00", ""), (after.Find("sample-clinic-2")!.Text["mon"], after.Find("sample-clinic-2")!.Text["tue"], after.Find("sample-clinic-2")!.Text["phone"]));
        Assert.All(shelf.Entries.Where(entry => entry.Text.Id != "sample-clinic-2"), entry => Assert.Equal(entry.Text.Print, after.Find(entry.Text.Id)!.Text.Print));
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_row_and_column()
    {
        var table = Table();
        (Row(table, "sample-clinic-1")["phone"], Row(table, "sample-clinic-1")["tue"]) = ("12", "morning");
        Row(table, "sample-clinic-3")["latitude"] = "103.75";
        (Row(table, "referral-hospital-art")["status"], Row(table, "referral-hospital-art")["commune"]) = ("verified", "Atlantis");
        table.Add(New(("name (km)", "ក"), ("kind", "dancing"), ("checked", "yesterday"), ("source", "x")));
        table.Add(New(("id", "sample-clinic-1"), ("name (km)", "ក")));
        table.Add(New(("id", "Not Good"), ("name (km)", "ក")));

        var plan = Read(Sheet(table));

        Assert.Empty(plan.Changes);
        Assert.Empty(plan.Files);
        (string Id, string Column)[] expected =
        [
            ("sample-clinic-1", "phone"), ("sample-clinic-1", "tue"), ("sample-clinic-3", "latitude"), ("referral-hospital-art", "status"), ("referral-hospital-art", "commune"),
        ];
        Assert.All(expected, one => Assert.Contains(plan.Problems, problem => problem.Row == RowOf(table, one.Id) && problem.Column == one.Column));
        Assert.All(new[] { "kind", "checked", "name (en)" }, column => Assert.Contains(plan.Problems, problem => problem.Row == table.Count - 1 && problem.Column == column));
        Assert.Contains(plan.Problems, problem => problem.Row == table.Count && problem.Found.Contains("stands in row", StringComparison.Ordinal));
        Assert.Contains(plan.Problems, problem => problem.Row == table.Count + 1 && problem.Column == "id");
        Assert.All(plan.Problems, problem => Assert.True(problem.Found.Length > 5 && problem.Mend.Length > 5, problem.ToString()));
    }

    [Fact]
    public void What_somebody_changed_after_the_export_is_not_written_over()
    {
        var table = Table();
        Row(table, "sample-clinic-1")["phone"] = "000 000 009";
        Row(table, "sample-clinic-1")[PlaceSheet.Seen] = "0123456789abcdef";
        Row(table, "sample-lawyer")[PlaceSheet.Seen] = "0123456789abcdef"; // nothing changes there, so it does not matter

        var problem = Assert.Single(Read(Sheet(table)).Problems);

        Assert.Equal((RowOf(table, "sample-clinic-1"), PlaceSheet.Seen), (problem.Row, problem.Column));
    }

    [Fact]
    public void Columns_go_by_name_and_those_that_are_not_there_stay()
    {
        var bytes = XlsxTable.Write("anything", [new("phone", 10), new("ID", 10)], [["000 000 009", "sample-clinic-1"], ["", ""]]);

        var change = Assert.Single(Read(bytes).Changes);

        Assert.Equal(["phone"], change.Columns);
        Assert.Equal("Sample clinic 1", change.Now["name (en)"]);
    }

    [Theory]
    [InlineData("adress (km)", "Did you mean 'address (km)'?")]
    [InlineData("notes", "Delete it")]
    [InlineData("phone", "Delete one of the two")]
    public void A_column_that_nothing_reads_is_told(string column, string mend)
    {
        var problem = Assert.Single(Read(XlsxTable.Write("places", [new("id", 10), new("phone", 10), new(column, 10)], [["a", "b", "c"]])).Problems);

        Assert.Equal(1, problem.Row);
        Assert.Contains(mend, problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_taken_where_numbers_are_meant_and_nowhere_else()
    {
        var cells = $"<c r=\"A2\" t=\"inlineStr\"><is><t>sample-clinic-1</t></is></c><c r=\"B2\"><v>12345678</v></c><c r=\"C2\"><v>10.62</v></c><c r=\"D2\"><v>46350</v></c><c r=\"E2\"><f>1+1</f><v>2</v></c>";
        var bytes = With(XlsxTable.Write("places", [new("id", 10), new("phone", 10), new("latitude", 10), new("checked", 10), new("cost (en)", 10)], [["row", "", "", "", ""]]), "xl/worksheets/sheet1.xml",
            text => text.Replace(text[text.IndexOf("<x:row>", text.IndexOf("</x:row>", StringComparison.Ordinal), StringComparison.Ordinal)..text.LastIndexOf("</x:row>", StringComparison.Ordinal)], $"<x:row>{cells.Replace("<", "<x:", StringComparison.Ordinal).Replace("<x:/", "</x:", StringComparison.Ordinal)}", StringComparison.Ordinal));

        var problems = Read(bytes).Problems;

        Assert.Equal(["checked", "cost (en)", "phone"], problems.Select(problem => problem.Column).Order(StringComparer.Ordinal));
        Assert.Contains(problems, problem => problem.Found.Contains("a formula", StringComparison.Ordinal));
    }

    [Fact]
    public void Formulas_go_out_as_texts()
    {
        var entry = shelf.Find("sample-clinic-1")!;
        var evil = new ShelfEntry(entry.File, Evil(entry.Text), [], false);

        var csv = Encoding.UTF8.GetString(PlaceSheet.Csv(shelf, [evil]));
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", csv, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFid,kind,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(PlaceSheet.Seen, csv, StringComparison.Ordinal);
        var sheet = Encoding.UTF8.GetString(SafeZip.Unpack(PlaceSheet.Xlsx(shelf, [evil]))!["xl/worksheets/sheet1.xml"]);
        Assert.DoesNotContain("<x:f", sheet, StringComparison.Ordinal);
        Assert.Contains(XlsxBook.Read(PlaceSheet.Xlsx(shelf, [evil]), "places", 10, out _)![1].Cells.Values, cell => cell is { Odd: null, Text: "=HYPERLINK(\"http://x\")" });
    }

    [Fact]
    public void Bombs_and_other_files_are_refused_in_a_sentence()
    {
        Refuses(Bomb(), "unpacks to more than 64 MB");
        Refuses([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], "old format of Excel");
        Refuses("id,phone\r\na,b\r\n"u8.ToArray(), "no spreadsheet in the format XLSX");
        Refuses("<html>"u8.ToArray(), "no spreadsheet");
        Refuses([], "no spreadsheet");
        Refuses(exported[..^40], "cannot be read");
        Refuses(With(exported, "xl/worksheets/sheet1.xml", _ => "<!DOCTYPE x [<!ENTITY a \"aaa\">]><worksheet>&a;</worksheet>"), "cannot be read");
        Refuses(XlsxTable.Write("places", [], []), "empty");
        Refuses(XlsxTable.Write("places", [new("what", 10)], []), "");
        Refuses(XlsxTable.Write("places", [new("id", 10)], [.. Enumerable.Range(0, PlaceImport.MostRows + 1).Select(at => new[] { $"a{at}" })]), "more than 2000 rows");
    }

    [Fact]
    public void Invisible_characters_are_refused_with_their_row()
    {
        var table = Table();
        Row(table, "sample-lawyer")["address (en)"] = "a\u001bb";

        var problem = Assert.Single(Read(Sheet(table)).Problems);

        Assert.Equal(RowOf(table, "sample-lawyer"), problem.Row);
        Assert.Contains("invisible", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_texts_in_any_cells_are_read_back_or_told() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 1000], Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.String[Gen.Char['\u1780', '\u17FF'], 1, 8], One("true", "null", "8-12", "verified", "- a: {", "\"", "# x", "2026-01-01", "115", "=1+1", "180104", "health", "yes")).Array[3]).Sample((which, column, texts) =>
        {
            var table = Table();
            var row = table[which % table.Count];
            var names = columns.Where(name => name is not ("id" or PlaceSheet.Seen)).ToList();
            for (var at = 0; at < texts.Length; at++)
                row[names[(column + (at * 7)) % names.Count]] = texts[at];

            var plan = Read(Sheet(table));

            if (plan.Problems.Count > 0)
            {
                Assert.All(plan.Problems, problem => Assert.Equal(RowOf(table, row["id"]), problem.Row));
                return;
            }
            var after = Shelf.Read("", [.. shelf.Files.Where(file => plan.Files.All(other => other.Path != file.Path)), .. plan.Files], Some.Today);
            Assert.All(shelf.Entries.Where(entry => entry.Text.Id != row["id"]), entry => Assert.Equal(entry.Text.Print, after.Find(entry.Text.Id)!.Text.Print));
            Assert.Equal(plan.Changes.Count, shelf.Find(row["id"])!.Text.Print == after.Find(row["id"])!.Text.Print ? 0 : 1);
            Assert.Empty(Read(PlaceSheet.Xlsx(after, after.Entries), after).Changes);
        }, iter: 300);

    [Fact]
    public void Nothing_breaks_whatever_is_in_the_file()
    {
        var part = SafeZip.Unpack(exported)!["xl/worksheets/sheet1.xml"];
        byte[][] words = [.. new[] { "<x:row r=\"2\">", "</x:row>", "<x:c r=\"ZZZZZZZ1\" t=\"s\">", "<x:f/>", "<x:v>-1</x:v>", "_xD83D_", "&#0;" }.Select(Encoding.UTF8.GetBytes)];
        Mangled.Bytes([part], words).Sample(bytes => _ = Read(With(exported, "xl/worksheets/sheet1.xml", bytes)), iter: 300);
        Mangled.Bytes([exported], words).Sample(bytes => _ = Read(bytes), iter: 500);
    }

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(at => of[at]);

    private static ImportPlan Read(byte[] bytes, Shelf? now = null) => PlaceImport.Read(bytes, now ?? shelf, Some.Today);

    private static void Refuses(byte[] bytes, string found)
    {
        var plan = Read(bytes);
        Assert.NotEmpty(plan.Problems);
        Assert.Contains(plan.Problems, problem => problem.Found.Contains(found, StringComparison.Ordinal));
    }

    private static EntryText Evil(EntryText text)
    {
        var evil = text.Copy();
        evil["cost (en)"] = "=HYPERLINK(\"http://x\")";
        return evil;
    }

    private static List<Dictionary<string, string>> Table() =>
        [.. shelf.Entries.Where(entry => !entry.Text.IsHotline).Select(entry => columns.ToDictionary(column => column, column => column == PlaceSheet.Seen ? entry.Text.Print : entry.Text[column]))];

    private static Dictionary<string, string> Row(List<Dictionary<string, string>> table, string id) => table.First(row => row["id"] == id);

    /// <summary>The number of a row as the spreadsheet shows it, the top row being the first.</summary>
    private static int RowOf(List<Dictionary<string, string>> table, string id) => table.FindIndex(row => row["id"] == id) + 2;

    private static Dictionary<string, string> New(params (string Column, string Text)[] cells)
    {
        var row = columns.ToDictionary(column => column, _ => "");
        foreach (var (column, text) in cells)
            row[column] = text;
        return row;
    }

    private static byte[] Sheet(List<Dictionary<string, string>> table) =>
        XlsxTable.Write("places", [.. columns.Select(column => new XlsxColumn(column, 10))], [.. table.Select(row => (IReadOnlyList<string>)[.. columns.Select(column => row[column])])]);

    private static byte[] Bomb() => With(exported, "xl/media/picture.png", new byte[SafeZip.MostBytes + 1]);

    private static byte[] With(byte[] archive, string part, Func<string, string> change) => With(archive, part, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(SafeZip.Unpack(archive)![part]))));

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
