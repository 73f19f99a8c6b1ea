namespace ChatSupport.Dialogs.Khmer;

/// <summary>A term found in a message.</summary>
/// <param name="Term">What was found.</param>
/// <param name="Start">Where it begins in the original message, in UTF-16 units.</param>
/// <param name="Length">What it covers there.</param>
internal readonly record struct Found(Term Term, int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(Found other) => Start < other.End && other.Start < End;

    public MatchHit Hit(IReadOnlyList<MatchTopic> topics, MatchKind kind, double score, string why) =>
        new(topics[Term.Topic].Id, Term.Text, Start, Length, kind, score, why);
}
