namespace ChatSupport.EndToEnd;

/// <summary>What the tests use of the repository they lie in.</summary>
internal static class Repository
{
    /// <summary>Its top folder.</summary>
    public static string Top { get; } = FindTop();

    /// <summary>The shipped content.</summary>
    public static string Dialogs { get; } = Path.Combine(Top, "dialogs");

    /// <summary>Copies the shipped content, so that a test may change it.</summary>
    public static void CopyDialogs(string to)
    {
        foreach (var file in Directory.EnumerateFiles(Dialogs, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(Dialogs, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string FindTop()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ChatSupport.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ChatSupport.sln. Run the tests where they were built.");
    }
}
