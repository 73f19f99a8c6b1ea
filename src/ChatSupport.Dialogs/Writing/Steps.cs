using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Collects the changes of one edit, each seen from the tree that the ones before leave.</summary>
internal sealed class Steps(Tree root)
{
    private const int MostWordsThere = 2_000; // comparing takes the product of both numbers
    private readonly List<Change> changes = [];

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>What the file says after the changes so far.</summary>
    public Tree Now { get; private set; } = root;

    public void Add(Change change)
    {
        changes.Add(change);
        Now = change.ApplyTo(Now);
    }

    /// <summary>Sets a name of a map: a text becomes another, nothing becomes the value, a missing name comes where the order wants it.</summary>
    public EditResult.Refused? Put(ImmutableArray<int> map, string name, Tree value, IReadOnlyList<string> order)
    {
        var node = Now.At(map);
        if (node.IsNothing)
            return Replace(map, Tree.Map(new Twig(name, value)));
        if (node.Kind != TreeKind.Map)
            return Unexpected(name);
        if (node.IndexOf(name) is var at && at < 0)
        {
            Add(new Change.Insert(map, PlaceOf(name, node, order), [new Twig(name, value)]));
            return null;
        }

        var old = node.Children[at].Value;
        if (old.IsSame(value))
            return null;

        return old.IsNothing || (old.Kind == TreeKind.Scalar && value.Kind == TreeKind.Scalar) ? Replace(map.Add(at), value) : Unexpected(name);
    }

    /// <summary>Sets a language of a text or of a list of words, both of which may be missing.</summary>
    public EditResult.Refused? PutLanguage(ImmutableArray<int> map, string name, string language, Tree value, IReadOnlyList<string> order)
    {
        if (Now.At(map) is { Kind: TreeKind.Map } node && node.IndexOf(name) is >= 0 and var at)
            return value.Kind == TreeKind.List && node.Children[at].Value.Find(language) is { Kind: TreeKind.List } ? PutWords(map.Add(at), language, value) : Put(map.Add(at), language, value, []);

        return Put(map, name, Tree.Map(new Twig(language, value)), order);
    }

    /// <summary>Takes a name of a map away.</summary>
    public EditResult.Refused? Drop(ImmutableArray<int> map, string name, string what)
    {
        var node = Now.At(map);
        if (node.IndexOf(name) is var at && at < 0)
            return null;
        if (node.Children.Length == 1)
            return LastOne(what);

        Add(new Change.Remove(map, at, 1));
        return null;
    }

    /// <summary>Takes a language away; with the last one the whole name, where that may be missing.</summary>
    public EditResult.Refused? DropLanguage(ImmutableArray<int> map, string name, string language, string what, bool isNeeded)
    {
        var node = Now.At(map);
        if (node.IndexOf(name) is var at && (at < 0 || node.Children[at].Value.Find(language) is null))
            return null;
        if (node.Children[at].Value.Children.Length > 1)
            return Drop(map.Add(at), language, what);

        return isNeeded ? LastOne(what) : Drop(map, name, what);
    }

    /// <summary>Makes a list of words another one; words that stay keep their place.</summary>
    public EditResult.Refused? PutWords(ImmutableArray<int> map, string language, Tree words)
    {
        var path = map.Add(Now.At(map).IndexOf(language));
        var old = Now.At(path);
        if (old.Children.Any(word => word.Value.Kind != TreeKind.Scalar))
            return Unexpected(language);
        if (old.Children.Length > MostWordsThere)
            return new(EditRefusal.TooLong, $"There are {old.Children.Length} words under '{language}' already, more than can be compared. Edit the file by hand.");

        foreach (var (at, gone, come) in WordDiff.Between([.. old.Children.Select(word => word.Value.Value)], [.. words.Children.Select(word => word.Value.Value)]))
        {
            var both = Math.Min(gone, come.Count);
            for (var same = 0; same < both; same++)
                Add(new Change.Replace(path.Add(at + same), Tree.Text(come[same])));
            if (come.Count > both)
                Add(new Change.Insert(path, at + both, [.. come.Skip(both).Select(word => new Twig(null, Tree.Text(word)))]));
            else if (gone > both)
                Add(new Change.Remove(path, at + both, gone - both));
        }

        return null;
    }

    private EditResult.Refused? Replace(ImmutableArray<int> path, Tree value)
    {
        Add(new Change.Replace(path, value));
        return null;
    }

    /// <summary>Behind the last name that the language lists before it; the end where it lists none.</summary>
    private static int PlaceOf(string name, Tree map, IReadOnlyList<string> order)
    {
        var before = order.TakeWhile(known => known != name).ToHashSet(StringComparer.Ordinal);
        return order.Count == 0 ? map.Children.Length : map.Children.Select((child, at) => before.Contains(child.Name!) ? at + 1 : 0).Append(0).Max();
    }

    public static EditResult.Refused Unexpected(string name) => new(EditRefusal.UnexpectedShape,
        $"Something else stands under '{name}' than is expected there, so nothing was changed. Run 'chatsupport dialogs check' and mend the file by hand first.");

    private static EditResult.Refused LastOne(string what) => new(EditRefusal.LastOne, $"This is the last part of {what}, which cannot be without it. Change it instead.");
}
