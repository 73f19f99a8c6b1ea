using BenchmarkDotNet.Attributes;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Benchmarks;

/// <summary>Reading the shipped YAML into nodes that know their place, without linking and checking.</summary>
public class LoadingYaml
{
    private IReadOnlyList<ContentFile> files = [];

    /// <summary>Takes the files into memory.</summary>
    [GlobalSetup]
    public void Read() => files = ContentOnDisk.Files;

    /// <summary>All files, one after another.</summary>
    /// <returns>How many could be read.</returns>
    [Benchmark]
    public int Load()
    {
        var issues = new List<DialogIssue>();
        return files.Count(file => YamlFile.Read(file, issues) is not null);
    }
}
