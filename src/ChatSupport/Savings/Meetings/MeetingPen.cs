using System.Security.Cryptography;
using System.Text;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Meetings;

/// <summary>What one leader can look at and write within one transaction, for one event of hers.</summary>
/// <param name="session">The transaction.</param>
/// <param name="ledger">The ledger in it.</param>
/// <param name="people">Reads members.</param>
/// <param name="leader">She.</param>
/// <param name="turn">Id of the event: ids of what it makes follow from it, so that the same event makes the same things.</param>
internal sealed class MeetingPen(StoreSession session, LedgerPen ledger, GroupRows people, LeaderSeat leader, string turn)
{
    private IReadOnlyList<SavingsMember>? members;

    public StoreSession Session => session;

    public LedgerPen Ledger => ledger;

    public LeaderSeat Leader => leader;

    /// <summary>The meeting of her group that is open, or being counted.</summary>
    public Meeting? Running => MeetingRows.Running(session, leader.Group);

    /// <summary>Those who are members now, by the numbers of their books.</summary>
    public IReadOnlyList<SavingsMember> Members => members ??=
        [.. people.Members(session, leader.Group).Where(member => member.LeftAt is null).OrderBy(member => member.Book.Length).ThenBy(member => member.Book, StringComparer.Ordinal)];

    /// <summary>Who has a book of her group.</summary>
    public SavingsMember? Member(string book) => people.Member(session, leader.Group, book) is { LeftAt: null } member ? member : null;

    /// <summary>Whose account it is; null where she is of another group.</summary>
    public SavingsMember? Owner(long account) => ledger.Account(account) is { } one && people.Member(session, one.Owner) is { } member && member.Group == leader.Group ? member : null;

    /// <summary>A member's open pocket: the only one that a leader has to do with.</summary>
    public LedgerAccount? Savings(SavingsMember member, Currency currency) => ledger.Account(AccountKind.MemberSavings, member.Id, Pocket.Open, currency);

    /// <summary>Cash that the leader holds.</summary>
    public Money Float(string owner, Currency currency) =>
        new(ledger.Account(AccountKind.CollectorFloat, owner, Pocket.None, currency) is { } account ? ledger.Balance(account.Number) : 0, currency);

    /// <summary>An account, opened where there is none yet.</summary>
    /// <returns>Null where it is closed, or cannot be opened.</returns>
    public LedgerAccount? Account(AccountKind kind, string owner, Pocket pocket, Currency currency) =>
        Opening.Open(ledger, new AccountWish(kind, owner, pocket, currency, leader.Id)) is AccountOutcome.Stands { Account: var account } ? account : null;

    /// <summary>An id that follows from the event and what is made.</summary>
    public string NewId(string what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\n{turn}")))[..20];

    /// <summary>Does several things of which all are done or none.</summary>
    /// <returns>What <paramref name="act"/> returned: null where it was done, else nothing was written.</returns>
    public string? AllOrNone(Func<string?> act)
    {
        session["SAVEPOINT meeting_line"].Run();
        var why = act();
        if (why is not null)
            session["ROLLBACK TO meeting_line"].Run();
        session["RELEASE meeting_line"].Run();
        return why;
    }
}
