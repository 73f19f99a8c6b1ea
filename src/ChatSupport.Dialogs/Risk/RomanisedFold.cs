namespace ChatSupport.Dialogs.Risk;

/// <summary>Folds Khmer in Latin letters, which everybody spells her own way: on top of <see cref="SpacedFold"/> an <c>h</c> is left out
/// (<c>khluon</c>, <c>kluon</c>), and so is an
/// <c>r</c> at the end of a word or before another consonant; letters of one sound become one (<c>b p</c>, <c>d t</c>,
/// <c>g k</c>, <c>j c</c>, <c>v w</c>, <c>z s</c>), and so do the vowels that are written for one another (<c>ou uo u</c>; <c>ae ai ay ei ey ea ia ie e</c>).</summary>
internal static class RomanisedFold
{
    /// <summary>The fold of a fold.</summary>
    /// <param name="words">What <see cref="SpacedFold"/> made of the text.</param>
    public static FoldedText Of(FoldedText words)
    {
        var folded = new FoldedText(words.Length);
        var begin = -1; // where a word began whose first letter was left out
        for (var i = 0; i < words.Length; i++)
        {
            var letter = words[i];
            if (IsLeftOut(words, i))
            {
                begin = letter.Opens ? letter.Begin : begin;
                if (letter.Closes && begin < 0)
                    Stretch(folded, letter);
                continue;
            }

            if (IsPair(words, i))
                letter = letter with { Key = letter.Key is 'o' or 'u' ? 'u' : 'e', End = words[++i].End, Closes = words[i].Closes };
            if (begin >= 0 && !letter.Opens)
                letter = letter with { Opens = true, Begin = begin };
            begin = -1;
            Add(folded, letter with { Key = Sound(letter.Key) });
        }

        return folded;
    }

    private static bool IsLeftOut(FoldedText words, int at) => words[at].Key switch
    {
        'h' => true,
        'r' => words[at].Closes || (at + 1 < words.Length && words[at + 1].Key is >= 'a' and <= 'z' && !IsVowel(words[at + 1].Key)),
        _ => false,
    };

    /// <summary>Two vowels of one word that are written for one.</summary>
    private static bool IsPair(FoldedText words, int at) => !words[at].Closes && at + 1 < words.Length && !words[at + 1].Opens
        && (words[at].Key, words[at + 1].Key) is ('o', 'u') or ('u', 'o') or ('a', 'e') or ('a', 'i') or ('a', 'y') or ('e', 'i') or ('e', 'y') or ('e', 'a') or ('i', 'a') or ('i', 'e');

    private static void Add(FoldedText folded, FoldedText.Letter letter)
    {
        if (folded.Length > 0 && folded[folded.Length - 1] is var last && last.Key == letter.Key && char.IsLetter(letter.Key))
            folded[folded.Length - 1] = last.With(letter.Begin, letter.End, letter.Opens, letter.Closes);
        else
            folded.Add(letter);
    }

    /// <summary>A word that ends with a letter that is left out ends with the letter before it.</summary>
    private static void Stretch(FoldedText folded, FoldedText.Letter left)
    {
        if (folded.Length > 0 && folded[folded.Length - 1] is { Closes: false } last)
            folded[folded.Length - 1] = last with { End = left.End, Closes = true };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static char Sound(char c) => c switch
    {
        'b' => 'p',
        'd' => 't',
        'g' => 'k',
        'j' => 'c',
        'v' => 'w',
        'z' => 's',
        'y' => 'i',
        _ => c,
    };
}
