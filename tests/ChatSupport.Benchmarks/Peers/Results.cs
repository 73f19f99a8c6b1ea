using ChatSupport.EndToEnd;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Keeps what a whole run found, for the README.</summary>
internal static class Results
{
    /// <summary>Writes a file under <c>tests/ChatSupport.Benchmarks/results</c>.</summary>
    public static void Keep(string name, string content)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Top, "tests", "ChatSupport.Benchmarks", "results")).FullName, name);
        File.WriteAllText(file, content.EndsWith('\n') ? content : content + '\n');
        Console.WriteLine($"Written: {Path.GetRelativePath(Repository.Top, file)}");
    }
}
