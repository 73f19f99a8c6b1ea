using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Writing;

/// <summary>Turns edits of entries into changes of nodes, or finds why they cannot be made. Null is a success.</summary>
internal sealed class EntryPlan(Tree root, string path)
{
    private const string IdName = "id";

    private readonly Steps steps = new(root);

    public IReadOnlyList<Change> Changes => steps.Changes;

    /// <summary>What the file must say afterwards.</summary>
    public Tree Expected => steps.Now;

    public EditResult.Refused? Make(IReadOnlyList<EntryEdit> edits) =>
        edits.Select(Make).FirstOrDefault(refused => refused is not null)
        ?? edits.OfType<EntryEdit.Add>().GroupBy(add => add.List, StringComparer.Ordinal).Select(list => Add(list.Key, [.. list])).FirstOrDefault(refused => refused is not null);

    private EditResult.Refused? Make(EntryEdit edit) => edit switch
    {
        EntryEdit.Set set => OnEntry(set, entry => set.Fields.Select(field => Put(entry, field, set.Order)).FirstOrDefault(refused => refused is not null)),
        EntryEdit.Remove remove => OnEntry(remove, Remove),
        _ => null, // new entries come together, as one change
    };

    private EditResult.Refused? OnEntry(EntryEdit edit, Func<ImmutableArray<int>, EditResult.Refused?> act)
    {
        var list = steps.Now.Find(edit.List);
        var at = list is { Kind: TreeKind.List } ? IndexOf(list, edit.Id) : -1;
        return at >= 0 ? act([steps.Now.IndexOf(edit.List), at]) : new(EditRefusal.NoSuchEntry,
            $"{path} has no entry '{Short(edit.Id)}' under '{Short(edit.List)}' any more. Somebody may have renamed or removed it: load the page again.");
    }

    private EditResult.Refused? Remove(ImmutableArray<int> entry)
    {
        var list = entry[..^1];
        if (steps.Now.At(list).Children.Length == 1)
            return steps.Drop([], steps.Now.Children[list[0]].Name!, path);
        steps.Add(new Change.Remove(list, entry[^1], 1));
        return null;
    }

    private EditResult.Refused? Add(string list, IReadOnlyList<EntryEdit.Add> adds)
    {
        var there = steps.Now.Find(list);
        var isMissing = there is null or { IsNothing: true };
        if (!isMissing && there!.Kind != TreeKind.List)
            return Steps.Unexpected(list);
        if (adds.GroupBy(add => add.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1 || (!isMissing && IndexOf(there!, same.Key) >= 0)) is { } taken)
            return new(EditRefusal.NameTaken, $"{path} has an entry '{Short(taken.Key)}' already. Choose another name.");

        var fields = adds.SelectMany(add => add.Fields).Where(field => field.Value is not null);
        if (fields.Select(field => Refuse(field.Name, field.Value!)).Concat(adds.Select(add => EditRules.Address(add.Id, "The id"))).FirstOrDefault(refused => refused is not null) is { } wrong)
            return wrong;
        var entries = adds.Select(add => Tree.Lines(add.Fields.Where(field => field.Value is not null)
            .Select(field => new Twig(field.Name, TreeOf(field.Value!))).Prepend(new Twig(IdName, Tree.Text(add.Id)))));
        if (isMissing)
            return steps.Put([], list, Tree.List(entries), []);
        steps.Add(new Change.Insert([steps.Now.IndexOf(list)], there!.Children.Length, [.. entries.Select(entry => new Twig(null, entry))]));
        return null;
    }

    /// <summary>What stands there already may stay, whatever it is.</summary>
    private EditResult.Refused? Put(ImmutableArray<int> map, EntryField field, IReadOnlyList<string> order)
    {
        var (name, value) = field;
        var old = steps.Now.At(map) is { Kind: TreeKind.Map } node ? node.Find(name) : null;
        if (value is null)
            return steps.Drop(map, name, $"'{name}'");
        if (old?.IsSame(TreeOf(value)) == true)
            return null;
        return Refuse(name, value) ?? (value switch
        {
            EntryValue.List when old is { Kind: TreeKind.List } => steps.PutWords(map, name, TreeOf(value)),
            EntryValue.Fields fields when old is { Kind: TreeKind.Map } => PutFields(map.Add(steps.Now.At(map).IndexOf(name)), fields.Items),
            _ => steps.Put(map, name, TreeOf(value), order),
        });
    }

    /// <summary>The new names first, so that the map is never empty.</summary>
    private EditResult.Refused? PutFields(ImmutableArray<int> map, IReadOnlyList<EntryField> fields)
    {
        var names = fields.Select(field => field.Name).ToList();
        return fields.Select(field => Put(map, field, names)).FirstOrDefault(refused => refused is not null)
            ?? steps.Now.At(map).Children.Select(child => child.Name!).Where(name => !names.Contains(name, StringComparer.Ordinal)).ToList()
                .Select(name => steps.Drop(map, name, "the entry")).FirstOrDefault(refused => refused is not null);
    }

    private static EditResult.Refused? Refuse(string name, EntryValue value) => value switch
    {
        EntryValue.Text text => EditRules.Text(text.Content, $"'{name}'"),
        EntryValue.Word word => EditRules.Word(word.Content, $"'{name}'"),
        EntryValue.List { Items.Count: 0 } or EntryValue.Fields { Items.Count: 0 } => new(EditRefusal.Empty, $"'{name}' is empty. Fill it in, or take it away."),
        EntryValue.List list => EditRules.Words(list.Items, $"'{name}'"),
        EntryValue.Fields fields => fields.Items.Select(field => field.Value is null
            ? new(EditRefusal.Empty, $"'{field.Name}' is empty. Fill it in, or take it away.")
            : Refuse(field.Name, field.Value)).FirstOrDefault(refused => refused is not null),
        _ => null,
    };

    private static Tree TreeOf(EntryValue value) => value switch
    {
        EntryValue.Text text => Tree.Text(EditRules.Lines(text.Content)),
        EntryValue.Word word => Tree.Bare(word.Content),
        EntryValue.List list => Tree.List(list.Items.Select(Tree.Text)),
        EntryValue.Fields fields => Tree.Map(fields.Items.Where(field => field.Value is not null).Select(field => new Twig(field.Name, TreeOf(field.Value!)))),
        _ => throw new ArgumentException("A value of an unknown kind.", nameof(value)),
    };

    private static int IndexOf(Tree list, string id)
    {
        for (var at = 0; at < list.Children.Length; at++)
        {
            if (list.Children[at].Value is { Kind: TreeKind.Map } entry && entry.Find(IdName) is { Kind: TreeKind.Scalar } name && name.Value == id)
                return at;
        }

        return -1;
    }

    private static string Short(string name) => name.Length <= 100 ? name : name[..100] + "…";
}
