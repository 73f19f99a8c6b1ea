using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Entries;

/// <summary>An entry that somebody wants to be made.</summary>
/// <param name="Id">Made and kept by who asks, before she asks.</param>
/// <param name="Kind">Why.</param>
/// <param name="Dr">Number of the account that is debited.</param>
/// <param name="Cr">Number of the account that is credited.</param>
/// <param name="Amount">How much, in the currency of both.</param>
/// <param name="Maker">Opaque id of who makes it.</param>
internal sealed record EntryWish(string Id, EntryKind Kind, long Dr, long Cr, Money Amount, string Maker)
{
    /// <summary>Opaque id of who confirmed it.</summary>
    public string? Confirmer { get; init; }

    /// <summary>The day in Phnom Penh on which it happened; null for today.</summary>
    public DateOnly? OccurredOn { get; init; }

    /// <inheritdoc cref="LedgerEntry.Reason"/>
    public string Reason { get; init; } = "";

    /// <inheritdoc cref="LedgerEntry.Link"/>
    public string? Link { get; init; }

    /// <summary>She was asked about cents and means them.</summary>
    public bool CentsAreMeant { get; init; }

    /// <summary>Hash of the content: the same id with another one is refused.</summary>
    public byte[] Request() => new LedgerBytes("post 1").Text(Kind.ToString()).Number(Dr).Number(Cr).Number(Amount.Minor).Text(CurrencyFacts.Of(Amount.Currency).Code).Text(Maker)
        .Text(Confirmer).Text(OccurredOn is { } day ? LedgerEntry.DayText(day) : null).Text(Reason).Text(Link).Hash();
}

/// <summary>An entry that is to be taken back.</summary>
/// <param name="Id">As <see cref="EntryWish"/>.</param>
/// <param name="Entry">Position of the wrong one.</param>
/// <param name="By">The savings officer's account.</param>
/// <param name="Reason">A word, such as <c>wrong-amount</c>.</param>
internal sealed record ReversalWish(string Id, long Entry, string By, string Reason)
{
    /// <summary>Opaque id of who looked and agreed; the console never asks without.</summary>
    public string? Confirmer { get; init; }

    public byte[] Request() => Confirmer is null
        ? new LedgerBytes("reverse 1").Number(Entry).Text(By).Text(Reason).Hash()
        : new LedgerBytes("reverse 2").Number(Entry).Text(By).Text(Reason).Text(Confirmer).Hash();
}

/// <summary>Money that is to be kept back for a withdrawal.</summary>
/// <param name="Id">As <see cref="EntryWish"/>.</param>
/// <param name="Account">Number of the member's account.</param>
/// <param name="Amount">How much.</param>
/// <param name="Maker">Opaque id of who asks for it.</param>
internal sealed record HoldWish(string Id, long Account, Money Amount, string Maker)
{
    /// <inheritdoc cref="EntryWish.CentsAreMeant"/>
    public bool CentsAreMeant { get; init; }

    public byte[] Request() => new LedgerBytes("hold 1").Number(Account).Number(Amount.Minor).Text(CurrencyFacts.Of(Amount.Currency).Code).Text(Maker).Hash();
}

/// <summary>Money that was kept back is to be given.</summary>
/// <param name="Id">As <see cref="EntryWish"/>.</param>
/// <param name="Hold">Number of the hold, which is paid whole.</param>
/// <param name="From">Number of the account that the cash comes from.</param>
/// <param name="Maker">Opaque id of who gives it.</param>
/// <param name="Confirmer">Opaque id of who approved it: neither who gives it nor who asked for it.</param>
internal sealed record PayOutWish(string Id, long Hold, long From, string Maker, string Confirmer)
{
    /// <inheritdoc cref="EntryWish.OccurredOn"/>
    public DateOnly? OccurredOn { get; init; }

    /// <inheritdoc cref="EntryWish.Link"/>
    public string? Link { get; init; }

    public byte[] Request() => new LedgerBytes("pay 1").Number(Hold).Number(From).Text(Maker).Text(Confirmer).Text(OccurredOn is { } day ? LedgerEntry.DayText(day) : null).Text(Link).Hash();
}
