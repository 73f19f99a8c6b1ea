using System.Text.Json;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

/// <summary>Somebody who walks content; her state is written and read again after every step.</summary>
internal sealed class Worker
{
    private readonly Interpreter interpreter;
    private readonly Func<ActionCall, Value?> answer;

    public Worker(string screen = "home", string language = "en", Interpreter? interpreter = null, Func<ActionCall, Value?>? answer = null)
    {
        this.interpreter = interpreter ?? Village.Shipped;
        this.answer = answer ?? (_ => null);
        var home = new DialogState { Screen = ScreenId.Of("home"), Language = language };
        if (!ScreenId.TryParse(screen, out var id))
            throw new ArgumentException($"'{screen}' is no address of a screen.", nameof(screen));
        Take(this.interpreter.Open(id == home.Screen ? home : home with { Screen = id }, id, null, Village.Today));
    }

    public DialogState State { get; private set; } = null!;

    public Step Step { get; private set; } = null!;

    public List<ActionCall> Asked { get; } = [];

    public string At => State.Screen.ToString();

    public Reply.Menu Menu => Step.Replies.OfType<Reply.Menu>().Last();

    public IEnumerable<string> Labels => Menu.Choices.Select(choice => choice.Label);

    public IEnumerable<string> Navigation => Menu.Navigation.Select(button => button.Label);

    public string? Kept(string name) => State.Variables.Find(name) is { } value ? JsonSerializer.Serialize(value, DialogJson.Options) : null;

    public Worker Types(string text) => Sends(new Input.Text(text));

    public Worker Presses(string label) => PressesId(Menu.Choices.Concat(Menu.Navigation).Single(button => button.Label == label).Id);

    public Worker PressesId(string id) => Sends(new Input.Button(id));

    public Worker Sends(Input input)
    {
        Take(interpreter.Run(State, input, Village.Today));
        return this;
    }

    private void Take(Step step)
    {
        while (step.Waiting is { } call)
        {
            Asked.Add(call);
            step = interpreter.Resume(step, answer(call));
        }

        Step = step;
        State = JsonSerializer.Deserialize<DialogState>(JsonSerializer.Serialize(step.State, DialogJson.Options), DialogJson.Options)!;
        Assert.Equal(step.State, State);
    }
}
