using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Running;

/// <summary>A value that a dialog keeps: text, number, flag, list or record. Immutable, equal by content, written as plain JSON.</summary>
public abstract record Value
{
    private Value()
    {
    }

    /// <summary>A text, also for dates, places and media keys.</summary>
    public sealed record Text(string Content) : Value;

    /// <summary>A decimal number.</summary>
    public sealed record Number(decimal Amount) : Value;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool IsTrue) : Value;

    /// <summary>A list.</summary>
    public sealed record List(ImmutableArray<Value> Items) : Value;

    /// <summary>A record.</summary>
    public sealed record Fields(ImmutableSortedDictionary<string, Value> Items) : Value;
}

/// <summary>The variables of one conversation, by name. Immutable.</summary>
/// <param name="Items">The values; names are ordinal.</param>
public sealed record Variables(ImmutableSortedDictionary<string, Value> Items)
{
    /// <summary>No variables.</summary>
    public static Variables None { get; } = new(ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal));
}
