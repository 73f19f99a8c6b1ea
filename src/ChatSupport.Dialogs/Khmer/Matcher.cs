namespace ChatSupport.Dialogs.Khmer;

/// <summary>Finds out what a typed text means. Built once for a set of topics; immutable, safe for any number of threads.</summary>
public sealed class Matcher
{
    private readonly IReadOnlyList<MatchTopic> topics;

    /// <summary>Prepares the keys of all labels and keywords.</summary>
    public Matcher(IReadOnlyList<MatchTopic> topics) => this.topics = topics;

    /// <summary>The topic that the text means, by the first of these that finds one: whole label; keyword; loosely equal label or
    /// keyword; a short message with a slip of the finger; words in Latin letters.</summary>
    public MatchResult Match(string said) => throw new NotSupportedException(said + topics.Count);

    /// <summary>The topics that have anything to do with the text, best first, for "did you mean".</summary>
    /// <param name="said">What was typed.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<MatchHit> Search(string said, int most) => throw new NotSupportedException(said + most + topics.Count);

    /// <summary>The crisis topics with any hit at all, best first: here showing help once too often is the smaller mistake.</summary>
    public IReadOnlyList<MatchHit> Crisis(string said) => throw new NotSupportedException(said + topics.Count);
}
