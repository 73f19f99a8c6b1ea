namespace ChatSupport.Content.Insight;

/// <summary>A word that at least five workers typed and nobody understood.</summary>
/// <param name="Screen">The screen; empty for all together.</param>
/// <param name="Word">The word, normalised.</param>
/// <param name="Times">How often it was typed.</param>
internal sealed record UnknownWord(string Screen, string Word, long Times)
{
    private const double NearlyAll = 0.8;
    private static readonly int[] steps = [5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>The largest of a few round numbers that it was typed at least as often as: one time more is not to be seen.</summary>
    public int AtLeast => steps.Last(step => step <= Math.Max(Times, steps[0]));

    /// <summary>Without the parts of words: a stretch that nearly always stands inside of a longer one says nothing by itself.</summary>
    public static IEnumerable<UnknownWord> Whole(IReadOnlyList<UnknownWord> words) => words.Where(word => !words.Any(longer =>
        longer.Word.Length > word.Word.Length && longer.Times >= word.Times * NearlyAll && longer.Word.Contains(word.Word, StringComparison.Ordinal)));
}
