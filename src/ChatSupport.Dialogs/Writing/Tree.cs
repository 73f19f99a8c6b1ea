using System.Collections.Immutable;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Writing;

/// <summary>What a YAML node is.</summary>
internal enum TreeKind
{
    Scalar,
    List,
    Map,
}

/// <summary>One item of a list, or one name of a map with its value.</summary>
/// <param name="Name">The name; null in a list.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Twig(string? Name, Tree Value);

/// <summary>What a file says, without how and where it is written: the measure of whether an edit changed exactly what it should. Immutable.</summary>
internal sealed class Tree
{
    private Tree(TreeKind kind, string value, bool isNothing, ImmutableArray<Twig> children)
    {
        Kind = kind;
        Value = value;
        IsNothing = isNothing;
        Children = children;
    }

    public TreeKind Kind { get; }

    /// <summary>The text of a scalar; else empty.</summary>
    public string Value { get; }

    /// <summary>A scalar where nothing was written.</summary>
    public bool IsNothing { get; }

    public ImmutableArray<Twig> Children { get; }

    /// <summary>Written without quotes though it looks like something else than a text: a day, a word of the language.</summary>
    public bool IsBare { get; private init; }

    /// <summary>A map that is written on lines of its own, where nothing beside it is written otherwise.</summary>
    public bool IsOnLines { get; private init; }

    public static Tree Text(string value) => new(TreeKind.Scalar, value, false, []);

    public static Tree Bare(string value) => new(TreeKind.Scalar, value, false, []) { IsBare = true };

    public static Tree List(IEnumerable<Tree> items) => new(TreeKind.List, "", false, [.. items.Select(item => new Twig(null, item))]);

    public static Tree Map(params IEnumerable<Twig> children) => new(TreeKind.Map, "", false, [.. children]);

    public static Tree Lines(IEnumerable<Twig> children) => new(TreeKind.Map, "", false, [.. children]) { IsOnLines = true };

    public static Tree Of(YamlNode node) => node switch
    {
        YamlScalar scalar => new Tree(TreeKind.Scalar, scalar.Value, scalar.IsNothing, []),
        YamlList list => List(list.Items.Select(Of)),
        YamlMap map => Map(map.Entries.Select(entry => new Twig(entry.Key, Of(entry.Value)))),
        _ => throw new ArgumentException("A file with a hole is not edited.", nameof(node)),
    };

    /// <summary>Where a name stands; -1 where it does not.</summary>
    public int IndexOf(string name)
    {
        for (var at = 0; at < Children.Length; at++)
        {
            if (Children[at].Name == name)
                return at;
        }

        return -1;
    }

    /// <summary>The value of a name, or null.</summary>
    public Tree? Find(string name) => IndexOf(name) is >= 0 and var at ? Children[at].Value : null;

    public Tree At(ImmutableArray<int> path) => path.Aggregate(this, (node, at) => node.Children[at].Value);

    /// <summary>The tree with the node at a path replaced.</summary>
    public Tree With(ImmutableArray<int> path, Func<Tree, Tree> change)
    {
        if (path.IsEmpty)
            return change(this);

        var child = Children[path[0]];
        return With(Children.SetItem(path[0], child with { Value = child.Value.With(path[1..], change) }));
    }

    /// <summary>The same node with other children.</summary>
    public Tree With(ImmutableArray<Twig> children) => new(Kind, Value, IsNothing, children);

    public bool IsSame(Tree other) => Kind == other.Kind && Value == other.Value && IsNothing == other.IsNothing && Children.Length == other.Children.Length
        && Children.Zip(other.Children).All(pair => pair.First.Name == pair.Second.Name && pair.First.Value.IsSame(pair.Second.Value));

    /// <summary>Whether a text with more than one line stands in it.</summary>
    public bool HasLines => Value.Contains('\n', StringComparison.Ordinal) || Children.Any(child => child.Value.HasLines);
}
