using BenchmarkDotNet.Attributes;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Benchmarks;

/// <summary>One step of the interpreter over the shipped dialogs, without storing anything.</summary>
public class Steps
{
    private readonly Interpreter interpreter = new(ContentOnDisk.Set, ContentOnDisk.Actions);
    private DialogState state = null!;

    /// <summary>What she does on the first screen: a number, a keyword in a sentence, something unknown.</summary>
    [Params("១", "ខ្ញុំចង់សួរអំពីថែមម៉ោង", "ឡឡឡឡ")]
    public string Said { get; set; } = "";

    /// <summary>Opens the first screen.</summary>
    [GlobalSetup]
    public void Open() => state = interpreter.Open(new DialogState { Screen = ScreenId.Of("home"), Language = "km" }, ScreenId.Of("home"), null, ContentOnDisk.Today).State;

    /// <summary>The step.</summary>
    [Benchmark]
    public Step Run() => interpreter.Run(state, new Input.Text(Said), ContentOnDisk.Today);
}
