using YamlDotNet.Core;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Puts a value in the place of a scalar, in its manner where that can say it. Comments on its line stay.</summary>
/// <param name="file">The file.</param>
/// <param name="manners">How the file is laid out.</param>
internal sealed class ScalarWriting(FileText file, Manners manners)
{
    private readonly Rendering rendering = new(manners);

    /// <summary>Puts the value there.</summary>
    /// <param name="old">What stands there.</param>
    /// <param name="value">What shall stand there.</param>
    /// <param name="column">Where its name or dash stands.</param>
    /// <param name="inFlow">It stands inside braces or brackets.</param>
    /// <param name="like">A value whose manner is taken over where nothing stood there; null for none.</param>
    public IEnumerable<Splice> Put(Piece old, Tree value, int column, bool inFlow, Piece? like)
    {
        if (value.Kind != TreeKind.Scalar)
            return PutContainer(old, value, column, inFlow, like);
        if (old.IsLiteral)
            return PutOverBlock(old, value.Value, column);

        var isMissing = old.Value.Length == 0 && old.Style == ScalarStyle.Plain;
        var wantsLines = value.HasLines ? old.Style == ScalarStyle.Plain || !old.Value.Contains('\n', StringComparison.Ordinal) : isMissing && like is { IsLiteral: true };
        if (wantsLines && !inFlow && !manners.QuoteAll && ScalarText.IsLiteral(value.Value))
            return PutBlock(old, value.Value, column);

        var written = value.IsBare ? value.Value : manners.QuoteAll ? ScalarText.Double(value.Value) : ScalarText.Inline(value.Value, inFlow, old.Style);
        return [Apart(old, written)];
    }

    private Splice[] PutContainer(Piece old, Tree value, int column, bool inFlow, Piece? like)
    {
        var written = inFlow ? rendering.Flow(value, like) : rendering.Value(value, like, column);
        if (inFlow || written[0] == ' ')
            return [Apart(old, written.TrimStart(' '))];

        var lineEnd = file.LineEnd(old.End); // behind a comment
        return [new(old.Begin, old.End, ""), new(lineEnd, lineEnd, written)];
    }

    private Splice[] PutBlock(Piece old, string value, int column)
    {
        var lineEnd = file.LineEnd(old.End);
        return
        [
            Apart(old, ScalarText.Header(value, ScalarStyle.Literal)),
            new(lineEnd, lineEnd, ScalarText.Lines(value, ScalarStyle.Literal, column + manners.Step, manners.NewLine)),
        ];
    }

    private Splice[] PutOverBlock(Piece old, string value, int column)
    {
        var headerEnd = old.Begin + 1;
        while (file[headerEnd] is '-' or '+' or (>= '0' and <= '9'))
            headerEnd++;
        var lineEnd = file.LineEnd(old.Begin);
        var contentEnd = Math.Max(lineEnd, file.LineEnd(old.End));
        var style = old.Style == ScalarStyle.Folded && !ScalarText.IsFolded(value) ? ScalarStyle.Literal : old.Style;
        if (manners.QuoteAll || !ScalarText.IsLiteral(value))
            return [new(old.Begin, headerEnd, ScalarText.Double(value)), new(lineEnd, contentEnd, "")];

        var indent = contentEnd > lineEnd && !file.Text.AsSpan(old.Begin, headerEnd - old.Begin).ContainsAnyInRange('0', '9') ? Indent(lineEnd) : column + manners.Step;
        return [new(old.Begin, headerEnd, ScalarText.Header(value, style)), new(lineEnd, contentEnd, ScalarText.Lines(value, style, indent, manners.NewLine))];
    }

    /// <summary>How far in the first line of the block stands that is not blank.</summary>
    private int Indent(int headerLineEnd)
    {
        var line = file.NextLine(headerLineEnd);
        while (file.IsBlankLine(line))
            line = file.NextLine(line);
        return file.Column(file.Solid(line));
    }

    /// <summary>Where nothing stood there are no blanks around it yet.</summary>
    private Splice Apart(Piece old, string written)
    {
        var before = old.Begin > 0 && file[old.Begin - 1] is (' ' or '\t' or '\n' or '\r' or '[' or '{') ? "" : " ";
        var after = file[old.End] is ' ' or '\t' or '\n' or '\r' or ',' or ']' || (file[old.End] == '}' && old.End > old.Begin) ? "" : " ";
        return new Splice(old.Begin, old.End, before + written + after);
    }
}
