using BenchmarkDotNet.Attributes;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Benchmarks;

/// <summary>What a message means, out of 500 keywords.</summary>
public class Matching
{
    private const int Most = 500;

    private Matcher matcher = new([]);

    /// <summary>What is typed: a keyword in a sentence, a slip, Latin letters, nothing known.</summary>
    [Params("ខ្ញុំចង់សួរអំពីថែមម៉ោងរបស់ខ្ញុំនៅកន្លែងធ្វើការ", "ប្រាក់ខៃ", "kech sonya", "ឡឡឡឡ")]
    public string Said { get; set; } = "";

    /// <summary>Takes the keywords of the shipped dialogs, and fills up with two of their Khmer words together.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var dialogs = ContentOnDisk.Set.Dialogs.Values;
        var topics = dialogs.Select(dialog => new MatchTopic(dialog.Id, [dialog.Title.In("km"), dialog.Title.In("en")], dialog.Keywords, dialog.Crisis)).ToList();
        var khmer = dialogs.SelectMany(dialog => dialog.Keywords.Words.GetValueOrDefault("km", [])).Select(word => word.Text).ToList();
        var known = dialogs.Sum(dialog => dialog.Keywords.Words.Values.Sum(words => words.Count));
        var more = khmer.SelectMany((word, at) => khmer.Skip(at + 1).Select(other => new Keyword(word + other, default))).Take(Math.Max(0, Most - known)).ToList();
        topics.Add(new MatchTopic("more", [], new Keywords(new Dictionary<string, IReadOnlyList<Keyword>> { ["km"] = more }, Keywords.None.Not), false));
        matcher = new Matcher(topics);
    }

    /// <summary>One message.</summary>
    [Benchmark]
    public MatchResult Match() => matcher.Match(Said);
}
