using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatSupport.Dialogs.Writing;

/// <summary>A node with the exact place of its characters in the file.</summary>
internal sealed class Piece
{
    private readonly List<Child> children = [];

    private Piece(TreeKind kind, int begin)
    {
        Kind = kind;
        Begin = begin;
    }

    /// <summary>A name, which is null in a list, and a value.</summary>
    public readonly record struct Child(Piece? Key, Piece Value);

    public TreeKind Kind { get; }

    public int Begin { get; }

    /// <summary>Behind its last character. Blank lines and comments behind a literal, a block list or a block map do not belong to it.</summary>
    public int End { get; private set; }

    /// <summary>Where the parser went on: of a literal behind the blank lines that follow it.</summary>
    public int ParsedEnd { get; private set; }

    public bool IsFlow { get; private init; }

    public string Value { get; private init; } = "";

    public ScalarStyle Style { get; private init; }

    public IReadOnlyList<Child> Children => children;

    public bool IsLiteral => Style is ScalarStyle.Literal or ScalarStyle.Folded;

    public Piece? Find(string name) => children.FirstOrDefault(child => child.Key?.Value == name).Value;

    /// <summary>The root of a text; null where the text is not YAML.</summary>
    public static Piece? Read(FileText file)
    {
        try
        {
            var parser = new Parser(new StringReader(file.Text));
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart)
                {
                    parser.MoveNext();
                    return ReadNode(parser, file);
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return null; // an attempt at an edit that gave no YAML; the library's scanner also breaks in ways of its own
        }
    }

    /// <summary>Depth is known to be small: the file was read before.</summary>
    private static Piece ReadNode(Parser parser, FileText file)
    {
        switch (parser.Current)
        {
            case Scalar scalar:
                return OfScalar(scalar, file);
            case SequenceStart start:
                var list = new Piece(TreeKind.List, (int)start.Start.Index) { IsFlow = start.Style == SequenceStyle.Flow };
                while (Next(parser) is not SequenceEnd)
                    list.children.Add(new Child(null, ReadNode(parser, file)));
                return list.Close((int)parser.Current!.Start.Index);
            case MappingStart start:
                var map = new Piece(TreeKind.Map, (int)start.Start.Index) { IsFlow = start.Style == MappingStyle.Flow };
                while (Next(parser) is not MappingEnd)
                {
                    var key = ReadNode(parser, file);
                    Next(parser);
                    map.children.Add(new Child(key, ReadNode(parser, file)));
                }

                return map.Close((int)parser.Current!.Start.Index);
            default:
                throw new InvalidOperationException("Neither text, list nor map.");
        }
    }

    private static Piece OfScalar(Scalar scalar, FileText file)
    {
        var begin = (int)scalar.Start.Index;
        var end = (int)scalar.End.Index;
        var piece = new Piece(TreeKind.Scalar, begin) { Value = scalar.Value, Style = scalar.Style, ParsedEnd = end };
        if (piece.IsLiteral)
        {
            while (end > begin && file[end - 1] is ' ' or '\t' or '\n' or '\r')
                end--;
        }

        piece.End = end;
        return piece;
    }

    private static ParsingEvent Next(Parser parser) =>
        parser.MoveNext() ? parser.Current! : throw new InvalidOperationException("The events end too early.");

    private Piece Close(int at)
    {
        ParsedEnd = IsFlow ? at + 1 : at;
        End = IsFlow ? at + 1 : children.Count > 0 ? children[^1].Value.End : at;
        return this;
    }
}
