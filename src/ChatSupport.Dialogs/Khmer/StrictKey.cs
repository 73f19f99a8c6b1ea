using System.Buffers;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>The form in which text is compared: two spellings that look the same have the same key. Never shown to anybody.</summary>
/// <remarks>The rules are those of the Khmer Encoding Structure with SIL's corrections: zero-width characters are dropped, old letters
/// become today's (U+17A8 only where it is no subscript: of its two letters one would fall out of the syllable), digits become 0 to 9, Latin becomes lower case, blanks become one (none at the ends), the signs ។ ៕ ៖ ! ? and comma
/// are dropped, syllables are put in order, vowels written in parts become whole, ុ under an upper vowel becomes the shifter it stands
/// for, subscript DA becomes TA, and repeated signs become one. Accents are composed as in NFC for the letters of Vietnamese, which
/// include é, è, ê, ô and their like; other accented letters are compared as they are written, because the platform cannot normalise
/// without ICU.</remarks>
public static class StrictKey
{
    /// <summary>The key of a text. Idempotent.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same instance when the text is its own key.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pool = ArrayPool<char>.Shared.Rent(StrictFold.RoomFor(text));
        var length = StrictFold.Write(text, pool, []);
        var key = pool.AsSpan(0, length);
        var result = key.SequenceEqual(text) ? text : new string(key);
        ArrayPool<char>.Shared.Return(pool, clearArray: true);
        return result;
    }
}
