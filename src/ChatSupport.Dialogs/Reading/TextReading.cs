using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Reads what stands in several languages side by side: texts, keywords, review status.</summary>
/// <param name="languages">The languages offered.</param>
/// <param name="issues">Receives every finding.</param>
/// <param name="fixedBy">The file whose languages are always these; null where <c>phrases.yaml</c> says which.</param>
internal sealed class TextReading(IReadOnlyList<string> languages, ICollection<DialogIssue> issues, string? fixedBy = null)
{
    /// <summary>Romanised spellings stand under the language with this behind it: <c>km-Latn</c>.</summary>
    private const string Romanised = "-Latn";

    private readonly IReadOnlyList<string> scripts = [.. languages.SelectMany(language => new[] { language, language + Romanised })];

    /// <summary>A text per language.</summary>
    public Texts Texts(YamlFields fields, string key, bool required = false) =>
        fields.Fields(key, required) is { } map ? Texts(map) : Model.Texts.None;

    /// <summary>A text per language.</summary>
    public Texts Texts(YamlMap map)
    {
        var texts = new List<Written>(map.Count);
        foreach (var (language, keyMark, node) in map.Entries)
        {
            if (IsKnown(language, keyMark, languages) && Filled(language, node) is { } text)
                texts.Add(new Written(language, text.Value, text.Mark));
        }

        return new Texts(texts);
    }

    /// <summary>Words and cancelling phrases per script.</summary>
    public Keywords Keywords(YamlMap? words, YamlMap? not) =>
        words is null && not is null ? Model.Keywords.None : new Keywords(PerScript(words), PerScript(not));

    /// <summary>How far each language was reviewed.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> Status(YamlFields fields)
    {
        var status = new Dictionary<string, ReviewStatus>(StringComparer.Ordinal);
        foreach (var (language, keyMark, node) in fields.Fields("status")?.Entries ?? [])
        {
            if (!IsKnown(language, keyMark, languages) || Filled(language, node) is not { } text)
                continue;

            if (Words.Read<ReviewStatus>(text, $"The status of '{language}'", issues) is { } reviewed)
                status[language] = reviewed;
        }

        return status;
    }

    /// <summary>A text with something in it; null with a finding where there is none.</summary>
    public YamlScalar? Filled(string name, YamlNode node)
    {
        if (node is YamlScalar { IsNothing: false } text && !string.IsNullOrWhiteSpace(text.Value))
            return text;

        if (node is YamlScalar)
            issues.Add(ShapeRules.Empty.At(node.Mark, $"'{name}' is empty.", "Fill it in, or delete it."));
        else if (node is not YamlHole)
            issues.Add(ShapeRules.WrongShape.At(node.Mark, $"'{name}' is {node.Shape}, but a text is expected.", "Write one text; put quotes around it where it begins with { or [."));

        return null;
    }

    private Dictionary<string, IReadOnlyList<Keyword>> PerScript(YamlMap? map)
    {
        var words = new Dictionary<string, IReadOnlyList<Keyword>>(StringComparer.Ordinal);
        foreach (var (script, keyMark, node) in map?.Entries ?? [])
        {
            if (!IsKnown(script, keyMark, scripts))
                continue;

            if (node is YamlList list)
                words[script] = [.. list.Items.Select(item => Filled(script, item)).OfType<YamlScalar>().Select(word => new Keyword(word.Value, word.Mark))];
            else
                new YamlFields(map!, issues).RefuseShape(script, node, "a list of words");
        }

        return words;
    }

    private bool IsKnown(string tag, Mark mark, IReadOnlyList<string> known)
    {
        if (known.Contains(tag))
            return true;

        issues.Add(ShapeRules.UnknownLanguage.At(mark, $"The language '{tag}' stands here, but {(fixedBy is null ? "phrases.yaml offers" : $"{fixedBy} takes")} {string.Join(", ", languages)}.",
            Similar.Mend(tag, known, fixedBy is null ? "Delete it, or offer the language in phrases.yaml." : "Delete it, or write it under one of these.")));
        return false;
    }
}
