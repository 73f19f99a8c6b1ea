namespace ChatSupport.Savings.Amounts;

/// <summary>A kind of money that is saved. One is never turned into the other.</summary>
internal enum Currency
{
    /// <summary>Cambodian riel.</summary>
    Khr,

    /// <summary>US dollar.</summary>
    Usd,
}

/// <summary>What is known of a currency. The table is ours: the platform's cultures give the riel two decimals, and disagree about its marks.</summary>
/// <param name="Currency">Which.</param>
/// <param name="Code">As it is stored: <c>KHR</c>.</param>
/// <param name="Scale">Digits behind the point. Fixed for ever: amounts are stored in the smallest unit.</param>
/// <param name="Unit">How many of the smallest unit one riel, or one dollar, is.</param>
/// <param name="Sign">How people write it.</param>
/// <param name="SignStands">Whether the sign stands before the number.</param>
internal sealed record CurrencyFacts(Currency Currency, string Code, int Scale, long Unit, string Sign, bool SignStands)
{
    private static readonly CurrencyFacts khr = new(Currency.Khr, "KHR", 0, 1, "៛", SignStands: false);
    private static readonly CurrencyFacts usd = new(Currency.Usd, "USD", 2, 100, "$", SignStands: true);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<CurrencyFacts> All { get; } = [khr, usd];

    public static CurrencyFacts Of(Currency currency) => currency switch
    {
        Currency.Khr => khr,
        Currency.Usd => usd,
        _ => throw new ArgumentOutOfRangeException(nameof(currency), currency, "There is no such currency."),
    };

    /// <summary>The currency of a code as it is stored.</summary>
    /// <returns>Null for any other text.</returns>
    public static Currency? Find(string code) => code switch
    {
        "KHR" => Currency.Khr,
        "USD" => Currency.Usd,
        _ => null,
    };
}
