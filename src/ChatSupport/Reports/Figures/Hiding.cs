namespace ChatSupport.Reports.Figures;

/// <summary>Decides which figures of a table are not shown: all that are under a least number, and as many others as it takes that none of them can be
/// worked out from those that are shown.</summary>
/// <remarks>
/// Rows, columns and the whole are shown as sums, and are hidden by the same rules. Read with the sums as one more row and column, whose inner signs are
/// turned, every line of the table sums to zero; so what hidden figures may be, given what is shown and that none is below zero, is a question of flows
/// between rows and columns. Each hidden figure must be able to move by at least the least number, else a small one could be told from others.
/// It is assumed that a table is the only one over its reports: no other cut of the same period is ever shown.
/// </remarks>
internal static class Hiding
{
    private const long Free = long.MaxValue / 4;

    /// <summary>The table with its sums, as it may be shown.</summary>
    /// <param name="counts">Rows by columns, none below zero.</param>
    /// <param name="least">The least number that is shown.</param>
    /// <returns>One row and one column more, for the sums; null where a figure is hidden.</returns>
    public static long?[,] Show(long[,] counts, int least)
    {
        if (counts.Length == 0)
            throw new ArgumentException("A table has a row and a column.", nameof(counts));
        var full = WithSums(counts);
        var hidden = new bool[full.GetLength(0), full.GetLength(1)];
        foreach (var (row, column) in Cells(full))
            hidden[row, column] = full[row, column] < least;
        while (FirstUnsafe(full, hidden, least) is { } open)
        {
            if (!HideMore(full, hidden, open))
                HideAll(hidden);
        }
        var shown = new long?[full.GetLength(0), full.GetLength(1)];
        foreach (var (row, column) in Cells(full))
            shown[row, column] = hidden[row, column] ? null : full[row, column];
        return shown;
    }

    private static long[,] WithSums(long[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var full = new long[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var one = counts[row, column];
                ArgumentOutOfRangeException.ThrowIfNegative(one, nameof(counts));
                full[row, column] = one;
                full[rows, column] += one;
                full[row, columns] += one;
                full[rows, columns] += one;
            }
        }
        return full;
    }

    private static (int Row, int Column)? FirstUnsafe(long[,] full, bool[,] hidden, int least)
    {
        foreach (var (row, column) in Cells(full))
        {
            if (hidden[row, column] && Room(full, hidden, row, column, least) < least)
                return (row, column);
        }
        return null;
    }

    /// <summary>By how much a hidden figure could be another, counted up to what is needed.</summary>
    private static long Room(long[,] full, bool[,] hidden, int row, int column, int needed)
    {
        var others = new Flow(full, hidden, row, column);
        var up = Turned(full, row, column) ? Math.Min(full[row, column], others.FromColumn(needed)) : others.FromColumn(needed);
        var down = Turned(full, row, column) ? others.FromRow(needed) : Math.Min(full[row, column], others.FromRow(needed));
        return up + down;
    }

    /// <summary>Hides the three other corners of a rectangle through the figure, the one that costs least to whoever reads the table.</summary>
    /// <returns>False where all of them are hidden already.</returns>
    private static bool HideMore(long[,] full, bool[,] hidden, (int Row, int Column) open)
    {
        (long Cost, int Row, int Column)? best = null;
        foreach (var (row, column) in Cells(full).Where(cell => cell.Row != open.Row && cell.Column != open.Column))
        {
            var cost = Cost(row, open.Column) + Cost(open.Row, column) + Cost(row, column);
            if (cost > 0 && (best is null || cost < best.Value.Cost))
                best = (cost, row, column);
        }
        if (best is not { } corner)
            return false;
        hidden[corner.Row, open.Column] = hidden[open.Row, corner.Column] = hidden[corner.Row, corner.Column] = true;
        return true;

        long Cost(int row, int column) => hidden[row, column] ? 0 : 1 + full[row, column];
    }

    private static void HideAll(bool[,] hidden)
    {
        for (var row = 0; row < hidden.GetLength(0); row++)
        {
            for (var column = 0; column < hidden.GetLength(1); column++)
                hidden[row, column] = true;
        }
    }

    private static IEnumerable<(int Row, int Column)> Cells(long[,] full) =>
        Enumerable.Range(0, full.GetLength(0)).SelectMany(row => Enumerable.Range(0, full.GetLength(1)).Select(column => (row, column)));

    /// <summary>A sum of one line counts against the figures of that line.</summary>
    private static bool Turned(long[,] full, int row, int column) => (row == full.GetLength(0) - 1) != (column == full.GetLength(1) - 1);

    /// <summary>How much can be moved between a row and a column over the hidden figures but one.</summary>
    private sealed class Flow(long[,] full, bool[,] hidden, int row, int column)
    {
        private readonly int rows = full.GetLength(0);
        private readonly int columns = full.GetLength(1);

        /// <summary>What the others give when the figure's value rises in its line.</summary>
        public long FromColumn(int needed) => Most(rows + column, row, needed);

        /// <summary>What the others give when it falls.</summary>
        public long FromRow(int needed) => Most(row, rows + column, needed);

        private long Most(int from, int to, int needed)
        {
            var moved = new long[rows, columns];
            var sum = 0L;
            while (sum < needed && Way(from, to, moved) is { } way)
                sum += Push(way, moved, needed - sum);
            return sum;
        }

        /// <summary>A shortest way with room: nodes from the first to the last.</summary>
        private List<int>? Way(int from, int to, long[,] moved)
        {
            var before = new int[rows + columns];
            Array.Fill(before, -1);
            before[from] = from;
            var next = new Queue<int>([from]);
            while (next.TryDequeue(out var at))
            {
                for (var other = at < rows ? rows : 0; other < (at < rows ? rows + columns : rows); other++)
                {
                    if (before[other] >= 0 || Space(at, other, moved) <= 0)
                        continue;
                    before[other] = at;
                    if (other == to)
                        return Back(before, from, to);
                    next.Enqueue(other);
                }
            }
            return null;
        }

        private static List<int> Back(int[] before, int from, int to)
        {
            var way = new List<int> { to };
            while (way[^1] != from)
                way.Add(before[way[^1]]);
            way.Reverse();
            return way;
        }

        private long Push(List<int> way, long[,] moved, long most)
        {
            var steps = way.Zip(way.Skip(1)).ToList();
            var amount = steps.Aggregate(most, (least, step) => Math.Min(least, Space(step.First, step.Second, moved)));
            foreach (var (at, other) in steps)
            {
                if (at < rows)
                    moved[at, other - rows] += amount;
                else
                    moved[other, at - rows] -= amount;
            }
            return amount;
        }

        /// <summary>From a row to a column a figure rises, the other way it falls; a real count never below zero.</summary>
        private long Space(int at, int other, long[,] moved)
        {
            var (r, c) = at < rows ? (at, other - rows) : (other, at - rows);
            if (!hidden[r, c] || (r == row && c == column))
                return 0;
            var isTurned = Turned(full, r, c);
            return at < rows
                ? (isTurned ? full[r, c] - moved[r, c] : Free)
                : (isTurned ? Free : full[r, c] + moved[r, c]);
        }
    }
}
