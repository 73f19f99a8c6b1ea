using BenchmarkDotNet.Attributes;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Benchmarks;

/// <summary>The text of a screen with three places in it.</summary>
public class Templates
{
    private Template template = null!;
    private Scope scope = null!;

    /// <summary>Reads the longest template of the shipped dialogs, and makes three places.</summary>
    [GlobalSetup]
    public void Read()
    {
        if (!Template.TryParse(ContentOnDisk.Set.Dialogs["services"].Screens["found"].Text.In("km"), out template!, out _))
            throw new InvalidOperationException("The list of places is no template any more.");
        var place = Value.Fields.Of(
            ("name", new Value.Text("មណ្ឌលសុខភាព")), ("commune", new Value.Text("សង្កាត់លេខ៣")), ("distance", new Value.Number(1250)),
            ("open", new Value.Text("កំពុងបើក")), ("cost", new Value.Text("ឥតគិតថ្លៃ")), ("phone", new Value.Text("000 000 001")));
        scope = new Scope(Variables.None.With("places", new Value.List([place, place, place])), "km", ContentOnDisk.Today);
    }

    /// <summary>Filling it in.</summary>
    [Benchmark]
    public Rendering Render() => template.Render(scope);
}
