namespace ChatSupport.Dialogs.Khmer;

/// <summary>Finds out what a typed text means. Built once for a set of topics; immutable, safe for any number of threads.</summary>
/// <remarks>Spelling is compared by <see cref="StrictKey"/>, and blanks between Khmer letters do not count, because Khmer does not part
/// words. A keyword of one or two clusters turns up inside other words, so it counts only as the whole message or beside a second
/// keyword of its topic. The numbers of a menu are not looked at here.</remarks>
public sealed class Matcher
{
    private const int LongestSlip = 8; // clusters: in a longer message a slip says nothing

    private readonly IReadOnlyList<MatchTopic> topics;
    private readonly ILookup<string, Term> labels;
    private readonly ILookup<string, Term> wholes;
    private readonly Term[] named;
    private readonly KeywordRules keywords;
    private readonly LatinRules latin;
    private readonly CrisisRules crisis;
    private readonly SearchRules search;

    /// <summary>Prepares the keys of all labels and keywords.</summary>
    /// <param name="topics">What can be meant; ids may repeat, then they are one topic to the caller and two to the ranking.</param>
    public Matcher(IReadOnlyList<MatchTopic> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        this.topics = [.. topics];
        var terms = this.topics.SelectMany(Term.Of).ToArray();
        named = [.. terms.Where(term => term.Use != TermUse.Not)];
        labels = named.Where(term => term.Use == TermUse.Label).ToLookup(term => term.Strict, StringComparer.Ordinal);
        wholes = named.Where(term => term.IsKhmer).ToLookup(term => term.Loose, StringComparer.Ordinal);
        keywords = new KeywordRules(this.topics, terms);
        latin = new LatinRules(this.topics, named);
        crisis = new CrisisRules(this.topics, [.. terms.Where(term => this.topics[term.Topic].Crisis)]);
        search = new SearchRules(this.topics, terms);
    }

    /// <summary>The topic that the text means, by the first of these that finds one: whole label; keyword; loosely equal label or
    /// keyword; a short message with a slip of the finger; words in Latin letters.</summary>
    /// <param name="said">What was typed.</param>
    /// <returns>Certain with the topic first; unsure with those to ask about, at most <c>6</c>; or none.</returns>
    public MatchResult Match(string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var message = new Message(said);
        if (message.IsEmpty)
            return MatchResult.None;

        var label = Ranking.Of(labels[message.Strict.Key].Select(term => message.All(term).Hit(
            topics, MatchKind.Label, 1, $"The whole message is the label '{term.Text}'.")));
        if (label.Certainty != MatchCertainty.None)
            return label;

        var strict = keywords.Match(message, out var barred);
        if (strict.Certainty != MatchCertainty.None)
            return strict;

        var loose = Loosely(message, barred);
        if (loose.Certainty != MatchCertainty.None)
            return loose;

        var near = Nearly(message, barred);
        return near.Certainty != MatchCertainty.None ? near : latin.Match(message, barred);
    }

    /// <summary>The topics that have anything to do with the text, best first, for "did you mean".</summary>
    /// <param name="said">What was typed.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>One hit for each topic; empty where nothing is alike.</returns>
    public IReadOnlyList<MatchHit> Search(string said, int most)
    {
        ArgumentNullException.ThrowIfNull(said);
        var message = new Message(said);
        return message.IsEmpty ? [] : Ranking.BestOfEach(search.Hits(message)).Take(most).ToList();
    }

    /// <summary>The crisis topics with any hit at all, best first: here showing help once too often is the smaller mistake.</summary>
    /// <param name="said">What was typed.</param>
    public IReadOnlyList<MatchHit> Crisis(string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var message = new Message(said);
        return message.IsEmpty ? [] : Ranking.BestOfEach(crisis.Hits(message)).ToList();
    }

    private MatchResult Loosely(Message message, Barred barred)
    {
        var terms = wholes[message.Loose.Key].Where(term => !barred.Bars(term.Topic)).ToList();
        var result = Ranking.Of(terms.Select(term => message.All(term).Hit(topics, MatchKind.Loose, 1,
            $"The whole message is '{term.Text}' but for vowel length, shifters or letters that sound the same.")));
        return terms.Any(term => !term.IsShort) ? result : Ranking.Unsure(result.Hits);
    }

    private MatchResult Nearly(Message message, Barred barred)
    {
        if (!message.HasKhmer || message.Size > LongestSlip)
            return MatchResult.None;

        var hits = new List<MatchHit>();
        foreach (var term in named)
        {
            if (!term.IsKhmer || term.Size < 2 || barred.Bars(term.Topic))
                continue;
            var distance = ClusterDistance.Between(message.Spelling, term.Spelling, ClusterDistance.Slip);
            if (distance <= ClusterDistance.Slip)
                hits.Add(message.All(term).Hit(topics, MatchKind.Near, 1 - distance, Reasons.Slip(term, distance)));
        }

        return Ranking.Unsure(hits);
    }
}
