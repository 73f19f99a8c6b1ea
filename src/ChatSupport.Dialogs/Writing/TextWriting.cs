using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Makes one change in the text of a file.</summary>
internal sealed class TextWriting
{
    private readonly FileText file;
    private readonly Piece root;
    private readonly Manners manners;

    private TextWriting(FileText file, Piece root, bool quoteAll)
    {
        this.file = file;
        this.root = root;
        manners = new Manners(file, root, quoteAll);
    }

    /// <summary>The text after a change; null where the text is laid out in a way in which it cannot be made.</summary>
    /// <param name="text">The text before.</param>
    /// <param name="change">The change.</param>
    /// <param name="quoteAll">Write every new text in double quotes.</param>
    public static string? Apply(string text, Change change, bool quoteAll)
    {
        var file = new FileText(text);
        return Piece.Read(file) is { } root && new TextWriting(file, root, quoteAll).Splices(change) is { } splices ? file.With(splices) : null;
    }

    private IEnumerable<Splice>? Splices(Change change)
    {
        var (node, inFlow) = Find(change.Path);
        return change switch
        {
            Change.Replace replace => Replace(node, replace.Path, replace.Value, inFlow),
            Change.Insert insert => Insert(node, insert),
            Change.Remove remove when node.IsFlow => new FlowWriting(file, node, manners).Remove(remove.At, remove.Count),
            Change.Remove remove => [Block(node).Remove(remove.At, remove.Count)],
            Change.Move move when node.IsFlow => new FlowWriting(file, node, manners).Move(move.From, move.To),
            Change.Move move => Block(node).Move(move.From, move.To),
            _ => null,
        };
    }

    private BlockWriting Block(Piece node) => new(file, node, manners.NewLine);

    private IEnumerable<Splice> Replace(Piece old, ImmutableArray<int> path, Tree value, bool inFlow)
    {
        var (parent, _) = Find(path[..^1]);
        var column = file.Column(parent.Children[path[^1]].Key?.Begin ?? parent.Begin);
        var like = parent.Children[path[^1]].Key is { } name ? Like(path[..^1], new Twig(name.Value, value), old) : null;
        return new ScalarWriting(file, manners).Put(old, value, column, inFlow, like);
    }

    private IEnumerable<Splice>? Insert(Piece node, Change.Insert insert)
    {
        var rendering = new Rendering(manners);
        var like = Like(insert.Path, insert.Children[0], null, insert.At); // those of one insertion are of one kind
        if (node.IsFlow)
            return new FlowWriting(file, node, manners).Insert(insert.At, [.. insert.Children.Select(child => rendering.FlowEntry(child, like))]);

        var block = Block(node);
        return [block.Insert(insert.At, insert.Children.Select(child => child.Name is null
            ? rendering.Item(child.Value, like, block.Column)
            : rendering.Entry(child, like, block.Column)), insert.Children.All(child => child.Value.Kind == TreeKind.Map))];
    }

    /// <summary>A value whose manner a new one takes over: of the same name in a neighbour of its parent (the choices of another screen), else
    /// the nearest of the same kind beside it, best one that has the same names in it.</summary>
    private Piece? Like(ImmutableArray<int> path, Twig twig, Piece? itself, int near = 0)
    {
        var beside = Find(path).Node.Children.Select((child, at) => (child.Value, Distance: at < near ? near - 1 - at : at - near + 1))
            .Where(one => one.Value.Kind == twig.Value.Kind && !ReferenceEquals(one.Value, itself)).OrderBy(one => one.Distance).Select(one => one.Value).ToList();
        var neighbour = beside.FirstOrDefault(one => one.Kind == TreeKind.Map && twig.Value.Children.All(child => one.Find(child.Name!) is not null)) ?? beside.FirstOrDefault();
        var cousin = twig.Name is { } name && !path.IsEmpty ? Cousins(path, name).FirstOrDefault(one => one.Kind == twig.Value.Kind) : null;
        return twig.Value.Kind == TreeKind.Scalar ? neighbour ?? cousin : cousin ?? neighbour;
    }

    /// <summary>Nodes of this name in the neighbours of the parent, the nearest before it first.</summary>
    private IEnumerable<Piece> Cousins(ImmutableArray<int> path, string name)
    {
        var neighbours = Find(path[..^1]).Node.Children;
        return Enumerable.Range(0, neighbours.Count).Where(at => at != path[^1]).OrderBy(at => at < path[^1] ? path[^1] - at : neighbours.Count + at)
            .Select(at => neighbours[at].Value).Where(neighbour => neighbour.Kind == TreeKind.Map)
            .Select(neighbour => neighbour.Find(name)).OfType<Piece>();
    }

    private (Piece Node, bool InFlow) Find(ImmutableArray<int> path)
    {
        var (node, inFlow) = (root, root.IsFlow);
        foreach (var at in path)
        {
            node = node.Children[at].Value;
            inFlow |= node.IsFlow;
        }

        return (node, inFlow);
    }
}
