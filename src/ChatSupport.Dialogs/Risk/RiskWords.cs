namespace ChatSupport.Dialogs.Risk;

/// <summary>The file <c>risk-words.yaml</c>: words after which a person should look at a message sooner. A hit only ever raises: it never lowers,
/// blocks or answers anything. Immutable; any thread may ask.</summary>
/// <param name="entries">The entries in the order of the file.</param>
public sealed class RiskWords(IReadOnlyList<RiskEntry> entries)
{
    /// <summary>What words may be written in, as the file calls it.</summary>
    public static IReadOnlyList<string> Scripts { get; } = ["km", RiskWord.Romanised, "en", "vi", "zh", "emoji"];

    /// <summary>No words: nothing is ever found.</summary>
    public static RiskWords None { get; } = new([]);

    // Content is read far more often than it is asked, as in every check of a draft.
    private readonly Lazy<RiskFinder> finder = new(() => new RiskFinder(entries));

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<RiskEntry> Entries => entries;

    /// <summary>Finds the risk words of a text, however its letters are doubled, spaced or put in order.</summary>
    /// <param name="text">What was written; anything, of any length.</param>
    /// <returns>The hits in the order of the text. Of two hits of one entry in one another only the longer; no hit inside a harmless longer word.</returns>
    public IReadOnlyList<RiskHit> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return entries.Count == 0 || text.Length == 0 ? [] : finder.Value.Find(text);
    }

    /// <summary>How urgent a text is: the most urgent level of its risk words, 0 being danger now; null where it has none.</summary>
    /// <param name="text">What was written.</param>
    public int? Level(string text) => Find(text) is { Count: > 0 } hits ? hits.Min(hit => hit.Level) : null;
}
