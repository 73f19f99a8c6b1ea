using System.Security.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>Opens a file as it comes, with the memory of three chunks whatever its size. Each chunk was looked at before it is given out, but only the end
/// tells that none is missing: what was taken before an error is thrown away.</summary>
internal sealed class AgeReader : IDisposable
{
    private readonly Stream source;
    private readonly byte[] plain = new byte[Payload.Chunk];
    private readonly byte[] chunk = new byte[Payload.SealedChunk];
    private readonly byte[] ahead; // what was read together with the header
    private int taken;
    private Payload payload = null!;

    private AgeReader(Stream source, byte[] ahead) => (this.source, this.ahead) = (source, ahead);

    /// <summary>Reads the header.</summary>
    /// <param name="source">The file, not armored; stays open.</param>
    /// <param name="identities">The keys to try.</param>
    /// <param name="cancel">Ends it half-way.</param>
    /// <exception cref="CannotBeOpenedException">No key fits, or the header is not as it was sealed.</exception>
    public static async Task<AgeReader> Begin(Stream source, IReadOnlyList<AgeIdentity> identities, CancellationToken cancel)
    {
        var ahead = new byte[AgeHeader.Longest];
        var length = await source.ReadAtLeastAsync(ahead, ahead.Length, throwOnEndOfStream: false, cancel);
        var reader = new AgeReader(source, ahead[..length]);
        using var key = FileKey.Of(reader.ahead, identities, out reader.taken);
        var nonce = new byte[Payload.NonceSize];
        if (await reader.Fill(nonce, cancel) != nonce.Length)
            throw new CannotBeOpenedException();
        reader.payload = new Payload(key.Payload(nonce));
        return reader;
    }

    /// <summary>The next part of what was sealed; good until the next call. Empty at the end.</summary>
    /// <exception cref="CannotBeOpenedException">It is not as it was sealed, or does not go on.</exception>
    public async Task<ReadOnlyMemory<byte>> Next(CancellationToken cancel)
    {
        var read = await Fill(chunk, cancel);
        if (read == 0 && payload.IsOver)
            return default;
        return plain.AsMemory(0, payload.Open(chunk.AsSpan(0, read), plain));
    }

    public void Dispose()
    {
        payload?.Dispose();
        CryptographicOperations.ZeroMemory(plain);
    }

    private async Task<int> Fill(byte[] target, CancellationToken cancel)
    {
        var first = Math.Min(target.Length, ahead.Length - taken);
        ahead.AsSpan(taken, first).CopyTo(target);
        taken += first;
        return first + await source.ReadAtLeastAsync(target.AsMemory(first), target.Length - first, throwOnEndOfStream: false, cancel);
    }
}
