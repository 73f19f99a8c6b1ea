using System.Globalization;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>Orthographic clusters: what a reader of Khmer sees as one letter with everything on, under and around it. The measure of
/// every length and the only place where text may be cut. Outside Khmer a cluster is a grapheme (an emoji with all its parts, a letter
/// with its accents). Zero-width characters belong to the cluster before them and never count.</summary>
public static class Clusters
{
    private const string Ellipsis = "…";

    /// <summary>How many clusters the text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; count++)
            text = text[Next(text)..];
        return count;
    }

    /// <summary>The text with at most <paramref name="max"/> clusters. Where something is cut off, the last of them is <c>…</c>,
    /// and no blank stands before it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="max">0 or more; 0 gives the empty string.</param>
    /// <returns>The same instance when it fits.</returns>
    public static string Cut(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        if (text.Length <= max)
            return text;

        var room = 0; // end of the first max - 1 clusters
        var end = 0;
        for (var count = 0; end < text.Length; count++)
        {
            if (count == max)
                return max == 0 ? "" : string.Concat(TrimEnd(text.AsSpan(0, room)), Ellipsis);
            if (count == max - 1)
                room = end;
            end += Next(text.AsSpan(end));
        }

        return text;
    }

    /// <summary>The clusters in order; together they are the text.</summary>
    public static IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = Next(text.AsSpan(at));
            yield return text.Substring(at, length);
        }
    }

    /// <summary>True where the text may be cut before the character at <paramref name="index"/>; both ends are boundaries.</summary>
    public static bool IsBoundary(string text, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (index < 0 || index > text.Length)
            return false;

        var at = 0;
        while (at < index)
            at += Next(text.AsSpan(at));
        return at == index;
    }

    /// <summary>Length in UTF-16 units of the first cluster of a text that is not empty.</summary>
    internal static int Next(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 || (text[0] is >= ' ' and < '\u007F' && text[1] is >= '\n' and < '\u007F'))
            return 1;

        var start = 0; // zero-width characters have no cluster before them only at the very beginning
        while (start < text.Length && Signs.IsInvisible(text[start]))
            start++;
        if (start == text.Length)
            return start;

        var first = Signs.IsKhmer(text[start]) ? 1 : StringInfo.GetNextTextElementLength(text[start..]);
        return start + first + Extension(text[(start + first - 1)..]);
    }

    /// <summary>How many characters after the first belong to it: signs, subscripts, accents, and what takes no room.</summary>
    private static int Extension(ReadOnlySpan<char> text)
    {
        var afterCoeng = text[0] == Signs.Coeng;
        for (var i = 1; i < text.Length; i++)
        {
            var sign = Signs.Of(text[i]);
            if (sign is Sign.Invisible or Sign.NonJoiner)
                continue;

            if (sign == Sign.Other ? !IsAccent(text[i]) : sign == Sign.Base && !afterCoeng)
                return i - 1;
            afterCoeng = sign == Sign.Coeng;
        }

        return text.Length - 1;
    }

    private static bool IsAccent(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && (char.IsWhiteSpace(text[^1]) || Signs.IsInvisible(text[^1])))
            text = text[..^1];
        return text;
    }
}
