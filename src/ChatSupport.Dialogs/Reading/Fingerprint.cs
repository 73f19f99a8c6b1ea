using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Dialogs.Reading;

/// <summary>A hash of all content files: the same files have the same one on every machine, in whatever order a disk lists them.</summary>
internal static class Fingerprint
{
    public static string Of(IEnumerable<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            // Lengths stand before the bytes, so that moving a byte from one file to the next changes the hash.
            var path = Encoding.UTF8.GetBytes(file.Path);
            BinaryPrimitives.WriteInt32LittleEndian(length, path.Length);
            BinaryPrimitives.WriteInt32LittleEndian(length[4..], file.Bytes.Length);
            hash.AppendData(length);
            hash.AppendData(path);
            hash.AppendData(file.Bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
