using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Entries;

/// <summary>What became of a wish for an entry.</summary>
internal abstract record EntryOutcome
{
    private EntryOutcome()
    {
    }

    /// <summary>It stands in the ledger now.</summary>
    internal sealed record Recorded(EntryReceipt Receipt) : EntryOutcome;

    /// <summary>It stood there already: the same was asked for before. Nothing was written.</summary>
    internal sealed record Repeated(EntryReceipt Receipt) : EntryOutcome;

    /// <summary>Nothing was written.</summary>
    internal sealed record Refused(LedgerRefusal Why) : EntryOutcome;
}

/// <summary>What proves an entry to who asked for it; the same however often she asks.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="Id">The id that she made.</param>
/// <param name="Kind">Why.</param>
/// <param name="Dr">Account debited.</param>
/// <param name="Cr">Account credited.</param>
/// <param name="Amount">How much.</param>
/// <param name="DrBalance">Balance of the debited account behind it.</param>
/// <param name="CrBalance">Balance of the credited account behind it.</param>
/// <param name="OccurredOn">Its day.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Hash">Its hash, in hexadecimal digits.</param>
internal sealed record EntryReceipt(
    long Seq, string Id, EntryKind Kind, long Dr, long Cr, Money Amount, long DrBalance, long CrBalance, DateOnly OccurredOn, DateTimeOffset RecordedAt, string Hash)
{
    public static EntryReceipt Of(LedgerEntry entry, Currency currency) => new(
        entry.Seq, entry.Id, entry.Kind, entry.Dr, entry.Cr, new Money(entry.Amount, currency), entry.DrBalance, entry.CrBalance, entry.OccurredOn, entry.RecordedAt,
        Convert.ToHexStringLower(entry.Hash));
}
