using System.Globalization;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Risk;

/// <summary>A text as contacts are looked for in it: digits of all scripts as 0 to 9, wide signs as plain ones, lower case, nothing unseen, an <c>o</c>
/// before a digit as 0.</summary>
internal sealed class ContactText
{
    private readonly List<int> begins = [];
    private readonly List<int> ends = [];

    public ContactText(string text)
    {
        var plain = new char[text.Length];
        for (int i = 0, length; i < text.Length; i += length)
        {
            length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsUnseen(text[i]))
                continue;
            plain[begins.Count] = Plain(text, i);
            begins.Add(i);
            ends.Add(i + length);
        }

        for (var i = begins.Count - 2; i >= 0; i--)
        {
            if (plain[i] == 'o' && char.IsAsciiDigit(plain[i + 1]) && (i == 0 || !char.IsLetter(plain[i - 1])))
                plain[i] = '0';
        }

        Plains = new string(plain, 0, begins.Count);
    }

    /// <summary>The text, a character for each of the original that is seen.</summary>
    public string Plains { get; }

    /// <summary>A find, at its place in the original.</summary>
    public ContactHit Hit(ContactKind kind, int start, int end) => new(kind, begins[start], ends[end - 1] - begins[start]);

    private static char Plain(string text, int at)
    {
        var c = text[at];
        if (CharUnicodeInfo.GetDecimalDigitValue(text, at) is >= 0 and var digit)
            return (char)('0' + digit);
        return c is >= '\uFF01' and <= '\uFF5E' ? char.ToLowerInvariant((char)(c - '\uFF01' + '!')) : char.ToLowerInvariant(c);
    }

    /// <summary>What nobody sees, and what draws a digit as a key.</summary>
    private static bool IsUnseen(char c) =>
        c is '\uFE0F' or '\u20E3' || Signs.IsInvisible(c) || (c > '\u007F' && char.GetUnicodeCategory(c) is UnicodeCategory.Format);
}
