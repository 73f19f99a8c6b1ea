namespace ChatSupport.Dialogs.Model;

/// <summary>One text in several languages, by language tag (<c>km</c>, <c>en</c>, <c>vi</c>), kept as the author wrote it.</summary>
public sealed class Texts
{
    private static readonly Dictionary<string, Mark> nowhere = [];

    // A handful of languages at most: looking through them is quicker than hashing, and there are thousands of texts.
    private readonly KeyValuePair<string, string>[] byLanguage;

    /// <summary>Makes a text from its languages; <paramref name="marks"/> says where each stands in its file.</summary>
    public Texts(IReadOnlyDictionary<string, string> byLanguage, IReadOnlyDictionary<string, Mark>? marks = null)
    {
        this.byLanguage = [.. byLanguage];
        Marks = marks is null ? nowhere : new Dictionary<string, Mark>(marks, StringComparer.Ordinal);
    }

    /// <summary>A text without any language.</summary>
    public static Texts None { get; } = new(new Dictionary<string, string>());

    /// <summary>The languages that have a text.</summary>
    public IEnumerable<string> Languages => byLanguage.Select(pair => pair.Key);

    /// <summary>Where each language's text stands in its file.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; }

    /// <summary>The text in exactly this language, or null.</summary>
    public string? Exactly(string language)
    {
        foreach (var (tag, text) in byLanguage)
        {
            if (tag == language)
                return text;
        }

        return null;
    }

    /// <summary>The text in <paramref name="language"/>; where it is missing Khmer, then English, then any other, then "".</summary>
    public string In(string language) =>
        Exactly(language) ?? Exactly("km") ?? Exactly("en") ?? (byLanguage is [var first, ..] ? first.Value : "");
}
