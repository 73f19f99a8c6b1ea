using System.Globalization;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Savings.Amounts;

/// <summary>Prints money so that <see cref="MoneyReader"/> reads the same number, in both kinds of digits.</summary>
internal static class MoneyText
{
    /// <summary>Thousands with commas, cents only where there are some: <c>12,500៛</c>, <c>$1,234</c>, <c>$2.50</c>.</summary>
    /// <param name="money">What.</param>
    /// <param name="khmerDigits">០ to ៩ instead of 0 to 9.</param>
    public static string Write(Money money, bool khmerDigits)
    {
        var facts = CurrencyFacts.Of(money.Currency);
        var (whole, rest) = Math.DivRem(UnsignedOf(money.Minor), (ulong)facts.Unit);
        var number = whole.ToString("#,0", CultureInfo.InvariantCulture);
        if (rest != 0)
            number += "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(facts.Scale, '0');
        var text = (money.Minor < 0 ? "-" : "") + (facts.SignStands ? facts.Sign + number : number + facts.Sign);
        return khmerDigits ? Digits.ToKhmer(text) : text;
    }

    /// <summary>For programs: no marks but a point, all digits behind it, the code behind: <c>12500 KHR</c>, <c>2.50 USD</c>.</summary>
    public static string Plain(Money money)
    {
        var facts = CurrencyFacts.Of(money.Currency);
        var (whole, rest) = Math.DivRem(UnsignedOf(money.Minor), (ulong)facts.Unit);
        var behind = facts.Scale == 0 ? "" : "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(facts.Scale, '0');
        return string.Create(CultureInfo.InvariantCulture, $"{(money.Minor < 0 ? "-" : "")}{whole}{behind} {facts.Code}");
    }

    private static ulong UnsignedOf(long minor) => minor < 0 ? 0UL - (ulong)minor : (ulong)minor;
}
