using System.Collections.Immutable;

namespace ChatSupport.Savings.Amounts;

/// <summary>Reads money as people type it: <c>5000</c>, <c>១២,៥០០៛</c>, <c>5000 រៀល</c>, <c>$2.50</c>, <c>5000 2$</c>. Money handed over is counted, so nothing is
/// rounded and nothing is guessed. A number without a currency is riel.</summary>
internal static class MoneyReader
{
    private const int Longest = 100;

    /// <summary>Reads one amount, or one of each currency.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="cash">Which amounts can be handed over.</param>
    public static MoneyReading Read(string? text, CashRules cash)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new MoneyReading.Refused(MoneyFault.Empty, "");
        if (text.Length > Longest)
            return new MoneyReading.Refused(MoneyFault.TooLong, "");
        var tokens = MoneyToken.Split(text, out var stranger);
        if (stranger is not null)
            return new MoneyReading.Refused(MoneyFault.NotUnderstood, stranger);
        return Pair(tokens) switch
        {
            (null, { } wrong) => wrong,
            ([], _) => new MoneyReading.Refused(MoneyFault.Empty, ""),
            ({ } pairs, _) => Sum(pairs, cash),
            _ => new MoneyReading.Refused(MoneyFault.NotUnderstood, text.Trim()),
        };
    }

    /// <summary>Finds which sign belongs to which number.</summary>
    private static (IReadOnlyList<Typed>? Pairs, MoneyReading? Wrong) Pair(List<MoneyToken> t)
    {
        var shape = MoneyToken.Shape(t);
        var all = string.Join(' ', t.Select(token => token.Text));
        if (shape.Count(c => c == 'n') > 2)
            return (null, new MoneyReading.Refused(MoneyFault.TooMany, all));
        return shape switch
        {
            "" => ([], null),
            "n" => ([new(t[0])], null),
            "nm" => ([new(t[0], t[1])], null),
            "mn" => ([new(t[1], t[0])], null),
            "nn" => ([new(t[0]), new(t[1])], null),
            "nnm" => ([new(t[0]), new(t[1], t[2])], null),
            "mnn" => ([new(t[1], t[0]), new(t[2])], null),
            "nmnm" => ([new(t[0], t[1]), new(t[2], t[3])], null),
            "mnmn" => ([new(t[1], t[0]), new(t[3], t[2])], null),
            "mnnm" => ([new(t[1], t[0]), new(t[2], t[3])], null),
            "nmmn" => ([new(t[0], t[1]), new(t[3], t[2])], null),
            "nmn" when !t[1].IsApart && t[2].IsApart => ([new(t[0], t[1]), new(t[2])], null),
            "nmn" when t[1].IsApart && !t[2].IsApart => ([new(t[0]), new(t[2], t[1])], null),
            "nmn" => (null, new MoneyReading.Ask(MoneyDoubt.WhoseSign, all, [])),
            _ => (null, new MoneyReading.Refused(MoneyFault.NotUnderstood, all)),
        };
    }

    private static MoneyReading Sum(IReadOnlyList<Typed> pairs, CashRules cash)
    {
        var amounts = ImmutableArray.CreateBuilder<Money>();
        foreach (var typed in pairs)
        {
            if (One(typed, cash) is not MoneyReading.Read read)
                return One(typed, cash);
            amounts.AddRange(read.Amounts);
        }
        return amounts.Count == 2 && amounts[0].Currency == amounts[1].Currency
            ? new MoneyReading.Ask(MoneyDoubt.SameTwice, $"{pairs[0]} {pairs[1]}", [])
            : new MoneyReading.Read(amounts.ToImmutable());
    }

    private static MoneyReading One(Typed typed, CashRules cash)
    {
        var number = NumberReading.Of(typed.Number);
        return number.Kind switch
        {
            NumberForm.TooLarge => new MoneyReading.Refused(MoneyFault.TooLarge, typed.ToString()),
            NumberForm.Whole => Whole(typed, number.Minor, cash),
            NumberForm.LeadingZero when number.Minor == 0 => new MoneyReading.Refused(MoneyFault.Nothing, typed.ToString()),
            NumberForm.LeadingZero => Doubt(MoneyDoubt.LeadingZero, typed, [number.Minor * 100], cash),
            NumberForm.Cents when typed.Currency is Currency.Usd => Dollars(typed, number.Minor),
            NumberForm.Cents when typed.Currency is null => Doubt(MoneyDoubt.NoCurrency, typed, [number.Minor], cash),
            NumberForm.Cents => new MoneyReading.Refused(number.Minor == 0 ? MoneyFault.Nothing : MoneyFault.NoNotes, typed.ToString()),
            _ => Doubt(MoneyDoubt.Mark, typed, number.Perhaps, cash),
        };
    }

    private static MoneyReading Whole(Typed typed, long whole, CashRules cash)
    {
        if (whole == 0)
            return new MoneyReading.Refused(MoneyFault.Nothing, typed.ToString());
        if (typed.Currency is Currency.Usd)
            return Dollars(typed, whole * CurrencyFacts.Of(Currency.Usd).Unit);
        if (whole > Money.Most)
            return new MoneyReading.Refused(MoneyFault.TooLarge, typed.ToString());
        if (cash.HasNotesFor(Money.Riel(whole)))
            return new MoneyReading.Read([Money.Riel(whole)]);
        return typed.Currency is null
            ? Doubt(MoneyDoubt.NoCurrency, typed, [whole * 100], cash)
            : new MoneyReading.Refused(MoneyFault.NoNotes, typed.ToString());
    }

    private static MoneyReading Dollars(Typed typed, long cents) => cents switch
    {
        0 => new MoneyReading.Refused(MoneyFault.Nothing, typed.ToString()),
        > Money.Most => new MoneyReading.Refused(MoneyFault.TooLarge, typed.ToString()),
        _ => new MoneyReading.Read([Money.Cents(cents)]),
    };

    /// <summary>Asks, and offers what of it could be handed over.</summary>
    private static MoneyReading.Ask Doubt(MoneyDoubt doubt, Typed typed, ImmutableArray<long> hundredths, CashRules cash)
    {
        IEnumerable<Money> offers =
        [
            .. hundredths.Where(value => typed.Currency is not Currency.Usd && value % 100 == 0).Select(value => Money.Riel(value / 100)).Where(cash.HasNotesFor),
            .. hundredths.Where(_ => typed.Currency is not Currency.Khr).Select(Money.Cents),
        ];
        return new(doubt, typed.ToString(), [.. offers.Where(offer => offer.Minor is > 0 and <= Money.Most)]);
    }

    /// <summary>A number, and the currency that belongs to it.</summary>
    private readonly record struct Typed(string Number, Currency? Currency, string Text)
    {
        public Typed(MoneyToken number) : this(number.Text, null, number.Text)
        {
        }

        public Typed(MoneyToken number, MoneyToken sign) : this(number.Text, sign.Currency, number.Text + sign.Text)
        {
        }

        public override string ToString() => Text;
    }
}
