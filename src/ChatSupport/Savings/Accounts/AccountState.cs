namespace ChatSupport.Savings.Accounts;

/// <summary>An account as it is at one moment.</summary>
/// <param name="Account">The account.</param>
/// <param name="Balance">As its kind counts it.</param>
/// <param name="IsClosed">Nothing can be entered any more.</param>
internal sealed record AccountState(LedgerAccount Account, long Balance, bool IsClosed)
{
    /// <summary>Whether a balance is one that it must never have.</summary>
    public bool IsBelow(long balance) => balance < 0 && AccountKinds.IsGuarded(Account.Kind);
}
