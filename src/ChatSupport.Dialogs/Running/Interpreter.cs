using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running.Prepared;

namespace ChatSupport.Dialogs.Running;

/// <summary>Walks a worker through the dialogs of one revision. Pure and thread-safe: the same state, input and day always give the same step.</summary>
public sealed class Interpreter
{
    private readonly Content content;

    /// <summary>Prepares a revision: reads every template and condition and folds every word, once.</summary>
    /// <param name="dialogs">A revision without errors.</param>
    /// <param name="actions">Every action that the content may name; the engine's own need not be among them.</param>
    /// <exception cref="ArgumentException">A template or condition cannot be read, or there is no screen at all; the message names the place.</exception>
    public Interpreter(DialogSet dialogs, IReadOnlyList<ActionSpec> actions)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(actions);
        content = new Content(dialogs, actions);
    }

    /// <summary>The content it runs.</summary>
    public DialogSet Dialogs => content.Dialogs;

    /// <summary>The first screen: the start of the dialog <c>home</c>.</summary>
    public ScreenId Home => content.Home.Id;

    internal Content Content => content;

    /// <summary>Enters a screen, with a phrase above it where <paramref name="notice"/> is given. One that does not exist leads to the first screen.</summary>
    /// <param name="state">Where she stands; the way back leads there.</param>
    /// <param name="screen">Where she goes.</param>
    /// <param name="notice">Said above the screen; null for nothing.</param>
    /// <param name="today">The day where she is; null to take that of her last input.</param>
    public Step Open(DialogState state, ScreenId screen, Phrase? notice = null, DateOnly? today = null) => Open(state, screen, notice, today, null);

    internal Step Open(DialogState state, ScreenId screen, Phrase? notice, DateOnly? today, Trace? trace)
    {
        var walk = Begin(state, today, trace);
        walk.Notice = notice is null ? null : new Notice(notice, null);
        Entering.Enter(walk, content.Find(screen)?.Id ?? content.Home.Id);
        return walk.End();
    }

    /// <summary>Shows again what she sees, without entering anything: the state stays as it is.</summary>
    public Step Show(DialogState state, Phrase? notice = null, DateOnly? today = null)
    {
        var walk = Begin(state, today);
        Menus.Show(walk, notice);
        return walk.End();
    }

    /// <summary>Takes one input to the next screen.</summary>
    /// <param name="state">Where she stands.</param>
    /// <param name="input">What she did.</param>
    /// <param name="today">The day where she is, for questions that ask for a date.</param>
    public Step Run(DialogState state, Input input, DateOnly today) => Run(state, input, today, null);

    internal Step Run(DialogState state, Input input, DateOnly today, Trace? trace)
    {
        var walk = Begin(state, today, trace);
        switch (input)
        {
            case Input.Text text:
                Hearing.Text(walk, text.Value);
                break;
            case Input.Button button:
                Pressing.Button(walk, button.Id);
                break;
            default:
                Receiving.Other(walk, input);
                break;
        }

        return walk.End();
    }

    /// <summary>How a text is understood that she types where she stands, for authors: everything that any rule finds in it.</summary>
    /// <returns>In the order in which the rules are asked: the first that <see cref="Understanding.Acts"/> wins, what follows are the
    /// runners-up. Where none acts, the topics are offered, or it is not understood.</returns>
    public IReadOnlyList<Understanding> Explain(DialogState state, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Explaining.All(Begin(state, today), text)];
    }

    /// <summary>Carries out a command as if its word had been typed; in a fenced dialog only leaving, in the decoy nothing.
    /// For slash commands and the like. <see cref="Command.Return"/> shows the screen again.</summary>
    public Step Obey(DialogState state, Command command, DateOnly today)
    {
        var walk = Begin(state, today);
        if (!Obeying.Obey(walk, command))
            Menus.Show(walk);
        return walk.End();
    }

    /// <summary>Goes on after the query that a step waited for. The step returned holds the replies and effects of the whole input.</summary>
    /// <param name="waiting">The step that waited.</param>
    /// <param name="result">What the query found; null where it failed: then its variable is absent, which equals <c>nil</c> and <c>empty</c>.</param>
    /// <exception cref="ArgumentException">The step does not wait.</exception>
    public Step Resume(Step waiting, Value? result)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var walk = Walk.Again(content, waiting);
        Entering.Resume(walk, waiting.Pause!, result);
        return walk.End();
    }

    /// <summary>Brings a state of an older revision to this one: a screen that is gone becomes the nearest that exists.</summary>
    /// <param name="state">A state of any revision.</param>
    /// <param name="moved">True when her screen was gone.</param>
    public DialogState Settle(DialogState state, out bool moved) => Trails.Settle(content, state, out moved);

    private Walk Begin(DialogState state, DateOnly? today, Trace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return content.Find(state.Screen) is not null && !state.Trail.IsDefault && !state.Suggested.IsDefault
            ? new Walk(content, state, today, trace)
            : new Walk(content, Trails.Settle(content, state, out _), today, trace);
    }
}
