namespace ChatSupport.Dialogs.Khmer;

/// <summary>Words in Latin letters spelled in another way than the keyword: romanised Khmer by its sound, other languages without
/// accents or with other blanks, and both with one wrong letter in a word of five or more.</summary>
internal sealed class LatinRules
{
    private const int LongestWindow = 6; // words
    private const int LongEnough = 5; // letters: in a shorter word one letter makes another word
    private const int SureEnough = 4; // letters

    private readonly IReadOnlyList<MatchTopic> topics;
    private readonly Term[] latin;

    public LatinRules(IReadOnlyList<MatchTopic> topics, IEnumerable<Term> terms)
    {
        this.topics = topics;
        latin = [.. terms.Where(term => term.Joined.Length > 0 && term.Use != TermUse.Not)];
    }

    public MatchResult Match(Message message, Barred barred)
    {
        var hits = Hits(message).Where(hit => !barred.Bars(hit.Found)).ToList();
        var same = hits.Where(hit => hit.Same && (hit.Term.Joined.Length >= SureEnough || message.IsAll(hit.Found))).Select(Hit).ToList();
        if (same.Count > 0 && hits.Exists(hit => hit.Same && hit.Term.Joined.Length >= SureEnough))
            return Ranking.Of(same);
        return Ranking.Unsure(same.Concat(hits.Where(hit => !hit.Same).Select(Hit)));
    }

    /// <summary>All hits, sure or not.</summary>
    public IEnumerable<MatchHit> All(Message message) => Hits(message).Select(Hit);

    private MatchHit Hit((Term Term, Found Found, bool Same) hit) => hit.Found.Hit(
        topics, hit.Term.IsRomanised ? MatchKind.Romanised : hit.Same ? MatchKind.Loose : MatchKind.Near,
        hit.Term.Joined.Length - (hit.Same ? 0 : 0.5), hit.Same ? Reasons.Sounds(hit.Term) : Reasons.OneLetter(hit.Term));

    private IEnumerable<(Term Term, Found Found, bool Same)> Hits(Message message)
    {
        foreach (var (start, end, count) in Windows(message.Words))
        {
            var joined = string.Concat(message.Words.Skip(start).Take(count).Select(word => word.Key));
            var (plain, roman) = (LatinWord.Plain(joined), RomanKey.Of(joined));
            var place = message.Words[start].Start;
            foreach (var term in latin)
            {
                if (Math.Abs(term.Words.Count - count) > 2)
                    continue;
                var found = new Found(term, place, end - place);
                if (term.Use == TermUse.Label && !message.IsAll(found))
                    continue;
                var typed = term.IsRomanised ? roman : plain;
                var same = string.Equals(typed, term.Joined, StringComparison.Ordinal);
                if (same || (term.Joined.Length >= LongEnough && typed.Length >= LongEnough && IsOneAway(typed, term.Joined)))
                    yield return (term, found, same);
            }
        }
    }

    private static IEnumerable<(int Start, int End, int Count)> Windows(IReadOnlyList<LatinWord> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            for (var last = start; last < words.Count && last < start + LongestWindow && words[last].Block == words[start].Block; last++)
                yield return (start, words[last].Start + words[last].Length, last - start + 1);
        }
    }

    /// <summary>True for one letter too many, too few or other.</summary>
    public static bool IsOneAway(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;

        var before = one.AsSpan().CommonPrefixLength(other);
        var a = one.AsSpan(before);
        var b = other.AsSpan(before);
        if (a.Length == b.Length)
            return a.Length > 0 && a[1..].SequenceEqual(b[1..]);
        return a.Length > b.Length ? a[1..].SequenceEqual(b) : a.SequenceEqual(b[1..]);
    }
}
