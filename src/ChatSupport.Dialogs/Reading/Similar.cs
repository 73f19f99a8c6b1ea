namespace ChatSupport.Dialogs.Reading;

/// <summary>Finds the word an author probably meant.</summary>
public static class Similar
{
    private const int Longest = 80;

    /// <summary>A sentence "Did you mean 'x'?", or <paramref name="otherwise"/> where nothing is near.</summary>
    public static string Mend(string word, IEnumerable<string> known, string otherwise) =>
        To(word, known) is { } near ? $"Did you mean '{near}'?" : otherwise;

    /// <summary>The nearest known word; null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > Longest)
            return null;

        var within = Math.Max(1, word.Length / 3) + 1;
        string? nearest = null;
        foreach (var candidate in known)
        {
            if (candidate.Length > Longest || Math.Abs(candidate.Length - word.Length) >= within)
                continue;

            var distance = Distance(word, candidate);
            if (distance >= within)
                continue;

            (within, nearest) = (distance, candidate);
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of two neighbours.</summary>
    private static int Distance(string left, string right)
    {
        var (before, last, next) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(next[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            (before, last, next) = (last, next, before);
        }

        return last[right.Length];
    }
}
