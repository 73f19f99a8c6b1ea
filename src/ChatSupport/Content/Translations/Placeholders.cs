namespace ChatSupport.Content.Translations;

/// <summary>The places in a text that the program fills in, <c>{{ … }}</c> and <c>{% … %}</c>: a translation needs the same ones, in any order.</summary>
internal static class Placeholders
{
    /// <summary>All of them, sorted, with their blanks evened out. An opened one without end goes to the end of the text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        for (var at = 0; Next(text, at) is >= 0 and var begin;)
        {
            var close = text.IndexOf(text[begin + 1] == '{' ? "}}" : "%}", begin + 2, StringComparison.Ordinal);
            at = close < 0 ? text.Length : close + 2;
            found.Add(string.Join(' ', text[(begin + 2)..(close < 0 ? at : close)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Prepend(text[begin..(begin + 2)]).Append(close < 0 ? "" : text[close..at])));
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Those of one list that are not in the other.</summary>
    public static IReadOnlyList<string> Beyond(IReadOnlyList<string> all, IReadOnlyList<string> known)
    {
        var left = all.ToList();
        foreach (var one in known)
            left.Remove(one);
        return left;
    }

    private static int Next(string text, int from)
    {
        for (var at = text.IndexOf('{', from); at >= 0 && at + 1 < text.Length; at = text.IndexOf('{', at + 1))
        {
            if (text[at + 1] is '{' or '%')
                return at;
        }

        return -1;
    }
}
