using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>The file <c>phrases.yaml</c>, read.</summary>
/// <param name="Phrases">The engine's own texts and words.</param>
/// <param name="Languages">The languages offered.</param>
/// <param name="Status">How far each was reviewed.</param>
/// <param name="Mark">Where the file begins.</param>
internal sealed record PhrasesFile(Phrases Phrases, IReadOnlyList<string> Languages, IReadOnlyDictionary<string, ReviewStatus> Status, Mark Mark)
{
    public const string Path = "phrases.yaml";

    private static readonly IReadOnlyList<string> UsualLanguages = ["km", "en"];

    /// <summary>What stands in for a file that is missing or cannot be read.</summary>
    public static PhrasesFile None { get; } = new(
        new Phrases(new Dictionary<Phrase, Texts>(), new Dictionary<Command, Keywords>()), UsualLanguages,
        new Dictionary<string, ReviewStatus>(), new Mark(Path, 1, 1));

    public static PhrasesFile Read(YamlMap root, Sources sources, ICollection<DialogIssue> issues)
    {
        var fields = new YamlFields(root, issues);
        fields.Node("format");
        var texts = new TextReading(ReadLanguages(fields, issues), issues);
        var said = new Dictionary<Phrase, Texts>();
        foreach (var (phrase, node) in Named<Phrase>(fields, "phrases", issues))
            said[phrase] = node is YamlMap map ? texts.Texts(map) : Refused(fields, node, Texts.None);

        var words = new Dictionary<Command, Keywords>();
        foreach (var (command, node) in Named<Command>(fields, "words", issues))
            words[command] = node is YamlMap map ? texts.Keywords(map, null) : Refused(fields, node, Keywords.None);

        var status = texts.Status(fields);
        fields.RefuseUnknown();
        return new PhrasesFile(sources.Add(new Phrases(said, words), root), ReadLanguages(fields, []), status, root.Mark);
    }

    private static IReadOnlyList<string> ReadLanguages(YamlFields fields, ICollection<DialogIssue> issues)
    {
        var tags = fields.Items("languages").OfType<YamlScalar>().ToList();
        foreach (var odd in tags.Where(tag => tag.Value.Length == 0 || !tag.Value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            issues.Add(ShapeRules.BadName.At(odd.Mark, $"The language '{odd.Value}' is no language tag.", "Write a tag such as km, en or vi."));

        if (tags.Count > 0)
            return [.. tags.Select(tag => tag.Value).Distinct(StringComparer.Ordinal)];

        new YamlFields(fields.Map, issues).Items("languages", required: true);
        return UsualLanguages;
    }

    private static IEnumerable<(T Name, YamlNode Node)> Named<T>(YamlFields fields, string key, ICollection<DialogIssue> issues) where T : struct, Enum
    {
        var known = Words.Of<T>();
        foreach (var (name, keyMark, node) in fields.Fields(key, required: true)?.Entries ?? [])
        {
            if (known.TryGetValue(name, out var value))
            {
                yield return ((T)value, node);
                continue;
            }

            issues.Add(ShapeRules.UnknownKey.At(keyMark, $"'{name}' stands here, but nothing reads it.",
                Similar.Mend(name, known.Keys, "Delete it; dialogs/README.md lists the names.")));
        }
    }

    private static T Refused<T>(YamlFields fields, YamlNode node, T otherwise)
    {
        fields.RefuseShape("the value", node, "names of languages with values");
        return otherwise;
    }
}
