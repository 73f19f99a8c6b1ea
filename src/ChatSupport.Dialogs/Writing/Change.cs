using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Writing;

/// <summary>One step of an edit, said in nodes. It is done twice: on the tree, which gives what the file must say afterwards, and on the text.</summary>
/// <param name="Path">The node that changes: the place of each child from the root downwards.</param>
internal abstract record Change(ImmutableArray<int> Path)
{
    public abstract Tree ApplyTo(Tree root);

    /// <summary>A scalar becomes another, or nothing becomes something.</summary>
    public sealed record Replace(ImmutableArray<int> Path, Tree Value) : Change(Path)
    {
        public override Tree ApplyTo(Tree root) => root.With(Path, _ => Value);
    }

    /// <summary>New children of a list or map.</summary>
    public sealed record Insert(ImmutableArray<int> Path, int At, ImmutableArray<Twig> Children) : Change(Path)
    {
        public override Tree ApplyTo(Tree root) => root.With(Path, node => node.With(node.Children.InsertRange(At, Children)));
    }

    /// <summary>Children of a list or map go. At least one other stays.</summary>
    public sealed record Remove(ImmutableArray<int> Path, int At, int Count) : Change(Path)
    {
        public override Tree ApplyTo(Tree root) => root.With(Path, node => node.With(node.Children.RemoveRange(At, Count)));
    }

    /// <summary>An item of a list takes another place.</summary>
    public sealed record Move(ImmutableArray<int> Path, int From, int To) : Change(Path)
    {
        public override Tree ApplyTo(Tree root) =>
            root.With(Path, node => node.With(node.Children.RemoveAt(From).Insert(To, node.Children[From])));
    }
}
