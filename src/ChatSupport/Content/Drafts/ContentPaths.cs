namespace ChatSupport.Content.Drafts;

/// <summary>Which names the files of new dialogs may have: such as work in the content, in addresses and on the disks of all systems.</summary>
internal static class ContentPaths
{
    private const int Longest = 100;

    /// <summary>Names at the top that mean something else.</summary>
    private static readonly string[] taken = ["places", "media", "phrases", "translations", "risk-words"];

    /// <summary>Whether a new dialog may be called so.</summary>
    public static bool IsGoodDialog(string id) => id.Length is > 0 and <= Longest && id.Split('/') is var parts && !taken.Contains(parts[0], StringComparer.Ordinal) && parts.All(IsGoodPart);

    /// <summary>Whether a file may be made here: a dialog or its talks.</summary>
    public static bool IsGoodFile(string path) => ContentFolder.IsText(path) && IsGoodDialog(path[..path.LastIndexOf('.')]);

    /// <summary>Whether a feature may make a file of its own here, such as <c>places/services.yaml</c>.</summary>
    public static bool IsGoodPath(string path) => path.Length <= Longest && ContentFolder.IsText(path) && path[..path.LastIndexOf('.')].Split('/').All(IsGoodPart);

    private static bool IsGoodPart(string part) => part.Length > 0 && char.IsAsciiLetterLower(part[0]) && !IsDevice(part)
        && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Windows gives these to devices, whatever ending follows: a copy of the folder could not be unpacked there.</summary>
    private static bool IsDevice(string part) => part is "con" or "prn" or "aux" or "nul"
        || (part.Length == 4 && char.IsAsciiDigit(part[3]) && (part.StartsWith("com", StringComparison.Ordinal) || part.StartsWith("lpt", StringComparison.Ordinal)));
}
