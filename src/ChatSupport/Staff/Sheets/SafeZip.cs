using System.IO.Compression;

namespace ChatSupport.Staff.Sheets;

/// <summary>Unpacks an archive that a stranger may have packed.</summary>
internal static class SafeZip
{
    /// <summary>The most bytes that all parts of an archive may have together.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int MostParts = 2_000;

    /// <summary>The parts by name; null where they are more, or larger, than any honest spreadsheet. What the archive says of its sizes is not believed.</summary>
    /// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
    public static IReadOnlyDictionary<string, byte[]>? Unpack(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
            return null;

        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var left = MostBytes;
        foreach (var entry in archive.Entries)
        {
            using var packed = entry.Open();
            if (ReadUpTo(packed, left) is not { } part)
                return null;
            left -= part.Length;
            parts[entry.FullName] = part;
        }

        return parts;
    }

    /// <summary>All of a stream; null where it is longer.</summary>
    public static byte[]? ReadUpTo(Stream stream, int most)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (read.Length + count > most)
                return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
