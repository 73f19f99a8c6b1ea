using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content.Translations;

/// <summary>The languages of the content, as <c>phrases.yaml</c> offers them.</summary>
/// <param name="Offered">Their tags.</param>
internal sealed record ContentLanguages(IReadOnlyList<string> Offered)
{
    private const string File = "phrases.yaml";
    private const string Romanised = "-Latn";

    /// <summary>What is translated from, where it is offered.</summary>
    private const string UsualSource = "en";

    public static ContentLanguages Of(IReadOnlyList<ContentFile> files)
    {
        var phrases = files.FirstOrDefault(file => file.Path == File) is { } file ? YamlFile.Read(file, []) : null;
        var tags = (phrases?.Find("languages") as YamlList)?.Items.OfType<YamlScalar>().Select(tag => tag.Value).Distinct(StringComparer.Ordinal).ToList() ?? [];
        return new ContentLanguages(tags);
    }

    /// <summary>Whether a language can be translated into; for romanised spellings (<c>km-Latn</c>) only lists of words are.</summary>
    public bool Has(string language) => Offered.Contains(LanguageOf(language)) && SourceFor(language) is not null;

    /// <summary>The language to translate from; null where only one is offered.</summary>
    public string? SourceFor(string language)
    {
        var itself = LanguageOf(language);
        return itself != UsualSource && Offered.Contains(UsualSource) ? UsualSource : Offered.FirstOrDefault(other => other != itself);
    }

    public static bool IsRomanised(string language) => language.EndsWith(Romanised, StringComparison.Ordinal);

    /// <summary><c>km</c> for <c>km-Latn</c>: what the status of a dialog is about.</summary>
    public static string LanguageOf(string language) => IsRomanised(language) ? language[..^Romanised.Length] : language;

    public string Unknown(string language) => Offered.Count < 2
        ? "The content has fewer than two languages, so there is nothing to translate. Offer another one in phrases.yaml."
        : $"The content has no language '{language}'. It has {string.Join(", ", Offered)}: name one of them, or offer '{language}' in phrases.yaml.";
}
