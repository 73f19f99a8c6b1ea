using System.Buffers;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>A coarser key for text typed in haste: the strict key without shifters and bantoc, long vowels as short ones, ឡ as ល, ណ as ន.
/// Different words can share one, so a hit on it is weaker than one on <see cref="StrictKey"/>.</summary>
public static class LooseKey
{
    private static readonly SearchValues<char> Folded = SearchValues.Create("\u17C9\u17CA\u17CB\u17B8\u17BA\u17BC\u17A1\u178E");

    /// <summary>The loose key of a text. Idempotent.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when the text is its own key.</returns>
    public static string Of(string text) => OfStrict(StrictKey.Of(text));

    /// <summary>The loose key of a strict key.</summary>
    internal static string OfStrict(string strict)
    {
        var at = strict.AsSpan().IndexOfAny(Folded);
        if (at < 0)
            return strict;

        var pool = ArrayPool<char>.Shared.Rent(strict.Length);
        var loose = new string(pool, 0, Write(strict, pool, []));
        ArrayPool<char>.Shared.Return(pool, clearArray: true);
        return loose;
    }

    /// <summary>Writes the loose key, and for each character of it its index in the strict key where <paramref name="from"/> has room.</summary>
    internal static int Write(ReadOnlySpan<char> strict, Span<char> loose, Span<int> from)
    {
        var to = 0;
        for (var i = 0; i < strict.Length; i++)
        {
            var c = Fold(strict[i]);
            if (c == default || (to > 0 && c == loose[to - 1] && c is >= '\u17B6' and <= '\u17D1'))
                continue; // ិី became the same sign twice

            loose[to] = c;
            if (!from.IsEmpty)
                from[to] = i;
            to++;
        }

        return to;
    }

    private static char Fold(char c) => c switch
    {
        '\u17C9' or '\u17CA' or '\u17CB' => default,
        '\u17B8' => '\u17B7',
        '\u17BA' => '\u17B9',
        '\u17BC' => '\u17BB',
        '\u17A1' => '\u179B',
        '\u178E' => '\u1793',
        _ => c,
    };
}
