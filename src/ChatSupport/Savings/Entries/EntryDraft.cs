using ChatSupport.Savings.Accounts;

namespace ChatSupport.Savings.Entries;

/// <summary>An entry before it has its place in the ledger.</summary>
internal sealed record EntryDraft(string Id, byte[] Request, EntryKind Kind, AccountState Dr, AccountState Cr, long Amount, DateOnly OccurredOn, string Maker)
{
    public string Reason { get; init; } = "";

    public string? Confirmer { get; init; }

    public long? Reverses { get; init; }

    public long? Hold { get; init; }

    public string? Link { get; init; }

    /// <summary>Balance of the debited account behind it.</summary>
    /// <exception cref="OverflowException">Too large.</exception>
    public long DrBalance => checked(Dr.Balance + (AccountKinds.SideOf(Dr.Account.Kind) * Amount));

    /// <summary>Balance of the credited account behind it.</summary>
    /// <exception cref="OverflowException">Too large.</exception>
    public long CrBalance => checked(Cr.Balance - (AccountKinds.SideOf(Cr.Account.Kind) * Amount));

    /// <summary>The entry in its place, not yet hashed and sealed.</summary>
    public LedgerEntry At(long seq, byte[] before, DateTimeOffset now) => new()
    {
        Seq = seq,
        Id = Id,
        Request = Request,
        Kind = Kind,
        Dr = Dr.Account.Number,
        Cr = Cr.Account.Number,
        Amount = Amount,
        OccurredOn = OccurredOn,
        RecordedAt = now,
        Reason = Reason,
        Maker = Maker,
        Confirmer = Confirmer,
        Reverses = Reverses,
        Hold = Hold,
        Link = Link,
        DrBalance = DrBalance,
        CrBalance = CrBalance,
        PrevHash = before,
        Hash = [],
        Seal = [],
    };
}
