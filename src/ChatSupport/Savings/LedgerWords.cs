namespace ChatSupport.Savings;

/// <summary>What may stand in the texts of the ledger. Nothing there can be taken back, so nothing that a person could be known from may get in.</summary>
internal static class LedgerWords
{
    private const int LongestId = 64;
    private const int LongestReason = 40;

    /// <summary>An id: 1 to 64 letters, digits, points, colons, hyphens and underscores.</summary>
    public static bool IsId(string? text) => text is { Length: > 0 and <= LongestId } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '-' or '_');

    /// <summary>A reason: a word such as <c>wrong-amount</c>, or nothing.</summary>
    public static bool IsReason(string text) => text.Length <= LongestReason && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');
}
