namespace ChatSupport.Savings.Figures;

/// <summary>Decides which cells of a column are hidden, so that no number of one to four people can be seen, nor counted back from the others and their total.</summary>
internal static class Suppression
{
    /// <summary>Fewer than this are hidden.</summary>
    public const int FewerThan = 5;

    /// <summary>Whether a number tells of too few people. Nobody tells of nobody.</summary>
    public static bool IsSmall(int count) => count is > 0 and < FewerThan;

    /// <summary>Decides for rows whose sum is shown as well.</summary>
    /// <param name="rows">For each row the numbers that it tells: all of them, or who is in a part and who is not. As many for each row.</param>
    /// <param name="sizes">How large each row is: the smallest are hidden first, so that the same rows are hidden in every column. Left out, the numbers say.</param>
    /// <returns>Which rows are hidden, and whether the total has to be hidden too.</returns>
    public static (IReadOnlyList<bool> Hidden, bool Total) Of(IReadOnlyList<IReadOnlyList<int>> rows, IReadOnlyList<int>? sizes = null)
    {
        var hidden = rows.Select(row => row.Any(IsSmall)).ToArray();
        var sums = Sums(rows, _ => true);
        if (sums.Any(IsSmall))
            return (rows.Select(_ => true).ToArray(), true); // all together are too few
        while (hidden.Contains(true) && !IsEnough(rows, hidden))
        {
            var next = Enumerable.Range(0, rows.Count).Where(at => !hidden[at] && rows[at].Sum() > 0).OrderBy(at => sizes?[at] ?? rows[at].Sum()).Cast<int?>().FirstOrDefault();
            if (next is not { } other)
                return (hidden, true); // nothing is left to hide it behind
            hidden[other] = true;
        }
        return (hidden, false);
    }

    /// <summary>
    /// What is hidden cannot be counted back: it is more than one row, and so many people together that each of the rows could be one of five,
    /// even where every other has only one. Less than that would tell of each that it is small, and five rows of five people that each is one.
    /// </summary>
    private static bool IsEnough(IReadOnlyList<IReadOnlyList<int>> rows, bool[] hidden)
    {
        var places = hidden.Count(one => one);
        return places > 1 && Sums(rows, at => hidden[at]).All(sum => sum == 0 || sum - (places - 1) >= FewerThan);
    }

    private static IEnumerable<int> Sums(IReadOnlyList<IReadOnlyList<int>> rows, Func<int, bool> which) =>
        rows.Count == 0 ? [] : Enumerable.Range(0, rows[0].Count).Select(column => Enumerable.Range(0, rows.Count).Where(which).Sum(at => rows[at][column]));
}
