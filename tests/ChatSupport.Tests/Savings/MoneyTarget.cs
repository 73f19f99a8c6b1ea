using ChatSupport.Dialogs.Khmer;
using ChatSupport.Savings.Amounts;

namespace ChatSupport.Fuzzing;

/// <summary>The readers of money for a fuzzer: whatever is typed, they answer, keep their promises and never make a number of their own.</summary>
internal static class MoneyTarget
{
    // Made at each input: an instrumented library must not run before the fuzzer is there.
    private static CashRules Cash => new(100);

    public static IReadOnlyList<string> Samples { get; } =
    [
        "5000", "១២,៥០០៛", "12.350", "1,2", "$1,234.56", "5000 2$", "5000$2", "៛5000 $2", "5000 និង 2 ដុល្លារ", "12 5000, 13 10000 2$", "12: 5,000\n13 = $3; 14 1.5$", "0500", "5000 រៀល។", "US$2", "9999999999999",
    ];

    public static IReadOnlyList<string> Words { get; } = ["0", "1", "5", "00", "១", "០", ",", ".", " ", "៛", "$", "រៀល", "ដុល្លារ", "riel", "usd", "និង", "+", "\n", ";", "\u200B", "-"];

    /// <summary>Reads a text as money and as a sheet.</summary>
    /// <exception cref="InvalidOperationException">A promise was broken.</exception>
    public static void Read(string text)
    {
        foreach (var rules in (ReadOnlySpan<CashRules>)[Cash, CashRules.None])
        {
            Look(MoneyReader.Read(text, rules), rules);
            Hold(Say(MoneyReader.Read(text, rules)) == Say(MoneyReader.Read(Digits.ToKhmer(text), rules)), "the kind of digits changes what is read");
        }
        var lines = SheetReader.Read(text, Cash);
        Hold(lines.Count <= text.Length, "there are more lines than signs");
        foreach (var line in lines)
            Look(line.Money, Cash);
        Hold(lines.Where(line => line.Money is MoneyReading.Read).GroupBy(line => line.Book).All(same => same.Count() == 1), "a book is credited twice");
    }

    private static void Look(MoneyReading reading, CashRules rules)
    {
        if (reading is MoneyReading.Ask ask)
            Hold(ask.Perhaps.All(offer => offer.Minor is > 0 and <= Money.Most), "something that cannot be is offered");
        if (reading is not MoneyReading.Read read)
            return;
        Hold(read.Amounts.Length is 1 or 2 && read.Amounts.Select(amount => amount.Currency).Distinct().Count() == read.Amounts.Length, "it is not one amount of a currency");
        foreach (var amount in read.Amounts)
        {
            Hold(amount.Minor is > 0 and <= Money.Most && rules.HasNotesFor(amount), "an amount cannot be handed over");
            Hold(MoneyReader.Read(MoneyText.Write(amount, khmerDigits: true), rules) is MoneyReading.Read again && again.Amounts.SequenceEqual([amount]), "what is printed is another number");
        }
    }

    private static string Say(MoneyReading reading) => reading switch
    {
        MoneyReading.Read read => string.Join(' ', read.Amounts),
        MoneyReading.Ask ask => $"{ask.Doubt} {string.Join(' ', ask.Perhaps)}",
        MoneyReading.Refused refused => refused.Fault.ToString(),
        _ => "",
    };

    private static void Hold(bool isSo, string what)
    {
        if (!isSo)
            throw new InvalidOperationException($"A promise was broken: {what}.");
    }
}
