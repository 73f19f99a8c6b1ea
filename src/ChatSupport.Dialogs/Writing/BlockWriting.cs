namespace ChatSupport.Dialogs.Writing;

/// <summary>Changes the children of a block list or block map, whole lines at a time.</summary>
/// <param name="file">The file.</param>
/// <param name="parent">The list or map.</param>
/// <param name="newLine">The line end to write.</param>
internal sealed class BlockWriting(FileText file, Piece parent, string newLine)
{
    private readonly BlockLines lines = new(file, parent);

    /// <summary>Where a new child stands.</summary>
    public int Column => lines.Column;

    /// <summary>New children.</summary>
    /// <param name="at">Where the first stands.</param>
    /// <param name="entries">Each as it is written behind the blanks of its line.</param>
    /// <param name="keepApart">Put blank lines around them where their neighbours have some.</param>
    public Splice Insert(int at, IEnumerable<string> entries, bool keepApart)
    {
        var margin = new string(' ', lines.Column);
        var apart = keepApart && lines.HasGap(at == lines.Count ? at - 2 : at == 0 ? 0 : at - 1) ? newLine : "";
        if (at > 0)
        {
            var end = lines.End(at - 1);
            return new Splice(end, end, string.Concat(entries.Select(entry => newLine + apart + margin + entry)));
        }

        var start = lines.Start(0);
        return lines.HasOwnLine(0)
            ? new Splice(start, start, string.Concat(entries.Select(entry => margin + entry + newLine + apart)))
            : new Splice(start, start, string.Concat(entries.Select(entry => entry + newLine + margin)));
    }

    /// <summary>Takes children away. Of the blank lines around them those on one side go too.</summary>
    public Splice Remove(int at, int count)
    {
        if (!lines.HasOwnLine(at))
            return new Splice(lines.Mark(at), lines.Mark(at + count), ""); // the next name takes its place behind the dash

        var begin = lines.Start(at);
        var end = file.NextLine(lines.End(at + count - 1));
        if (at > 0)
        {
            for (var above = file.PreviousLine(begin); above >= parent.Children[at - 1].Value.End && file.IsBlankLine(above); above = file.PreviousLine(above))
                begin = above;
        }
        else
        {
            while (end < file.Length && file.IsBlankLine(end))
                end = file.NextLine(end);
        }

        return new Splice(begin, end, "");
    }

    /// <summary>Moves a child: the lines of all between change places, what stands between them (blank lines) stays where it is.</summary>
    public IEnumerable<Splice>? Move(int from, int to) =>
        Enumerable.Range(0, lines.Count).All(lines.HasOwnLine) ? Places.Moved(file, from, to, at => (lines.Start(at), lines.End(at))) : null;
}
