namespace ChatSupport.Savings.Accounts;

/// <summary>Shares a pot out so that every riel of it is somebody's, or is said to be left: nothing is lost by rounding.</summary>
internal static class LargestRemainder
{
    /// <summary>Gives each the whole steps that her part of the pot has; the steps that are left go one by one to those whose parts lost most, where these are alike to who has more.</summary>
    /// <param name="pot">What is shared out; 0 or more.</param>
    /// <param name="step">What every part is a multiple of: the smallest note.</param>
    /// <param name="weights">What each has; 0 or more.</param>
    /// <returns>The parts in the order of <paramref name="weights"/>, and what is too small to be given to anybody. Together they are the pot.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Something is below zero.</exception>
    public static (IReadOnlyList<long> Parts, long Left) Split(long pot, long step, IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pot);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        foreach (var weight in weights)
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        var all = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        if (all == 0)
            return (new long[weights.Count], pot);
        var steps = pot / step;
        var parts = weights.Select(weight => (long)(steps * (Int128)weight / all)).ToArray();
        var lost = weights.Select((weight, at) => (At: at, Weight: weight, Lost: steps * (Int128)weight % all));
        foreach (var (at, _, _) in lost.OrderByDescending(one => one.Lost).ThenByDescending(one => one.Weight).ThenBy(one => one.At).Take((int)(steps - parts.Sum())).ToList())
            parts[at]++;
        return ([.. parts.Select(part => part * step)], pot - (steps * step));
    }
}
