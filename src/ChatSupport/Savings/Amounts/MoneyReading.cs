using System.Collections.Immutable;

namespace ChatSupport.Savings.Amounts;

/// <summary>What became of a text about money. Nothing is guessed: what has two meanings is asked about.</summary>
internal abstract record MoneyReading
{
    private MoneyReading()
    {
    }

    /// <summary>One amount, or one of each currency, in the order they were typed.</summary>
    /// <param name="Amounts">All above zero.</param>
    internal sealed record Read(ImmutableArray<Money> Amounts) : MoneyReading
    {
        /// <summary>Some dollars are not whole: ask whether cents are meant, because there are no coins.</summary>
        public bool HasCents => Amounts.Any(CashRules.HasCents);
    }

    /// <summary>It could mean more than one thing.</summary>
    /// <param name="Doubt">Why.</param>
    /// <param name="Part">The part that is meant, as it was typed.</param>
    /// <param name="Perhaps">What it could mean, to choose from; empty where nothing sensible is left.</param>
    internal sealed record Ask(MoneyDoubt Doubt, string Part, ImmutableArray<Money> Perhaps) : MoneyReading;

    /// <summary>It is no money that can be taken.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Part">The part that is meant, as it was typed.</param>
    internal sealed record Refused(MoneyFault Fault, string Part) : MoneyReading;
}

/// <summary>Why a text is asked about.</summary>
internal enum MoneyDoubt
{
    /// <summary>A point or comma that is either a thousands mark or stands before decimals: 12.350, or 1,2.</summary>
    Mark,

    /// <summary>A number without a currency that is no amount of riel: 2.</summary>
    NoCurrency,

    /// <summary>A sign between two numbers, which could belong to either: 5000 $ 2.</summary>
    WhoseSign,

    /// <summary>Two amounts of one currency: 5000 2000.</summary>
    SameTwice,

    /// <summary>A number that begins with 0.</summary>
    LeadingZero,

    /// <summary>A sheet names the same book twice.</summary>
    BookTwice,
}

/// <summary>Why a text is refused.</summary>
internal enum MoneyFault
{
    /// <summary>There is nothing to read.</summary>
    Empty,

    /// <summary>Longer than any amount.</summary>
    TooLong,

    /// <summary>Something else than numbers and currencies.</summary>
    NotUnderstood,

    /// <summary>Zero.</summary>
    Nothing,

    /// <summary>No notes for it exist: 1,250 riel. It is never rounded.</summary>
    NoNotes,

    /// <summary>More than <see cref="Money.Most"/>.</summary>
    TooLarge,

    /// <summary>More than two amounts.</summary>
    TooMany,
}
