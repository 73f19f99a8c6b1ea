using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>Somebody who can open reports, as the root signed it.</summary>
/// <param name="Staff">Her id: small letters, digits and <c>-</c>, up to 40. Never a name.</param>
/// <param name="Key">Her public key.</param>
/// <param name="Role">What for.</param>
/// <param name="NotBefore">From when on reports are sealed to her.</param>
/// <param name="NotAfter">Until when.</param>
/// <param name="Epoch">Which key of hers it is, from 1 on; only her highest counts.</param>
/// <param name="Revoked">Nothing more is sealed to it.</param>
internal sealed record Reader(string Staff, AgeRecipient Key, ReaderRole Role, DateTimeOffset NotBefore, DateTimeOffset NotAfter, uint Epoch, bool Revoked)
{
    /// <summary>The id has the form that it must have.</summary>
    public static bool IsId(string staff) => staff.Length is >= 1 and <= 40 && staff.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Reports are sealed to this key at this time, if it is her highest.</summary>
    public bool CountsAt(DateTimeOffset now) => !Revoked && NotBefore <= now && now < NotAfter;
}

/// <summary>What a reader is there for.</summary>
internal enum ReaderRole
{
    /// <summary>A case worker.</summary>
    Worker,

    /// <summary>The key that two of three holders put together when a case worker's is lost.</summary>
    Recovery,
}
