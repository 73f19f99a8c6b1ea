namespace ChatSupport.Dialogs.Khmer;

/// <summary>Makes a result of hits.</summary>
internal static class Ranking
{
    private const int MostToAsk = 6; // as many as a screen may offer

    /// <summary>The best hit of each topic, best first; equal ones in the order of the topics.</summary>
    public static IEnumerable<MatchHit> BestOfEach(IEnumerable<MatchHit> hits) =>
        hits.OrderByDescending(hit => hit.Score).DistinctBy(hit => hit.Topic, StringComparer.Ordinal);

    /// <summary>Certain where one topic is better than all others, else unsure between the best.</summary>
    public static MatchResult Of(IEnumerable<MatchHit> hits)
    {
        var best = BestOfEach(hits).ToList();
        if (best.Count == 0)
            return MatchResult.None;
        return best.Count == 1 || best[0].Score > best[1].Score
            ? new MatchResult(MatchCertainty.Certain, best)
            : new MatchResult(MatchCertainty.Unsure, best.TakeWhile(hit => hit.Score >= best[0].Score).Take(MostToAsk).ToList());
    }

    /// <summary>Unsure whatever the scores.</summary>
    public static MatchResult Unsure(IEnumerable<MatchHit> hits)
    {
        var best = BestOfEach(hits).Take(MostToAsk).ToList();
        return best.Count == 0 ? MatchResult.None : new MatchResult(MatchCertainty.Unsure, best);
    }
}
