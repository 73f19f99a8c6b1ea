namespace ChatSupport.Dialogs.Writing;

/// <summary>The text of a file, asked for its lines. Offsets are in UTF-16 units.</summary>
internal sealed class FileText(string text)
{
    public string Text => text;

    public int Length => text.Length;

    /// <summary>The line end that the file uses at its first line; LF where it has none.</summary>
    public string NewLine { get; } = text.IndexOfAny(['\r', '\n']) is >= 0 and var at
        ? text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r"
        : "\n";

    /// <summary>The character there; a line end behind the last one.</summary>
    public char this[int at] => at < text.Length ? text[at] : '\n';

    public int LineStart(int at)
    {
        while (at > 0 && text[at - 1] is not ('\n' or '\r'))
            at--;
        return at;
    }

    /// <summary>Where the line ends, before its line end.</summary>
    public int LineEnd(int at)
    {
        while (at < text.Length && text[at] is not ('\n' or '\r'))
            at++;
        return at;
    }

    /// <summary>Where the next line starts; the end of the file behind the last one.</summary>
    public int NextLine(int at)
    {
        var end = LineEnd(at);
        return end == text.Length ? end : text[end] == '\r' && this[end + 1] == '\n' && end + 1 < text.Length ? end + 2 : end + 1;
    }

    /// <summary>Where the line before starts; -1 before the first.</summary>
    public int PreviousLine(int lineStart)
    {
        if (lineStart == 0)
            return -1;

        var end = lineStart - 1;
        return LineStart(end > 0 && text[end] == '\n' && text[end - 1] == '\r' ? end - 1 : end);
    }

    public int Column(int at) => at - LineStart(at);

    /// <summary>The first character of the line that is not a blank, from here on; the line's end where there is none.</summary>
    public int Solid(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    public bool IsBlankLine(int lineStart) => Solid(lineStart) == LineEnd(lineStart);

    public bool IsCommentLine(int lineStart) => this[Solid(lineStart)] == '#';

    public bool IsFirstOfLine(int at) => Solid(LineStart(at)) == at;

    /// <summary>Passes over blanks, line ends and comments.</summary>
    public int SkipGap(int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '#')
                at = LineEnd(at);
            else if (text[at] is ' ' or '\t' or '\n' or '\r')
                at++;
            else
                break;
        }

        return at;
    }

    /// <summary>The text with pieces replaced, which do not overlap.</summary>
    public string With(IEnumerable<Splice> splices)
    {
        var changed = new System.Text.StringBuilder(text.Length + 256);
        var done = 0;
        foreach (var splice in splices.OrderBy(splice => splice.Begin).ThenBy(splice => splice.End)) // a stable order: insertions at one place stay as given
        {
            if (splice.Begin < done)
                throw new InvalidOperationException("Two pieces of one edit overlap.");
            changed.Append(text, done, splice.Begin - done).Append(splice.Text);
            done = splice.End;
        }

        return changed.Append(text, done, text.Length - done).ToString();
    }
}

/// <summary>A piece of a file and what stands there instead.</summary>
internal readonly record struct Splice(int Begin, int End, string Text);
