using System.Collections.Immutable;
using System.Text;

namespace ChatSupport.Dialogs.Running;

/// <summary>Bounds what one variable may hold, so that a conversation's state stays small whatever is typed or found.</summary>
internal static class ValueLimits
{
    public const int TextLength = 4_000;
    private const int Items = 200;
    private const int Levels = 8;

    public static Value Cut(Value value) => Cut(value, 1) ?? new Value.Text("");

    /// <summary>Cuts between clusters, and mends broken surrogate pairs: they would not come back from JSON as they were.</summary>
    public static string Cut(string text) => Mended(text.Length <= TextLength ? text : TextCut.At(text, TextLength));

    private static Value? Cut(Value value, int level)
    {
        if (level > Levels)
            return null;

        return value switch
        {
            Value.Text text => Cut(text.Content) is var cut && ReferenceEquals(cut, text.Content) ? text : new Value.Text(cut),
            Value.List list => new Value.List(
                list.Items.IsDefault ? [] : [.. list.Items.Take(Items).Select(item => Cut(item, level + 1)).OfType<Value>()]),
            Value.Fields fields => CutFields(fields, level),
            _ => value,
        };
    }

    private static Value.Fields CutFields(Value.Fields fields, int level)
    {
        var kept = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in fields.Items.Take(Items))
        {
            if (Cut(value, level + 1) is { } cut)
                kept[Cut(name)] = cut;
        }

        return new Value.Fields(kept.ToImmutable());
    }

    private static string Mended(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (Rune.TryGetRuneAt(text, i, out _))
                i++;
            else
                return Replaced(text);
        }

        return text;
    }

    private static string Replaced(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            mended.Append(rune.ToString());
        return mended.ToString();
    }
}
