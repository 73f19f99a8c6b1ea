using System.Globalization;
using ChatSupport.Reports.Figures;
using CsCheck;

namespace ChatSupport.Tests.Reports.Figures;

/// <summary>Somebody has a table as it was shown, knows the least figure, and tries every table that there could have been.</summary>
public sealed class NoHiddenFigureIsWorkedOut
{
    private const int Least = 3;

    /// <summary>How many random tables; <c>REPORT_TABLES</c> sets another number.</summary>
    private static int Tables { get; } = int.Parse(Environment.GetEnvironmentVariable("REPORT_TABLES") ?? "150", CultureInfo.InvariantCulture);

    [Fact]
    public void Of_two_by_two_every_table_leaves_each_hidden_figure_open()
    {
        for (var number = 0; number < 6 * 6 * 6 * 6; number++)
        {
            var counts = new long[,] { { number % 6, number / 6 % 6 }, { number / 36 % 6, number / 216 } };
            LeavesOpen(counts);
        }
    }

    [Fact]
    public void Of_larger_ones_as_well() => Gen.Select(Gen.Int[1, 2], Gen.Int[2, 3], Gen.Long[0, 7].Array[9]).Sample(
        (rows, columns, values) =>
        {
            var counts = new long[rows, columns];
            for (var at = 0; at < rows * columns; at++)
                counts[at / columns, at % columns] = values[at];
            LeavesOpen(counts);
        }, iter: Tables, threads: 1);

    [Fact]
    public void What_is_small_is_never_shown_and_what_need_not_be_hidden_is()
    {
        var shown = Hiding.Show(new long[,] { { 40, 30, 4 }, { 25, 60, 20 }, { 33, 12, 50 } }, 10);

        Assert.DoesNotContain(shown.Cast<long?>(), one => one < 10);
        Assert.Null(shown[0, 2]);
        Assert.Equal(4, shown.Cast<long?>().Count(one => one is null)); // a rectangle
        Assert.Equal(274, shown[3, 3]);
        Assert.Equal(74, shown[0, 3]);
    }

    [Fact]
    public void A_table_without_small_figures_is_shown_whole()
    {
        var shown = Hiding.Show(new long[,] { { 10, 11 }, { 12, 13 } }, 10);

        Assert.Equal([10, 11, 21, 12, 13, 25, 22, 24, 46], shown.Cast<long?>());
    }

    [Fact]
    public void Of_a_few_reports_in_all_nothing_is_shown() => Assert.All(Hiding.Show(new long[,] { { 1, 0 }, { 3, 2 } }, 10).Cast<long?>(), Assert.Null);

    [Fact]
    public void A_large_table_of_few_reports_is_decided_quickly()
    {
        var counts = new long[26, 8];
        for (var at = 0; at < counts.Length; at++)
            counts[at / 8, at % 8] = at * 7919 % 23;

        Assert.DoesNotContain(Hiding.Show(counts, 10).Cast<long?>(), one => one < 10);
    }

    /// <summary>Each hidden figure can be at least two things, by every table of whole numbers that shows the same.</summary>
    private static void LeavesOpen(long[,] counts)
    {
        var shown = Hiding.Show(counts, Least);
        Assert.DoesNotContain(shown.Cast<long?>(), one => one < Least);
        var (rows, columns) = (shown.GetLength(0), shown.GetLength(1));
        var could = new HashSet<long>?[rows, columns];
        foreach (var other in Others(counts, shown))
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                    (could[row, column] ??= []).Add(other[row, column]);
            }
        }
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                Assert.True(shown[row, column] is not null || could[row, column]!.Count > 1, $"The figure {row},{column} of {string.Join(' ', counts.Cast<long>())} is worked out.");
        }
    }

    /// <summary>Every table with these shown figures whose hidden inner figures are at most some more than they were.</summary>
    private static IEnumerable<long[,]> Others(long[,] counts, long?[,] shown)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var inner = new long[rows * columns];
        return Fill(0);

        IEnumerable<long[,]> Fill(int at)
        {
            if (at == inner.Length)
            {
                var sums = Sums();
                if (Fits(sums))
                    yield return sums;
                yield break;
            }
            var (row, column) = (at / columns, at % columns);
            var (from, to) = shown[row, column] is { } known ? (known, known) : (Math.Max(0, counts[row, column] - 2), counts[row, column] + 2);
            for (inner[at] = from; inner[at] <= to; inner[at]++)
            {
                if (column == columns - 1 && shown[row, columns] is { } sum && inner.AsSpan(row * columns, columns).ToArray().Sum() != sum)
                    continue;
                foreach (var one in Fill(at + 1))
                    yield return one;
            }
        }

        long[,] Sums()
        {
            var full = new long[rows + 1, columns + 1];
            for (var at = 0; at < inner.Length; at++)
            {
                var (row, column, one) = (at / columns, at % columns, inner[at]);
                full[row, column] = one;
                full[rows, column] += one;
                full[row, columns] += one;
                full[rows, columns] += one;
            }
            return full;
        }

        bool Fits(long[,] full)
        {
            for (var row = 0; row <= rows; row++)
            {
                for (var column = 0; column <= columns; column++)
                {
                    if (shown[row, column] is { } known && known != full[row, column])
                        return false;
                }
            }
            return true;
        }
    }
}
