namespace ChatSupport.Dialogs.Writing;

/// <summary>How one list of words becomes another with the fewest words touched.</summary>
internal static class WordDiff
{
    /// <summary>Runs of words that go, each with those that come instead; the last first, so that no place shifts before its turn.</summary>
    public static IEnumerable<(int At, int Gone, IReadOnlyList<string> Come)> Between(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var common = Common(old, now);
        var runs = new List<(int, int, IReadOnlyList<string>)>();
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (at, from) = (i, j);
            while ((i < old.Count || j < now.Count) && !(i < old.Count && j < now.Count && old[i] == now[j]))
            {
                if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
                    i++;
                else
                    j++;
            }

            runs.Add((at, i - at, [.. now.Skip(from).Take(j - from)]));
        }

        runs.Reverse();
        return runs;
    }

    /// <summary>The length of the longest common row of words from each pair of places on.</summary>
    private static int[,] Common(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}
