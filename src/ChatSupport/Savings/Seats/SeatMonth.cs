using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Groups;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>A member's last month: how often and how much she gave, and how many of her group did. Of a small group the number would say who.</summary>
/// <param name="Times">How often.</param>
/// <param name="Riel">How much.</param>
/// <param name="Dollars">How much.</param>
/// <param name="Savers">How many of the group gave something; null where it is small.</param>
/// <param name="Members">How many they are.</param>
internal sealed record SeatMonth(long Times, Money Riel, Money Dollars, long? Savers, long Members)
{
    public const int FewestMembers = 5;

    // What was taken back was never given.
    private const string Given = """
        SELECT count(*), coalesce(sum(e.amount), 0) FROM savings_entries e WHERE e.cr = $1 AND e.kind = 'Deposit' AND e.occurred_on >= $2 AND e.occurred_on < $3
        AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq)
        """;

    private const string GaveSomething = """
        SELECT count(*) FROM savings_members m WHERE m.group_id = $1 AND m.left_at IS NULL AND EXISTS (
            SELECT 1 FROM savings_accounts a JOIN savings_entries e ON e.cr = a.number WHERE a.owner = m.id AND a.kind = 'MemberSavings' AND a.pocket = 'Open' AND e.kind = 'Deposit'
            AND e.occurred_on >= $2 AND e.occurred_on < $3 AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq))
        """;

    private const string AreMembers = "SELECT count(*) FROM savings_members WHERE group_id = $1 AND left_at IS NULL";

    /// <summary>The month before the one of a day.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="member">Whose.</param>
    /// <param name="accounts">What she sees.</param>
    /// <param name="today">The day.</param>
    public static SeatMonth Of(StoreSession session, SavingsMember member, IEnumerable<LedgerAccount> accounts, DateOnly today)
    {
        var end = new DateOnly(today.Year, today.Month, 1);
        var (from, until) = (SeatRows.Text(end.AddMonths(-1)), SeatRows.Text(end));
        var given = accounts.Select(account => (account.Currency, Sum: session[Given].All(row => (Count: row.GetInt64(0), Minor: row.GetInt64(1)), account.Number, from, until)[0])).ToList();
        var members = (long)session[AreMembers].One(member.Group)!;
        return new SeatMonth(
            given.Sum(one => one.Sum.Count), Money.Riel(given.Where(one => one.Currency == Currency.Khr).Sum(one => one.Sum.Minor)), Money.Cents(given.Where(one => one.Currency == Currency.Usd).Sum(one => one.Sum.Minor)),
            members < FewestMembers ? null : (long)session[GaveSomething].One(member.Group, from, until)!, members);
    }
}
