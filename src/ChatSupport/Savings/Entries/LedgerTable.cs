using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Savings.Entries;

/// <summary>A table of the ledger whose rows are chained: each is numbered and holds the hash of all before it.</summary>
/// <param name="Name">As the database calls it.</param>
/// <param name="Key">The column of the number.</param>
/// <param name="Row">What a row is called in sentences.</param>
internal sealed record LedgerTable(string Name, string Key, string Row)
{
    public static LedgerTable Accounts { get; } = new(LedgerAccount.Table, "number", "Account");

    public static LedgerTable Entries { get; } = new(LedgerEntry.Table, "seq", "Entry");

    public static LedgerTable Holds { get; } = new(LedgerHold.Table, "number", "Hold");

    public static LedgerTable Ends { get; } = new(LedgerEnd.Table, "number", "End");

    /// <summary>All four.</summary>
    public static IReadOnlyList<LedgerTable> All { get; } = [Accounts, Entries, Holds, Ends];
}
