using System.Security.Cryptography;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Tests.Reports.Sealing;

/// <summary>Keys and places that do not matter.</summary>
internal static class Some
{
    /// <summary>The second at which the tests happen.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The private key of bytes 0x42, which the golden files are sealed to.</summary>
    public static AgeIdentity Golden => AgeIdentity.Of(Enumerable.Repeat((byte)0x42, 32).ToArray());

    public static SealedPlace Place => new(Purpose.Answer, Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), Guid.Parse("0e984725-c51c-4bf4-9960-e1c80e27aba0"), 7);

    public static byte[] Bytes(int length) => RandomNumberGenerator.GetBytes(length);

    public static Reader Reader(string staff = "dara", ReaderRole role = ReaderRole.Worker, AgeRecipient? key = null)
    {
        using var identity = AgeIdentity.New();
        return new Reader(staff, key ?? identity.Recipient, role, Now.AddDays(-1), Now.AddDays(30), 1, Revoked: false);
    }

    public static ReaderList List(RootSecret root, params Reader[] readers) => new(root.Public, 1, Now, [.. readers]);
}
