using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Risk;

/// <summary>Folds for what has no blanks between words: Khmer, Chinese, emoji. The strict key, with letters that stand twice as one.</summary>
internal static class UnspacedFold
{
    private const char VariationSelector = '\uFE0F'; // the same emoji, drawn in colour

    public static FoldedText Of(string text)
    {
        // Doubled letters go first: under the strict key a doubled subscript would become a syllable of its own.
        var (single, places) = (new char[text.Length], new int[text.Length]);
        var count = Single(text, single, places);
        var (key, from) = (new char[StrictFold.RoomFor(single.AsSpan(0, count))], new int[StrictFold.RoomFor(single.AsSpan(0, count))]);
        var length = StrictFold.Write(single.AsSpan(0, count), key, from);

        var folded = new FoldedText(length);
        for (int i = 0, next; i < length; i = next)
        {
            for (next = i + 1; next < length && from[next] == from[i];)
                next++;
            var (begin, end) = (places[from[i]], next < length ? places[from[next]] : text.Length);
            end = WithoutBlanks(text, begin, end);
            for (var k = i; k < next; k++)
                Add(folded, key.AsSpan(0, length), k, begin, end);
        }

        return folded;
    }

    /// <summary>The text without letters that stand twice, and without what nobody sees.</summary>
    private static int Single(string text, char[] single, int[] places)
    {
        var to = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == VariationSelector || Signs.IsInvisible(c) || (to > 0 && c == single[to - 1] && IsFolded(c)))
                continue;
            single[to] = c;
            places[to++] = i;
        }

        return to;
    }

    private static void Add(FoldedText folded, ReadOnlySpan<char> key, int at, int begin, int end)
    {
        var c = key[at];
        if (c == ' ' && at > 0 && at + 1 < key.Length && IsKhmer(key[at - 1]) && IsKhmer(key[at + 1]) && !IsSign(key[at + 1]))
            return; // people put blanks anywhere between Khmer words and numbers
        var (opens, closes) = (at == 0 || key[at - 1] != Signs.Coeng, at + 1 == key.Length || !IsSign(key[at + 1])); // never inside of a cluster
        if (folded.Length > 0 && folded[folded.Length - 1] is var last && last.Key == c && IsFolded(c))
            folded[folded.Length - 1] = last.With(begin, end, opens, closes);
        else
            folded.Add(new FoldedText.Letter(c, begin, end, opens, closes, c));
    }

    private static bool IsKhmer(char c) => Signs.IsKhmer(c) || char.IsAsciiDigit(c);

    private static bool IsSign(char c) => c is (>= '\u17B6' and <= '\u17D3') or '\u17DD';

    private static bool IsFolded(char c) => char.IsLetter(c) || Signs.Of(c) is not (Sign.Other or Sign.Invisible or Sign.NonJoiner);

    /// <summary>Where a piece of the text ends when blanks, marks and what nobody sees are left out behind it.</summary>
    private static int WithoutBlanks(string text, int begin, int end)
    {
        while (end > begin + 1 && (char.IsWhiteSpace(text[end - 1]) || Signs.IsInvisible(text[end - 1]) || text[end - 1] is '!' or '?' or ',' or '\u17D4' or '\u17D5' or '\u17D6'))
            end--;
        return end;
    }
}
