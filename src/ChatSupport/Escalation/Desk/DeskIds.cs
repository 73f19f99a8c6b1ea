using System.Security.Cryptography;

namespace ChatSupport.Escalation.Desk;

/// <summary>Opaque ids that fit on a button.</summary>
internal static class DeskIds
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 10;
    private const int SecretLength = 26;

    /// <summary>A new id, of some 50 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>What stands in an invitation link, of some 128 bits.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Letters, SecretLength);
}
