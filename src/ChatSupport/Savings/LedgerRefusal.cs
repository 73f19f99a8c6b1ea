namespace ChatSupport.Savings;

/// <summary>Why the ledger did not take something. Nothing was written then.</summary>
internal enum LedgerRefusal
{
    /// <summary>The id was used for something else.</summary>
    OtherContent,

    /// <summary>An id, a name of a person, a reason or a link is missing, too long, or holds other signs than letters, digits, points, colons and hyphens.</summary>
    NotAWord,

    /// <summary>Entries of this kind do not go between such accounts, or are not made in this way.</summary>
    NotThatWay,

    NoSuchAccount,
    AccountIsClosed,

    /// <summary>Riel and dollars in one entry.</summary>
    OtherCurrency,

    /// <summary>Zero or less.</summary>
    NotPositive,

    /// <summary>More than the settings allow in one entry.</summary>
    TooLarge,

    /// <summary>No notes for it exist. It is never rounded.</summary>
    NoNotes,

    /// <summary>Dollars that are not whole, and nobody said that cents are meant.</summary>
    CentsNotMeant,

    /// <summary>A balance would be below zero.</summary>
    TooLittle,

    /// <summary>The money is kept back for a withdrawal.</summary>
    KeptBack,

    /// <summary>A day that has not come, or long before there was a programme.</summary>
    NotThatDay,

    /// <summary>Somebody else has to confirm.</summary>
    NotConfirmed,

    /// <summary>Who confirms is who made it.</summary>
    SamePerson,

    /// <summary>Only a savings officer may.</summary>
    NotAnOfficer,

    /// <summary>It needs a reason.</summary>
    NoReason,

    NoSuchEntry,
    AlreadyReversed,

    /// <summary>A reversal is not reversed: make a new entry.</summary>
    IsAReversal,

    NoSuchHold,
    HoldIsPaid,
    HoldIsReleased,
    HoldIsExpired,

    /// <summary>There is no such member, group or collector.</summary>
    NoSuchOwner,

    /// <summary>Accounts of this kind are off.</summary>
    KindIsOff,

    /// <summary>More than the member herself allowed to be given on a day.</summary>
    OverHerCap,

    /// <summary>The member wished that a day passes first, or her PIN was reset less than a day ago.</summary>
    TooSoon,
}
