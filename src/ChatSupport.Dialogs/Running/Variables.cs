using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChatSupport.Dialogs.Running;

/// <summary>The variables of one conversation, by name. Immutable, equal by content, written as a plain JSON object.</summary>
/// <param name="Items">The values; names are ordinal.</param>
[JsonConverter(typeof(VariablesJson))]
public sealed record Variables(ImmutableSortedDictionary<string, Value> Items)
{
    /// <summary>The most variables that a conversation keeps; further ones are not kept.</summary>
    public const int Most = 200;

    /// <summary>No variables.</summary>
    public static Variables None { get; } = new(ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal));

    /// <summary>The value of a variable, or null where it is absent.</summary>
    public Value? Find(string name) => Items.GetValueOrDefault(name);

    /// <summary>The variables with one changed. Texts are cut at 4,000 UTF-16 units between clusters, lists and records at 200 items and 8 levels.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its new value; null takes it away.</param>
    public Variables With(string name, Value? value)
    {
        if (value is null)
            return Items.ContainsKey(name) ? new Variables(Items.Remove(name)) : this;
        if (Items.Count >= Most && !Items.ContainsKey(name))
            return this;

        return new Variables(Items.SetItem(name, ValueLimits.Cut(value)));
    }

    /// <summary>Equal when both have the same names with equal values.</summary>
    public bool Equals(Variables? other) => other is not null && SameItems(Items, other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;

    internal static bool SameItems(ImmutableSortedDictionary<string, Value> one, ImmutableSortedDictionary<string, Value> other)
    {
        if (ReferenceEquals(one, other))
            return true;
        if (one.Count != other.Count)
            return false;

        foreach (var (name, value) in one)
        {
            if (!other.TryGetValue(name, out var same) || !value.Equals(same))
                return false;
        }

        return true;
    }
}
