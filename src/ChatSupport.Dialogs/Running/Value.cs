using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ChatSupport.Dialogs.Running;

/// <summary>A value that a dialog keeps: text, number, flag, list or record. Immutable, equal by content, written as plain JSON.</summary>
[JsonConverter(typeof(ValueJson))]
public abstract record Value
{
    private Value()
    {
    }

    /// <summary>A text, also for dates (<c>2026-11-24</c>), places and media keys.</summary>
    public sealed record Text(string Content) : Value;

    /// <summary>A decimal number.</summary>
    public sealed record Number(decimal Amount) : Value;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool IsTrue) : Value;

    /// <summary>A list.</summary>
    public sealed record List(ImmutableArray<Value> Items) : Value
    {
        /// <summary>Equal when all items are, in order.</summary>
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Items.IsDefaultOrEmpty ? 0 : HashCode.Combine(Items.Length, Items[0]);
    }

    /// <summary>A record.</summary>
    public sealed record Fields(ImmutableSortedDictionary<string, Value> Items) : Value
    {
        /// <summary>Makes a record from its fields; of two with one name the last counts.</summary>
        public static Fields Of(params (string Name, Value Value)[] fields)
        {
            var items = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
            foreach (var (name, value) in fields)
                items[name] = value;
            return new Fields(items.ToImmutable());
        }

        /// <summary>Equal when both have the same fields with equal values.</summary>
        public bool Equals(Fields? other) => other is not null && Variables.SameItems(Items, other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Count;
    }
}
