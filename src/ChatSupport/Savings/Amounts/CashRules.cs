namespace ChatSupport.Savings.Amounts;

/// <summary>Which amounts can be handed over in notes. What cannot is refused or asked about, and never rounded.</summary>
/// <param name="RielStep">The smallest note of riel that people use, so what every amount of riel is a multiple of. 1 for any amount.</param>
internal readonly record struct CashRules(long RielStep)
{
    /// <summary>Every amount, for what was not counted in notes: a balance in a paper book.</summary>
    public static CashRules None => new(1);

    /// <summary>Whether notes for it exist. No coins of cents are used in the country, but cents are given in riel, so those are asked about.</summary>
    public bool HasNotesFor(Money amount) => amount.Currency != Currency.Khr || amount.Minor % RielStep == 0;

    /// <summary>Whether it has cents, which somebody must have meant.</summary>
    public static bool HasCents(Money amount) => amount.Currency == Currency.Usd && amount.Minor % CurrencyFacts.Of(Currency.Usd).Unit != 0;
}
