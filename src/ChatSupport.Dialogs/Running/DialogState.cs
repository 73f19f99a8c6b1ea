using System.Collections.Immutable;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Where a conversation stands in its dialogs: everything the interpreter needs to go on, nothing else.
/// Equal by content; serialised with <see cref="DialogJson.Options"/>.</summary>
public sealed record DialogState
{
    /// <summary>The most screens on the trail.</summary>
    public const int LongestTrail = 20;

    /// <summary>The screen she sees.</summary>
    public required ScreenId Screen { get; init; }

    /// <summary>Her language tag.</summary>
    public required string Language { get; init; }

    /// <summary>The screens that "back" leads to, last one first to be left; at most 20.</summary>
    public ImmutableArray<ScreenId> Trail { get; init; } = [];

    /// <summary>Short name of the channel that she talks through, for texts that must say what holds there: <c>tg</c>, <c>web</c>, <c>term</c>; null where nobody said.</summary>
    public string? Channel { get; init; }

    /// <summary>What the dialogs keep of her.</summary>
    public Variables Variables { get; init; } = Variables.None;

    /// <summary>Misses in a row on this screen.</summary>
    public int Misses { get; init; }

    /// <summary>Screens offered by "did you mean", in the order shown; empty where none were offered.</summary>
    public ImmutableArray<ScreenId> Suggested { get; init; } = [];

    /// <summary>The day of her last input where she is, for texts that name it; null before the first.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Equal when every part is, lists item by item.</summary>
    public bool Equals(DialogState? other) =>
        other is not null
        && Screen == other.Screen
        && Language == other.Language
        && Channel == other.Channel
        && Misses == other.Misses
        && Today == other.Today
        && Trail.AsSpan().SequenceEqual(other.Trail.AsSpan())
        && Suggested.AsSpan().SequenceEqual(other.Suggested.AsSpan())
        && Variables.Equals(other.Variables);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Screen, Language, Misses, Trail.Length);
}
