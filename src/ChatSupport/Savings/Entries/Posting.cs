using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Savings.Entries;

/// <summary>Decides about entries. It looks before it writes: what is refused leaves nothing behind in a transaction that others share.</summary>
internal static class Posting
{
    private static readonly DateOnly earliest = new(2000, 1, 1);

    /// <summary>Makes an entry.</summary>
    public static EntryOutcome Post(LedgerPen pen, EntryWish wish)
    {
        var request = wish.Request();
        if (!LedgerWords.IsId(wish.Id))
            return new EntryOutcome.Refused(LedgerRefusal.NotAWord);
        if (Known(pen, wish.Id, request) is { } known)
            return known;
        if (wish.Kind == EntryKind.Withdrawal || EntryRule.Of(wish.Kind) is not { } rule)
            return new EntryOutcome.Refused(LedgerRefusal.NotThatWay);
        if (Wrong(pen, wish, rule) is { } wrong)
            return new EntryOutcome.Refused(wrong);
        if (pen.Look(wish.Dr) is not { } dr || pen.Look(wish.Cr) is not { } cr)
            return new EntryOutcome.Refused(LedgerRefusal.NoSuchAccount);
        if (wish.Amount.Currency != dr.Account.Currency || dr.Account.Currency != cr.Account.Currency)
            return new EntryOutcome.Refused(LedgerRefusal.OtherCurrency);
        return rule.Fits(dr.Account, cr.Account) && wish.Dr != wish.Cr
            ? Enter(pen, new EntryDraft(wish.Id, request, wish.Kind, dr, cr, wish.Amount.Minor, wish.OccurredOn ?? pen.Today, wish.Maker)
            {
                Reason = wish.Reason,
                Confirmer = wish.Confirmer,
                Link = wish.Link,
            })
            : new EntryOutcome.Refused(LedgerRefusal.NotThatWay);
    }

    /// <summary>Takes an entry back.</summary>
    public static EntryOutcome Reverse(LedgerPen pen, ReversalWish wish)
    {
        var request = wish.Request();
        if (!LedgerWords.IsId(wish.Id) || (WrongWords(wish.By, wish.Confirmer, wish.Reason, null) is not null))
            return new EntryOutcome.Refused(LedgerRefusal.NotAWord);
        if (Known(pen, wish.Id, request) is { } known)
            return known;
        if (wish.Confirmer == wish.By)
            return new EntryOutcome.Refused(LedgerRefusal.SamePerson);
        if (wish.Reason.Length == 0)
            return new EntryOutcome.Refused(LedgerRefusal.NoReason);
        if (!pen.IsOfficer(wish.By))
            return new EntryOutcome.Refused(LedgerRefusal.NotAnOfficer);
        if (pen.Entry(wish.Entry) is not { } wrong)
            return new EntryOutcome.Refused(LedgerRefusal.NoSuchEntry);
        if (wrong.Kind == EntryKind.Reversal)
            return new EntryOutcome.Refused(LedgerRefusal.IsAReversal);
        return pen.IsReversed(wrong.Seq)
            ? new EntryOutcome.Refused(LedgerRefusal.AlreadyReversed)
            : Enter(pen, new EntryDraft(wish.Id, request, EntryKind.Reversal, pen.Look(wrong.Cr)!, pen.Look(wrong.Dr)!, wrong.Amount, pen.Today, wish.By)
            {
                Reason = wish.Reason,
                Confirmer = wish.Confirmer,
                Reverses = wrong.Seq,
                Link = wrong.Link,
            });
    }

    /// <summary>Gives money that was kept back.</summary>
    public static EntryOutcome PayOut(LedgerPen pen, PayOutWish wish)
    {
        var request = wish.Request();
        if (!LedgerWords.IsId(wish.Id))
            return new EntryOutcome.Refused(LedgerRefusal.NotAWord);
        if (Known(pen, wish.Id, request) is { } known)
            return known;
        if ((WrongWords(wish.Maker, wish.Confirmer, "", wish.Link) ?? WrongDay(pen, wish.OccurredOn)) is { } wrong)
            return new EntryOutcome.Refused(wrong);
        if (pen.Hold(wish.Hold) is not { } hold)
            return new EntryOutcome.Refused(LedgerRefusal.NoSuchHold);
        if (Holding.Over(pen, hold) is { } over)
            return new EntryOutcome.Refused(over);
        if (wish.Confirmer == wish.Maker || wish.Confirmer == hold.Maker)
            return new EntryOutcome.Refused(LedgerRefusal.SamePerson);
        if (pen.Look(wish.From) is not { } from)
            return new EntryOutcome.Refused(LedgerRefusal.NoSuchAccount);
        var account = pen.Look(hold.Account)!;
        if (account.Account.Currency != from.Account.Currency)
            return new EntryOutcome.Refused(LedgerRefusal.OtherCurrency);
        if (pen.RestraintOnPaying(account.Account, hold) is { } restrained)
            return new EntryOutcome.Refused(restrained);
        return EntryRule.Of(EntryKind.Withdrawal)!.Fits(account.Account, from.Account)
            ? Enter(pen, new EntryDraft(wish.Id, request, EntryKind.Withdrawal, account, from, hold.Amount, wish.OccurredOn ?? pen.Today, wish.Maker)
            {
                Confirmer = wish.Confirmer,
                Hold = hold.Number,
                Link = wish.Link,
            })
            : new EntryOutcome.Refused(LedgerRefusal.NotThatWay);
    }

