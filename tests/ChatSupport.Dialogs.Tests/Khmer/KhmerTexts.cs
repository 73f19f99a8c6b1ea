using CsCheck;

namespace ChatSupport.Dialogs.Tests.Khmer;

/// <summary>Generators of text: real words, loose signs, Latin, emoji, zero-width characters, in any disorder.</summary>
internal static class KhmerTexts
{
    public static readonly string[] Words =
    [
        "ខ្មែរ", "ស្ត្រី", "ប្រាក់ខែ", "ម៉ោងធ្វើការ", "ស៊ើប", "កណ្តាល", "ចាំ", "កុំ", "លោក", "ធម៌", "ទទួលស្គាល់", "សៅរ៍", "ម្យ៉ាង", "ឯកសារ", "ព្រះ",
    ];

    private static readonly Gen<string> Scrap = Gen.OneOf(
        Gen.OneOf(Words),
        Gen.Char['\u1780', '\u17FF'].Select(c => c.ToString()),
        Gen.Char['\u17B6', '\u17D3'].Select(c => c.ToString()),
        Gen.OneOf("\u17D2", "\u17D2\u179A", "\u17D2\u178A", "\u17BB", "\u17C1", "\u17B8", "\u17B6"),
        Gen.OneOf("\u200B", "\u200C", "\u200D", "\uFEFF", "\u00AD", " ", "\u00A0", "\r\n", ",", "។", "?"),
        Gen.OneOf("Abc", "é", "e\u0301", "o\u031B\u0323", "Đường", "١", "👨‍👩‍👧", "🇰🇭", "👍🏽", "\uD83D", "İ"),
        Gen.Char.Select(c => c.ToString()));

    /// <summary>A few letters under far too many signs, which is where orders and keys go wrong.</summary>
    private static readonly Gen<string> Tangle = Gen.OneOf(
        Gen.OneOf("\u1780", "\u1794", "\u17A2", "\u179A", "\u178A", "\u17A4", "\u17A8", "\u17B2"),
        Gen.OneOf("\u17D2", "\u17D2", "\u17CC", "\u17C9", "\u17CA", "\u200C", "\u200B"),
        Gen.Char['\u17B4', '\u17D3'].Select(c => c.ToString())).Array[0, 12].Select(string.Concat);

    /// <summary>Any text at all.</summary>
    public static readonly Gen<string> Any = Gen.OneOf(Scrap.Array[0, 12].Select(string.Concat), Tangle);

    /// <summary>A syllable with its signs in canonical order, one of a kind at most.</summary>
    public static readonly Gen<string> Syllable =
        from letter in Gen.OneOf("ក", "ស", "ម", "ប", "រ", "អ")
        from subscript in Gen.OneOf("", "\u17D2\u178F", "\u17D2\u1798", "\u17D2\u1798\u17D2\u179A")
        from shifter in Gen.OneOf("", "\u17C9", "\u17CA")
        from vowel in Gen.OneOf("", "\u17B6", "\u17B7", "\u17B8", "\u17BB", "\u17BE", "\u17C1", "\u17C4")
        from mark in Gen.OneOf("", "\u17C6", "\u17CB", "\u17D0")
        from final in Gen.OneOf("", "\u17C7")
        select letter + subscript + shifter + vowel + mark + final;
}
