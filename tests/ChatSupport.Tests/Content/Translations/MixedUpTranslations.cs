using ChatSupport.Content.Translations;
using CsCheck;

namespace ChatSupport.Tests.Content.Translations;

/// <summary>A file that came back with mistakes: each is found, all at once, and nothing is taken of it.</summary>
public sealed class MixedUpTranslations
{
    private const string Hours = "rights/hours.yaml start text";
    private const string Title = "rights/hours.yaml title";

    private static readonly Gen<TranslationFormat> formats = Gen.Enum<TranslationFormat>();
    private static readonly Gen<int> anyRow = Gen.Int[0, Shipped.FewInKhmer.Rows.Count - 1];

    [Fact]
    public void Rows_that_are_gone_are_found() => Gen.Select(formats, anyRow.HashSet[1, 8]).Sample((format, gone) =>
    {
        var returned = Returned.Of(Shipped.FewInKhmer, format);
        var ids = gone.Select(at => Shipped.FewInKhmer.Rows[at].Id).ToHashSet(StringComparer.Ordinal);
        returned.Rows.RemoveAll(row => ids.Contains(row.Id));

        Assert.Superset(ids.Select(id => $"The text '{id}'").ToHashSet(), Shipped.Problems(returned.Save(), returned.Name, Shipped.Few).Select(problem => problem.Where).Concat(LostFiles(returned, ids)).ToHashSet());
    }, iter: 40);

    [Fact]
    public void Rows_that_stand_twice_are_found() => Gen.Select(formats, anyRow, anyRow).Sample((format, which, where) =>
    {
        var returned = Returned.Of(Shipped.FewInKhmer, format);
        returned.Rows.Insert(where, returned.Rows[which]);

        Assert.Contains(Shipped.Problems(returned.Save(), returned.Name, Shipped.Few), problem => problem.Found.StartsWith("The id stands twice", StringComparison.Ordinal) && problem.Where.Contains(Shipped.FewInKhmer.Rows[which].Id, StringComparison.Ordinal));
    }, iter: 40);

    [Fact]
    public void Rows_in_another_order_are_found() => Gen.Select(formats, Gen.Shuffle(Enumerable.Range(0, Shipped.FewInKhmer.Rows.Count).ToArray())).Sample((format, order) =>
    {
        var returned = Returned.Of(Shipped.FewInKhmer, format);
        var rows = order.Select(at => returned.Rows[at]).ToList();
        returned.Rows.Clear();
        returned.Rows.AddRange(rows);

        Assert.Contains("reordered", Assert.Single(Shipped.Problems(returned.Save(), returned.Name, Shipped.Few)).Found, StringComparison.Ordinal);
    }, iter: 10);

    [Fact]
    public void Cells_that_changed_places_are_found() => Gen.Select(formats, Gen.Int[0, 2], anyRow.HashSet[2, 6]).Sample((format, column, which) =>
    {
        var returned = Returned.Of(Shipped.FewInKhmer, format);
        var rows = which.Select(at => returned.Rows[at]).ToList();
        var texts = rows.Select(row => (row.Id, row.Source, row.Target)).ToList();
        for (var at = 0; at < rows.Count; at++)
        {
            var from = texts[(at + 1) % texts.Count];
            (rows[at].Id, rows[at].Source, rows[at].Target) = column switch
            {
                0 => (from.Id, rows[at].Source, rows[at].Target),
                1 => (rows[at].Id, from.Source, rows[at].Target),
                _ => (rows[at].Id, rows[at].Source, from.Target),
            };
        }

        if (rows.Zip(texts).All(pair => pair.First.Id == pair.Second.Id && pair.First.Source == pair.Second.Source && pair.First.Target == pair.Second.Target))
            return; // they were equal
        Assert.NotEmpty(Shipped.Problems(returned.Save(), returned.Name, Shipped.Few));
    }, iter: 150);

    [Fact]
    public void A_mix_up_says_whose_source_it_is()
    {
        var problems = After(returned => (returned[Hours].Source, returned[Title].Source) = (returned[Title].Source, returned[Hours].Source));

        Assert.Equal(2, problems.Count);
        Assert.Contains(problems, problem => problem.Where.EndsWith($"({Title})", StringComparison.Ordinal) && problem.Found == $"The source is that of '{Hours}': rows were mixed up.");
    }

