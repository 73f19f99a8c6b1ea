using YamlDotNet.Core;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Writes new nodes in the manner of the ones beside them.</summary>
/// <param name="manners">How the file is laid out.</param>
internal sealed class Rendering(Manners manners)
{
    /// <summary>A name and its value, without the blanks before it.</summary>
    /// <param name="twig">The name and value.</param>
    /// <param name="like">A value whose manner is taken over; null for none.</param>
    /// <param name="column">Where the name stands, in a block.</param>
    public string Entry(Twig twig, Piece? like, int column) => Name(twig, inFlow: false) + Value(twig.Value, like, column);

    /// <summary>A value behind a name of a block, with the blank or line end before it.</summary>
    public string Value(Tree value, Piece? like, int column)
    {
        if (value.Kind == TreeKind.Scalar)
            return " " + Scalar(value, like, column + manners.Step);
        if (IsFlow(value, like))
            return " " + Flow(value, like);
        if (value.Kind == TreeKind.List)
            return string.Concat(value.Children.Select(item => Line(column + manners.ListStep) + Item(item.Value, LikeItem(like), column + manners.ListStep)));

        return string.Concat(value.Children.Select(child => Line(column + manners.Step) + Entry(child, LikeChild(like, child), column + manners.Step)));
    }

    /// <summary>An item of a block list, with its dash.</summary>
    /// <param name="item">The item.</param>
    /// <param name="like">An item whose manner is taken over; null for none.</param>
    /// <param name="column">Where the dash stands.</param>
    public string Item(Tree item, Piece? like, int column)
    {
        if (item.Kind == TreeKind.Scalar)
            return "- " + Scalar(item, like, column + manners.Step);
        if (item.Kind == TreeKind.List || IsFlow(item, like))
            return "- " + Flow(item, like);

        const string Dash = "- ";
        var inner = column + Dash.Length;
        return Dash + string.Join(Line(inner), item.Children.Select(child => Entry(child, LikeChild(like, child), inner)));
    }

    /// <summary>A value inside braces or brackets.</summary>
    public string Flow(Tree value, Piece? like)
    {
        if (value.Kind == TreeKind.Scalar)
            return Word(value, inFlow: true);

        var isMap = value.Kind == TreeKind.Map;
        var pad = manners.Padding(like is { IsFlow: true } && like.Kind == value.Kind ? like : null, isMap);
        var inside = string.Join(", ", value.Children.Select(child => FlowEntry(child, isMap ? LikeChild(like, child) : LikeItem(like))));
        return isMap ? $"{{{pad}{inside}{pad}}}" : $"[{pad}{inside}{pad}]";
    }

    public string FlowEntry(Twig twig, Piece? like) => twig.Name is null ? Flow(twig.Value, like) : $"{Name(twig, inFlow: true)} {Flow(twig.Value, like)}";

    private string Scalar(Tree value, Piece? like, int indent)
    {
        var wantsLines = value.HasLines || like is { IsLiteral: true };
        return wantsLines && !manners.QuoteAll && ScalarText.IsLiteral(value.Value)
            ? ScalarText.Header(value.Value, ScalarStyle.Literal) + ScalarText.Lines(value.Value, ScalarStyle.Literal, indent, manners.NewLine)
            : Word(value, inFlow: false);
    }

    private static string Name(Twig twig, bool inFlow) => ScalarText.Inline(twig.Name!, inFlow) + ":";

    private string Word(Tree value, bool inFlow) =>
        value.IsBare ? value.Value : manners.QuoteAll ? ScalarText.Double(value.Value) : ScalarText.Inline(value.Value, inFlow);

    private string Line(int column) => manners.NewLine + new string(' ', column);

    /// <summary>Short things stand on one line, unless the ones beside them do not; what has several lines in it needs a block.</summary>
    private static bool IsFlow(Tree value, Piece? like)
    {
        if (value.HasLines)
            return false;
        if (like is not null && like.Kind == value.Kind)
            return like.IsFlow;

        return value.IsOnLines ? false : value.Kind == TreeKind.Map || value.Children.All(item => item.Value.Kind == TreeKind.Scalar);
    }

    private static Piece? LikeItem(Piece? like) => like is { Kind: TreeKind.List, Children: [var first, ..] } ? first.Value : null;

    /// <summary>The value of the same name, else of any of the same kind: a new language is written as the others are.</summary>
    private static Piece? LikeChild(Piece? like, Twig child) => like is not { Kind: TreeKind.Map }
        ? null
        : like.Find(child.Name!) ?? like.Children.Select(one => one.Value).FirstOrDefault(one => one.Kind == child.Value.Kind);
}
