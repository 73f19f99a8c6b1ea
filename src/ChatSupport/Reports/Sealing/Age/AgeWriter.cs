using System.Security.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>Seals a file as it comes, with the memory of two chunks whatever its size. What was not finished cannot be opened.</summary>
internal sealed class AgeWriter : IDisposable
{
    private readonly Stream target;
    private readonly Payload payload;
    private readonly byte[] plain = new byte[Payload.Chunk];
    private readonly byte[] chunk = new byte[Payload.SealedChunk];
    private int held;

    private AgeWriter(Stream target, Payload payload) => (this.target, this.payload) = (target, payload);

    /// <summary>Begins a file.</summary>
    /// <param name="target">Takes the sealed bytes; stays open.</param>
    /// <param name="recipients">Who can open it; at least one.</param>
    /// <param name="cancel">Ends it half-way.</param>
    /// <exception cref="ArgumentException">There is no recipient.</exception>
    public static async Task<AgeWriter> Begin(Stream target, IReadOnlyCollection<AgeRecipient> recipients, CancellationToken cancel)
    {
        var nonce = RandomNumberGenerator.GetBytes(Payload.NonceSize);
        var writer = new AgeWriter(target, AgeFile.Begin(recipients, nonce, out var header));
        try
        {
            await target.WriteAsync(header, cancel);
            await target.WriteAsync(nonce, cancel);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Seals what follows.</summary>
    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty)
        {
            if (held == Payload.Chunk) // only now is it known not to be the last
                await Flush(last: false, cancel);
            var part = bytes[..Math.Min(bytes.Length, Payload.Chunk - held)];
            part.CopyTo(plain.AsMemory(held));
            held += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Ends the file.</summary>
    public async Task Finish(CancellationToken cancel)
    {
        await Flush(last: true, cancel);
        await target.FlushAsync(cancel);
    }

    public void Dispose()
    {
        payload.Dispose();
        CryptographicOperations.ZeroMemory(plain);
    }

    private async Task Flush(bool last, CancellationToken cancel)
    {
        var length = payload.Seal(plain.AsSpan(0, held), last, chunk);
        held = 0;
        await target.WriteAsync(chunk.AsMemory(0, length), cancel);
    }
}
