using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph;

/// <summary>One way from a screen to another.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it leads; in content with errors nothing may stand there.</param>
/// <param name="Kind">How it is taken.</param>
/// <param name="Label">The label of a choice; null for the other kinds.</param>
/// <param name="Condition">The condition under which it is open; null for always.</param>
/// <param name="Action">The action that is carried out on it; null for none.</param>
/// <param name="Mark">Where its target stands in the content.</param>
public sealed record Way(ScreenId From, ScreenId To, WayKind Kind, Texts? Label, string? Condition, string? Action, Mark Mark);

/// <summary>How a way is taken.</summary>
public enum WayKind
{
    /// <summary>She chooses it.</summary>
    Choice,

    /// <summary>It is taken by itself on entering, where its condition holds.</summary>
    Branch,

    /// <summary>A fitting answer to the screen's question leads there.</summary>
    Answer,
}
