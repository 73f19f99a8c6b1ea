namespace ChatSupport.Dialogs.Khmer;

/// <summary>What a character does inside a Khmer syllable. From <see cref="Base"/> to <see cref="Final"/> the values are in the order
/// in which the Khmer Encoding Structure writes them.</summary>
internal enum Sign : byte
{
    Other,
    Base,
    Robat,
    Coeng,
    Shifter,

    /// <summary>The zero-width non-joiner: it holds a shifter up, so it stands between the shifter and the vowel.</summary>
    NonJoiner,
    VowelPre,
    VowelBelow,
    VowelAbove,
    VowelPost,
    Mark,
    Final,

    /// <summary>Takes no room: it goes where the character before it goes.</summary>
    Invisible,
}

/// <summary>The characters of the Khmer block and their signs.</summary>
internal static class Signs
{
    public const char Coeng = '\u17D2';
    public const char Da = '\u178A';
    public const char Ta = '\u178F';
    public const char Ba = '\u1794';
    public const char Ro = '\u179A';
    public const char NonJoiner = '\u200C';

    private const char First = '\u1780';

    /// <summary>A digit per character from U+1780 to U+17DD: its <see cref="Sign"/>, in hexadecimal.</summary>
    private static readonly byte[] Table =
    [.. (
        new string('1', 52)     // 1780 consonants and independent vowels, with the two that are no longer in use
        + "CC"                  // 17B4 inherent vowels, never seen
        + "9" + "8888" + "777"  // 17B6
        + "66666666"            // 17BE
        + "A" + "BB" + "44"     // 17C6
        + "A" + "2" + "AAAAA"   // 17CB
        + "3" + "A"             // 17D2
        + "000000000" + "A")    // 17D4
        .Select(c => (byte)Convert.ToInt32(c.ToString(), 16))];

    /// <summary>The sign of one character, without its neighbours: a consonant under another is still a base here.</summary>
    public static Sign Of(char c)
    {
        var at = (uint)(c - First);
        var table = Table;
        if (at < (uint)table.Length)
            return (Sign)table[at];
        return c is < '\u00AD' or (> '\u17DD' and < '\u200B') ? Sign.Other : OfRare(c);
    }

    /// <summary>Any character of the main Khmer block that carries meaning: letters, signs, punctuation, digits.</summary>
    public static bool IsKhmer(char c) => c is >= '\u1780' and <= '\u17FF';

    /// <summary>Characters that a worker cannot see and that keys leave out.</summary>
    public static bool IsInvisible(char c) => Of(c) is Sign.Invisible or Sign.NonJoiner;

    private static Sign OfRare(char c) => c switch
    {
        NonJoiner => Sign.NonJoiner,
        '\u200B' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => Sign.Invisible,
        _ => Sign.Other,
    };
}
