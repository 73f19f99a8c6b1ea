using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>Base64 as the headers of age files hold it: without <c>=</c>, and each value in one way only.</summary>
internal static class RawBase64
{
    private static readonly SearchValues<byte> letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>Writes bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <returns>False for anything else, also for another way to write the same bytes.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.ContainsAnyExcept(letters) || text.Length % 4 == 1) // the platform passes over blanks
            return false;
        var padded = new byte[(text.Length + 3) / 4 * 4];
        padded.AsSpan().Fill((byte)'=');
        text.CopyTo(padded);
        var read = new byte[text.Length * 3 / 4];
        if (Base64.DecodeFromUtf8(padded, read, out _, out var written) != OperationStatus.Done || written != read.Length)
            return false;
        if (!text.SequenceEqual(Encoding.ASCII.GetBytes(Write(read))))
            return false;
        bytes = read;
        return true;
    }
}
