namespace ChatSupport.Dialogs.Khmer;

/// <summary>What a typed text may mean.</summary>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Hits">The best hit of each topic, best first. When <see cref="MatchCertainty.Certain"/>, the first is meant and any
/// others are weaker hits of other topics; when <see cref="MatchCertainty.Unsure"/>, ask which is meant; else empty.</param>
public sealed record MatchResult(MatchCertainty Certainty, IReadOnlyList<MatchHit> Hits)
{
    /// <summary>Nothing matched.</summary>
    public static MatchResult None { get; } = new(MatchCertainty.None, []);
}

/// <summary>How sure a match is.</summary>
public enum MatchCertainty
{
    /// <summary>Nothing matched.</summary>
    None,

    /// <summary>Ask "did you mean" before doing anything.</summary>
    Unsure,

    /// <summary>The first hit is meant.</summary>
    Certain,
}

/// <summary>How a hit came about, from the surest to the weakest.</summary>
public enum MatchKind
{
    /// <summary>The whole message is a label.</summary>
    Label,

    /// <summary>A keyword stands in the message, exactly.</summary>
    Keyword,

    /// <summary>The same by <see cref="LooseKey"/>: short for long vowels, shifters left out.</summary>
    Loose,

    /// <summary>The same but for a slip of the finger.</summary>
    Near,

    /// <summary>The same word in Latin letters, by <see cref="RomanKey"/>.</summary>
    Romanised,

    /// <summary>Only some letters in common; found by search alone.</summary>
    Alike,
}

/// <summary>One place in a message that speaks for a topic.</summary>
/// <param name="Topic">The <see cref="MatchTopic.Id"/>.</param>
/// <param name="Keyword">The label or keyword as its author wrote it.</param>
/// <param name="Start">Where it begins in the original message, in UTF-16 units.</param>
/// <param name="Length">How much of the original message it covers, in UTF-16 units, zero-width characters included.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Score">Higher is better among hits of one call; otherwise without meaning.</param>
/// <param name="Why">The reason in one plain English sentence, for authors.</param>
public sealed record MatchHit(string Topic, string Keyword, int Start, int Length, MatchKind Kind, double Score, string Why);
