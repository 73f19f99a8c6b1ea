using System.Security.Cryptography;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Savings.Amounts;

namespace ChatSupport.Savings.Office;

/// <summary>Reads what is typed at the office.</summary>
internal static class OfficeText
{
    private const int MostDigits = 5;
    private static readonly string[] links = ["@", "://", "t.me", "www.", ".com"];

    /// <summary>A new opaque id for a wish, made before it is asked for.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    /// <summary>Whether a name holds what somebody could be found by.</summary>
    public static bool IsContact(string text) => Digits.ToArabic(text).Count(char.IsAsciiDigit) > MostDigits || links.Any(link => text.Contains(link, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads amounts, one or one of each currency.</summary>
    /// <returns>Why not, where it cannot be read.</returns>
    public static (IReadOnlyList<Money> Amounts, string? Refusal) Amounts(string? text, CashRules cash) => MoneyReader.Read(text, cash) switch
    {
        MoneyReading.Read read => (read.Amounts, null),
        MoneyReading.Ask => ([], OfficeRefusal.Doubtful),
        MoneyReading.Refused { Fault: MoneyFault.NoNotes } => ([], OfficeRefusal.Of(LedgerRefusal.NoNotes)),
        MoneyReading.Refused { Fault: MoneyFault.TooLarge } => ([], OfficeRefusal.Of(LedgerRefusal.TooLarge)),
        _ => ([], OfficeRefusal.NoMoneyText),
    };

    /// <summary>Reads what a book says in one currency: 0 is an amount there, and the sign may be left out.</summary>
    /// <returns>Null where it is something else, with why.</returns>
    public static (long? Minor, string? Refusal) InBook(string? text, Currency currency)
    {
        var plain = Digits.ToArabic(text ?? "").Trim().Trim('$', '៛').Trim();
        if (plain.Length == 0)
            return (null, OfficeRefusal.BothNeeded);
        if (plain is "0" or "0.00" or "00")
            return (0, null);
        var (amounts, refusal) = Amounts(currency == Currency.Usd && !text!.Contains('$', StringComparison.Ordinal) ? $"{text}$" : text, CashRules.None);
        if (refusal is not null)
            return (null, refusal);
        return amounts is [var one] && one.Currency == currency ? (one.Minor, null) : (null, OfficeRefusal.NoMoneyText);
    }
}
