using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Content.Translations;

/// <summary>All texts of the content beside their translation into one language, in the order of the files.</summary>
/// <param name="SourceLanguage">What is translated from.</param>
/// <param name="TargetLanguage">What is translated into.</param>
/// <param name="Rows">The texts.</param>
internal sealed record TranslationSheet(string SourceLanguage, string TargetLanguage, IReadOnlyList<TranslationRow> Rows)
{
    private const string Ending = ".yaml";
    private const string Places = "places/";

    /// <summary>Lists the texts.</summary>
    /// <param name="files">The content.</param>
    /// <param name="language">What is translated into.</param>
    /// <param name="refused">Why there is no sheet, a sentence each: the language is not offered, or a file cannot be read and its texts would be lost.</param>
    public static TranslationSheet? Of(IReadOnlyList<ContentFile> files, string language, out IReadOnlyList<string> refused)
    {
        var languages = ContentLanguages.Of(files);
        var dialogs = files.Where(IsDialog).ToList();
        refused = languages.Has(language) ? [.. dialogs.SelectMany(Unreadable)] : [languages.Unknown(language)];
        if (refused.Count > 0)
            return null;

        var source = languages.SourceFor(language)!;
        var record = TranslationRecord.Read(files, []);
        return new TranslationSheet(source, language, [.. dialogs.SelectMany(file => RowsOf(file, source, language, record))]);
    }

    /// <summary>The sheet with some of its texts.</summary>
    public TranslationSheet Only(Func<TranslationRow, bool> wanted) => this with { Rows = [.. Rows.Where(wanted)] };

    /// <summary>How far a language of a dialog file was checked by a person.</summary>
    public static bool IsReviewed(ContentFile file, string language) =>
        YamlFile.Read(file, [])?.Find("status") is YamlMap status && status.Find(ContentLanguages.LanguageOf(language)) is YamlScalar { Value: "reviewed" };

    private static bool IsDialog(ContentFile file) => file.Path.EndsWith(Ending, StringComparison.Ordinal)
        && !file.Path.StartsWith(Places, StringComparison.Ordinal) && file.Path is not (TranslationRecord.Path or RecordingList.Path or RiskFile.Path);

    private static IEnumerable<string> Unreadable(ContentFile file)
    {
        var issues = new List<DialogIssue>();
        YamlFile.Read(file, issues);
        return issues.Where(issue => issue.Severity == Severity.Error).Select(issue => issue.ToString());
    }

    private static IEnumerable<TranslationRow> RowsOf(ContentFile file, string source, string target, TranslationRecord record)
    {
        var isReviewed = IsReviewed(file, target);
        foreach (var text in TextPlaces.Of(file))
        {
            var (from, to) = (text.Texts.Exactly(source) ?? "", text.Texts.Exactly(target) ?? "");
            if (ContentLanguages.IsRomanised(target) && !text.Place.IsWords || (text.Place.IsWords && from.Length + to.Length == 0) || !text.Texts.Languages.Any())
                continue;

            var state = to.Length == 0 ? (IsNeeded(text.Place, target) ? TextState.Missing : TextState.Optional)
                : record.Behind(file.Path[..^Ending.Length], text).Contains(target) ? TextState.Stale
                : isReviewed ? TextState.Reviewed : TextState.Draft;
            yield return new TranslationRow(file.Path, text.Place, from, to, state);
        }
    }

    private static bool IsNeeded(TextPlace place, string language) =>
        place.Kind is not (TextKind.Not or TextKind.ChoiceKeywords) && !ContentLanguages.IsRomanised(language);
}
