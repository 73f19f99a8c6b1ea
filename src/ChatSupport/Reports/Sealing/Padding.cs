using System.Numerics;

namespace ChatSupport.Reports.Sealing;

/// <summary>The sizes that sealed files come in, so that who sees only the size cannot tell a "no" from a name, or which photo it was.</summary>
internal static class Padding
{
    /// <summary>What fills up: blanks, so that an opened text reads well in any program.</summary>
    public const byte Filler = (byte)' ';

    private static readonly int[] buckets = [1024, 4 * 1024, 16 * 1024, 64 * 1024];

    /// <summary>The size that a file is filled up to: 1, 4, 16 or 64 KiB; above, the next number whose binary form has no more significant digits than
    /// its length has in binary (PADMÉ), which adds at most 12 percent and leaves some hundred sizes up to 10 MB.</summary>
    /// <param name="length">Bytes, with the line that stands before the content.</param>
    public static long Size(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        foreach (var bucket in buckets)
        {
            if (length <= bucket)
                return bucket;
        }
        var exponent = BitOperations.Log2((ulong)length);
        var significant = BitOperations.Log2((ulong)exponent) + 1;
        var mask = (1L << (exponent - significant)) - 1;
        return (length + mask) & ~mask;
    }
}
