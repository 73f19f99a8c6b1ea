namespace ChatSupport.Hosting;

/// <summary>Settings on the command line: they may stand anywhere, and every command understands them.</summary>
internal static class Settings
{
    private static readonly HashSet<string> hostSettings = new(StringComparer.OrdinalIgnoreCase) { "contentRoot", "environment", "urls" };

    /// <summary>Parts them from the words of the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>Settings as <c>--ChatSupport:Database:File=data/other.db</c>, and the other words in their order.</returns>
    public static (string[] Settings, string[] Words) Split(string[] arguments)
    {
        List<string> settings = [], words = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsSetting(arguments[i]))
                words.Add(arguments[i]);
            else if (arguments[i].Contains('=', StringComparison.Ordinal) || i + 1 == arguments.Length)
                settings.Add(arguments[i]);
            else
                settings.Add($"{arguments[i]}={arguments[++i]}"); // its value stands behind it
        }
        return ([.. settings], [.. words]);
    }

    private static bool IsSetting(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
            return false;
        var name = word[2..].Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal) || hostSettings.Contains(name);
    }
}
