using System.Security.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>Whole age files in memory, for texts and keys. What may be large goes through <see cref="AgeWriter"/> and <see cref="AgeReader"/>.</summary>
internal static class AgeFile
{
    /// <summary>Seals bytes.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="recipients">Who can open it; at least one.</param>
    /// <exception cref="ArgumentException">There is no recipient.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> plain, IReadOnlyCollection<AgeRecipient> recipients)
    {
        var nonce = RandomNumberGenerator.GetBytes(Payload.NonceSize);
        using var payload = Begin(recipients, nonce, out var header);
        var file = new byte[header.Length + Payload.SealedLength(plain.Length)];
        header.CopyTo(file, 0);
        nonce.CopyTo(file, header.Length);
        var rest = file.AsSpan(header.Length + nonce.Length);
        while (!payload.IsOver)
        {
            var chunk = plain[..Math.Min(Payload.Chunk, plain.Length)];
            plain = plain[chunk.Length..];
            rest = rest[payload.Seal(chunk, last: plain.IsEmpty, rest)..];
        }
        return file;
    }

    /// <summary>Opens a file: all of it, or nothing.</summary>
    /// <param name="file">The file, not armored.</param>
    /// <param name="identities">The keys to try.</param>
    /// <returns>What was sealed; the caller wipes it where it is a key.</returns>
    /// <exception cref="CannotBeOpenedException">No key fits, or it is not as it was sealed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> file, params IReadOnlyList<AgeIdentity> identities)
    {
        using var key = FileKey.Of(file[..Math.Min(file.Length, AgeHeader.Longest)], identities, out var length);
        var rest = file[length..];
        if (rest.Length < Payload.NonceSize)
            throw new CannotBeOpenedException();
        using var payload = new Payload(key.Payload(rest[..Payload.NonceSize]));
        rest = rest[Payload.NonceSize..];
        var plain = new byte[rest.Length];
        var written = 0;
        try
        {
            do
            {
                var chunk = rest[..Math.Min(Payload.SealedChunk, rest.Length)];
                rest = rest[chunk.Length..];
                written += payload.Open(chunk, plain.AsSpan(written));
            }
            while (!payload.IsOver || !rest.IsEmpty);
            return plain[..written];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Makes the key of a new file.</summary>
    internal static Payload Begin(IReadOnlyCollection<AgeRecipient> recipients, ReadOnlySpan<byte> nonce, out byte[] header)
    {
        if (recipients.Count == 0)
            throw new ArgumentException("A file that is sealed to nobody would be lost.", nameof(recipients));
        using var key = FileKey.New();
        header = key.Header(recipients);
        return new Payload(key.Payload(nonce));
    }
}
