using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Risk;

/// <summary>One meaning that a person should look at soon, with every way to write it that staff listed.</summary>
/// <param name="Id">Its name in the file, the same in every revision: <c>want-to-die</c>.</param>
/// <param name="Class">What it tells of.</param>
/// <param name="Level">How urgent: 0 (danger now) to 3 (good to know).</param>
/// <param name="Words">The words per script (<see cref="RiskWords.Scripts"/>), and under <see cref="Keywords.Not"/> the harmless longer ones that contain them.</param>
/// <param name="Note">What staff wrote about it.</param>
/// <param name="Status">How far each script was reviewed.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record RiskEntry(
    string Id, RiskClass Class, int Level, Keywords Words, string Note, IReadOnlyDictionary<string, ReviewStatus> Status, Mark Mark)
{
    /// <summary>The most urgent level: danger now.</summary>
    public const int MostUrgent = 0;

    /// <summary>The least urgent level.</summary>
    public const int LeastUrgent = 3;
}

/// <summary>A risk word in a message.</summary>
/// <param name="Entry">What it means.</param>
/// <param name="Word">The word as staff wrote it.</param>
/// <param name="Start">Where it begins in the message, in UTF-16 units.</param>
/// <param name="Length">What it covers there.</param>
public sealed record RiskHit(RiskEntry Entry, string Word, int Start, int Length)
{
    /// <summary>What it tells of.</summary>
    public RiskClass Class => Entry.Class;

    /// <summary>How urgent, from 0, the most.</summary>
    public int Level => Entry.Level;
}
