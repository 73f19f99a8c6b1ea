namespace ChatSupport.Dialogs.Model;

/// <summary>One text in several languages, by language tag (<c>km</c>, <c>en</c>, <c>vi</c>), kept as the author wrote it.</summary>
public sealed class Texts
{
    // A handful of languages at most: looking through them is quicker than hashing, and there are thousands of texts.
    private readonly Written[] languages;

    /// <summary>Makes a text from its languages, each of which stands once.</summary>
    public Texts(IEnumerable<Written> languages) => this.languages = [.. languages];

    /// <summary>A text without any language.</summary>
    public static Texts None { get; } = new([]);

    /// <summary>The languages that have a text.</summary>
    public IEnumerable<string> Languages => languages.Select(written => written.Language);

    /// <summary>The text in exactly this language, or null.</summary>
    public string? Exactly(string language) => Find(language)?.Text;

    /// <summary>Where the text in exactly this language stands in its file; null where there is none.</summary>
    public Mark? MarkOf(string language) => Find(language)?.Mark;

    /// <summary>The text in <paramref name="language"/>; where it is missing Khmer, then English, then any other, then "".</summary>
    public string In(string language) =>
        Exactly(language) ?? Exactly("km") ?? Exactly("en") ?? (languages is [var first, ..] ? first.Text : "");

    private Written? Find(string language)
    {
        foreach (var written in languages)
        {
            if (written.Language == language)
                return written;
        }

        return null;
    }
}

/// <summary>A text in one language.</summary>
/// <param name="Language">The language tag.</param>
/// <param name="Text">The text as the author wrote it.</param>
/// <param name="Mark">Where it stands in its file.</param>
public readonly record struct Written(string Language, string Text, Mark Mark = default);
