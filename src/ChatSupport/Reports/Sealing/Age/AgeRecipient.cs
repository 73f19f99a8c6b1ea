using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>A public key that files are sealed to: <c>age1…</c>. Its text form holds it whole and may be shown to anybody.</summary>
internal sealed class AgeRecipient : IEquatable<AgeRecipient>
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 32;

    private const string Prefix = "age";

    private readonly byte[] bytes;

    private AgeRecipient(byte[] bytes) => this.bytes = bytes;

    /// <summary>The key's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    internal PublicKey Key => PublicKey.Import(KeyAgreementAlgorithm.X25519, bytes, KeyBlobFormat.RawPublicKey);

    /// <summary>Reads <c>age1…</c>.</summary>
    /// <returns>False for anything else, also for the few points whose secrets everybody can work out, and for a key in other than its usual form.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AgeRecipient? recipient)
    {
        recipient = null;
        if (text is null || text.AsSpan().ContainsAnyInRange('A', 'Z') || !Bech32.TryRead(Prefix, text, out var bytes) || bytes.Length != Size)
            return false;
        recipient = new AgeRecipient(bytes);
        if (IsSound(recipient))
            return true;
        recipient = null;
        return false;
    }

    public override string ToString() => Bech32.Write(Prefix, bytes);

    public bool Equals(AgeRecipient? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as AgeRecipient);

    public override int GetHashCode() => BitConverter.ToInt32(bytes);

    internal static AgeRecipient Of(PublicKey key) => new(key.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>A key from which nothing secret would come would seal a file to everybody.</summary>
    private static bool IsSound(AgeRecipient recipient)
    {
        if ((recipient.bytes[^1] & 0x80) != 0)
            return false; // its owner would write it without this bit, and could not open what is sealed to it
        using var any = NSec.Cryptography.Key.Create(KeyAgreementAlgorithm.X25519);
        using var shared = KeyAgreementAlgorithm.X25519.Agree(any, recipient.Key);
        return shared is not null;
    }
}
