namespace ChatSupport.Dialogs.Khmer;

/// <summary>Finds the terms of a set inside a message: Khmer anywhere between clusters, others as whole words.</summary>
internal sealed class TermIndex
{
    private readonly Func<Term, string> key;
    private readonly Dictionary<char, Term[]> byFirstLetter;
    private readonly Dictionary<string, Term[]> byFirstWord;

    /// <param name="terms">The terms to find.</param>
    /// <param name="key">Strict or loose key of a term; the message is searched in the same key.</param>
    public TermIndex(IEnumerable<Term> terms, Func<Term, string> key)
    {
        var all = terms.ToList();
        this.key = key;
        byFirstLetter = all.Where(term => term.IsKhmer).GroupBy(term => key(term)[0]).ToDictionary(group => group.Key, group => group.ToArray());
        byFirstWord = all.Where(term => term.Words.Count > 0).GroupBy(term => term.Words[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every term in the message, in any order.</summary>
    public List<Found> Find(MappedKey message, IReadOnlyList<LatinWord> words)
    {
        var found = new List<Found>();
        FindKhmer(message, found);
        FindWords(words, found);
        return found;
    }

    private void FindKhmer(MappedKey message, List<Found> found)
    {
        var text = message.Key.AsSpan();
        for (var i = 0; i < text.Length; i++)
        {
            if ((i > 0 && text[i - 1] == Signs.Coeng) || !byFirstLetter.TryGetValue(text[i], out var terms))
                continue;

            foreach (var term in terms)
            {
                var letters = key(term);
                if (!text[i..].StartsWith(letters, StringComparison.Ordinal) || !IsWhole(text, i, i + letters.Length))
                    continue;
                var (start, length) = message.Original(i, i + letters.Length);
                found.Add(new Found(term, start, length));
            }
        }
    }

    /// <summary>Not a piece of a cluster, and where a term begins or ends in Latin, not a piece of a word.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) =>
        (end == text.Length || text[end] is not ((>= '\u17B6' and <= '\u17D3') or '\u17DD'))
        && !(start > 0 && IsWordLetter(text[start]) && IsWordLetter(text[start - 1]))
        && !(end < text.Length && IsWordLetter(text[end - 1]) && IsWordLetter(text[end]));

    private static bool IsWordLetter(char c) => char.IsLetterOrDigit(c) && !Signs.IsKhmer(c);

    private void FindWords(IReadOnlyList<LatinWord> words, List<Found> found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var term in byFirstWord.GetValueOrDefault(words[i].Key) ?? [])
            {
                var last = i + term.Words.Count - 1;
                if (last >= words.Count || words[last].Block != words[i].Block)
                    continue;

                var all = true;
                for (var k = 1; k < term.Words.Count && all; k++)
                    all = words[i + k].Key == term.Words[k];
                if (all)
                    found.Add(new Found(term, words[i].Start, words[last].Start + words[last].Length - words[i].Start));
            }
        }
    }
}
