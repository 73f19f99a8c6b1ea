namespace ChatSupport.Dialogs.Khmer;

/// <summary>Keywords exactly as written, anywhere in a message: the longest wins, a short one needs company, a phrase can cancel.</summary>
internal sealed class KeywordRules(IReadOnlyList<MatchTopic> topics, IEnumerable<Term> terms)
{
    private readonly TermIndex index = new(terms.Where(term => term.Use != TermUse.Label), term => term.Strict);

    /// <summary>Looks for keywords.</summary>
    /// <param name="message">The message.</param>
    /// <param name="barred">What phrases of the message rule out: no weaker rule may bring it back.</param>
    public MatchResult Match(Message message, out Barred barred)
    {
        var found = index.Find(message.Strict, message.Words);
        barred = new Barred(message, [.. found.Where(f => f.Term.Use == TermUse.Not)]);
        return Ranking.Of(LongestOf(NotCancelled(found)).GroupBy(f => f.Term.Topic).Select(hits => Judge(message, [.. hits])).OfType<MatchHit>());
    }

    /// <summary>The keywords that no phrase of their own topic overlaps.</summary>
    public static IEnumerable<Found> NotCancelled(IReadOnlyList<Found> found)
    {
        var phrases = found.Where(f => f.Term.Use == TermUse.Not).ToList();
        return found.Where(f => f.Term.Use == TermUse.Keyword && !phrases.Exists(p => p.Term.Topic == f.Term.Topic && p.Overlaps(f)));
    }

    private static List<Found> LongestOf(IEnumerable<Found> found)
    {
        var kept = new List<Found>();
        foreach (var one in found.OrderByDescending(f => f.Term.Size))
        {
            if (!kept.Exists(longer => longer.Overlaps(one) && longer.Term.Size > one.Term.Size))
                kept.Add(one);
        }

        return kept;
    }

    /// <summary>The best hit of one topic, or null where short keywords stand alone.</summary>
    private MatchHit? Judge(Message message, List<Found> hits)
    {
        var best = hits[0]; // they come longest first
        var whole = hits.FindIndex(message.IsAll);
        if (whole >= 0)
            best = hits[whole];

        var all = hits.DistinctBy(f => f.Term.Strict, StringComparer.Ordinal).Sum(f => f.Term.Size);
        var score = best.Term.Size + (Math.Min(all, 99) / 100.0) + (whole >= 0 ? 1000 : 0);
        if (whole >= 0 || !best.Term.IsShort)
            return best.Hit(topics, MatchKind.Keyword, score, Reasons.Stands(best.Term, whole >= 0));

        var second = hits.FindIndex(f => f.Term.Strict != best.Term.Strict && !f.Overlaps(best));
        return second < 0 ? null : best.Hit(topics, MatchKind.Keyword, score, Reasons.Together(best.Term, hits[second].Term));
    }
}

/// <summary>What the cancelling phrases of a message rule out.</summary>
internal sealed class Barred(Message message, IReadOnlyList<Found> phrases)
{
    /// <summary>The whole message is such a phrase of this topic.</summary>
    public bool Bars(int topic) => phrases.Any(phrase => phrase.Term.Topic == topic && message.IsAll(phrase));

    /// <summary>The place in the message is a part of such a phrase of its topic.</summary>
    public bool Bars(Found found) => phrases.Any(phrase => phrase.Term.Topic == found.Term.Topic && (phrase.Overlaps(found) || message.IsAll(phrase)));
}
