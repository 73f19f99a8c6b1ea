namespace ChatSupport.Dialogs.Khmer;

/// <summary>Every way in which a message may touch a crisis: no keyword is too short, no likeness too loose. Only a phrase that the
/// author wrote to cancel a keyword, spelled exactly, takes a hit back.</summary>
internal sealed class CrisisRules
{
    private const int LongestSlip = 8; // clusters
    private const double SlipInside = 0.35; // one vowel, sign or shifter inside a longer message

    private readonly IReadOnlyList<MatchTopic> topics;
    private readonly Term[] named;
    private readonly TermIndex strict;
    private readonly TermIndex loose;
    private readonly LatinRules latin;

    public CrisisRules(IReadOnlyList<MatchTopic> topics, Term[] terms)
    {
        this.topics = topics;
        named = [.. terms.Where(term => term.Use != TermUse.Not)];
        strict = new TermIndex(terms.Where(term => term.Use != TermUse.Label), term => term.Strict);
        loose = new TermIndex(terms.Where(term => term.Use == TermUse.Keyword && term.IsKhmer), term => term.Loose);
        latin = new LatinRules(topics, named);
    }

    public IEnumerable<MatchHit> Hits(Message message)
    {
        if (named.Length == 0)
            return [];

        var found = strict.Find(message.Strict, message.Words);
        var phrases = found.Where(f => f.Term.Use == TermUse.Not).ToList();
        var hits = KeywordRules.NotCancelled(found).Select(f => f.Hit(topics, MatchKind.Keyword, 300 + f.Term.Size, Reasons.Stands(f.Term, message.IsAll(f))))
            .Concat(loose.Find(message.Loose, []).Select(f => f.Hit(topics, MatchKind.Loose, 200 + f.Term.Size,
                $"The keyword '{f.Term.Text}' stands in the message but for vowel length, shifters or letters that sound the same.")))
            .Concat(named.Where(term => term.IsKhmer).Select(term => Near(message, term)).OfType<MatchHit>())
            .Concat(latin.All(message));
        return hits.Where(hit => !phrases.Exists(p => topics[p.Term.Topic].Id == hit.Topic && p.Overlaps(new Found(p.Term, hit.Start, hit.Length))));
    }

    private MatchHit? Near(Message message, Term term)
    {
        var whole = message.Size <= LongestSlip && term.Size >= 2
            ? ClusterDistance.Between(message.Spelling, term.Spelling, ClusterDistance.Slip)
            : double.PositiveInfinity;
        if (whole <= ClusterDistance.Slip)
            return message.All(term).Hit(topics, MatchKind.Near, 100 - whole, Reasons.Slip(term, whole));
        if (term.IsShort || term.Use == TermUse.Label)
            return null;

        var (inside, start, end) = ClusterDistance.Within(message.Spelling, term.Spelling, SlipInside);
        if (inside > SlipInside)
            return null;
        var place = message.Strict.Original(message.Spelling.At(start), message.Spelling.At(end));
        return new Found(term, place.Start, place.Length).Hit(topics, MatchKind.Near, 100 - inside, Reasons.SlipInside(term, inside));
    }
}
