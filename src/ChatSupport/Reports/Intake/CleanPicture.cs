using System.Buffers.Binary;

namespace ChatSupport.Reports.Intake;

/// <summary>Takes out of a picture all that is no picture: where and when it was taken, with what, a smaller copy of it, and whatever hangs behind its end.</summary>
/// <remarks>What is unknown is left out, never kept. The points of the picture stay as they are.</remarks>
internal static class CleanPicture
{
    private const int SegmentHead = 4;
    private const byte AdobeColours = 0xEE; // how the colours are to be read

    private static readonly byte[] pngHead = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] pngKept = ["IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"];

    /// <summary>The picture alone.</summary>
    /// <param name="bytes">As it came.</param>
    /// <returns>Null where it is neither JPEG nor PNG, or ends within itself.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> bytes)
    {
        using var clean = new MemoryStream(bytes.Length);
        var isWhole = bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes, clean),
            _ when bytes.StartsWith(pngHead) => Png(bytes, clean),
            _ => false,
        };
        return isWhole ? clean.ToArray() : null;
    }

    private static bool Jpeg(ReadOnlySpan<byte> bytes, MemoryStream clean)
    {
        clean.Write(bytes[..2]);
        for (var at = 2; at + SegmentHead <= bytes.Length || bytes[at..] is [0xFF, 0xD9];)
        {
            if (bytes[at] != 0xFF)
                return false;
            var marker = bytes[at + 1];
            if (marker == 0xD9)
            {
                clean.Write(bytes.Slice(at, 2));
                return true; // what comes behind it is none of it
            }
            if (marker == 0xFF)
            {
                at++; // filling
                continue;
            }
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8) || length < SegmentHead || at + length > bytes.Length)
                return false;
            if (!IsOfTheCamera(marker))
                clean.Write(bytes.Slice(at, length));
            at += length;
            if (marker != 0xDA)
                continue;
            var points = bytes[at..];
            var end = EndOfPoints(points);
            if (end < 0)
                return false;
            clean.Write(points[..end]);
            at += end;
        }
        return false;
    }

    private static bool IsOfTheCamera(byte marker) => marker is >= 0xE0 and <= 0xEF and not AdobeColours or 0xFE;

    /// <summary>Where the points of a scan end: at the next sign that is neither one of theirs nor a restart.</summary>
    private static int EndOfPoints(ReadOnlySpan<byte> points)
    {
        for (var at = 0; at + 1 < points.Length; at++)
        {
            if (points[at] == 0xFF && points[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
        }
        return -1;
    }

    private static bool Png(ReadOnlySpan<byte> bytes, MemoryStream clean)
    {
        const int around = 12; // length, name, sum
        clean.Write(bytes[..pngHead.Length]);
        for (var at = pngHead.Length; at + around <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > int.MaxValue - around || at + around + (long)length > bytes.Length)
                return false;
            var chunk = bytes.Slice(at, around + (int)length);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (name == "IEND" || pngKept.Contains(name, StringComparer.Ordinal))
                clean.Write(chunk);
            if (name == "IEND")
                return length == 0;
            at += chunk.Length;
        }
        return false;
    }
}
