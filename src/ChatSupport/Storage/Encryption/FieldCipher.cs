using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Storage.Encryption;

/// <summary>Seals single fields with AES-256-GCM. A sealed field opens only at the place it was sealed for, so that nobody with the file can swap rows.</summary>
/// <remarks>Layout: key id (1 byte), nonce (12, random), ciphertext, tag (16). Nonces are random, so one key should seal fewer than 2^32 fields:
/// over a century at a hundred thousand turns a day.</remarks>
internal sealed class FieldCipher(byte[] fieldKey) : IDisposable
{
    private const byte KeyId = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = 1 + NonceSize + TagSize;

    // One cipher per thread: the platform's type is not made for several at once.
    private readonly ThreadLocal<AesGcm> ciphers = new(() => new AesGcm(fieldKey, TagSize), trackAllValues: true);

    /// <summary>Seals a field.</summary>
    /// <param name="plain">What to keep.</param>
    /// <param name="place">Where it will lie.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, FieldPlace place)
    {
        var stored = new byte[plain.Length + Overhead];
        stored[0] = KeyId;
        var nonce = stored.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        ciphers.Value!.Encrypt(nonce, plain, stored.AsSpan(1 + NonceSize, plain.Length), stored.AsSpan(stored.Length - TagSize), place.ToBytes());
        return stored;
    }

    /// <summary>Seals a text.</summary>
    public byte[] Seal(string plain, FieldPlace place) => Seal(Encoding.UTF8.GetBytes(plain), place);

    /// <summary>Opens a field.</summary>
    /// <exception cref="CryptographicException">It was sealed with another key or for another place, or it was changed since.</exception>
    public byte[] Open(byte[] stored, FieldPlace place)
    {
        if (stored.Length < Overhead || stored[0] != KeyId)
            throw new CryptographicException($"A sealed field of {place.Table}.{place.Column} has an unknown form.");
        var plain = new byte[stored.Length - Overhead];
        ciphers.Value!.Decrypt(
            stored.AsSpan(1, NonceSize), stored.AsSpan(1 + NonceSize, plain.Length), stored.AsSpan(stored.Length - TagSize), plain, place.ToBytes());
        return plain;
    }

    /// <summary>Opens a text.</summary>
    /// <exception cref="CryptographicException">It was sealed with another key or for another place, or it was changed since.</exception>
    public string OpenText(byte[] stored, FieldPlace place) => Encoding.UTF8.GetString(Open(stored, place));

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values)
            cipher.Dispose();
        ciphers.Dispose();
    }
}

/// <summary>The place of a sealed field: it opens nowhere else.</summary>
/// <param name="Table">Table.</param>
/// <param name="Column">Column.</param>
/// <param name="Row">What tells the row from every other, known before it is written.</param>
internal readonly record struct FieldPlace(string Table, string Column, string Row)
{
    internal byte[] ToBytes()
    {
        // Each part with its length before it: no two places give the same bytes.
        var bytes = new byte[6 + Encoding.UTF8.GetByteCount(Table) + Encoding.UTF8.GetByteCount(Column) + Encoding.UTF8.GetByteCount(Row)];
        var rest = bytes.AsSpan();
        foreach (var part in (ReadOnlySpan<string>)[Table, Column, Row])
        {
            var length = Encoding.UTF8.GetBytes(part, rest[2..]);
            BinaryPrimitives.WriteUInt16LittleEndian(rest, checked((ushort)length));
            rest = rest[(2 + length)..];
        }
        return bytes;
    }
}
