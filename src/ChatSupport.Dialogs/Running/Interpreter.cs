using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Walks a worker through the dialogs of one revision. Pure and thread-safe: the same state, input and day always give the same step.</summary>
/// <param name="dialogs">A revision without errors.</param>
/// <param name="actions">Every action that the content may name.</param>
public sealed class Interpreter(DialogSet dialogs, IReadOnlyList<ActionSpec> actions)
{
    /// <summary>The content it runs.</summary>
    public DialogSet Dialogs { get; } = dialogs;

    /// <summary>Enters a screen, with a phrase above it where <paramref name="notice"/> is given.</summary>
    public Step Open(DialogState state, ScreenId screen, Phrase? notice = null) => throw new NotSupportedException(actions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Shows the current screen again without entering it.</summary>
    public Step Show(DialogState state, Phrase? notice = null) => throw new NotSupportedException();

    /// <summary>Takes one input to the next screen.</summary>
    /// <param name="state">Where she stands.</param>
    /// <param name="input">What she did.</param>
    /// <param name="today">The day where she is, for questions that ask for a date.</param>
    public Step Run(DialogState state, Input input, DateOnly today) => throw new NotSupportedException();

    /// <summary>Goes on after the query that a step waited for.</summary>
    /// <param name="waiting">The step that waited.</param>
    /// <param name="result">What the query found; null where it failed, which the content may show.</param>
    public Step Resume(Step waiting, Value? result) => throw new NotSupportedException();

    /// <summary>Brings a state of an older revision to this one: a screen that is gone becomes the nearest that exists.</summary>
    /// <param name="state">A state of any revision.</param>
    /// <param name="moved">True when her screen was gone.</param>
    public DialogState Settle(DialogState state, out bool moved) => throw new NotSupportedException();
}
