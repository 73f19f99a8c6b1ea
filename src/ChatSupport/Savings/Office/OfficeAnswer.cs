namespace ChatSupport.Savings.Office;

/// <summary>What became of an act at the office.</summary>
internal abstract record OfficeAnswer
{
    private OfficeAnswer()
    {
    }

    public static OfficeAnswer Done { get; } = new Good("");

    public static OfficeAnswer Not(string why) => new Refused(why);

    /// <summary>The answer of the ledger, where it refused.</summary>
    public static OfficeAnswer Not(LedgerRefusal why) => new Refused(OfficeRefusal.Of(why));

    /// <summary>It is done, and this is to be said; empty for nothing.</summary>
    /// <param name="Told">One of <see cref="OfficeWords"/>.</param>
    internal sealed record Good(string Told) : OfficeAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Why">One of <see cref="OfficeRefusal"/>.</param>
    internal sealed record Refused(string Why) : OfficeAnswer;
}

/// <summary>What is said of what was done, in English; translated where it is shown.</summary>
internal static class OfficeWords
{
    public const string WaitsForSecond = "Kept. It becomes a balance once somebody else keys the same from the book.";
    public const string Differs = "It differs from what somebody else keyed. Both of you read the book once more; neither sees what the other keyed.";
    public const string Entered = "Both of you read the same: it is entered.";
    public const string SheetKept = "The sheet is kept. It is entered once somebody else has counted the same totals.";
    public const string SheetEntered = "The totals are the same: all balances of the sheet are entered.";
    public const string Asked = "The money is kept back. Somebody else approves it now.";
    public const string Approved = "Approved. Somebody else pays it out now.";
    public const string Paid = "Paid and entered.";
    public const string Proposed = "Kept. Somebody else looks at it and confirms.";
    public const string Confirmed = "Confirmed and entered.";
    public const string Received = "It is what she offered: the cash is in the safe.";
}
