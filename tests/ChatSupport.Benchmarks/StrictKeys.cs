using BenchmarkDotNet.Attributes;
using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Benchmarks;

/// <summary>The strict key of a million characters. At least 20 million characters a second are required for text in canonical order: 50 ms.</summary>
public class StrictKeys
{
    private const int Size = 1_000_000;

    private string ordered = "";
    private string plain = "";
    private string disordered = "";

    /// <summary>Takes every Khmer text of the shipped dialogs, over and over.</summary>
    [GlobalSetup]
    public void Read()
    {
        var texts = ContentOnDisk.Set.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values)
            .SelectMany(screen => screen.Choices.Select(choice => choice.Label.In("km")).Append(screen.Text.In("km")));
        var once = string.Join(' ', texts);
        var all = string.Concat(Enumerable.Repeat(once + " ", (Size / once.Length) + 1));
        ordered = CanonicalOrder.Of(all[..Size]);
        plain = StrictKey.Of(ordered);
        disordered = ordered.Replace("្រែ", "ែ្រ", StringComparison.Ordinal).Replace("៉ា", "ា៉", StringComparison.Ordinal);
    }

    /// <summary>As people write it: in order, with digits, capitals and punctuation that the key folds.</summary>
    [Benchmark(Baseline = true)]
    public string InOrder() => StrictKey.Of(ordered);

    /// <summary>A text that is its own key.</summary>
    [Benchmark]
    public string OwnKey() => StrictKey.Of(plain);

    /// <summary>With syllables that have to be sorted.</summary>
    [Benchmark]
    public string OutOfOrder() => StrictKey.Of(disordered);
}
