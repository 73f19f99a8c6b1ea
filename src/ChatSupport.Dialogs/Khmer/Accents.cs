namespace ChatSupport.Dialogs.Khmer;

/// <summary>The accented lower-case letters of Vietnamese. The platform composes nothing without ICU.</summary>
internal static class Accents
{
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323"; // grave, acute, hook, tilde, dot: the columns below
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private static readonly Dictionary<(char Letter, char Accent), char> Composed = Compose();
    private static readonly Dictionary<char, char> Plain = Rows
        .SelectMany(row => row.Select(c => (Letter: c, Base: BaseOf(row[0])))).Append((Letter: 'đ', Base: 'd'))
        .ToDictionary(pair => pair.Letter, pair => pair.Base);

    /// <summary>The one letter that a lower-case letter and a combining accent make, as in NFC.</summary>
    public static bool TryCompose(char letter, char accent, out char composed)
    {
        composed = default;
        return accent is >= '\u0300' and <= '\u0323' && Composed.TryGetValue((letter, accent), out composed);
    }

    /// <summary>The letter without its accents; combining accents are for the caller to leave out.</summary>
    public static char Strip(char letter) => letter < '\u0080' ? letter : Plain.GetValueOrDefault(letter, letter);

    private static char BaseOf(char letter) => letter switch { 'ă' or 'â' => 'a', 'ê' => 'e', 'ô' or 'ơ' => 'o', 'ư' => 'u', _ => letter };

    private static Dictionary<(char Letter, char Accent), char> Compose()
    {
        var pairs = new Dictionary<(char Letter, char Accent), char>();
        foreach (var row in Rows)
        {
            for (var tone = 0; tone < Tones.Length; tone++)
                pairs[(row[0], Tones[tone])] = row[tone + 1];
        }

        AddShape(pairs, '\u0306', ("a", "ă"));
        AddShape(pairs, '\u0302', ("a", "â"), ("e", "ê"), ("o", "ô"));
        AddShape(pairs, '\u031B', ("o", "ơ"), ("u", "ư"));
        return pairs;
    }

    /// <summary>A horn joins the letter before any tone; a hat or breve joins before all tones but the dot below.</summary>
    private static void AddShape(Dictionary<(char Letter, char Accent), char> pairs, char accent, params (string From, string To)[] letters)
    {
        foreach (var (from, to) in letters)
        {
            var plain = Rows.First(row => row[0] == from[0]);
            var shaped = Rows.First(row => row[0] == to[0]);
            for (var column = 0; column < plain.Length; column++)
            {
                if (column is 0 or 5 || accent == '\u031B')
                    pairs[(plain[column], accent)] = shaped[column];
            }
        }
    }
}
