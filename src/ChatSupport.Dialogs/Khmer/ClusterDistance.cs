namespace ChatSupport.Dialogs.Khmer;

/// <summary>How far two spellings are apart. A slip on a small sign weighs less than one on a letter: a vowel or other sign 0.25, a
/// shifter 0.35, a subscript 0.60 (also where only the coeng was forgotten), a letter 1.</summary>
public static class ClusterDistance
{
    /// <summary>The most that still counts as a slip of the finger.</summary>
    internal const double Slip = 0.75;

    /// <summary>The cost of the cheapest way from one strict key to the other.</summary>
    /// <param name="strictA">A <see cref="StrictKey"/>.</param>
    /// <param name="strictB">A <see cref="StrictKey"/>.</param>
    /// <param name="limit">Above this the exact distance is of no interest.</param>
    /// <returns>0 for equal keys; <see cref="double.PositiveInfinity"/> where the distance is above the limit.</returns>
    public static double Between(string strictA, string strictB, double limit)
    {
        ArgumentNullException.ThrowIfNull(strictA);
        ArgumentNullException.ThrowIfNull(strictB);
        return strictA == strictB ? 0 : Between(new Spelling(strictA), new Spelling(strictB), limit);
    }

    /// <inheritdoc cref="Between(string, string, double)"/>
    internal static double Between(Spelling a, Spelling b, double limit)
    {
        var most = limit * 100;
        if (Math.Abs(a.Weight - b.Weight) > most)
            return double.PositiveInfinity;

        var row = new int[b.Units.Length + 1];
        for (var j = 0; j < b.Units.Length; j++)
            row[j + 1] = row[j] + b.Units[j].Weight;

        foreach (var unit in a.Units)
        {
            if (Advance(row, unit, b.Units, row[0] + unit.Weight) > most)
                return double.PositiveInfinity;
        }

        return row[^1] <= most ? row[^1] / 100.0 : double.PositiveInfinity;
    }

    /// <summary>The cheapest place in a long text to find a word, from the beginning of a cluster to the end of one.</summary>
    /// <returns>The distance and the end of the place in units of the text; infinity where it is above the limit.</returns>
    internal static (double Distance, int Start, int End) Within(Spelling text, Spelling word, double limit)
    {
        var (best, bestStart, bestEnd) = ((int)(limit * 100), 0, -1);
        var row = new int[word.Units.Length + 1];
        var starts = new int[word.Units.Length + 1];
        for (var j = 0; j < word.Units.Length; j++)
            row[j + 1] = row[j] + word.Units[j].Weight;

        for (var i = 0; i < text.Units.Length; i++)
        {
            AdvanceWithin(row, starts, i, text, word.Units);
            if (text.IsBoundary(i + 1) && (row[^1] < best || (row[^1] == best && bestEnd < 0)))
                (best, bestStart, bestEnd) = (row[^1], starts[^1], i + 1);
        }

        return bestEnd < 0 ? (double.PositiveInfinity, 0, 0) : (best / 100.0, bestStart, bestEnd);
    }

    private static int Advance(int[] row, SpellingUnit unit, ReadOnlySpan<SpellingUnit> other, int first)
    {
        var diagonal = row[0];
        var least = row[0] = first;
        for (var j = 0; j < other.Length; j++)
        {
            var changed = diagonal + unit.CostOf(other[j]);
            diagonal = row[j + 1];
            row[j + 1] = Math.Min(changed, Math.Min(diagonal + unit.Weight, row[j] + other[j].Weight));
            least = Math.Min(least, row[j + 1]);
        }

        return least;
    }

    /// <summary>As <see cref="Advance"/>, but a word may begin free of cost before any cluster; each cell remembers where it began.</summary>
    private static void AdvanceWithin(int[] row, int[] starts, int at, Spelling text, ReadOnlySpan<SpellingUnit> word)
    {
        const int Never = 1_000_000; // a word begins before a cluster
        var unit = text.Units[at];
        var (diagonal, diagonalStart) = (row[0], starts[0]);
        (row[0], starts[0]) = (text.IsBoundary(at + 1) ? 0 : Never, at + 1);
        for (var j = 0; j < word.Length; j++)
        {
            var change = diagonal + unit.CostOf(word[j]);
            var drop = row[j + 1] + unit.Weight;
            var add = row[j] + word[j].Weight;
            var start = change <= drop && change <= add ? diagonalStart : drop <= add ? starts[j + 1] : starts[j];
            (diagonal, diagonalStart) = (row[j + 1], starts[j + 1]);
            row[j + 1] = Math.Min(change, Math.Min(drop, add));
            starts[j + 1] = start;
        }
    }
}
