namespace ChatSupport.Savings.Amounts;

/// <summary>An amount of one currency. Sums of different currencies do not exist.</summary>
/// <param name="Minor">In the smallest unit: riel, or cents.</param>
/// <param name="Currency">Of what.</param>
internal readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>More than anybody saves: a larger amount is a mistake in typing, and sums of a million such still fit.</summary>
    public const long Most = 1_000_000_000_000;

    public static Money Riel(long riel) => new(riel, Currency.Khr);

    public static Money Cents(long cents) => new(cents, Currency.Usd);

    /// <exception cref="InvalidOperationException">Of different currencies.</exception>
    /// <exception cref="OverflowException">Too large.</exception>
    public static Money operator +(Money one, Money other) => one with { Minor = checked(one.Minor + Same(one, other)) };

    /// <inheritdoc cref="op_Addition"/>
    public static Money operator -(Money one, Money other) => one with { Minor = checked(one.Minor - Same(one, other)) };

    /// <summary>As it is printed with the digits 0 to 9: <c>12,500៛</c>, <c>$2.50</c>.</summary>
    public override string ToString() => MoneyText.Write(this, khmerDigits: false);

    private static long Same(Money one, Money other) => one.Currency == other.Currency
        ? other.Minor
        : throw new InvalidOperationException($"{one.Currency} and {other.Currency} are never summed.");
}
