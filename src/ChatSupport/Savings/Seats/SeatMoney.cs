using System.Globalization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Seats;

/// <summary>What a member may see of her money: with the open PIN, the open pocket and nothing that depends on the other.</summary>
internal static class SeatMoney
{
    /// <summary>The accounts that she sees.</summary>
    public static IReadOnlyList<LedgerAccount> AccountsOf(LedgerPen pen, Sitter who)
    {
        Pocket[] pockets = who.Both ? [Pocket.Open, Pocket.Private] : [Pocket.Open];
        return [.. pockets.SelectMany(pocket => CurrencyFacts.All.Select(facts => pen.Account(AccountKind.MemberSavings, who.Member, pocket, facts.Currency))).OfType<LedgerAccount>()];
    }

    /// <summary>What she has of a currency in what she sees.</summary>
    public static Money Sum(LedgerPen pen, IEnumerable<LedgerAccount> accounts, Currency currency) =>
        accounts.Where(account => account.Currency == currency).Aggregate(new Money(0, currency), (sum, account) => sum + new Money(pen.Balance(account.Number), currency));

    /// <summary>Whether one of her pockets holds so much that is not kept back.</summary>
    public static bool IsThere(LedgerPen pen, Sitter who, Pocket pocket, Money amount) =>
        amount.Minor > 0 && pen.Account(AccountKind.MemberSavings, who.Member, pocket, amount.Currency) is { } account && pen.Standing(account.Number)?.Available.Minor >= amount.Minor;

    /// <summary>The newest lines of all of them, newest first.</summary>
    public static IReadOnlyList<(StatementLine Line, LedgerAccount Account)> Lines(LedgerPen pen, IEnumerable<LedgerAccount> accounts, long before, int count) =>
        [.. accounts.SelectMany(account => pen.Statement(account.Number, before, count).Select(line => (line, account))).OrderByDescending(one => one.line.Seq).Take(count)];

    /// <summary>Reads what <see cref="MoneyText.Plain"/> writes; null for anything else.</summary>
    public static Money? ReadPlain(string? text)
    {
        if (text?.Split(' ') is not [var number, var code] || CurrencyFacts.Find(code) is not { } currency
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > Money.Most)
        {
            return null;
        }
        var minor = amount * CurrencyFacts.Of(currency).Unit;
        return minor == decimal.Truncate(minor) ? new Money((long)minor, currency) : null;
    }
}
