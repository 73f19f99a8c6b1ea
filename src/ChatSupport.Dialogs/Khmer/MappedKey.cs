namespace ChatSupport.Dialogs.Khmer;

/// <summary>A key of a message that knows which part of the message each of its characters came from.</summary>
internal sealed class MappedKey
{
    private readonly string original;
    private readonly int[] from;

    private MappedKey(string original, string key, int[] from)
    {
        this.original = original;
        this.from = from;
        Key = key;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The strict key, in which blanks between Khmer letters do not count: people put them anywhere.</summary>
    public static MappedKey Strict(string original)
    {
        var room = StrictFold.RoomFor(original);
        var (key, from) = (new char[room], new int[room]);
        var length = StrictFold.Write(original, key, from);
        length = Squeeze(key.AsSpan(0, length), from);
        return new MappedKey(original, new string(key, 0, length), from[..length]);
    }

    /// <summary>The loose key of the same message.</summary>
    public MappedKey Loose()
    {
        var (key, at) = (new char[Key.Length], new int[Key.Length]);
        var length = LooseKey.Write(Key, key, at);
        return new MappedKey(original, new string(key, 0, length), [.. at[..length].Select(i => from[i])]);
    }

    /// <summary>The strict key without blanks between Khmer letters.</summary>
    public static string Squeezed(string text)
    {
        var key = StrictKey.Of(text).ToCharArray();
        return new string(key, 0, Squeeze(key, []));
    }

    /// <summary>The place in the message that a part of the key came from, without zero-width characters and punctuation at its end.</summary>
    public (int Start, int Length) Original(int start, int end)
    {
        var begin = from[start];
        var stop = end < from.Length ? from[end] : original.Length;
        while (stop > begin + 1 && LooksEmpty(original[stop - 1]))
            stop--;
        return (begin, stop - begin);
    }

    private static int Squeeze(Span<char> key, Span<int> from)
    {
        var to = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == ' ' && to > 0 && i + 1 < key.Length && Signs.IsKhmer(key[to - 1]) && Signs.IsKhmer(key[i + 1]))
                continue;
            key[to] = key[i];
            if (!from.IsEmpty)
                from[to] = from[i];
            to++;
        }

        return to;
    }

    private static bool LooksEmpty(char c) =>
        char.IsWhiteSpace(c) || Signs.Of(c) is Sign.Invisible or Sign.NonJoiner || c is '!' or '?' or ',' or '\u17D4' or '\u17D5' or '\u17D6';
}
