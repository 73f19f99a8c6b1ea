namespace ChatSupport.Staff.Shell;

/// <summary>The language of the console: English, or Khmer where it is known. The English text is the name of its translation.</summary>
internal sealed class Tongue
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "console-language";

    public string Language { get; set; } = "en";

    /// <summary>A text in the chosen language.</summary>
    public string this[string english] => Language == "km" ? KhmerWords.Of(english) ?? english : english;

    /// <summary>A language from outside: one that is known, else English.</summary>
    public static string Read(string? cookie) => cookie == "km" ? "km" : "en";
}
