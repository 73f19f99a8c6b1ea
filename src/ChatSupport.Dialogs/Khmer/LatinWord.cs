using System.Globalization;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>A word in Latin (or any spaced) letters inside a message.</summary>
/// <param name="Key">Its strict key, without apostrophes.</param>
/// <param name="Start">Where it begins in the message, in UTF-16 units.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Block">Words with Khmer between them are in different blocks: no keyword reaches over.</param>
internal readonly record struct LatinWord(string Key, int Start, int Length, int Block)
{
    /// <summary>The words of a message in their order.</summary>
    public static IReadOnlyList<LatinWord> Of(string text)
    {
        var words = new List<LatinWord>();
        var block = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                if (Signs.IsKhmer(text[i]))
                    block++;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsPart(text[i]) || IsInside(text, i)))
                i++;
            var word = text[start..i].Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
            words.Add(new LatinWord(StrictKey.Of(word), start, i - start, block));
        }

        return words;
    }

    /// <summary>The word without accents, for a reader in a hurry.</summary>
    public static string Plain(string key) => string.Create(key.Length, key, static (to, word) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Accents.Strip(word[i]);
    });

    private static bool IsPart(char c) =>
        !Signs.IsKhmer(c) && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);

    private static bool IsInside(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && IsPart(text[at + 1]);
}
