using ChatSupport.Savings.Accounts;
using static ChatSupport.Savings.Accounts.AccountKind;

namespace ChatSupport.Savings.Entries;

/// <summary>Between which accounts an entry of a kind may go, and what it needs. What is not in the table is refused.</summary>
/// <param name="Debit">Kinds of the account that is debited.</param>
/// <param name="Credit">Kinds of the account that is credited.</param>
/// <param name="InNotes">The amount is counted in notes.</param>
/// <param name="NeedsConfirmer">Somebody else confirms.</param>
/// <param name="ByOfficer">Only a savings officer makes it, and she says why.</param>
internal sealed record EntryRule(IReadOnlyList<AccountKind> Debit, IReadOnlyList<AccountKind> Credit, bool InNotes = true, bool NeedsConfirmer = false, bool ByOfficer = false)
{
    private static readonly AccountKind[] cash = [CollectorFloat, GroupBox, NgoSafe];
    private static readonly AccountKind[] meeting = [CollectorFloat, GroupBox];

    private static readonly Dictionary<EntryKind, EntryRule> table = new()
    {
        [EntryKind.Deposit] = new(meeting, [MemberSavings]),
        [EntryKind.Withdrawal] = new([MemberSavings], cash, NeedsConfirmer: true),
        [EntryKind.Handover] = new(cash, cash, NeedsConfirmer: true),
        [EntryKind.Opening] = new([AccountKind.Opening], [MemberSavings, Shares, SocialFund], InNotes: false, NeedsConfirmer: true),
        [EntryKind.OpeningCash] = new(cash, [AccountKind.Opening], NeedsConfirmer: true),
        [EntryKind.Shortage] = new([OverShort], cash, InNotes: false, ByOfficer: true),
        [EntryKind.Surplus] = new(cash, [OverShort], InNotes: false, ByOfficer: true),
        [EntryKind.Pocket] = new([MemberSavings], [MemberSavings], InNotes: false),
        [EntryKind.Loan] = new([AccountKind.Loan], cash, NeedsConfirmer: true),
        [EntryKind.Repayment] = new(meeting, [AccountKind.Loan]),
        [EntryKind.Share] = new(meeting, [Shares]),
        [EntryKind.ShareOut] = new([Shares, Fines], [.. cash, Shares], NeedsConfirmer: true),
        [EntryKind.Contribution] = new(meeting, [SocialFund]),
        [EntryKind.Grant] = new([SocialFund], cash, NeedsConfirmer: true),
        [EntryKind.Fine] = new(meeting, [Fines]),
    };

    /// <summary>The rule of a kind; null for <see cref="EntryKind.Reversal"/>, which goes the other way of what it takes back.</summary>
    public static EntryRule? Of(EntryKind kind) => table.GetValueOrDefault(kind);

    /// <summary>Whether it may go from one to the other.</summary>
    public bool Fits(LedgerAccount debit, LedgerAccount credit) => Debit.Contains(debit.Kind) && Credit.Contains(credit.Kind)
        && (debit.Kind != MemberSavings || credit.Kind != MemberSavings || debit.Owner == credit.Owner) // from her to her: never to somebody else
        && (credit.Kind != Shares || debit.Kind != Shares) // nor from one member's shares to another's
        && (debit.Kind != Fines || credit.Kind == Shares); // fines are shared out to members, and their shares are what is paid
}
