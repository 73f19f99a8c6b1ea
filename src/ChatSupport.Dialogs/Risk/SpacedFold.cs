using System.Globalization;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Risk;

/// <summary>Folds for what is written in words: lower case, doubled letters as one, accents beside the plain letter. Blanks are left out, because
/// people in a hurry leave them out or put them anywhere, but a word begins and ends only where one does in the text.</summary>
internal static class SpacedFold
{
    /// <summary>Folds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="joins">Whether the end of a word and an equal begin of the next become one letter, as they would be without the blank.</param>
    public static FoldedText Of(string text, bool joins = true)
    {
        var folded = new FoldedText(text.Length);
        var opens = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Lowered(text[i]);
            if (Signs.IsInvisible(c) || IsApostrophe(text, i))
                continue;
            if (IsAccent(c))
            {
                Accent(folded, c, i + 1);
            }
            else if (!IsPart(c))
            {
                opens = Part(folded, c);
            }
            else
            {
                Add(folded, c, i, opens, joins);
                opens = false;
            }
        }

        Close(folded);
        return folded;
    }

    private static void Add(FoldedText folded, char c, int at, bool opens, bool joins)
    {
        var plain = Accents.Strip(c);
        if (folded.Length > 0 && folded[folded.Length - 1] is var last && last.Accented == c && char.IsLetter(c) && (joins || !opens))
            folded[folded.Length - 1] = last.With(at, at + 1, opens, closes: false);
        else
            folded.Add(new FoldedText.Letter(plain, at, at + 1, opens, false, c));
    }

    /// <summary>An accent of its own joins the letter before it; one that joins nothing is left out.</summary>
    private static void Accent(FoldedText folded, char accent, int end)
    {
        if (folded.Length == 0 || folded[folded.Length - 1] is not { Key: not FoldedText.Gap, Closes: false } last)
            return;

        folded[folded.Length - 1] = last with { End = end, Accented = Accents.TryCompose(last.Accented, accent, out var composed) ? composed : last.Accented };
    }

    /// <summary>Ends the word; letters of a script without blanks part more than a blank does.</summary>
    private static bool Part(FoldedText folded, char c)
    {
        Close(folded);
        if (char.IsLetter(c) && folded.Length > 0 && folded[folded.Length - 1].Key != FoldedText.Gap)
            folded.Add(new FoldedText.Letter(FoldedText.Gap, 0, 0, false, true, FoldedText.Gap));
        return true;
    }

    private static void Close(FoldedText folded)
    {
        if (folded.Length > 0)
            folded[folded.Length - 1] = folded[folded.Length - 1] with { Closes = true };
    }

    private static char Lowered(char c) => c switch
    {
        >= '\u17E0' and <= '\u17E9' => (char)(c - '\u17E0' + '0'),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - '\uFF01' + '!')), // the wide letters of Chinese keyboards
        _ => char.ToLowerInvariant(c),
    };

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) && !IsUnspaced(c);

    /// <summary>Letters that <see cref="UnspacedFold"/> looks at.</summary>
    internal static bool IsUnspaced(char c) => Signs.IsKhmer(c) || c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' || char.IsSurrogate(c);

    private static bool IsAccent(char c) => c >= '\u0300' && !Signs.IsKhmer(c) && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
}
