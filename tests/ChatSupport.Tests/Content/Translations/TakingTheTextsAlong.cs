using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.Content.Translations;
using ChatSupport.Dialogs.Writing;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace ChatSupport.Tests.Content.Translations;

/// <summary>What a translator gets: every text, its state, and a file that every program reads in the same way.</summary>
public sealed class TakingTheTextsAlong
{
    private static readonly Gen<string> pieces = Gen.OneOf(
        Gen.Char['\u1780', '\u17FF'].Select(c => c.ToString()), Gen.Char[' ', '~'].Select(c => c.ToString()), Gen.Char.Select(c => c.ToString()),
        One("\u200B", "\n", "\r\n", "\r", "\t", " ", "😀", "👩‍🏭", "=1+1", "+", "-", "@", "'", "_x0041_", "_x0041", "_x", "_x000D_x0042_", "<", "&amp;", "]]>", "\uD83D", "\uDE00", "\0", "\uFFFF", "{{ x }}"));

    private static readonly Gen<string> anyText = pieces.Array[0, 8].Select(string.Concat);

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    [InlineData("km-Latn")]
    public void The_shipped_texts_come_back_without_any_change(string language)
    {
        var sheet = Shipped.Sheet(Shipped.Files, language);

        Assert.NotEmpty(sheet.Rows);
        Assert.Empty(Shipped.Edits(XlsxWriting.Write(sheet), "a.xlsx"));
        Assert.Empty(Shipped.Edits(XliffWriting.Write(sheet), "a.xliff"));
        foreach (var format in Enum.GetValues<TranslationFormat>())
        {
            var returned = Returned.Of(sheet, format);
            Assert.Empty(Shipped.Edits(returned.Save(), returned.Name));
        }
    }

    [Fact]
    public void Any_text_comes_back_byte_for_byte() => Gen.Select(anyText, anyText).Array[1, 6].Sample(texts =>
    {
        var sheet = new TranslationSheet("en", "km", [.. texts.Select((text, at) => new TranslationRow("a.yaml", new TextPlace(TextKind.Text, $"s{at}"), text.Item1, text.Item2, TextState.Draft))]);

        foreach (var read in new[] { XlsxReading.Read(XlsxWriting.Write(sheet)), XliffReading.Read(XliffWriting.Write(sheet)) })
        {
            Assert.Empty(read.Problems);
            Assert.Equal(sheet.Rows.Select(row => (row.Id, row.Source, row.Target)), read.Lines.Select(line => (line.Id, line.Source!, line.Target!)));
            Assert.Equal(sheet.Rows.Select(Exported.Of), read.Exported);
        }
    }, iter: 1_000);

    [Fact]
    public void Another_reader_reads_the_same_texts()
    {
        var odd = new TranslationRow("odd.yaml", new TextPlace(TextKind.Text, "a"), "=HYPERLINK(\"http://x\")", "+1 -1 @x _x0041_ 'a'\n ខ្មែរ\u200Bខ្មែរ 😀 ", TextState.Draft);
        var sheet = Shipped.Khmer with { Rows = [odd, .. Shipped.Khmer.Rows] };

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // that reader asks for the code pages of old files before it looks at a new one
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(XlsxWriting.Write(sheet)));

        Assert.Equal("texts", reader.Name);
        Assert.True(reader.Read());
        Assert.Equal(["id", "where", "state", "source (en)", "target (km)", "no"], Enumerable.Range(0, 6).Select(reader.GetString));
        foreach (var row in sheet.Rows)
        {
            Assert.True(reader.Read());
            Assert.Equal((row.Id, row.Where, row.Source, row.Target), (reader.GetString(0), reader.GetString(1), reader.GetString(3) ?? "", reader.GetString(4) ?? ""));
        }

