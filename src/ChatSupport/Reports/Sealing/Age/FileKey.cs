using System.Security.Cryptography;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>The key of one file, from which the proof of its header and the key of its payload come. Wiped when it is disposed of.</summary>
internal sealed class FileKey : IDisposable
{
    private readonly byte[] bytes;

    private FileKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>A key that no file had before.</summary>
    public static FileKey New() => new(RandomNumberGenerator.GetBytes(X25519Stanza.FileKeySize));

    /// <summary>The header that gives this key to each recipient.</summary>
    public byte[] Header(IEnumerable<AgeRecipient> recipients) =>
        AgeHeader.Write([.. recipients.Select(recipient => X25519Stanza.Wrap(bytes, recipient))], Prove);

    /// <summary>Takes the key out of a header, and looks at the header's proof.</summary>
    /// <param name="file">The beginning of the file, with the whole header in it.</param>
    /// <param name="identities">The keys to try.</param>
    /// <param name="length">Bytes of the header.</param>
    /// <exception cref="CannotBeOpenedException">No key fits, or the header is not as it was written.</exception>
    public static FileKey Of(ReadOnlySpan<byte> file, IReadOnlyList<AgeIdentity> identities, out int length)
    {
        if (!AgeHeader.TryRead(file, out var header))
            throw new CannotBeOpenedException();
        if (header.Stanzas.Count > 1 && header.Stanzas.Any(stanza => stanza.Kind == "scrypt"))
            throw new CannotBeOpenedException(); // who opens with a passphrase trusts that only those who know it could have sealed
        length = header.Length;
        foreach (var stanza in header.Stanzas)
        {
            foreach (var identity in identities)
            {
                if (X25519Stanza.Unwrap(stanza, identity) is not { } found)
                    continue;
                var key = new FileKey(found);
                if (key.Proves(file[..header.Proven], header.Mac))
                    return key;
                key.Dispose();
                throw new CannotBeOpenedException();
            }
        }
        throw new CannotBeOpenedException();
    }

    /// <summary>The key of the payload.</summary>
    /// <param name="nonce">The random bytes at the beginning of the payload.</param>
    public Key Payload(ReadOnlySpan<byte> nonce) => KeyDerivationAlgorithm.HkdfSha256.DeriveKey(bytes, nonce, "payload"u8, AeadAlgorithm.ChaCha20Poly1305);

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);

    private byte[] Prove(byte[] header)
    {
        using var key = HeaderKey();
        return MacAlgorithm.HmacSha256.Mac(key, header);
    }

    private bool Proves(ReadOnlySpan<byte> header, byte[] mac)
    {
        using var key = HeaderKey();
        return MacAlgorithm.HmacSha256.Verify(key, header, mac);
    }

    private Key HeaderKey() => KeyDerivationAlgorithm.HkdfSha256.DeriveKey(bytes, [], "header"u8, MacAlgorithm.HmacSha256);
}
