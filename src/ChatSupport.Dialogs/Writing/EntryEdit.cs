namespace ChatSupport.Dialogs.Writing;

/// <summary>One act on an entry of a file that holds lists of entries, such as <c>places/services.yaml</c>. Entries go by their <c>id</c>.</summary>
/// <param name="List">The name at the top of the file that the list stands under, such as <c>places</c>.</param>
/// <param name="Id">The entry.</param>
public abstract record EntryEdit(string List, string Id)
{
    /// <summary>Changes fields of an entry. A field that says so already keeps its quotes, order and comments.</summary>
    /// <param name="List">The list.</param>
    /// <param name="Id">The entry.</param>
    /// <param name="Fields">What each field shall be; a null value takes it away. Fields that are not named stay.</param>
    /// <param name="Order">The names of all fields in the order in which new ones are put.</param>
    public sealed record Set(string List, string Id, IReadOnlyList<EntryField> Fields, IReadOnlyList<string> Order) : EntryEdit(List, Id);

    /// <summary>Adds an entry at the end of the list, which may be missing.</summary>
    /// <param name="List">The list.</param>
    /// <param name="Id">The entry.</param>
    /// <param name="Fields">Its fields in order, behind its id; those without a value are left out.</param>
    public sealed record Add(string List, string Id, IReadOnlyList<EntryField> Fields) : EntryEdit(List, Id);

    /// <summary>Takes an entry away, with the comments inside and directly above it. With the last one the list goes too.</summary>
    /// <param name="List">The list.</param>
    /// <param name="Id">The entry.</param>
    public sealed record Remove(string List, string Id) : EntryEdit(List, Id);
}

/// <summary>A field of an entry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is; null for nothing.</param>
public readonly record struct EntryField(string Name, EntryValue? Value);

/// <summary>What a field of an entry holds.</summary>
public abstract record EntryValue
{
    private protected EntryValue()
    {
    }

    /// <summary>A text, in quotes where it would be taken for something else without.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Content) : EntryValue;

    /// <summary>A number, a day, a flag or a word of the format: without quotes.</summary>
    /// <param name="Content">As it is written.</param>
    public sealed record Word(string Content) : EntryValue;

    /// <summary>A list of words. Words that stay keep their place, quotes and comments.</summary>
    /// <param name="Items">All words, at least one.</param>
    public sealed record List(IReadOnlyList<string> Items) : EntryValue;

    /// <summary>Names with values: exactly these, at least one.</summary>
    /// <param name="Items">The fields, none of them without a value.</param>
    public sealed record Fields(IReadOnlyList<EntryField> Items) : EntryValue;
}
