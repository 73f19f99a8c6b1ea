using System.Text;
using ChatSupport.Content.Translations;
using ChatSupport.Dialogs.Reading;
using CsCheck;

namespace ChatSupport.Tests.Content.Translations;

/// <summary>A file that came back sound: what the translator changed is changed, and nothing else.</summary>
public sealed class BringingTranslationsBack
{
    // Texts without anything to fill in can be any text; those with are looked at elsewhere.
    private static readonly TranslationRow[] plain = [.. Shipped.FewInKhmer.Rows.Where(row => Placeholders.Of(row.Source + row.Target).Count == 0)];

    private static readonly Gen<TranslationFormat> formats = Gen.Enum<TranslationFormat>();

    [Fact]
    public void Any_changes_come_back_exactly() => Gen.Select(formats, Gen.Int[0, plain.Length - 1].HashSet[1, 12], Gen.Bool).Sample((format, which, isOdd) =>
    {
        var returned = Returned.Of(Shipped.FewInKhmer, format);
        var changed = which.ToDictionary(at => plain[at].Id, at => New(plain[at], at, isOdd), StringComparer.Ordinal);
        foreach (var (id, text) in changed)
            returned[id].Target = text;

        var edits = Shipped.Edits(returned.Save(), returned.Name, Shipped.Few);
        var after = Applied(Shipped.Few, edits);

        Assert.Equal(changed.OrderBy(one => one.Key, StringComparer.Ordinal), edits.Select(edit => KeyValuePair.Create($"{edit.Path} {edit.Set.Place}", edit.Set.Text!)).OrderBy(one => one.Key, StringComparer.Ordinal));
        var now = Shipped.Sheet(after).Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        Assert.All(Shipped.FewInKhmer.Rows, row => Assert.Equal((row.Source, changed.GetValueOrDefault(row.Id, row.Target)), (now[row.Id].Source, now[row.Id].Target)));
        Assert.Equal(changed.Keys.Select(TranslationRow.PathOf).Distinct().Order(StringComparer.Ordinal),
            after.Where(file => !Shipped.Few.Contains(file)).Select(file => file.Path).Order(StringComparer.Ordinal));
    }, iter: 100);

    [Fact]
    public void A_whole_new_translation_comes_back_exactly()
    {
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xlsx);
        foreach (var (at, row) in Shipped.Khmer.Rows.Index().Where(row => Placeholders.Of(row.Item.Source + row.Item.Target).Count == 0))
            returned[row.Id].Target = New(row, at, isOdd: false);

        var now = Shipped.Sheet(Applied(Shipped.Files, Shipped.Edits(returned.Save(), returned.Name)));

        Assert.Equal(returned.Rows.Select(row => (row.Id, row.Source, row.Target)), now.Rows.Select(row => (row.Id, row.Source, row.Target)));
    }

    [Fact]
    public void A_reviewed_language_is_a_draft_again_only_in_the_files_that_changed()
    {
        var files = Shipped.With(Shipped.With("rights/hours.yaml", "km: draft, en: draft", "km: reviewed, en: reviewed"), "rights/wages.yaml", "km: draft", "km: reviewed");
        var returned = Returned.Of(Shipped.Sheet(files), TranslationFormat.Xlsx);
        returned["rights/hours.yaml title"].Target = "ម៉ោង";

        var after = Applied(files, Shipped.Edits(returned.Save(), returned.Name, files));

        Assert.Contains("status: { km: draft, en: reviewed }", Text(after, "rights/hours.yaml"), StringComparison.Ordinal);
        Assert.Contains("km: reviewed", Text(after, "rights/wages.yaml"), StringComparison.Ordinal);
        Assert.Contains("title: { km: ម៉ោង, en: Working hours }", Text(after, "rights/hours.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_translation_is_filled_in()
    {
        var files = Shipped.With("rights/hours.yaml", "title: { km: ម៉ោងធ្វើការ, en: Working hours }", "title: { en: Working hours }");
        foreach (var format in Enum.GetValues<TranslationFormat>())
        {
            var returned = Returned.Of(Shipped.Sheet(files).Only(row => row.State == TextState.Missing), format);
            Assert.Single(returned.Rows).Target = "ម៉ោង";

            Assert.Contains("en: Working hours, km: ម៉ោង", Text(Applied(files, Shipped.Edits(returned.Save(), returned.Name, files)), "rights/hours.yaml"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_left_out_of_the_export_is_not_lost()
    {
        var returned = Returned.Of(Shipped.Khmer.Only(row => row.Path == "rights/hours.yaml"), TranslationFormat.Xliff);
        returned["rights/hours.yaml title"].Target = "ម៉ោង";

        Assert.Single(Shipped.Edits(returned.Save(), returned.Name));
    }

    [Fact]
    public void A_text_that_somebody_else_changed_meanwhile_stays_when_the_translator_left_it()
    {
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xlsx);

        Assert.Empty(Shipped.Edits(returned.Save(), returned.Name, Shipped.With("rights/hours.yaml", "title: { km: ម៉ោងធ្វើការ", "title: { km: ម៉ោង")));
    }

    [Fact]
    public void A_filter_of_the_language_itself_may_stay()
    {
        var row = Shipped.Khmer.Rows.First(row => row.Target.Contains("| khdigits", StringComparison.Ordinal));
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xliff);
        returned[row.Id].Target = row.Target + "។";

        Assert.Equal(row.Target + "។", Assert.Single(Shipped.Edits(returned.Save(), returned.Name)).Set.Text);
    }

    private static string New(TranslationRow row, int at, bool isOdd) => (row.Place.IsWords, isOdd) switch
    {
        (true, _) => $"ពាក្យ{at}\nពាក្យ\u200Bថ្មី{at}",
        (_, true) => $" =ក{at}\n+ខ\u200B😀 ",
        _ => $"អត្ថបទ{at}",
    };

    private static IReadOnlyList<ContentFile> Applied(IReadOnlyList<ContentFile> files, IReadOnlyList<TranslationEdit> edits)
    {
        var written = Assert.IsType<ImportOutcome.Written>(TranslationImport.Apply(files, edits));
        return [.. files.Select(file => written.Changed.FirstOrDefault(changed => changed.Path == file.Path) ?? file)];
    }

    private static string Text(IReadOnlyList<ContentFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Bytes.Span);
}