    /// <summary>Whether an amount can change hands, by the settings.</summary>
    /// <param name="pen">For the settings.</param>
    /// <param name="amount">How much.</param>
    /// <param name="inNotes">It is counted in notes.</param>
    /// <param name="centsAreMeant">Somebody said so.</param>
    public static LedgerRefusal? WrongAmount(LedgerPen pen, Money amount, bool inNotes, bool centsAreMeant)
    {
        if (amount.Minor <= 0)
            return LedgerRefusal.NotPositive;
        var most = amount.Currency == Currency.Khr ? pen.Options.MostRiel : pen.Options.MostDollars * CurrencyFacts.Of(Currency.Usd).Unit;
        if (amount.Minor > most)
            return LedgerRefusal.TooLarge;
        if (inNotes && !new CashRules(pen.Options.CashStep).HasNotesFor(amount))
            return LedgerRefusal.NoNotes;
        return inNotes && CashRules.HasCents(amount) && !centsAreMeant ? LedgerRefusal.CentsNotMeant : null;
    }

    private static LedgerRefusal? Wrong(LedgerPen pen, EntryWish wish, EntryRule rule)
    {
        if ((WrongWords(wish.Maker, wish.Confirmer, wish.Reason, wish.Link) ?? WrongDay(pen, wish.OccurredOn) ?? WrongAmount(pen, wish.Amount, rule.InNotes, wish.CentsAreMeant)) is { } wrong)
            return wrong;
        if (wish.Confirmer == wish.Maker)
            return LedgerRefusal.SamePerson;
        if (rule.NeedsConfirmer && wish.Confirmer is null)
            return LedgerRefusal.NotConfirmed;
        if (rule.ByOfficer && wish.Reason.Length == 0)
            return LedgerRefusal.NoReason;
        return rule.ByOfficer && !pen.IsOfficer(wish.Maker) ? LedgerRefusal.NotAnOfficer : null;
    }

    private static LedgerRefusal? WrongWords(string maker, string? confirmer, string reason, string? link) =>
        LedgerWords.IsId(maker) && (confirmer is null || LedgerWords.IsId(confirmer)) && LedgerWords.IsReason(reason) && (link is null || LedgerWords.IsId(link)) ? null : LedgerRefusal.NotAWord;

    private static LedgerRefusal? WrongDay(LedgerPen pen, DateOnly? day) => day is { } given && (given > pen.Today || given < earliest) ? LedgerRefusal.NotThatDay : null;

    private static EntryOutcome? Known(LedgerPen pen, string id, byte[] request)
    {
        if (pen.Entry(id) is not { } entry)
            return null;
        return entry.Request.AsSpan().SequenceEqual(request)
            ? new EntryOutcome.Repeated(EntryReceipt.Of(entry, pen.Account(entry.Dr)!.Currency))
            : new EntryOutcome.Refused(LedgerRefusal.OtherContent);
    }

    /// <summary>The last questions, which are the same for every entry: whether the accounts are open, and the money is there.</summary>
    private static EntryOutcome Enter(LedgerPen pen, EntryDraft draft)
    {
        if (draft.Dr.IsClosed || draft.Cr.IsClosed)
            return new EntryOutcome.Refused(LedgerRefusal.AccountIsClosed);
        if (draft.Dr.IsBelow(draft.DrBalance) || draft.Cr.IsBelow(draft.CrBalance))
            return new EntryOutcome.Refused(LedgerRefusal.TooLittle);
        return pen.Held(draft.Dr.Account.Number, draft.Hold) is > 0 and var held && held > draft.DrBalance
            ? new EntryOutcome.Refused(LedgerRefusal.KeptBack)
            : new EntryOutcome.Recorded(EntryReceipt.Of(pen.Add(draft), draft.Dr.Account.Currency));
    }
}
