namespace ChatSupport.Dialogs.Writing;

/// <summary>Changes the children of a list in brackets or a map in braces, on one line or with a line for each.</summary>
/// <param name="file">The file.</param>
/// <param name="parent">The list or map.</param>
/// <param name="manners">How the file is laid out.</param>
internal sealed class FlowWriting(FileText file, Piece parent, Manners manners)
{
    private int Count => parent.Children.Count;

    /// <summary>New children; null where comments leave no place for them.</summary>
    public IEnumerable<Splice>? Insert(int at, IReadOnlyList<string> entries)
    {
        if (Count == 0)
            return HasComment(parent.Begin + 1, parent.End - 1) ? null : [new(parent.Begin + 1, parent.End - 1, Padded(string.Join(", ", entries)))];
        if (at == 0)
        {
            var next = OwnsLine(0) ? "," + Margin(0) : ", ";
            return [new(Begin(0), Begin(0), string.Concat(entries.Select(entry => entry + next)))];
        }

        var end = End(at - 1);
        if (!OwnsLine(at - 1))
            return [new(end, end, string.Concat(entries.Select(entry => ", " + entry)))];

        var lines = string.Join(',', entries.Select(entry => Margin(at - 1) + entry));
        var last = file.LineEnd(end);
        return Comma(at - 1) is not null ? [new(last, last, lines + ",")] : [new(end, end, ","), new(last, last, lines)];
    }

    /// <summary>Takes children away; null where a comment would go that may belong to another.</summary>
    public IEnumerable<Splice>? Remove(int at, int count)
    {
        var (next, end) = (at + count, End(at + count - 1));
        if (OwnsLine(at) && OwnsLine(next - 1))
            return [new(file.LineStart(Begin(at)), file.NextLine(end), "")];
        if (next < Count)
            return HasComment(end, Begin(next)) ? null : [new(Begin(at), Begin(next), "")];

        return HasComment(End(at - 1), Begin(at)) ? null : [new(End(at - 1), end, "")];
    }

    /// <summary>Moves a child; null where comments between the children would stay behind.</summary>
    public IEnumerable<Splice>? Move(int from, int to)
    {
        for (var at = 0; at < Count; at++)
        {
            if (HasComment(at == 0 ? parent.Begin : End(at - 1), Begin(at)))
                return null;
        }

        return HasComment(End(Count - 1), parent.End) ? null : Places.Moved(file, from, to, at => (Begin(at), End(at)));
    }

    private int Begin(int at) => (parent.Children[at].Key ?? parent.Children[at].Value).Begin;

    private int End(int at) => parent.Children[at].Value.End;

    /// <summary>The comma behind a child, on the same line; null where there is none.</summary>
    private int? Comma(int at) => file.Solid(End(at)) is var found && file[found] == ',' ? found : null;

    /// <summary>Nothing else stands on the lines of the child than its comma and a comment.</summary>
    private bool OwnsLine(int at)
    {
        var behind = file.Solid(Comma(at) is { } comma ? comma + 1 : End(at));
        return file.IsFirstOfLine(Begin(at)) && file[behind] is ('\n' or '\r' or '#');
    }

    private string Margin(int at) => manners.NewLine + new string(' ', file.Column(Begin(at)));

    private string Padded(string inside)
    {
        var pad = manners.Padding(null, parent.Kind == TreeKind.Map);
        return pad + inside + pad;
    }

    private bool HasComment(int begin, int end) => file.Text.AsSpan(begin, end - begin).Contains('#');
}
