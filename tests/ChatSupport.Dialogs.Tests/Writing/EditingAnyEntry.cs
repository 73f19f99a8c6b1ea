using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Tests.Reading;
using ChatSupport.Dialogs.Writing;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Random edits of the shipped places and of files laid out in other ways keep every other entry and every comment of it.</summary>
public sealed class EditingAnyEntry
{
    private static readonly string[] order = ["id", "kind", "tier", "number", "sample", "name", "says", "address", "commune", "location", "phone", "cost", "hours", "always", "source", "status"];

    private static readonly (ContentFile File, string List)[] files =
        [.. Content.Shipped().Where(file => file.Path is "places/services.yaml" or "places/samples.yaml" or "places/hotlines.yaml")
            .SelectMany(Laid).Select(file => (file, file.Path == "places/hotlines.yaml" ? "hotlines" : "places"))];

    private static readonly Gen<string> texts = Gen.OneOf(
        Gen.OneOf(Gen.Char['\u1780', '\u17FF'].Select(c => c.ToString()), Gen.Char[' ', '~'].Select(c => c.ToString()), One("\n", ": ", " #", "#", "{", "}", "[", ",", "- ", "\"", "'", "\\", "\t", "😀", "|", "&a")).Array[1, 10].Select(string.Concat),
        One("true", "null", "~", "2026-11-24", "012 345 678", "1801", "yes", "- a", "a: b", "# a")).Where(text => !string.IsNullOrWhiteSpace(text));

    private static readonly Gen<EntryField> fields = Gen.OneOf(
        Gen.Select(One("phone", "commune", "number"), texts, (name, text) => new EntryField(name, new EntryValue.Text(text))),
        Gen.Select(One("name", "address", "cost", "says"), texts, texts, (name, km, en) => new EntryField(name, Fields(("km", new EntryValue.Text(km)), ("en", new EntryValue.Text(en))))),
        Gen.Select(One("mon-fri", "sat", "daily", "mon"), texts, (day, text) => new EntryField("hours", Fields((day, new EntryValue.Text(text)), ("sun", new EntryValue.Text(text))))),
        Gen.Select(texts, texts, (text, url) => new EntryField("source", Fields(("text", new EntryValue.Text(text)), ("url", new EntryValue.Text(url)), ("checked", new EntryValue.Word("2026-11-26"))))),
        One("health", "legal", "police", "child").Array[1, 3].Select(kinds => new EntryField("kind", new EntryValue.List([.. kinds.Distinct()]))),
        One("phone", "address", "hours", "location", "always", "cost", "says").Select(name => new EntryField(name, null)),
        One("verified", "unverified").Select(word => new EntryField("status", new EntryValue.Word(word))));

    [Fact]
    public void A_field_that_is_set_is_read_again_and_all_other_entries_and_comments_stay() =>
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 1000], fields.Array[1, 4]).Sample((which, at, set) =>
        {
            var (file, list) = files[which];
            var before = Entries(file, list);
            var id = before[at % before.Count].Id;
            var distinct = set.DistinctBy(field => field.Name).ToList();
            if (EntryEditing.Apply(file, [new EntryEdit.Set(list, id, distinct, order)]) is not EditResult.Written written)
                throw new InvalidOperationException($"{file.Path} {id} {string.Join(", ", distinct)}");

            var after = Entries(written.File, list);
            Assert.Equal(before.Where(entry => entry.Id != id), after.Where(entry => entry.Id != id));
            Assert.Equal(before.Select(entry => entry.Id), after.Select(entry => entry.Id));
            Assert.Same(written.File, Assert.IsType<EditResult.Written>(EntryEditing.Apply(written.File, [new EntryEdit.Set(list, id, distinct, order)])).File);
            Assert.Equal(Comments(file), Comments(written.File));
        }, iter: 2_000);

    [Fact]
    public void What_is_added_and_taken_away_leaves_no_trace() =>
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 1000], fields.Array[1, 6]).Sample((which, at, set) =>
        {
            var (file, list) = files[which];
            var added = file.With([new EntryEdit.Add(list, "brand-new", [.. set.DistinctBy(field => field.Name)])]);
            Assert.Equal(Comments(file), Comments(added));
            Assert.Equal(Entries(file, list), Entries(added, list).SkipLast(1));
            Assert.Equal(Edited.Text(file), Edited.Text(added.With([new EntryEdit.Remove(list, "brand-new")])));

            var before = Entries(file, list);
            var id = before[at % before.Count].Id;
            var gone = file.With([new EntryEdit.Remove(list, id)]);
            Assert.Equal(before.Where(entry => entry.Id != id), Entries(gone, list));
            var mine = Comments(file).Where(comment => comment.EndsWith($"of {id}", StringComparison.Ordinal)).ToList();
            Assert.Equal(Comments(file).Except(mine), Comments(gone).Where(comment => !mine.Contains(comment)));
        }, iter: 600);

    [Fact]
    public void A_mangled_file_is_edited_or_refused_and_never_breaks() =>
        Gen.Select(ChatSupport.Fuzzing.Mangled.Bytes(ChatSupport.Fuzzing.Samples.Yaml, ChatSupport.Fuzzing.Samples.YamlWords), Gen.Int[0, 2], One("places", "screens", "choices", "title"), fields).Sample((bytes, kind, list, field) =>
        {
            var file = new ContentFile("places/some.yaml", bytes);
            EntryEdit edit = kind switch
            {
                0 => new EntryEdit.Set(list, "a", [field], order),
                1 => new EntryEdit.Add(list, "a", [field]),
                _ => new EntryEdit.Remove(list, "a"),
            };
            if (EntryEditing.Apply(file, [edit]) is EditResult.Written written)
                _ = Edited.Said(written.File);
        }, iter: 5_000);

    /// <summary>As it is shipped, with Windows line ends, and with comments above and behind every entry that name it.</summary>
    private static ContentFile[] Laid(ContentFile file)
    {
        var text = Edited.Text(file);
        var commented = string.Join('\n', text.Split('\n').Select(line => line.Trim() is ['-', ' ', 'i', 'd', ':', ' ', .. var id] ? $"  # above of {id}\n{line} # behind of {id}" : line));
        return [file, Edited.File(text.Replace("\n", "\r\n", StringComparison.Ordinal), file.Path), Edited.File(commented, file.Path)];
    }

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(at => of[at]);

    private static EntryValue.Fields Fields(params (string Name, EntryValue Value)[] fields) => new([.. fields.Select(field => new EntryField(field.Name, field.Value))]);

    private static List<(string Id, string Said)> Entries(ContentFile file, string list)
    {
        var root = YamlFile.Read(file, [])!;
        return [.. ((YamlList?)root.Find(list))?.Items.OfType<YamlMap>().Select(map => (((YamlScalar)map.Find("id")!).Value, Edited.Said(map))) ?? []];
    }

    private static List<string> Comments(ContentFile file) => [.. Edited.Text(file).Split('\n').Select(line => line.TrimEnd('\r'))
        .Select(line => line.IndexOf("# above of", StringComparison.Ordinal) is >= 0 and var above ? line[above..] : line.IndexOf("# behind of", StringComparison.Ordinal) is >= 0 and var behind ? line[behind..] : line.StartsWith('#') ? line : "")
        .Where(comment => comment.Length > 0)];
}
