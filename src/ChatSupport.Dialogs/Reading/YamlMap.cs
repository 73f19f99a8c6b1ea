using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Names with values, in the order of the file. A name stands once; a repeated one is a finding and its first value counts.</summary>
public sealed class YamlMap : YamlNode
{
    private readonly OrderedDictionary<string, Entry> entries;

    internal YamlMap(Mark mark, OrderedDictionary<string, Entry> entries) : base(mark) => this.entries = entries;

    /// <summary>How many names there are.</summary>
    public int Count => entries.Count;

    /// <summary>Name, where the name stands, and its value.</summary>
    public IEnumerable<Entry> Entries => entries.Values;

    /// <inheritdoc/>
    public override string Shape => "names with values";

    /// <summary>The value of a name, or null.</summary>
    public YamlNode? Find(string key) => entries.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>Where the value of a name stands; where the name is missing, where the map begins.</summary>
    public Mark ValueMark(string key) => Find(key)?.Mark ?? Mark;

    /// <summary>Where a name stands; where it is missing, where the map begins.</summary>
    internal Mark KeyMark(string key) => entries.TryGetValue(key, out var entry) ? entry.KeyMark : Mark;

    /// <summary>The same map with one name changed; its place stays. Nothing happens where the name is missing or the new one is taken.</summary>
    internal YamlMap Rename(string from, string to) => entries.ContainsKey(to) || !entries.ContainsKey(from)
        ? this
        : Copy(entry => entry.Key == from ? entry with { Key = to } : entry);

    /// <summary>The same map with one value changed.</summary>
    internal YamlMap Replace(string key, Func<YamlNode, YamlNode> change) =>
        Copy(entry => entry.Key == key ? entry with { Value = change(entry.Value) } : entry);

    /// <summary>The same map with every value changed.</summary>
    internal YamlMap ReplaceAll(Func<YamlNode, YamlNode> change) => Copy(entry => entry with { Value = change(entry.Value) });

    private YamlMap Copy(Func<Entry, Entry> change)
    {
        var copy = new OrderedDictionary<string, Entry>(entries.Count, StringComparer.Ordinal);
        foreach (var changed in entries.Values.Select(change))
            copy[changed.Key] = changed;

        return new YamlMap(Mark, copy);
    }

    /// <summary>One name with its value.</summary>
    /// <param name="Key">The name.</param>
    /// <param name="KeyMark">Where the name stands.</param>
    /// <param name="Value">The value.</param>
    public readonly record struct Entry(string Key, Mark KeyMark, YamlNode Value);
}
