namespace ChatSupport.Savings.Seats;

/// <summary>What became of what staff asked for.</summary>
internal abstract record SeatAnswer
{
    private SeatAnswer()
    {
    }

    /// <summary>It is so now.</summary>
    internal sealed record Done : SeatAnswer;

    /// <summary>A code for her to type, shown this once and known nowhere else.</summary>
    /// <param name="Digits">As it is shown: <c>0482 7716 3905</c>.</param>
    /// <param name="Until">It works until then.</param>
    internal sealed record Code(string Digits, DateTimeOffset Until) : SeatAnswer;

    /// <summary>Somebody else of the staff has to agree before this time, the member being there.</summary>
    internal sealed record NeedsAnother(DateTimeOffset Until) : SeatAnswer;

    /// <summary>Nothing was done.</summary>
    internal sealed record Refused(SeatRefusal Why) : SeatAnswer;
}

/// <summary>Why nothing was done.</summary>
internal enum SeatRefusal
{
    NoSuchMember,

    /// <summary>She has no seat.</summary>
    NotLinked,

    /// <summary>She has not chosen a first PIN.</summary>
    NoPin,

    NoSuchGroup,

    /// <summary>A day that has passed.</summary>
    NotThatDay,

    /// <summary>It is answered, or not for who asks.</summary>
    NoSuchDispute,

    /// <summary>Not a word for an answer.</summary>
    NotAWord,
}

/// <summary>How a member's seat stands, for staff: never what she saved.</summary>
/// <param name="IsLinked">She looks at her savings on a phone.</param>
/// <param name="LinkedAt">Since when.</param>
/// <param name="HasPin">She chose a PIN.</param>
/// <param name="Wrong">Wrong PINs in a row.</param>
/// <param name="LockedUntil">None is looked at before; null where the next one is.</param>
/// <param name="CoolUntil">Nothing is given to her before: her PIN was reset.</param>
internal sealed record SeatStanding(bool IsLinked, DateTimeOffset? LinkedAt, bool HasPin, int Wrong, DateTimeOffset? LockedUntil, DateTimeOffset? CoolUntil);
