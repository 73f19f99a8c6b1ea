using System.Buffers.Binary;

namespace ChatSupport.Staff.Voices;

/// <summary>The pages of an Ogg file with one stream: packets wrapped in pages that carry a sum to check.</summary>
internal static class OggPages
{
    /// <summary>Of the first page.</summary>
    public const byte First = 2;

    /// <summary>Of the last page.</summary>
    public const byte Last = 4;

    private const int Head = 27;
    private const int MostPieces = 255;
    private const byte Continued = 1;

    private static readonly uint[] sums = [.. Enumerable.Range(0, 256).Select(SumOf)];

    /// <summary>Whether the bytes begin as an Ogg file does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("OggS"u8);

    /// <summary>Writes a page of whole packets, which together have at most 255 pieces of 255 bytes.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="flags"><see cref="First"/>, <see cref="Last"/> or 0.</param>
    /// <param name="position">How many samples there are up to its end.</param>
    /// <param name="packets">The packets.</param>
    public static void Write(MemoryStream file, int number, byte flags, long position, IReadOnlyList<byte[]> packets)
    {
        var pieces = packets.SelectMany(packet => Enumerable.Repeat((byte)255, packet.Length / 255).Append((byte)(packet.Length % 255))).ToArray();
        if (pieces.Length > MostPieces)
            throw new ArgumentException("The packets do not fit into one page.", nameof(packets));
        byte[] page = [.. "OggS"u8, 0, flags, .. new byte[20], (byte)pieces.Length, .. pieces, .. packets.SelectMany(packet => packet)];
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), position);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), 1); // the one stream
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(18), number);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Sum(page));
        file.Write(page);
    }

    /// <summary>Takes the packets out of a file.</summary>
    /// <returns>The packets, and how many samples the last page says there are up to its end; null where the file is broken or holds several streams.</returns>
    public static (IReadOnlyList<byte[]> Packets, long Samples)? Read(ReadOnlySpan<byte> file)
    {
        var packets = new List<byte[]>();
        var open = new List<byte>();
        var (samples, stream, isOpen) = (0L, 0u, false);
        for (var number = 0u; !file.IsEmpty; number++)
        {
            if (LengthOf(file) is not { } length)
                return null;
            var page = file[..length];
            var isNext = Number(page, 18) == number && (number == 0 || Number(page, 14) == stream)
                && (page[5] & First) == (number == 0 ? First : 0) && (page[5] & Continued) == (isOpen ? Continued : 0);
            if (!isNext || !HasItsSum(page))
                return null;
            stream = Number(page, 14);
            var at = Head + page[26];
            foreach (var piece in page.Slice(Head, page[26]))
            {
                open.AddRange(page.Slice(at, piece));
                at += piece;
                isOpen = piece == 255;
                if (isOpen)
                    continue;
                packets.Add([.. open]);
                open.Clear();
            }
            var position = BinaryPrimitives.ReadInt64LittleEndian(page[6..]);
            samples = position < 0 ? samples : position; // -1: no packet ends here
            file = file[length..];
        }
        return isOpen ? null : (packets, samples);
    }

    /// <summary>The bytes of the page that begins here; null where none does, or not all of it is there.</summary>
    private static int? LengthOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < Head || !IsOne(file) || file[4] != 0 || file.Length < Head + file[26])
            return null;
        var length = Head + file[26];
        foreach (var piece in file.Slice(Head, file[26]))
            length += piece;
        return length <= file.Length ? length : null;
    }

    private static bool HasItsSum(ReadOnlySpan<byte> page)
    {
        var copy = page.ToArray();
        copy.AsSpan(22, 4).Clear(); // the sum is made while its own place is empty
        return Sum(copy) == Number(page, 22);
    }

    private static uint Number(ReadOnlySpan<byte> page, int at) => BinaryPrimitives.ReadUInt32LittleEndian(page[at..]);

    private static uint Sum(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        foreach (var one in page)
            sum = (sum << 8) ^ sums[(byte)(sum >> 24) ^ one];
        return sum;
    }

    private static uint SumOf(int first)
    {
        var sum = (uint)first << 24;
        for (var bit = 0; bit < 8; bit++)
            sum = (sum << 1) ^ (sum >> 31 == 1 ? 0x04c11db7u : 0);
        return sum;
    }
}
