using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Holds;

/// <summary>Decides about money that is kept back for withdrawals.</summary>
internal static class Holding
{
    /// <summary>Keeps money back.</summary>
    public static HoldOutcome Place(LedgerPen pen, HoldWish wish)
    {
        if (!LedgerWords.IsId(wish.Id) || !LedgerWords.IsId(wish.Maker))
            return new HoldOutcome.Refused(LedgerRefusal.NotAWord);
        if (pen.Hold(wish.Id) is { } known)
        {
            return known.Request.AsSpan().SequenceEqual(wish.Request())
                ? new HoldOutcome.Repeated(HoldReceipt.Of(known, wish.Amount.Currency))
                : new HoldOutcome.Refused(LedgerRefusal.OtherContent);
        }
        if (Posting.WrongAmount(pen, wish.Amount, inNotes: true, wish.CentsAreMeant) is { } wrong)
            return new HoldOutcome.Refused(wrong);
        if (pen.Account(wish.Account) is not { } account)
            return new HoldOutcome.Refused(LedgerRefusal.NoSuchAccount);
        if (account.Kind != AccountKind.MemberSavings)
            return new HoldOutcome.Refused(LedgerRefusal.NotThatWay);
        if (account.Currency != wish.Amount.Currency)
            return new HoldOutcome.Refused(LedgerRefusal.OtherCurrency);
        if (pen.HasEnded(EndOf.Account, account.Number))
            return new HoldOutcome.Refused(LedgerRefusal.AccountIsClosed);
        if (pen.RestraintOnAsking(account, wish.Amount) is { } restrained)
            return new HoldOutcome.Refused(restrained);
        var (balance, held) = (pen.Balance(account.Number), pen.Held(account.Number));
        if (balance < wish.Amount.Minor)
            return new HoldOutcome.Refused(LedgerRefusal.TooLittle);
        return balance - held < wish.Amount.Minor
            ? new HoldOutcome.Refused(LedgerRefusal.KeptBack)
            : new HoldOutcome.Placed(HoldReceipt.Of(pen.Add(wish), account.Currency));
    }

    /// <summary>Gives kept-back money free again, as when she changed her mind. A second time changes nothing.</summary>
    /// <param name="pen">The ledger.</param>
    /// <param name="hold">Number of the hold.</param>
    /// <param name="by">Opaque id of who does it.</param>
    /// <param name="reason">A word; may be empty.</param>
    /// <returns>Null where it is free now; why not where it was over before for another reason.</returns>
    public static LedgerRefusal? Release(LedgerPen pen, long hold, string by, string reason)
    {
        if (!LedgerWords.IsId(by) || !LedgerWords.IsReason(reason))
            return LedgerRefusal.NotAWord;
        if (pen.Hold(hold) is not { } one)
            return LedgerRefusal.NoSuchHold;
        switch (Over(pen, one))
        {
            case null:
                pen.AddEnd(EndOf.Hold, hold, by, reason);
                return null;
            case LedgerRefusal.HoldIsReleased:
                return null;
            case var over:
                return over;
        }
    }

    /// <summary>Why a hold keeps nothing back any more; null while it does.</summary>
    public static LedgerRefusal? Over(LedgerPen pen, LedgerHold hold)
    {
        if (pen.IsPaid(hold.Number))
            return LedgerRefusal.HoldIsPaid;
        if (pen.HasEnded(EndOf.Hold, hold.Number))
            return LedgerRefusal.HoldIsReleased;
        return hold.ExpiresAt <= pen.Now ? LedgerRefusal.HoldIsExpired : null;
    }
}

/// <summary>What became of a wish to keep money back.</summary>
internal abstract record HoldOutcome
{
    private HoldOutcome()
    {
    }

    /// <summary>It is kept back now.</summary>
    internal sealed record Placed(HoldReceipt Receipt) : HoldOutcome;

    /// <summary>The same was asked for before. Nothing was written.</summary>
    internal sealed record Repeated(HoldReceipt Receipt) : HoldOutcome;

    /// <summary>Nothing was written.</summary>
    internal sealed record Refused(LedgerRefusal Why) : HoldOutcome;
}

/// <summary>What proves a hold to who asked for it; the same however often she asks.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Id">The id that she made.</param>
/// <param name="Account">The account.</param>
/// <param name="Amount">How much.</param>
/// <param name="PlacedAt">Since when.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record HoldReceipt(long Number, string Id, long Account, Money Amount, DateTimeOffset PlacedAt, DateTimeOffset ExpiresAt)
{
    public static HoldReceipt Of(LedgerHold hold, Currency currency) =>
        new(hold.Number, hold.Id, hold.Account, new Money(hold.Amount, currency), hold.PlacedAt, hold.ExpiresAt);
}
