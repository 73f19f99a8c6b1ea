using System.Runtime.InteropServices;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Collects the names of a map while it is read, one map after another. There are tens of thousands of small maps, and an attacker's large one.</summary>
internal sealed class YamlEntries
{
    private const int Few = 12;

    private readonly List<YamlMap.Entry> entries = [];
    private Dictionary<string, int>? index;

    /// <summary>Adds a name; the one of this name that is there already is returned instead.</summary>
    public YamlMap.Entry? Add(YamlMap.Entry entry)
    {
        if (Find(entry.Key) is >= 0 and var first)
            return entries[first];

        entries.Add(entry);
        if (entries.Count == Few + 1)
            index = entries.Select((known, at) => (known.Key, at)).ToDictionary(known => known.Key, known => known.at, StringComparer.Ordinal);
        else
            index?.Add(entry.Key, entries.Count - 1);
        return null;
    }

    /// <summary>The map of what was added; the next one begins empty.</summary>
    public YamlMap ToMap(Mark mark)
    {
        var map = new YamlMap(mark, [.. entries], index);
        entries.Clear();
        index = null;
        return map;
    }

    private int Find(string key) => YamlMap.IndexOf(CollectionsMarshal.AsSpan(entries), index, key);
}
