using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Graph.Svg;

/// <summary>Cuts texts to the width of a box. There are no letters at hand to measure: widths are guessed, rather too wide than too narrow.</summary>
internal static partial class LineText
{
    private static readonly SearchValues<char> beside = SearchValues.Create("\u17B6\u17BE\u17BF\u17C0\u17C1\u17C2\u17C3\u17C4\u17C5\u17C7"); // signs that widen their letter
    private static readonly SearchValues<char> wide = SearchValues.Create("\u1783\u1788\u1789\u178D\u178E\u1799\u179F\u17A1\u17A2\u17B6");

    /// <summary>One line, cut with <c>…</c> where it is wider than that.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="size">Size of the letters in pixels.</param>
    public static string Cut(string text, double width, double size)
    {
        var (line, rest) = First(Flat(text), width, size);
        return rest.Length == 0 ? line : First(line, width - size, size).Line.TrimEnd() + "…";
    }

    /// <summary>The first words in at most two lines.</summary>
    public static IReadOnlyList<string> Two(string text, double width, double size)
    {
        var flat = Flat(Tag().Replace(text, ""));
        if (flat.Length == 0)
            return [];
        var (line, rest) = First(flat, width, size);
        if (rest.Length == 0)
            return [line];

        // Khmer has no blanks between words: there a line breaks between clusters.
        var blank = line.AsSpan().LastIndexOfAny(" \u200B");
        if (blank > line.Length / 2 && rest[0] is not (' ' or '\u200B'))
            (line, rest) = (line[..blank], flat[(blank + 1)..]);
        return [line.TrimEnd(), Cut(rest.TrimStart(' ', '\u200B'), width, size)];
    }

    /// <summary>How wide it will be at most, about.</summary>
    public static double WidthOf(string text, double size) => Clusters.Split(text).Sum(cluster => Width(cluster)) * size;

    private static (string Line, string Left) First(string text, double width, double size)
    {
        var (end, used) = (0, 0.0);
        for (int length; end < text.Length; end += length)
        {
            length = Clusters.Next(text.AsSpan(end));
            used += Width(text.AsSpan(end, length)) * size;
            if (used > width)
                break;
        }

        return (text[..end], text[end..]);
    }

    /// <summary>In units of the letter size.</summary>
    private static double Width(ReadOnlySpan<char> cluster)
    {
        var c = cluster[0];
        if (c is >= '\u1780' and <= '\u17FF')
            return 0.76 + (wide.Contains(c) ? 0.35 : 0) + (cluster.ContainsAny(beside) ? 0.4 : 0) + (cluster.Contains("\u17D2\u179A", StringComparison.Ordinal) || cluster.Contains("\u17D2\u1799", StringComparison.Ordinal) ? 0.25 : 0);
        return c switch
        {
            ' ' or 'i' or 'j' or 'l' or 'f' or 't' or 'r' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '(' or ')' or '[' or ']' => 0.36,
            'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 0.95,
            >= 'A' and <= 'Z' => 0.7,
            < '\u0300' => 0.56,
            _ => 1,
        };
    }

    private static string Flat(string text)
    {
        var flat = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                flat.Append(c);
            else if (flat.Length > 0 && flat[^1] != ' ')
                flat.Append(' ');
        }

        return flat.ToString().TrimEnd();
    }

    [GeneratedRegex("{%.*?%}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
