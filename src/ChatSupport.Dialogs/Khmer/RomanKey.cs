using System.Buffers;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>The key of Khmer written in Latin letters, which everybody spells her own way: accents, blanks and doubled letters dropped,
/// the spellings of one sound brought to one (<c>ou</c>, <c>oo</c>, <c>u</c>; <c>ei</c>, <c>ey</c>, <c>ay</c>, <c>ae</c>, <c>e</c>),
/// <c>r</c> before a consonant and <c>h</c> at the end dropped; <c>th ph kh ch</c> stay.</summary>
public static class RomanKey
{
    private const string Vowels = "aeiouy";

    /// <summary>The key of a word or of several. Idempotent.</summary>
    /// <param name="text">Any text; what is not a letter or digit is dropped.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pool = ArrayPool<char>.Shared.Rent(Math.Max(1, StrictFold.RoomFor(text)));
        var strict = pool.AsSpan(0, StrictFold.Write(text, pool, []));
        var length = Strip(strict);
        for (var before = -1; before != length;)
        {
            before = length;
            length = FoldOnce(pool.AsSpan(0, length));
        }

        var key = new string(pool, 0, length);
        ArrayPool<char>.Shared.Return(pool, clearArray: true);
        return key;
    }

    private static int Strip(Span<char> text)
    {
        var to = 0;
        foreach (var c in text)
        {
            if (Signs.Of(c) != Sign.Other || char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                text[to++] = Accents.Strip(c);
        }

        return to;
    }

    /// <summary>One pass of the spelling rules, in place. One spelling may uncover another, so the caller repeats it.</summary>
    private static int FoldOnce(Span<char> text)
    {
        var to = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : default;
            var before = to > 0 ? text[to - 1] : default;
            if ((c, next) is ('o', 'u') or ('o', 'o'))
            {
                c = 'u';
                i++;
            }
            else if ((c, next) is ('e', 'i') or ('e', 'y') or ('a', 'y') or ('a', 'e'))
            {
                c = 'e';
                i++;
            }
            else if (c == 'r' && next is >= 'a' and <= 'z' && !Vowels.Contains(next, StringComparison.Ordinal))
            {
                continue;
            }
            else if (c == 'h' && next == default && before is not ('t' or 'p' or 'k' or 'c'))
            {
                continue;
            }

            if (c == before && c is >= 'a' and <= 'z')
                continue;
            text[to++] = c;
        }

        return to;
    }
}
