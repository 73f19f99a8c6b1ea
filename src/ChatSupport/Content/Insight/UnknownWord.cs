namespace ChatSupport.Content.Insight;

/// <summary>A word that at least five workers typed and nobody understood.</summary>
/// <param name="Screen">The screen; empty for all together.</param>
/// <param name="Word">The word, normalised.</param>
/// <param name="Times">How often it was typed.</param>
/// <param name="FoundNothing">How often a search for what it stood in found nothing.</param>
internal sealed record UnknownWord(string Screen, string Word, long Times, long FoundNothing)
{
    private const double NearlyAll = 0.8;

    /// <summary>Without the parts of words: a stretch that nearly always stands inside of a longer one says nothing by itself.</summary>
    public static IEnumerable<UnknownWord> Whole(IReadOnlyList<UnknownWord> words) => words.Where(word => !words.Any(longer =>
        longer.Word.Length > word.Word.Length && longer.Times >= word.Times * NearlyAll && longer.Word.Contains(word.Word, StringComparison.Ordinal)));
}
