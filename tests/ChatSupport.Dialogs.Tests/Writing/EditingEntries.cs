using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Entries of a list are changed, added and taken away; all else in the file keeps its bytes.</summary>
public sealed class EditingEntries
{
    private const string Path = "places/some.yaml";

    private const string Two = """
        # About these places
        format: 1
        places:
          # The first
          - id: first
            kind: [health, legal]  # for both
            name: { km: ក, en: "First: one" }
            phone: "012 345 678"
            hours: { mon-fri: "07:30-11:30", sat: "08:00-10:00" }
            status: verified

          # The second
          - id: second
            kind: [health]
            name: { km: ខ, en: Second }
            status: unverified # nobody called

        """;

    private static readonly string[] order = ["id", "kind", "name", "address", "phone", "hours", "source", "status"];

    [Fact]
    public void A_field_changes_in_its_own_manner_and_nothing_else()
    {
        var after = Set(Two, "first", new EntryField("phone", Text("023 456 789")), new EntryField("status", new EntryValue.Word("unverified")));

        Assert.Equal(Two.Replace("012 345 678", "023 456 789", StringComparison.Ordinal).Replace("status: verified", "status: unverified", StringComparison.Ordinal), after);
    }

    [Fact]
    public void A_new_field_stands_where_the_order_wants_it()
    {
        var after = Set(Two, "second", new EntryField("phone", Text("115")), new EntryField("source",
            Fields(("text", Text("Called")), ("checked", new EntryValue.Word("2026-11-26")))));

        Assert.Equal(Two.Replace("en: Second }\n", "en: Second }\n    phone: \"115\"\n    source: { text: Called, checked: 2026-11-26 }\n", StringComparison.Ordinal), after);
    }

    [Fact]
    public void Names_with_values_become_exactly_those_and_words_keep_their_place()
    {
        var after = Set(Two, "first", new EntryField("hours", Fields(("daily", Text("18:00-02:00")))), new EntryField("kind", new EntryValue.List(["hiv-test", "legal"])));

        Assert.Equal(Two.Replace("{ mon-fri: \"07:30-11:30\", sat: \"08:00-10:00\" }", "{ daily: 18:00-02:00 }", StringComparison.Ordinal).Replace("[health, legal]", "[hiv-test, legal]", StringComparison.Ordinal), after);
    }

    [Fact]
    public void A_field_without_a_value_goes() =>
        Assert.Equal(Two.Replace("    phone: \"012 345 678\"\n", "", StringComparison.Ordinal), Set(Two, "first", new EntryField("phone", null), new EntryField("address", null)));

    [Fact]
    public void What_says_so_already_gives_the_very_file()
    {
        var file = Edited.File(Two, Path);
        EntryField[] same = [new("kind", new EntryValue.List(["health", "legal"])), new("hours", Fields(("mon-fri", Text("07:30-11:30")), ("sat", Text("08:00-10:00")))), new("name", Fields(("km", Text("ក")), ("en", Text("First: one"))))];

        Assert.Same(file, Assert.IsType<EditResult.Written>(EntryEditing.Apply(file, [new EntryEdit.Set("places", "first", same, order)])).File);
    }

    [Fact]
    public void New_entries_come_at_the_end_in_the_manner_of_their_neighbours()
    {
        var after = Apply(Two, Added("third"), Added("fourth"));

        Assert.Equal(Two + "\n  - id: third\n    kind: [health]\n    name: { km: គ, en: \"Third: 3\" }\n\n  - id: fourth\n    kind: [health]\n    name: { km: គ, en: \"Third: 3\" }\n", after);
        Assert.Equal(Two, Apply(after, new EntryEdit.Remove("places", "third"), new EntryEdit.Remove("places", "fourth")));
    }

    [Fact]
    public void The_first_entry_of_a_list_is_written_on_lines_of_its_own_and_the_last_takes_the_list_along()
    {
        var after = Apply("format: 1\n", Added("only"));

        Assert.Equal("format: 1\nplaces:\n  - id: only\n    kind: [health]\n    name: { km: គ, en: \"Third: 3\" }\n", after);
        Assert.Equal("format: 1\n", Apply(after, new EntryEdit.Remove("places", "only")));
    }

    [Fact]
    public void With_an_entry_go_its_comments_and_no_others() => Assert.Equal(
        "# About these places\nformat: 1\nplaces:\n  # The second\n" + Two[Two.IndexOf("  - id: second", StringComparison.Ordinal)..], Apply(Two, new EntryEdit.Remove("places", "first")));

    [Fact]
    public void What_cannot_be_is_refused_and_nothing_of_it_is_done()
    {
        Assert.Equal(EditRefusal.NoSuchEntry, Refused(new EntryEdit.Remove("places", "third")));
        Assert.Equal(EditRefusal.NoSuchEntry, Refused(new EntryEdit.Remove("hotlines", "first")));
        Assert.Equal(EditRefusal.NameTaken, Refused(Added("first")));
        Assert.Equal(EditRefusal.NameTaken, Refused(Added("third"), Added("third")));
        Assert.Equal(EditRefusal.Empty, Refused(new EntryEdit.Set("places", "first", [new EntryField("kind", new EntryValue.List([]))], order)));
        Assert.Equal(EditRefusal.Empty, Refused(new EntryEdit.Set("places", "first", [new EntryField("name", Fields(("km", Text(" "))))], order)));
        Assert.Equal(EditRefusal.BadCharacter, Refused(new EntryEdit.Set("places", "first", [new EntryField("phone", Text("1\u001b"))], order)));
        Assert.Equal(EditRefusal.UnexpectedShape, Refused(new EntryEdit.Set("places", "first", [new EntryField("name", Text("x"))], order)));
        Assert.Equal(EditRefusal.TooLong, Refused(Added("third"), new EntryEdit.Set("places", "first", [new EntryField("phone", Text(new string('1', 1_000_000)))], order)));
        Assert.IsType<EditResult.Refused>(EntryEditing.Apply(Edited.File("- [", Path), [Added("a")]));
    }

    private static EntryEdit.Add Added(string id) => new("places", id, [new("kind", new EntryValue.List(["health"])), new("name", Fields(("km", Text("គ")), ("en", Text("Third: 3")))), new("phone", null)]);

    private static EntryValue.Text Text(string text) => new(text);

    private static EntryValue.Fields Fields(params (string Name, EntryValue Value)[] fields) => new([.. fields.Select(field => new EntryField(field.Name, field.Value))]);

    private static string Set(string text, string id, params EntryField[] fields) => Apply(text, new EntryEdit.Set("places", id, fields, order));

    private static string Apply(string text, params EntryEdit[] edits) => Edited.Text(Edited.File(text, Path).With(edits));

    private static EditRefusal Refused(params EntryEdit[] edits) => Assert.IsType<EditResult.Refused>(EntryEditing.Apply(Edited.File(Two, Path), edits)).Why;
}
