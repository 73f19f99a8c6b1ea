using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>What may be written into a dialog at all. Null is a yes.</summary>
internal static class EditRules
{
    /// <summary>The longest text, in UTF-16 units: far beyond what the check calls too long, far below what a file may hold.</summary>
    public const int LongestText = 20_000;

    /// <summary>The most words of one list: several times what any dialog has.</summary>
    public const int MostWords = 200;

    private const int LongestWord = 500;

    /// <summary>A text that may have several lines.</summary>
    public static EditResult.Refused? Text(string text, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new(EditRefusal.Empty, $"{what} is empty. Write something, or take it away.");
        if (text.Length > LongestText)
            return new(EditRefusal.TooLong, $"{what} has {text.Length} characters, and at most {LongestText} can be written. Make it shorter, or spread it over several screens.");

        return Characters(text, what);
    }

    /// <summary>A text on one line: a word, a target, a path.</summary>
    public static EditResult.Refused? Word(string text, string what)
    {
        if (text.Length > LongestWord && !string.IsNullOrWhiteSpace(text))
            return new(EditRefusal.TooLong, $"{what} has {text.Length} characters, and at most {LongestWord} can be written. Make it shorter.");

        return Text(text, what) ?? (text.Contains('\n', StringComparison.Ordinal)
            ? new(EditRefusal.BadCharacter, $"{what} has a line break in it. Write it on one line.")
            : null);
    }

    /// <summary>A word without blanks: a target, a recording.</summary>
    public static EditResult.Refused? Address(string text, string what) => Word(text, what) ?? (text.Any(char.IsWhiteSpace)
        ? new(EditRefusal.BadName, $"{what} is '{text}', which has a blank in it. Take it out.")
        : null);

    public static EditResult.Refused? Language(string tag) => tag.Length is > 0 and <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0])
        ? null
        : new(EditRefusal.BadName, "The language is no language tag. Write a tag such as km, en or vi.");

    public static EditResult.Refused? ScreenName(string name) => name.Length <= 100 && Names.IsScreen(name)
        ? null
        : new(EditRefusal.BadName, "The name of the screen holds letters that do not work in 'go'. Use a to z, digits, - and _.");

    public static EditResult.Refused? Words(IReadOnlyList<string> words, string what) => words.Count > MostWords
        ? new(EditRefusal.TooLong, $"{what} has {words.Count} words, and at most {MostWords} can be written. Take some out.")
        : words.Select(word => Word(word, $"A word of {what}")).FirstOrDefault(wrong => wrong is not null);

    /// <summary>A web form sends its line ends as CRLF; YAML reads every one as LF.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static EditResult.Refused? Characters(string text, string what)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(c))
                return new(EditRefusal.BadCharacter, $"{what} holds half a character at position {at + 1}, as when an emoji was cut in two. Delete it and write it again.");
            else if (YamlFile.IsInvisible(c) || c == '\r')
                return new(EditRefusal.BadCharacter, $"{what} holds the invisible character U+{(int)c:X4} at position {at + 1}. Delete it.");
        }

        return null;
    }
}
