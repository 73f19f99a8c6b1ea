using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Accounts;

/// <summary>Decides about accounts.</summary>
internal static class Opening
{
    /// <summary>Opens an account, or finds the one that there is: an owner has one of each kind, pocket and currency.</summary>
    public static AccountOutcome Open(LedgerPen pen, AccountWish wish)
    {
        if (!LedgerWords.IsId(wish.By))
            return new AccountOutcome.Refused(LedgerRefusal.NotAWord);
        if (pen.Account(wish.Kind, wish.Owner, wish.Pocket, wish.Currency) is { } known)
            return pen.HasEnded(EndOf.Account, known.Number) ? new AccountOutcome.Refused(LedgerRefusal.AccountIsClosed) : new AccountOutcome.Stands(known);
        if (AccountKinds.IsOptional(wish.Kind) && !pen.Options.MoreAccounts)
            return new AccountOutcome.Refused(LedgerRefusal.KindIsOff);
        if (wish.Pocket == Pocket.None == (wish.Kind == AccountKind.MemberSavings))
            return new AccountOutcome.Refused(LedgerRefusal.NotThatWay);
        return pen.Knows(AccountKinds.OwnerOf(wish.Kind), wish.Owner)
            ? new AccountOutcome.Stands(pen.Add(wish))
            : new AccountOutcome.Refused(LedgerRefusal.NoSuchOwner);
    }

    /// <summary>Closes an empty account for ever. A second time changes nothing.</summary>
    /// <param name="pen">The ledger.</param>
    /// <param name="account">Its number.</param>
    /// <param name="by">Opaque id of who does it.</param>
    /// <param name="reason">A word; may be empty.</param>
    public static CloseOutcome Close(LedgerPen pen, long account, string by, string reason)
    {
        if (!LedgerWords.IsId(by) || !LedgerWords.IsReason(reason))
            return CloseOutcome.NotAWord;
        if (pen.Account(account) is null)
            return CloseOutcome.NoSuchAccount;
        if (pen.HasEnded(EndOf.Account, account))
            return CloseOutcome.Closed;
        if (pen.Balance(account) != 0)
            return CloseOutcome.NotEmpty; // nothing can be kept back from an empty account
        pen.AddEnd(EndOf.Account, account, by, reason);
        return CloseOutcome.Closed;
    }
}

/// <summary>An account that somebody wants.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Owner">Opaque id of the member, group or collector; empty for the organisation.</param>
/// <param name="Pocket">Which of a member's pockets.</param>
/// <param name="Currency">Of what.</param>
/// <param name="By">Opaque id of who opens it.</param>
internal sealed record AccountWish(AccountKind Kind, string Owner, Pocket Pocket, Currency Currency, string By);

/// <summary>What became of a wish for an account.</summary>
internal abstract record AccountOutcome
{
    private AccountOutcome()
    {
    }

    /// <summary>There is this account, opened now or before.</summary>
    internal sealed record Stands(LedgerAccount Account) : AccountOutcome;

    /// <summary>Nothing was written.</summary>
    internal sealed record Refused(LedgerRefusal Why) : AccountOutcome;
}

/// <summary>What became of a wish to close an account.</summary>
internal enum CloseOutcome
{
    Closed,
    NotEmpty,
    NoSuchAccount,

    /// <summary>See <see cref="LedgerRefusal.NotAWord"/>.</summary>
    NotAWord,
}
