namespace ChatSupport.Dialogs.Khmer;

/// <summary>The words of a text that nobody understood, for counting: normalised, each by itself, so that no sentence can be put together again.</summary>
/// <remarks>Khmer does not part words, and a list of words would miss just those that workers use and nobody wrote down. So a run of Khmer letters
/// gives all its stretches of two to five clusters: those that many workers share are words, the others are never seen by anybody.</remarks>
public static class WordPieces
{
    /// <summary>The longest stretch of Khmer, in clusters.</summary>
    public const int LongestStretch = 5;

    private const int LongestRead = 300; // UTF-16 units: who writes more than that tells a story, whose words are hers
    private const int MostPieces = 80;
    private const int ShortestLatin = 3;
    private const int LongestLatin = 20;
    private const int LongestWhole = 3; // clusters: a message of more is a sentence, which is not kept whole

    /// <summary>The pieces, each once.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Strict keys. Words with digits in them are not among them: they may be numbers to call.</returns>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = StrictKey.Of(text.Length <= LongestRead ? text : text[..LongestRead])
            .Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Any(IsGiveAway)).ToList();
        return [.. words.SelectMany(word => Runs(word).SelectMany(run => Pieces(run, isAll: words.Count == 1 && run.Length == word.Length))).Distinct(StringComparer.Ordinal).Take(MostPieces)];
    }

    /// <summary>Numbers and addresses say who somebody is.</summary>
    private static bool IsGiveAway(char c) => char.IsDigit(c) || c is '@' or '/' or ':' or '_';

    private static IEnumerable<string> Runs(string word)
    {
        for (int start = 0, end; start < word.Length; start = end)
        {
            end = start;
            var isKhmer = Signs.IsKhmer(word[start]);
            while (end < word.Length && Signs.IsKhmer(word[end]) == isKhmer)
                end++;
            yield return word[start..end];
        }
    }

    private static IEnumerable<string> Pieces(string run, bool isAll)
    {
        if (!Signs.IsKhmer(run[0]))
            return run.Length is >= ShortestLatin and <= LongestLatin && run.All(char.IsLetter) ? [run] : [];
        var clusters = Clusters.Split(run).ToArray();
        var longest = Math.Min(LongestStretch, isAll && clusters.Length > LongestWhole ? clusters.Length - 1 : clusters.Length);
        return from length in Enumerable.Range(2, Math.Max(0, longest - 1))
               from start in Enumerable.Range(0, clusters.Length - length + 1)
               select string.Concat(clusters.AsSpan(start, length).ToArray());
    }
}
