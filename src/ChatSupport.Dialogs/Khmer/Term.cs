using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>What a term is to its topic.</summary>
internal enum TermUse
{
    Label,
    Keyword,

    /// <summary>A phrase that contains a keyword and means something else.</summary>
    Not,
}

/// <summary>A label, keyword or cancelling phrase with its keys, prepared once.</summary>
internal sealed class Term
{
    private const string RomanisedTag = "km-Latn";

    private Term(int topic, TermUse use, string text, bool romanised)
    {
        Topic = topic;
        Use = use;
        Text = text;
        Strict = MappedKey.Squeezed(text);
        Loose = LooseKey.OfStrict(Strict);
        Size = Clusters.Count(Strict);
        IsKhmer = Strict.Any(c => Signs.Of(c) == Sign.Base);
        IsRomanised = romanised;
        Words = IsKhmer ? [] : [.. LatinWord.Of(text).Select(word => word.Key)];
        var joined = string.Concat(Words);
        Joined = romanised ? RomanKey.Of(joined) : LatinWord.Plain(joined);
        Spelling = new Spelling(Strict);
        LooseSpelling = new Spelling(Loose);
    }

    /// <summary>Index of the topic.</summary>
    public int Topic { get; }

    public TermUse Use { get; }

    /// <summary>As the author wrote it.</summary>
    public string Text { get; }

    public string Strict { get; }

    public string Loose { get; }

    /// <summary>Its clusters: of three or more it is a word that means one thing, of fewer it turns up inside others.</summary>
    public int Size { get; }

    public bool IsShort => Size < 3;

    public bool IsKhmer { get; }

    public bool IsRomanised { get; }

    /// <summary>The words of a term without Khmer.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words together: the roman key, or for other languages the words without accents.</summary>
    public string Joined { get; }

    public Spelling Spelling { get; }

    public Spelling LooseSpelling { get; }

    /// <summary>Every term of a topic that has something to compare.</summary>
    public static IEnumerable<Term> Of(MatchTopic topic, int index)
    {
        var labels = topic.Labels.Select(label => new Term(index, TermUse.Label, label, romanised: false));
        var words = Of(topic.Keywords.Words, index, TermUse.Keyword);
        var not = Of(topic.Keywords.Not, index, TermUse.Not);
        return labels.Concat(words).Concat(not).Where(term => term.Strict.Length > 0);
    }

    private static IEnumerable<Term> Of(IReadOnlyDictionary<string, IReadOnlyList<Keyword>> byTag, int index, TermUse use) =>
        from pair in byTag
        from keyword in pair.Value
        select new Term(index, use, keyword.Text, string.Equals(pair.Key, RomanisedTag, StringComparison.OrdinalIgnoreCase));
}
