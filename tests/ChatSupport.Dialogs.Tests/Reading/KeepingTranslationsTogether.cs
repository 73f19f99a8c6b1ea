using System.Text;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

/// <summary>People say once that the languages belong together; from then a text that changes in one of them is found.</summary>
public sealed class KeepingTranslationsTogether
{
    private static readonly string sound = Content.Sound("example.yaml") + "    choices:\n      - { label: { km: ទៅ, en: Go }, go: person }\n      - { label: { km: នៅ, en: Stay }, go: home }\n";

    [Fact]
    public void Nothing_is_found_while_nobody_recorded_anything() => Assert.Empty(Stale(sound, TranslationRecord.None));

    [Fact]
    public void Nothing_is_found_right_after_recording() => Assert.Empty(Stale(sound, Recorded(sound)));

    [Theory]
    [InlineData("en: This is an example.", "en: This is another.", "example.yaml:7:17", "'start text' changed in en, but not in km.")]
    [InlineData("km: នេះជាគំរូ។", "km: នេះជាគំរូ", "example.yaml:7:32", "'start text' changed in km, but not in en.")]
    [InlineData("en: Example", "en: Sample", "example.yaml:3:14", "'title' changed in en, but not in km.")]
    [InlineData("en: Stay", "en: Remain", "example.yaml:10:24", "'start label home' changed in en, but not in km.")]
    public void A_text_that_changes_in_one_language_is_found_at_the_other(string before, string after, string place, string message)
    {
        var issue = Assert.Single(Stale(sound.Replace(before, after, StringComparison.Ordinal), Recorded(sound)));

        Assert.Equal(place, $"{issue.Mark.File}:{issue.Mark.Line}:{issue.Mark.Column}");
        Assert.Equal(message, issue.Message);
        Assert.Contains("--dialog example", issue.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_changes_in_all_languages_was_translated_again() =>
        Assert.Empty(Stale(sound.Replace("en: Stay", "en: Remain", StringComparison.Ordinal).Replace("km: នៅ", "km: នៅទីនេះ", StringComparison.Ordinal), Recorded(sound)));

    [Fact]
    public void Other_texts_may_come_go_and_change_places() =>
        Assert.Empty(Stale(sound
            .Replace("      - { label: { km: ទៅ, en: Go }, go: person }\n", "", StringComparison.Ordinal) + "      - { label: { km: ភាសា, en: Language }, go: language }\n"
            + "      - { label: { km: ទៅ, en: Go }, go: person }\n", Recorded(sound)));

    [Fact]
    public void A_phrase_is_found_too()
    {
        var record = Recorded(sound);
        var phrases = Encoding.UTF8.GetString(Content.With([]).Single(file => file.Path == "phrases.yaml").Bytes.Span).Replace("en: Back", "en: Return", StringComparison.Ordinal);

        var issue = Assert.Single(Content.Read(Content.With(
            [("phrases.yaml", Encoding.UTF8.GetBytes(phrases)), ("example.yaml", Encoding.UTF8.GetBytes(sound)), File(record)])).Issues);

        Assert.Equal(("DLG058", "phrases.yaml"), (issue.Code, issue.Mark.File));
    }

    [Fact]
    public void Recording_one_dialog_leaves_the_others_as_they_were()
    {
        var changed = sound.Replace("en: Stay", "en: Remain", StringComparison.Ordinal);
        var set = Content.Read(Content.With("example.yaml", changed)).Set!;

        Assert.Single(Stale(changed, Recorded(sound).Renewed(set, "home")));
        Assert.Empty(Stale(changed, Recorded(sound).Renewed(set, "example")));
    }

    [Fact]
    public void The_file_is_the_same_whenever_it_is_written_and_sorted()
    {
        var yaml = Recorded(sound).ToYaml();
        var keys = yaml.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').ToList();

        Assert.Equal(yaml, TranslationRecord.Read([new ContentFile(TranslationRecord.Path, Encoding.UTF8.GetBytes(yaml))], []).Renewed(Set(sound)).ToYaml());
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Contains("    start label home: en ", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_record_is_a_finding_and_nothing_more()
    {
        var issues = Content.Read(Content.With("translations.yaml", "format: 1\ntexts:\n  example:\n    title: nonsense\n  home: 3\n  person:\n    start text: en 1, km 2\nodd: 1\n")).Issues;

        Assert.Equal(["DLG024", "DLG022", "DLG020"], issues.Select(issue => issue.Code));
    }

    private static IReadOnlyList<DialogIssue> Stale(string example, TranslationRecord record) =>
        Content.Read(Content.With([("example.yaml", Encoding.UTF8.GetBytes(example)), File(record)])).Issues;

    private static (string, byte[]) File(TranslationRecord record) => (TranslationRecord.Path, Encoding.UTF8.GetBytes(record.ToYaml()));

    private static TranslationRecord Recorded(string example) => TranslationRecord.None.Renewed(Set(example));

    private static Model.DialogSet Set(string example) => Content.Read(Content.With("example.yaml", example)).Set!;
}
