using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>Money that is kept back for a withdrawal, as the member sees it.</summary>
/// <param name="Number">Of the hold.</param>
/// <param name="Amount">How much.</param>
/// <param name="Until">Until when.</param>
internal sealed record HeldMoney(long Number, Money Amount, DateTimeOffset Until)
{
    private const string Open = """
        SELECT h.number, h.amount, h.expires_at FROM savings_holds h WHERE h.account = $1 AND h.expires_at > $2
        AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = h.number) AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number)
        ORDER BY h.number
        """;

    /// <summary>All of her accounts, the oldest first.</summary>
    public static IReadOnlyList<HeldMoney> Of(StoreSession session, IEnumerable<LedgerAccount> accounts, DateTimeOffset now) => [.. accounts.SelectMany(account => session[Open].All(
        row => new HeldMoney(row.GetInt64(0), new Money(row.GetInt64(1), account.Currency), SeatRows.Moment(row, 2)!.Value), account.Number, now.ToUnixTimeMilliseconds()))];
}
