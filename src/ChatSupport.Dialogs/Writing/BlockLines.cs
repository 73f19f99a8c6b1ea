namespace ChatSupport.Dialogs.Writing;

/// <summary>The lines that belong to each child of a block list or block map: its own, the comments directly above it, and those that
/// stand further in behind it.</summary>
internal sealed class BlockLines
{
    private readonly FileText file;
    private readonly Piece parent;
    private readonly int[] marks;

    public BlockLines(FileText file, Piece parent)
    {
        this.file = file;
        this.parent = parent;
        marks = new int[parent.Children.Count];
        for (var at = 0; at < marks.Length; at++)
        {
            marks[at] = parent.Children[at].Key is { } key ? key.Begin
                : at == 0 ? parent.Begin : file.SkipGap(parent.Children[at - 1].Value.End);
        }
    }

    public int Count => marks.Length;

    /// <summary>Where the name or the dash of a child stands.</summary>
    public int Mark(int at) => marks[at];

    public int Column => file.Column(marks[0]);

    /// <summary>False for the first name behind a dash.</summary>
    public bool HasOwnLine(int at) => file.IsFirstOfLine(marks[at]);

    /// <summary>The start of its first line, or its mark where it has no line of its own.</summary>
    public int Start(int at)
    {
        if (!HasOwnLine(at))
            return marks[at];

        var start = file.LineStart(marks[at]);
        var bound = at > 0 ? parent.Children[at - 1].Value.End : 0;
        for (var above = file.PreviousLine(start); above >= bound && file.IsCommentLine(above) && IsAbout(above, at); above = file.PreviousLine(above))
            start = above;
        return start;
    }

    /// <summary>The end of its last line, before the line end.</summary>
    public int End(int at)
    {
        var end = file.LineEnd(parent.Children[at].Value.End);
        for (var line = file.NextLine(end); line < file.Length && (file.IsBlankLine(line) || IsInside(line)); line = file.NextLine(line))
        {
            if (IsInside(line))
                end = file.LineEnd(line);
        }

        return end;
    }

    /// <summary>Whether blank lines keep two neighbours apart.</summary>
    public bool HasGap(int before) => before >= 0 && before + 1 < Count && file.NextLine(End(before)) < Start(before + 1);

    /// <summary>Behind the first, a comment that stands further in belongs to the child before.</summary>
    private bool IsAbout(int commentLine, int at) => at == 0 || file.Column(file.Solid(commentLine)) <= Column;

    private bool IsInside(int line) => file.IsCommentLine(line) && file.Column(file.Solid(line)) > Column;
}