    [Theory]
    [InlineData("a source that was written over", "The source is 'Other', which is not what was exported: 'Working hours'.")]
    [InlineData("an unknown id", "There is no text with this id. Did you mean 'rights/hours.yaml title'?")]
    [InlineData("no id", "There is no id, so nobody knows which text this is.")]
    [InlineData("an emptied translation", "The translation is empty, but there was one.")]
    [InlineData("a missing placeholder", "The translation lacks {{ place.name }}, which the source has.")]
    [InlineData("an invented placeholder", "The translation has {{ x }}, which the source has not.")]
    [InlineData("a long label", "The translation has 30 clusters, but 24 are the most.")]
    [InlineData("a control character", "invisible character U+0007")]
    [InlineData("an empty line among words", "of the words is empty.")]
    [InlineData("another language", "The translation is not in 'km'")]
    [InlineData("two equal labels", "With these translations: The label")]
    public void Is_found(string what, string found)
    {
        var problems = After(returned => Spoil(returned, what), what == "a control character" ? TranslationFormat.Xlsx : TranslationFormat.Xliff);

        Assert.Contains(problems, problem => problem.ToString().Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void All_of_it_is_found_at_once()
    {
        string[] all = ["a source that was written over", "an emptied translation", "a missing placeholder", "an invented placeholder", "a long label", "an empty line among words", "two equal labels"];

        var problems = After(returned => Array.ForEach(all, what => Spoil(returned, what)), TranslationFormat.Xlsx);

        // The invented placeholder is an unknown variable of the dialog too.
        Assert.True(problems.Count == all.Length + 1, string.Join('\n', problems));
    }

    [Fact]
    public void A_source_that_changed_after_the_export_is_found()
    {
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xlsx);
        var problem = Assert.Single(Shipped.Problems(returned.Save(), returned.Name, Shipped.With("rights/hours.yaml", "en: Working hours", "en: Hours of work")));

        Assert.Equal("The source changed after the export, to 'Hours of work'.", problem.Found);
    }

    [Fact]
    public void A_translation_that_two_people_changed_is_found()
    {
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xlsx);
        returned[Title].Target = "ម៉ោង";
        var problem = Assert.Single(Shipped.Problems(returned.Save(), returned.Name, Shipped.With("rights/hours.yaml", "title: { km: ម៉ោងធ្វើការ", "title: { km: ម៉ោងការងារ")));

        Assert.StartsWith("Somebody else changed this translation after the export", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_left_the_content_is_found()
    {
        var returned = Returned.Of(Shipped.Khmer, TranslationFormat.Xlsx);
        var files = Shipped.With("rights/hours.yaml", "      - { label: { km: លុយថែមម៉ោង, en: Pay for overtime }, go: rights/overtime }\n", "");

        Assert.Equal("This text is no longer in the content.", Assert.Single(Shipped.Problems(returned.Save(), returned.Name, files)).Found);
    }

    [Fact]
    public void A_file_in_another_language_is_found()
    {
        var reading = TranslationImport.Read(new MemoryStream(XlsxWriting.Write(Shipped.Khmer)), "a.xlsx", Shipped.Files, "en");

        Assert.Equal("It is in 'km', but 'en' is expected.", Assert.Single(Assert.IsType<ImportReading.Refused>(reading).Problems).Found);
    }

    private static void Spoil(Returned returned, string what)
    {
        const string When = "services.yaml ";
        switch (what)
        {
            case "a source that was written over": returned[Title].Source = "Other"; break;
            case "an unknown id": returned[Title].Id = "rights/hours.yaml titel"; break;
            case "no id": returned[Title].Id = ""; break;
            case "an emptied translation": returned["rights/hours.yaml today text"].Target = ""; break;
            case "a missing placeholder": returned.Rows.First(row => row.Id.StartsWith(When, StringComparison.Ordinal) && row.Source == "{{ place.name }}").Target = "កន្លែង"; break;
            case "an invented placeholder": returned[Hours].Target += "{{ x }}"; break;
            case "a long label": returned["rights/hours.yaml start label today"].Target = new string('ក', 30); break;
            case "a control character": returned[Hours].Target += "\a"; break;
            case "an empty line among words": returned["rights/hours.yaml keywords"].Target += "\n\nពាក្យ"; break;
            case "another language": returned[Hours].Target = "Somebody wrote English into the wrong column."; break;
            default: returned["rights/hours.yaml today label help"].Target = returned["rights/hours.yaml today label rights/rest-day"].Target; break;
        }
    }

    private static IReadOnlyList<TranslationProblem> After(Action<Returned> change, TranslationFormat format = TranslationFormat.Xlsx)
    {
        var returned = Returned.Of(Shipped.Khmer, format);
        change(returned);
        return Shipped.Problems(returned.Save(), returned.Name);
    }

    /// <summary>Of a file of which every text is gone, XLIFF knows only its name.</summary>
    private static IEnumerable<string> LostFiles(Returned returned, HashSet<string> ids) =>
        ids.Where(id => !returned.Rows.Any(row => TranslationRow.PathOf(row.Id) == TranslationRow.PathOf(id))).Select(id => $"The text '{id}'");
}
