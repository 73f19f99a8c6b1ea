namespace ChatSupport.Dialogs.Khmer;

/// <summary>Writes strict keys, and for each character of the key where in the text its cluster began.</summary>
internal static class StrictFold
{
    /// <summary>Characters that the fold of this text may need: one old letter becomes two.</summary>
    public static int RoomFor(ReadOnlySpan<char> text) => text.Length * 2;

    /// <summary>Writes the key.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="key">At least <see cref="RoomFor"/> long.</param>
    /// <param name="from">Empty, or as long as <paramref name="key"/>: gets the index in the text for each character of the key.</param>
    /// <returns>The length of the key.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<char> key, Span<int> from)
    {
        var length = FoldCharacters(text, key, from);
        var at = Syllables.FirstDisorder(key[..length]);
        if (at >= 0)
            Syllables.Arrange(key[..length], at);
        return FoldSyllables(key[..length], from);
    }

    /// <summary>Everything that looks at one character: what is dropped, replaced, lowered, composed.</summary>
    private static int FoldCharacters(ReadOnlySpan<char> text, Span<char> key, Span<int> from)
    {
        var to = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var first = to;
            if (c is >= '\u1780' and <= '\u17FF')
                to = FoldKhmer(c, key, to);
            else
                to = FoldOther(c, key, to);
            for (var k = first; k < to && !from.IsEmpty; k++)
                from[k] = i;
        }

        return to > 0 && key[to - 1] == ' ' ? to - 1 : to;
    }

    private static int FoldKhmer(char c, Span<char> key, int to)
    {
        switch (c)
        {
            case >= '\u17E0' and <= '\u17E9':
                key[to++] = (char)(c - '\u17E0' + '0');
                return to;
            case '\u17B4' or '\u17B5' or '\u17D4' or '\u17D5' or '\u17D6':
                return to;
            case '\u17A3' or '\u17A4':
                key[to++] = '\u17A2';
                if (c == '\u17A4')
                    key[to++] = '\u17B6';
                return to;
            case '\u17A8' when to == 0 || key[to - 1] != Signs.Coeng: // its second letter under another would begin a syllable of its own
                key[to++] = '\u17A7';
                key[to++] = '\u1780';
                return to;
            case '\u17B2':
                key[to++] = '\u17B1';
                return to;
            case '\u17D3':
                key[to++] = '\u17C6';
                return to;
            default:
                key[to++] = c;
                return to;
        }
    }

    private static int FoldOther(char c, Span<char> key, int to)
    {
        if (c < '\u0080')
        {
            if (c is '!' or '?' or ',')
                return to;
            if (c is not (' ' or (>= '\t' and <= '\r')))
            {
                key[to++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
                return to;
            }
        }
        else if (Signs.IsInvisible(c))
        {
            return to;
        }
        else if (to > 0 && Accents.TryCompose(key[to - 1], c, out var composed))
        {
            key[to - 1] = composed;
            return to;
        }
        else if (!char.IsWhiteSpace(c))
        {
            key[to++] = char.ToLowerInvariant(c);
            return to;
        }

        if (to > 0 && key[to - 1] != ' ')
            key[to++] = ' ';
        return to;
    }

    /// <summary>Everything that looks at a whole syllable; the key only becomes shorter.</summary>
    private static int FoldSyllables(Span<char> key, Span<int> from)
    {
        var to = 0;
        for (int i = 0, length; i < key.Length; i += length)
        {
            length = Syllables.RunLength(key[i..]);
            var run = key.Slice(i, length);
            var kept = length > 1 && Signs.Of(run[0]) == Sign.Base ? SyllableSpelling.Fold(run) : length;
            if (kept == 1 && to > 0 && run[0] == key[to - 1] && run[0] is >= '\u17B6' and <= '\u17D1')
                continue; // a repeated sign that hangs on nothing

            run[..kept].CopyTo(key[to..]);
            for (var k = 0; k < kept && !from.IsEmpty; k++)
                from[to + k] = from[i];
            to += kept;
        }

        return to;
    }
}
