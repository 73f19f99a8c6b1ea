using System.Buffers.Binary;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>The payload of one file, chunk after chunk: each sealed under its number, and the last one as the last, so that none can be left out, swapped
/// or cut off.</summary>
/// <param name="key">The key of this payload alone; wiped when the payload is disposed of.</param>
internal sealed class Payload(Key key) : IDisposable
{
    /// <summary>Bytes of the random nonce before the first chunk.</summary>
    public const int NonceSize = 16;

    /// <summary>Bytes of a chunk before it is sealed; only the last one may have fewer.</summary>
    public const int Chunk = 64 * 1024;

    /// <summary>Bytes of a sealed chunk.</summary>
    public const int SealedChunk = Chunk + Tag;

    /// <summary>Bytes that sealing adds to a chunk.</summary>
    public const int Tag = 16;

    private static readonly AeadAlgorithm aead = AeadAlgorithm.ChaCha20Poly1305;

    private readonly byte[] nonce = new byte[12]; // eleven bytes of the chunk's number, one that marks the last
    private ulong number;

    /// <summary>The last chunk was sealed or opened.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Bytes of a payload with its nonce.</summary>
    /// <param name="plain">Bytes before it is sealed.</param>
    public static long SealedLength(long plain) => NonceSize + plain + (Math.Max(1, (plain + Chunk - 1) / Chunk) * Tag);

    /// <summary>Seals the next chunk.</summary>
    /// <param name="plain">A whole chunk; the last one may be shorter.</param>
    /// <param name="last">No other follows.</param>
    /// <param name="target">Takes it.</param>
    /// <returns>Bytes written.</returns>
    public int Seal(ReadOnlySpan<byte> plain, bool last, Span<byte> target)
    {
        if (IsOver || (plain.Length != Chunk && !last))
            throw new InvalidOperationException("Only the last chunk may be short, and none follows it.");
        aead.Encrypt(key, Nonce(last), [], plain, target[..(plain.Length + Tag)]);
        Step(last);
        return plain.Length + Tag;
    }

    /// <summary>Opens the next chunk. Whether it is the last is known by what it was sealed as.</summary>
    /// <param name="chunk">A whole sealed chunk, or what is left of the file.</param>
    /// <param name="target">Takes it.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="CannotBeOpenedException">It is not the chunk that belongs here.</exception>
    public int Open(ReadOnlySpan<byte> chunk, Span<byte> target)
    {
        if (IsOver || chunk.Length < Tag)
            throw new CannotBeOpenedException();
        var plain = target[..(chunk.Length - Tag)];
        var last = chunk.Length < SealedChunk || !aead.Decrypt(key, Nonce(last: false), [], chunk, plain);
        if (last && !aead.Decrypt(key, Nonce(last: true), [], chunk, plain))
            throw new CannotBeOpenedException();
        if (plain.IsEmpty && number > 0)
            throw new CannotBeOpenedException(); // an empty one is the last only where it is the only one
        Step(last);
        return plain.Length;
    }

    public void Dispose() => key.Dispose();

    private void Step(bool last)
    {
        number++;
        IsOver = last;
    }

    private byte[] Nonce(bool last)
    {
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(3), number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
