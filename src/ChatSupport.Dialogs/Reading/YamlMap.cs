using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Names with values, in the order of the file. A name stands once; a repeated one is a finding and its first value counts.</summary>
public sealed class YamlMap : YamlNode
{
    private readonly Entry[] entries;
    private readonly Dictionary<string, int>? index;

    /// <param name="mark">Where it begins.</param>
    /// <param name="entries">The names with their values, each name once.</param>
    /// <param name="index">Where each name stands among them; null where they are so few that looking through them is quicker.</param>
    internal YamlMap(Mark mark, Entry[] entries, Dictionary<string, int>? index) : base(mark)
    {
        this.entries = entries;
        this.index = index;
    }

    /// <summary>How many names there are.</summary>
    public int Count => entries.Length;

    /// <summary>Name, where the name stands, and its value.</summary>
    public IReadOnlyList<Entry> Entries => entries;

    /// <inheritdoc/>
    public override string Shape => "names with values";

    /// <summary>The value of a name, or null.</summary>
    public YamlNode? Find(string key) => IndexOf(key) is >= 0 and var at ? entries[at].Value : null;

    /// <summary>Where the value of a name stands; where the name is missing, where the map begins.</summary>
    public Mark ValueMark(string key) => Find(key)?.Mark ?? Mark;

    /// <summary>Where a name stands; where it is missing, where the map begins.</summary>
    internal Mark KeyMark(string key) => IndexOf(key) is >= 0 and var at ? entries[at].KeyMark : Mark;

    /// <summary>The same map with one name changed; its place stays. Nothing happens where the name is missing or the new one is taken.</summary>
    internal YamlMap Rename(string from, string to) => IndexOf(to) >= 0 || IndexOf(from) < 0
        ? this
        : Copy(entry => entry.Key == from ? entry with { Key = to } : entry);

    /// <summary>The same map with one value changed.</summary>
    internal YamlMap Replace(string key, Func<YamlNode, YamlNode> change) =>
        Copy(entry => entry.Key == key ? entry with { Value = change(entry.Value) } : entry);

    /// <summary>The same map with every value changed.</summary>
    internal YamlMap ReplaceAll(Func<YamlNode, YamlNode> change) => Copy(entry => entry with { Value = change(entry.Value) });

    /// <summary>Where a name stands among others; -1 where it does not.</summary>
    internal static int IndexOf(ReadOnlySpan<Entry> entries, Dictionary<string, int>? index, string key)
    {
        if (index is not null)
            return index.GetValueOrDefault(key, -1);

        for (var at = 0; at < entries.Length; at++)
        {
            if (entries[at].Key == key)
                return at;
        }

        return -1;
    }

    private int IndexOf(string key) => IndexOf(entries, index, key);

    private YamlMap Copy(Func<Entry, Entry> change)
    {
        var copy = new YamlEntries();
        foreach (var entry in entries)
            copy.Add(change(entry));

        return copy.ToMap(Mark);
    }

    /// <summary>One name with its value.</summary>
    /// <param name="Key">The name.</param>
    /// <param name="KeyMark">Where the name stands.</param>
    /// <param name="Value">The value.</param>
    public readonly record struct Entry(string Key, Mark KeyMark, YamlNode Value);
}
