using System.Globalization;

namespace ChatSupport.Staff.Shell;

/// <summary>The language of the console: English, or Khmer where it is known. The English text is the name of its translation.</summary>
internal sealed class Tongue
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "console-language";

    public string Language { get; set; } = "en";

    /// <summary>A text in the chosen language.</summary>
    public string this[string english] => Language == "km" ? KhmerWords.Of(english) ?? english : english;

    /// <summary>How far the clocks of the staff are ahead of UTC. They work where the workers are: in Phnom Penh, which has no summer time.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(7);

    /// <summary>A time by the clocks of the staff.</summary>
    public static string Time(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of it.</summary>
    public static string Day(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Ahead);

    /// <summary>A language from outside: one that is known, else English.</summary>
    public static string Read(string? cookie) => cookie == "km" ? "km" : "en";
}
