using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Staff.Audit;

/// <summary>Makes the proof of each entry over its content and the proof before it. Who can write the database but does not hold the key files cannot make one.</summary>
internal sealed class AuditChain(KeyRing keys)
{
    public const int MacSize = 32;

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.FieldKey, MacSize, info: Encoding.ASCII.GetBytes("chatsupport audit chain"));

    /// <summary>What stands for the entry before the first.</summary>
    public static byte[] Beginning => new byte[MacSize];

    /// <summary>The proof of an entry.</summary>
    /// <param name="before">The proof of the entry before it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="at">UTC milliseconds.</param>
    /// <param name="who">As UTF-8, like all texts here: the bytes in the database are what is proved.</param>
    /// <param name="act">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">In words.</param>
    public byte[] Mac(byte[] before, long number, long at, byte[] who, byte[] act, byte[] subject, byte[] detail)
    {
        // Each part with its length before it: no two entries give the same bytes.
        var bytes = new byte[24 + before.Length + who.Length + act.Length + subject.Length + detail.Length + (5 * sizeof(int))];
        var rest = bytes.AsSpan();
        BinaryPrimitives.WriteInt64LittleEndian(rest, 1); // the form of what follows
        BinaryPrimitives.WriteInt64LittleEndian(rest[8..], number);
        BinaryPrimitives.WriteInt64LittleEndian(rest[16..], at);
        rest = rest[24..];
        foreach (var part in (ReadOnlySpan<byte[]>)[before, who, act, subject, detail])
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, part.Length);
            part.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + part.Length)..];
        }
        return HMACSHA256.HashData(key, bytes);
    }

    /// <summary>The proof of an entry that is about to be written.</summary>
    public byte[] Mac(byte[] before, long number, long at, AuditNote note) =>
        Mac(before, number, at, Encoding.UTF8.GetBytes(note.Who), Encoding.UTF8.GetBytes(note.Act), Encoding.UTF8.GetBytes(note.Subject), Encoding.UTF8.GetBytes(note.Detail));
}