        Assert.False(reader.Read());
        Assert.True(reader.NextResult());
        Assert.Equal(("exported", "hidden"), (reader.Name, reader.VisibleState));
    }

    [Fact]
    public void The_spreadsheet_keeps_to_its_format_and_opens_only_the_translations()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxWriting.Write(Shipped.Khmer)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        var sheet = document.WorkbookPart!.WorksheetParts.First(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Any()).Worksheet!;
        Assert.True(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.SheetProtection>().Single().Sheet!.Value);
        Assert.Empty(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
        Assert.Equal([3U], sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Skip(1).Select(row => row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ElementAt(4).StyleIndex!.Value).Distinct());
    }

    [Fact]
    public void Ids_of_xliff_are_tokens_and_stand_once_in_their_file()
    {
        var xliff = Encoding.UTF8.GetString(XliffWriting.Write(Shipped.Khmer));

        Assert.All(Shipped.Khmer.Rows, row => Assert.Equal(row.Place.ToString(), XliffNames.AddressOf(XliffNames.IdOf(row.Place.ToString()))));
        Assert.DoesNotMatch("<(unit|file) id=\"[^\"]*[^-A-Za-z0-9._:\"]", xliff);
        Assert.Equal(Shipped.Khmer.Rows.Count, Regex.Count(xliff, "<unit "));
    }

    [Fact]
    public void A_text_that_changed_in_another_language_is_stale()
    {
        var files = Shipped.With("rights/hours.yaml", "en: Working hours", "en: Hours of work");

        Assert.Equal(["rights/hours.yaml title"], Stale(files, "km"));
        Assert.Empty(Stale(files, "en"));
    }

    [Fact]
    public void Every_text_can_become_stale_but_lists_of_words()
    {
        var record = Encoding.UTF8.GetString(Shipped.Files.Single(file => file.Path == "translations.yaml").Bytes.Span);
        var files = Shipped.Files.Select(file => file.Path == "translations.yaml" ? file with { Bytes = Encoding.UTF8.GetBytes(Regex.Replace(record, ": en [0-9a-f]{8}", ": en 00000000")) } : file).ToList();

        Assert.Equal(Shipped.Khmer.Rows.Where(row => !row.Place.IsWords && row.Source.Length > 0).Select(row => row.Id), Stale(files, "km"));
    }

    [Fact]
    public void A_text_that_is_not_there_is_missing_and_one_that_a_person_read_is_reviewed()
    {
        var files = Shipped.With(Shipped.With("rights/hours.yaml", "label: { km: ថ្ងៃនេះធ្វើអ្វីបាន, en: What I can do today }", "label: { en: What I can do today }"), "rights/hours.yaml", "km: draft", "km: reviewed");
        var states = Shipped.Sheet(files).Rows.Where(row => row.Path == "rights/hours.yaml").ToDictionary(row => row.Place.ToString(), row => row.State);

        Assert.Equal((TextState.Missing, TextState.Reviewed), (states["start label today"], states["start text"]));
        Assert.All(Shipped.Khmer.Rows.Where(row => row.Target.Length > 0), row => Assert.Equal(TextState.Draft, row.State));
    }

    [Fact]
    public void A_language_that_is_not_offered_is_refused_with_those_that_are()
    {
        Assert.Null(TranslationSheet.Of(Shipped.Files, "vi", out var refused));
        Assert.Equal(["The content has no language 'vi'. It has km, en: name one of them, or offer 'vi' in phrases.yaml."], refused);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused_instead_of_left_out()
    {
        Assert.Null(TranslationSheet.Of(Shipped.With("rights/hours.yaml", "screens:", "screens: ["), "km", out var refused));
        Assert.StartsWith("rights/hours.yaml:", refused[0], StringComparison.Ordinal);
    }

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static IEnumerable<string> Stale(IReadOnlyList<ChatSupport.Dialogs.Reading.ContentFile> files, string language) =>
        Shipped.Sheet(files, language).Rows.Where(row => row.State == TextState.Stale).Select(row => row.Id);
}
