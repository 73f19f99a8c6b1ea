using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Savings.Entries;

/// <summary>The bytes of a row as they are hashed: each part with its kind and length before it, so that no two rows give the same bytes. The form is fixed for
/// ever: an export is compared by these hashes years later.</summary>
internal sealed class LedgerBytes
{
    private const byte IsNumber = 1;
    private const byte IsText = 2;
    private const byte IsBytes = 3;
    private const byte IsAbsent = 0;

    private readonly ArrayBufferWriter<byte> bytes = new(256);

    /// <param name="form">What follows, and in which version.</param>
    public LedgerBytes(string form) => Text(form);

    public LedgerBytes Number(long? number)
    {
        if (number is not { } known)
            return Absent();
        var place = Place(1 + sizeof(long));
        place[0] = IsNumber;
        BinaryPrimitives.WriteInt64BigEndian(place[1..], known);
        return this;
    }

    public LedgerBytes Text(string? text) => text is null ? Absent() : Part(IsText, Encoding.UTF8.GetBytes(text));

    public LedgerBytes Bytes(byte[] part) => Part(IsBytes, part);

    /// <summary>SHA-256 over all of it behind the hash of the row before.</summary>
    /// <param name="before">32 bytes.</param>
    public byte[] HashBehind(ReadOnlySpan<byte> before)
    {
        var all = new byte[before.Length + bytes.WrittenCount];
        before.CopyTo(all);
        bytes.WrittenSpan.CopyTo(all.AsSpan(before.Length));
        return SHA256.HashData(all);
    }

    /// <summary>SHA-256 over all of it.</summary>
    public byte[] Hash() => HashBehind([]);

    private LedgerBytes Absent()
    {
        Place(1)[0] = IsAbsent;
        return this;
    }

    private LedgerBytes Part(byte kind, ReadOnlySpan<byte> part)
    {
        var place = Place(1 + sizeof(int) + part.Length);
        place[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(place[1..], part.Length);
        part.CopyTo(place[(1 + sizeof(int))..]);
        return this;
    }

    private Span<byte> Place(int length)
    {
        var place = bytes.GetSpan(length)[..length];
        bytes.Advance(length);
        return place;
    }
}
