namespace ChatSupport.Dialogs.Khmer;

/// <summary>Finds what a message may be about when no rule was sure: every hit counts, also half ones, and is only ever offered.</summary>
internal sealed class SearchRules
{
    private const double Half = 0.5; // of a term's letters or words must be there
    private const double Slip = 0.75;

    private readonly IReadOnlyList<MatchTopic> topics;
    private readonly Term[] named;
    private readonly TermIndex strict;
    private readonly LatinRules latin;

    public SearchRules(IReadOnlyList<MatchTopic> topics, Term[] terms)
    {
        this.topics = topics;
        named = [.. terms.Where(term => term.Use != TermUse.Not)];
        strict = new TermIndex(terms.Where(term => term.Use != TermUse.Label), term => term.Strict);
        latin = new LatinRules(topics, named);
    }

    public IEnumerable<MatchHit> Hits(Message message)
    {
        var pairs = Pairs(message.Loose.Key);
        var whole = KeywordRules.NotCancelled(strict.Find(message.Strict, message.Words))
            .Select(f => f.Hit(topics, MatchKind.Keyword, 300 + f.Term.Size, Reasons.Stands(f.Term, message.IsAll(f))));
        var sounds = latin.All(message).Select(hit => hit with { Score = 100 + hit.Score });
        return whole.Concat(sounds).Concat(named.Select(term => term.IsKhmer ? Khmer(message, term, pairs) : Words(message, term)).OfType<MatchHit>());
    }

    private MatchHit? Khmer(Message message, Term term, HashSet<(string, string)> pairs)
    {
        if (!message.HasKhmer)
            return null;

        if (message.Size >= 2 && term.Loose.Contains(message.Loose.Key, StringComparison.Ordinal))
            return message.All(term).Hit(topics, MatchKind.Alike, 250, Reasons.Alike(term, "contains the message"));

        if (term.Size >= 2)
        {
            var (distance, start, end) = ClusterDistance.Within(message.LooseSpelling, term.LooseSpelling, Slip);
            if (distance <= Slip && (distance == 0 || !term.IsShort))
            {
                var (from, length) = message.Loose.Original(message.LooseSpelling.At(start), message.LooseSpelling.At(end));
                return new Found(term, from, length).Hit(topics, MatchKind.Near, 200 + term.Size - (10 * distance), Reasons.SlipInside(term, distance));
            }
        }

        var wanted = Pairs(term.Loose);
        var share = wanted.Count == 0 ? 0 : (double)wanted.Count(pairs.Contains) / wanted.Count;
        return share >= Half ? message.All(term).Hit(topics, MatchKind.Alike, share, Reasons.Alike(term, "has many letters in common with the message")) : null;
    }

    private MatchHit? Words(Message message, Term term)
    {
        var wanted = term.Words.Where(word => word.Length > 3).ToList();
        var there = message.Words.Where(said => wanted.Exists(word => IsAlike(LatinWord.Plain(said.Key), LatinWord.Plain(word)))).ToList();
        if (there.Count == 0 || (double)there.Count / wanted.Count < Half)
            return null;

        var place = new Found(term, there[0].Start, there[0].Length);
        return place.Hit(topics, MatchKind.Alike, (double)there.Count / wanted.Count, Reasons.Alike(term, "has words in common with the message"));
    }

    private static bool IsAlike(string said, string word) =>
        said == word || (said.Length >= 5 && word.Length >= 5 && LatinRules.IsOneAway(said, word));

    /// <summary>Neighbouring clusters: they tell words apart where there are no blanks.</summary>
    private static HashSet<(string, string)> Pairs(string loose)
    {
        var clusters = Clusters.Split(loose).Where(cluster => cluster != " ").ToList();
        return [.. clusters.Zip(clusters.Skip(1))];
    }
}
