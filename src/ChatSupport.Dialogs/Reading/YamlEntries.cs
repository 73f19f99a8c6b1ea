using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Collects the names of a map while it is read. There are tens of thousands of small maps, and an attacker's large one.</summary>
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

    public YamlMap ToMap(Mark mark) => new(mark, entries, index);

    private int Find(string key) => index is null ? entries.FindIndex(entry => entry.Key == key) : index.GetValueOrDefault(key, -1);
}
