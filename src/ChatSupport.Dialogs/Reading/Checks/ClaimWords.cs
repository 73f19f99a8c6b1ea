using System.Buffers;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>The words that make a sentence a legal or medical claim. Listed in dialogs/README.md.</summary>
internal static class ClaimWords
{
    /// <summary>Parts of other words that claim nothing: legal help.</summary>
    private const string LegalHelp = "ផ្លូវច្បាប់";

    private static readonly string[] words =
    [
        "ច្បាប់", "មាត្រា", "ព្រះរាជក្រម", "អនុក្រឹត្យ", "ថ្នាំ", "ជំងឺ", "អេដស៍", "វ៉ាក់សាំង",
        "law", "laws", "lawful", "unlawful", "illegal", "article", "articles", "prakas", "decree", "medicine", "medicines", "pill", "pills",
        "dose", "symptom", "symptoms", "vaccine", "infection", "hiv", "aids",
    ];

    private static readonly SearchValues<string> any = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first word that claims something, and where.</summary>
    public static (string Word, int At)? Find(string text)
    {
        for (var at = IndexOf(text, 0); at >= 0; at = IndexOf(text, at + 1))
        {
            foreach (var word in words)
            {
                if (text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase) && StandsAlone(text, at, word.Length))
                    return (text.Substring(at, word.Length), at);
            }
        }

        return null;
    }

    private static int IndexOf(string text, int from)
    {
        var at = from > text.Length ? -1 : text.AsSpan(from).IndexOfAny(any);
        return at < 0 ? -1 : at + from;
    }

    private static bool StandsAlone(string text, int at, int length)
    {
        var end = at + length;
        if (char.IsAsciiLetter(text[at]))
            return (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));

        if ((at > 0 && Signs.Of(text[at - 1]) == Sign.Coeng) || (end < text.Length && Signs.Of(text[end]) is not (Sign.Base or Sign.Other or Sign.Invisible)))
            return false;

        var lead = LegalHelp.Length - length;
        return lead <= 0 || at < lead || !text.AsSpan(at - lead).StartsWith(LegalHelp, StringComparison.Ordinal);
    }
}
