using System.Collections.Immutable;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Where a conversation stands in its dialogs: everything the interpreter needs to go on, nothing else. Serialised as JSON.</summary>
public sealed record DialogState
{
    /// <summary>The screen she sees.</summary>
    public required ScreenId Screen { get; init; }

    /// <summary>Her language tag.</summary>
    public required string Language { get; init; }

    /// <summary>The screens that "back" leads to, last one first to be left; at most 20.</summary>
    public ImmutableArray<ScreenId> Trail { get; init; } = [];

    /// <summary>What the dialogs keep of her.</summary>
    public Variables Variables { get; init; } = Variables.None;

    /// <summary>Misses in a row on this screen.</summary>
    public int Misses { get; init; }

    /// <summary>Screens offered by "did you mean", in the order shown; empty where none were offered.</summary>
    public ImmutableArray<ScreenId> Suggested { get; init; } = [];
}

/// <summary>The outcome of one pure step.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Replies">What to say, in order.</param>
/// <param name="Effects">What the turn must carry out and commit with the state.</param>
/// <param name="Waiting">A query to run before the dialog goes on through <see cref="Interpreter.Resume"/>; null when the step is whole.</param>
public sealed record Step(DialogState State, ImmutableArray<Reply> Replies, ImmutableArray<Effect> Effects, ActionCall? Waiting)
{
    /// <summary>Nothing matched what she sent.</summary>
    public bool Missed { get; init; }
}
