using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Running;

/// <summary>The outcome of one pure step.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Replies">What to say, in order. After <see cref="Interpreter.Resume"/>: everything since the input, the waiting step's included.</param>
/// <param name="Effects">What the turn must carry out and commit with the state; after a resume likewise everything since the input.</param>
/// <param name="Waiting">A query to run before the dialog goes on through <see cref="Interpreter.Resume"/>; null when the step is whole.</param>
public sealed record Step(DialogState State, ImmutableArray<Reply> Replies, ImmutableArray<Effect> Effects, ActionCall? Waiting)
{
    /// <summary>Nothing matched what she sent.</summary>
    public bool Missed { get; init; }

    /// <summary>What she typed was searched for, and no topic has to do with it.</summary>
    public bool FoundNothing { get; init; }

    /// <summary>Where the dialog goes on after the query. Lives in memory only: a waiting step is never stored.</summary>
    internal Pause? Pause { get; init; }
}
