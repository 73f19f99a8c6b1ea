using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.Reports.Sealing;

/// <summary>What can be seen of a sealed file without its key.</summary>
internal static class SealedShape
{
    private static readonly int[] sizes = [1024, 4 * 1024, 16 * 1024, 64 * 1024];

    /// <summary>It is an age file to one key, of a size that texts are filled up to. A browser sent it: what has not this form was not sealed by our page,
    /// and is not taken in the place of a sealed one.</summary>
    public static bool IsText(ReadOnlySpan<byte> file) =>
        AgeHeader.TryRead(file[..Math.Min(file.Length, AgeHeader.Longest)], out var header)
        && header.Stanzas is [{ Arguments: ["X25519", _] }]
        && sizes.Contains((int)PlainLength(file.Length - header.Length));

    /// <summary>The same of the smallest size, into which a key fits.</summary>
    public static bool IsKey(ReadOnlySpan<byte> file) =>
        IsText(file) && AgeHeader.TryRead(file[..Math.Min(file.Length, AgeHeader.Longest)], out var header) && PlainLength(file.Length - header.Length) == sizes[0];

    /// <summary>The longest file that <see cref="IsText"/> can hold of.</summary>
    public const int Longest = (66 * 1024) + 512;

    private static long PlainLength(int payload) => payload - Payload.SealedLength(0);
}
