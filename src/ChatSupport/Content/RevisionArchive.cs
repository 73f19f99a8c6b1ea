using System.IO.Compression;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Content;

/// <summary>Packs the files of a revision into one row, as a zip archive that any tool can open.</summary>
internal static class RevisionArchive
{
    // The archive says no time of its own, so that the same files give the same bytes.
    private static readonly DateTimeOffset noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(IReadOnlyList<ContentFile> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = noTime;
                using var stream = entry.Open();
                stream.Write(file.Bytes.Span);
            }
        }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no archive.</exception>
    public static IReadOnlyList<ContentFile> Unpack(byte[] packed)
    {
        using var archive = new ZipArchive(new MemoryStream(packed, writable: false), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry => new ContentFile(entry.FullName, Read(entry)))];
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
