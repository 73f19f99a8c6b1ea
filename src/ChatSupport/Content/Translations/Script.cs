using System.Text;

namespace ChatSupport.Content.Translations;

/// <summary>Whether a text can be in a language at all, told by its letters: it finds a column that was filled in the wrong language.</summary>
internal static class Script
{
    private const string Khmer = "km";

    /// <summary>Shorter texts may be a name, a number or an address, the same in every language.</summary>
    private const int EnoughLetters = 24;

    public static bool Fits(string text, string language)
    {
        var (khmer, others) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x1780 and <= 0x17FF)
                khmer++;
            else if (Rune.IsLetter(rune))
                others++;
        }

        return khmer + others < EnoughLetters || (language == Khmer ? khmer > 0 : khmer <= others);
    }

    /// <summary>The text without what the program fills in and without addresses of pages.</summary>
    public static string Plain(string text)
    {
        foreach (var (open, close) in new[] { ("{{", "}}"), ("{%", "%}"), ("http", " ") })
        {
            for (var begin = text.IndexOf(open, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf(open, begin, StringComparison.Ordinal))
            {
                var end = text.IndexOf(close, begin, StringComparison.Ordinal);
                text = end < 0 ? text[..begin] : string.Concat(text.AsSpan(0, begin), text.AsSpan(end + close.Length));
            }
        }

        return text;
    }
}
