namespace ChatSupport.Dialogs.Risk;

/// <summary>How a word is looked for.</summary>
internal enum Fold
{
    /// <summary>Anywhere between clusters: Khmer, Chinese, emoji.</summary>
    Unspaced,

    /// <summary>From the begin of a word to the end of one.</summary>
    Spaced,

    /// <summary>The same, by sound.</summary>
    Romanised,
}

/// <summary>One way to write an entry, or a harmless longer word of it, folded once.</summary>
internal sealed class RiskWord
{
    public const string Romanised = "km-Latn";

    public RiskWord(string text, string script, int entry = 0, bool isHarmless = false)
    {
        Text = text;
        Entry = entry;
        IsHarmless = isHarmless;
        Fold = FoldOf(text, script);
        var folded = Of(Fold, text);
        Key = folded.Key;
        Accented = string.Create(folded.Length, folded, static (to, all) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = all[i].Accented;
        });
    }

    private RiskWord(RiskWord word, RiskWord joined) => (Text, Entry, IsHarmless, Fold, Key, Accented) = (word.Text, word.Entry, word.IsHarmless, word.Fold, joined.Key, joined.Accented);

    /// <summary>As staff wrote it.</summary>
    public string Text { get; }

    /// <summary>The index of its entry.</summary>
    public int Entry { get; }

    /// <summary>It takes a hit of its entry back.</summary>
    public bool IsHarmless { get; }

    public Fold Fold { get; }

    /// <summary>What is looked for; empty where nothing is left of the word.</summary>
    public string Key { get; }

    /// <summary>The same with its accents; two words are the same where this is.</summary>
    public string Written => Fold == Fold.Spaced ? Accented : Key;

    /// <summary>How many letters it has, doubled ones once.</summary>
    public int Letters => SpacedFold.Of(Text).Length;

    private string Accented { get; }

    /// <summary>The word; of several romanised words also the one that they are without blanks, for the ends of words sound otherwise than what is inside.</summary>
    public static IEnumerable<RiskWord> All(string text, string script, int entry, bool isHarmless)
    {
        var word = new RiskWord(text, script, entry, isHarmless);
        yield return word;
        if (word.Fold == Fold.Romanised && new RiskWord(text.Replace(" ", "", StringComparison.Ordinal), script, entry, isHarmless) is var joined && joined.Key != word.Key)
            yield return new RiskWord(word, joined);
    }

    /// <summary>The text as words of this fold are looked for in it.</summary>
    public static FoldedText Of(Fold fold, string text) => fold switch
    {
        Fold.Unspaced => UnspacedFold.Of(text),
        Fold.Spaced => SpacedFold.Of(text),
        _ => RomanisedFold.Of(SpacedFold.Of(text, joins: false)),
    };

    /// <summary>Whether the letters that end before <paramref name="end"/> are this word: a whole one, and no other by its accents.</summary>
    public bool Fits(FoldedText text, int end)
    {
        var start = end - Key.Length;
        if (!text[start].Opens || !text[end - 1].Closes)
            return false;
        if (Fold != Fold.Spaced)
            return true;

        for (var i = 0; i < Key.Length; i++)
        {
            // Who leaves accents out means any word of these letters; who writes them means one.
            if (text[start + i].Accented is var written && written != Key[i] && written != Accented[i])
                return false;
        }

        return true;
    }

    private static Fold FoldOf(string text, string script) =>
        text.Any(SpacedFold.IsUnspaced) || !text.Any(char.IsLetterOrDigit) ? Fold.Unspaced
        : script == Romanised ? Fold.Romanised : Fold.Spaced;
}
