namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Finds where a name stands in a template or condition: the library forgets the places of what it has read.</summary>
internal static class LiquidScan
{
    /// <summary>Where the nth reading of a variable stands; where that cannot be told, the first one, else the begin.</summary>
    public static int Variable(string text, bool isCondition, string name, int nth)
    {
        var places = Words(text, isCondition).Where(word => word.Before is not ('.' or '|') && Is(text, word, name)).Select(word => word.At).ToList();
        return nth < places.Count ? places[nth] : places is [var first, ..] ? first : 0;
    }

    /// <summary>Where a filter of this name stands first; else the begin.</summary>
    public static int Filter(string text, bool isCondition, string name) =>
        Words(text, isCondition).Where(word => word.Before == '|' && Is(text, word, name)).Select(word => (int?)word.At).FirstOrDefault() ?? 0;

    private static bool Is(string text, Word word, string name) => text.AsSpan(word.At, word.Length).SequenceEqual(name);

    private static IEnumerable<Word> Words(string text, bool isCondition)
    {
        if (isCondition)
            return WordsIn(text, 0, text.Length);

        return Tags(text).SelectMany(tag => WordsIn(text, tag.Begin, tag.End));
    }

    /// <summary>The insides of every tag, without what a comment or raw block holds.</summary>
    private static IEnumerable<(int Begin, int End)> Tags(string text)
    {
        string? closing = null;
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('{', at + 1))
        {
            if (text[at + 1] is not ('{' or '%'))
                continue;

            var end = text.IndexOf(text[at + 1] == '%' ? "%}" : "}}", at + 2, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var code = text[(at + 2)..end].Trim(' ', '-');
            if (closing is not null)
                closing = code == closing ? null : closing;
            else if (code is "comment" or "raw")
                closing = "end" + code;
            else
                yield return (at + 2, end);

            at = closing is null ? end - 1 : at;
        }
    }

    private static IEnumerable<Word> WordsIn(string text, int begin, int end)
    {
        var before = ' ';
        for (var at = begin; at < end; at++)
        {
            if (text[at] is '"' or '\'')
            {
                var close = text.IndexOf(text[at], at + 1);
                at = close < 0 || close >= end ? end : close;
                before = '"';
            }
            else if (IsLetter(text[at]))
            {
                var length = 1;
                while (at + length < end && IsLetter(text[at + length]))
                    length++;
                yield return new Word(at, length, before);
                at += length - 1;
                before = 'a';
            }
            else if (text[at] > ' ')
            {
                before = text[at];
            }
        }
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private readonly record struct Word(int At, int Length, char Before);
}
