using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>The recipient's part for an X25519 key: it wraps the key of the file, and tells nobody whose it is.</summary>
internal static class X25519Stanza
{
    /// <summary>Bytes of the key of a file.</summary>
    public const int FileKeySize = 16;

    private const string Kind = "X25519";
    private const int BodySize = FileKeySize + 16;

    private static readonly KeyAgreementAlgorithm x25519 = KeyAgreementAlgorithm.X25519;
    private static readonly AeadAlgorithm aead = AeadAlgorithm.ChaCha20Poly1305;
    private static readonly byte[] nonce = new byte[12]; // each wrapping key wraps once

    /// <summary>Wraps the key of a file.</summary>
    public static Stanza Wrap(ReadOnlySpan<byte> fileKey, AgeRecipient recipient)
    {
        using var once = Key.Create(x25519);
        using var shared = x25519.Agree(once, recipient.Key) ?? throw new ArgumentException("The recipient is no sound key.", nameof(recipient));
        var share = once.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        using var wrapping = Derive(shared, share, recipient);
        return new Stanza([Kind, RawBase64.Write(share)], aead.Encrypt(wrapping, nonce, [], fileKey));
    }

    /// <summary>Unwraps the key of a file. The caller wipes it.</summary>
    /// <param name="stanza">Any stanza.</param>
    /// <param name="identity">The key to try.</param>
    /// <returns>Null where the stanza is of another kind or for somebody else.</returns>
    /// <exception cref="CannotBeOpenedException">It is none that a sound program writes.</exception>
    public static byte[]? Unwrap(Stanza stanza, AgeIdentity identity)
    {
        if (stanza.Kind != Kind)
            return null;
        if (stanza.Arguments.Count != 2 || stanza.Body.Length != BodySize
            || !RawBase64.TryRead(Encoding.ASCII.GetBytes(stanza.Arguments[1]), out var share) || share.Length != AgeRecipient.Size)
        {
            throw new CannotBeOpenedException();
        }
        using var shared = x25519.Agree(identity.Key, PublicKey.Import(x25519, share, KeyBlobFormat.RawPublicKey)) ?? throw new CannotBeOpenedException();
        using var wrapping = Derive(shared, share, identity.Recipient);
        var fileKey = new byte[FileKeySize];
        if (aead.Decrypt(wrapping, nonce, [], stanza.Body, fileKey))
            return fileKey;
        CryptographicOperations.ZeroMemory(fileKey);
        return null;
    }

    private static Key Derive(SharedSecret shared, byte[] share, AgeRecipient recipient) =>
        KeyDerivationAlgorithm.HkdfSha256.DeriveKey(shared, [.. share, .. recipient.Bytes], "age-encryption.org/v1/X25519"u8, aead);
}
