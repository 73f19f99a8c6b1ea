using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Tests.Reading;

public sealed class TheListOfFindings
{
    [Fact]
    public void Stands_whole_and_true_in_the_readme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "dialogs", "README.md")))
            folder = folder.Parent;
        var rows = File.ReadAllLines(Path.Combine(folder.FullName, "dialogs", "README.md")).Where(line => line.StartsWith("| DLG", StringComparison.Ordinal) || line.StartsWith("| TLK", StringComparison.Ordinal));

        Assert.Equal(
            Rules.All.Select(rule => $"| {rule.Code} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} |"),
            rows);
    }
}
