using System.Text;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Tests.Reading;
using ChatSupport.Dialogs.Writing;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Random edits of the shipped content and of files laid out in other ways.</summary>
public sealed class EditingAnything
{
    private static readonly ContentFile[] files = [.. Content.Shipped().Where(file => TextPlaces.Of(file) is { Count: > 1 } && file.Path != "phrases.yaml").SelectMany(Laid)];

    private static readonly Gen<string> letters = Gen.OneOf(
        Gen.Char['\u1780', '\u17FF'].Select(c => c.ToString()), Gen.Char[' ', '~'].Select(c => c.ToString()),
        One(" ", "  ", "\n", "\n\n", ": ", " #", "#", "{{ x }}", "{", "}", "[", "]", ",", "- ", "? ", "\"", "'", "\\", "\t", "\u200B", "😀", "|", ">", "%", "---", "...", "&a", "*a", "!t", "true", "null", "12", "\u00A0", "«", "។"));

    private static readonly Gen<string> texts = Gen.Frequency(
        (6, letters.Array[1, 12].Select(string.Concat)),
        (1, One("true", "null", "~", "2026-11-24", "1_000", "0o7", "1e5", ".inf", "yes", "N", "- a", "a:", ":a", "=", "<<", "---\na", "a\n---\nb", "# a\n# b", "a\n  b\n", "a\n\n\nb", "\ta", "a\n\tb", "a \nb ", "a\n \nb"))).Where(text => !string.IsNullOrWhiteSpace(text));

    private static readonly Gen<ContentFile> anyFile = Gen.Int[0, files.Length - 1].Select(at => files[at]);
    private static readonly Gen<string> languages = One("km", "en", "vi");

    [Fact]
    public void Any_text_put_anywhere_is_read_again_and_nothing_else_changes() =>
        Gen.Select(anyFile, Gen.Int[0, 1000], languages, texts).Sample((file, which, language, text) =>
        {
            var before = TextPlaces.Of(file);
            var place = before[which % before.Count].Place;
            if (place.IsWords)
                text = string.Join('\n', text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)));
            var after = file.With(new DialogEdit.SetAt(place, language, text));

            var places = TextPlaces.Of(after);
            Assert.Equal(text, places.Single(one => one.Place == place).Texts.Exactly(language));
            Assert.Equal(All(before, but: (place, language)), All(places, but: (place, language)));
            HoldsAllElse(file, after, place.IsWords ? MostLinesOfWords : MostLinesOfAText);
            var old = before.Single(one => one.Place == place).Texts.Exactly(language);
            Assert.Equal(Edited.Said(file), Edited.Said(after.With(new DialogEdit.SetAt(place, language, old))));
            Assert.Same(after, after.With(new DialogEdit.SetAt(place, language, text)));
        }, iter: 2_500);

    [Fact]
    public void The_reading_finds_the_edited_model_without_a_new_error()
    {
        var shipped = Content.Shipped();
        var at = shipped.ToList().FindIndex(file => file.Path == "rights/wages.yaml");
        var labels = new Dictionary<string, string> { ["en"] = "Back to pay", ["km"] = "ត្រឡប់ទៅប្រាក់ខែ" };
        var file = new DialogEdit[]
        {
            new DialogEdit.SetText("start", "en", "Line: one\n# two"), new DialogEdit.SetTitle("en", "Pay, fines"), new DialogEdit.SetLabel("start", 0, "en", "123"),
            new DialogEdit.SetTarget("start", 1, "fines"), new DialogEdit.MoveChoice("start", 3, 0), new DialogEdit.AddScreen("more", labels, "start"),
            new DialogEdit.AddChoice("start", 0, labels, "more"), new DialogEdit.AddChoice("more", 0, labels, "start"), new DialogEdit.SetVoice("more", "rights/more"), new DialogEdit.RemoveChoice("today", 1),
            new DialogEdit.SetStatus("en", Model.ReviewStatus.Reviewed), new DialogEdit.SetSource("Law, art. 1", null, Content.Today), new DialogEdit.SetKeywords("en", ["no", "pay: late"]),
        }.Aggregate(shipped[at], (before, edit) => before.With(edit));

        var read = Content.Read([.. shipped.Take(at), file, .. shipped.Skip(at + 1)]).Set!.Dialogs["rights/wages"];
        Assert.Equal(["start", "more", "fines", "unpaid", "today", "help"], read.Screens.Keys);
        Assert.Equal("Line: one\n# two", read.Screens["start"].Text.Exactly("en"));
        Assert.Equal(["Back to pay", "Who can help", "123", "They do not pay", "What I can do today"], read.Screens["start"].Choices.Select(choice => choice.Label.Exactly("en")));
        Assert.Equal(["more", "help", "fines", "fines", "today"], read.Screens["start"].Choices.Select(choice => choice.Go.Screen?.Screen));
        Assert.Equal(("rights/more", "start"), (read.Screens["more"].Voice, read.Screens["more"].Choices.Single().Go.Screen?.Screen));
        Assert.Single(read.Screens["today"].Choices);
        Assert.Equal(("Law, art. 1", null, Content.Today), (read.Source!.Text, read.Source.Url, read.Source.Checked));
        Assert.Equal(("Pay, fines", Model.ReviewStatus.Reviewed), (read.Title.Exactly("en"), read.Status["en"]));
        Assert.Equal(["no", "pay: late"], read.Keywords.Words["en"].Select(word => word.Text));
        Assert.True(read.Keywords.Words["km"].Count > 5);
    }

    [Fact]
    public void Choices_go_round_and_come_back() =>
        Gen.Select(anyFile, Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((file, which, one, other) =>
        {
            if (Choosing(file, which) is not { Count: > 1 } screen)
                return;

            var (from, to) = (one % screen.Count, other % screen.Count);
            var moved = file.With(new DialogEdit.MoveChoice(screen.Name, from, to));
            Assert.Equal(Lines(file).Order(StringComparer.Ordinal), Lines(moved).Order(StringComparer.Ordinal));
            Assert.Equal(Edited.Text(file), Edited.Text(moved.With(new DialogEdit.MoveChoice(screen.Name, to, from))));
        }, iter: 1_000);

    [Fact]
    public void What_is_added_and_taken_away_leaves_no_trace() =>
        Gen.Select(anyFile, Gen.Int[0, 1000], Gen.Int[0, 1000], texts, texts).Sample((file, which, one, km, en) =>
        {
            if (Choosing(file, which) is not { } screen)
                return;

            var labels = new Dictionary<string, string> { ["km"] = km, ["en"] = en };
            var at = one % (screen.Count + 1);
            var choice = file.With(new DialogEdit.AddChoice(screen.Name, at, labels, "home"));
            HoldsAllElse(file, choice);
            Assert.Equal(Edited.Text(file), Edited.Text(choice.With(new DialogEdit.RemoveChoice(screen.Name, at))));

            var added = file.With(new DialogEdit.AddScreen("brand-new", labels, one % 3 == 0 ? null : screen.Name));
            HoldsAllElse(file, added);
            Assert.Equal(km, TextPlaces.Of(added).Single(text => text.Place == new TextPlace(TextKind.Text, "brand-new")).Texts.Exactly("km"));
            Assert.Equal(Edited.Text(file), Edited.Text(added.With(new DialogEdit.RemoveScreen("brand-new"))));
        }, iter: 1_000);

    [Fact]
    public void A_file_of_nothing_is_edited_or_refused() =>
        Assert.All(["{}", "", "screens: {}", "---"], text => Assert.All(Enumerable.Range(0, 13), kind =>
            _ = DialogEditing.Apply(Edited.File(text), OneOf(kind, "more", "en")) is EditResult.Written written ? Edited.Said(written.File) : null));

    [Fact]
    public void A_mangled_file_is_edited_or_refused_and_never_breaks() =>
        Gen.Select(ChatSupport.Fuzzing.Mangled.Bytes(ChatSupport.Fuzzing.Samples.Yaml, ChatSupport.Fuzzing.Samples.YamlWords), Gen.Int[0, 12], letters.Array[0, 6].Select(string.Concat), languages).Sample((bytes, kind, text, language) =>
        {
            var file = new ContentFile("example.yaml", bytes);
            if (DialogEditing.Apply(file, OneOf(kind, text, language)) is EditResult.Written written)
                _ = Edited.Said(written.File);
        }, iter: 20_000);

    private static DialogEdit OneOf(int kind, string text, string language)
    {
        var one = new Dictionary<string, string> { [language] = text };
        return kind switch
        {
            0 => new DialogEdit.SetText("start", language, text),
            1 => new DialogEdit.SetLabel("start", 0, language, text),
            2 => new DialogEdit.SetTitle(language, text),
            3 => new DialogEdit.SetKeywords(language, [text, "x"]),
            4 => new DialogEdit.SetTarget("start", 0, text),
            5 => new DialogEdit.MoveChoice("start", 0, 1),
            6 => new DialogEdit.AddChoice("start", 0, one, "home"),
            7 => new DialogEdit.RemoveChoice("start", 0),
            8 => new DialogEdit.AddScreen("more", one),
            9 => new DialogEdit.RemoveScreen("start"),
            10 => new DialogEdit.SetVoice("start", text),
            11 => new DialogEdit.SetStatus(language, Model.ReviewStatus.Reviewed),
            _ => new DialogEdit.SetSource(text, null, Content.Today),
        };
    }

    /// <summary>The file as it is shipped, with Windows line ends, with every other line end followed by a comment line, and with a byte-order mark and deeper indentation.</summary>
    private static ContentFile[] Laid(ContentFile file)
    {
        var text = Edited.Text(file);
        var commented = string.Join('\n', text.Split('\n').Select((line, at) =>
            at % 2 == 0 && line.TrimStart(' ') is { Length: > 0 } rest && (rest.StartsWith("- ", StringComparison.Ordinal) || rest.StartsWith("choices:", StringComparison.Ordinal) || rest.StartsWith("voice:", StringComparison.Ordinal))
                ? $"{line[..^rest.Length]}# about {at}\n{line}{(line.EndsWith('}') ? "  # behind" : "")}" : line));
        var deeper = "\uFEFF" + string.Join('\n', text.Split('\n').Select(line => new string(' ', line.Length - line.TrimStart(' ').Length) + line)
            .Select(line => line.TrimStart(' ') is ['-', ' ', not '{', ..] ? line.Replace("- ", "-   ", StringComparison.Ordinal) : line));
        ContentFile[] all = [file, Edited.File(text.Replace("\n", "\r\n", StringComparison.Ordinal), file.Path), Edited.File(commented, file.Path), Edited.File(deeper, file.Path)];
        Assert.All(all, one => Assert.Equal(TextPlaces.Of(file).Count, TextPlaces.Of(one).Count));
        return all;
    }

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(at => of[at]);

    private static string[] Lines(ContentFile file) => Edited.Text(file).Split('\n');

    private static IEnumerable<string> All(IEnumerable<PlacedText> places, (TextPlace Place, string Language) but) =>
        places.SelectMany(one => one.Texts.Languages.Where(language => (one.Place, language) != but).Select(language => $"{one.Place} {language}: {one.Texts.Exactly(language)}"));

    /// <summary>The files share their beginning and their end; what is between is one piece, and in it no comment is lost.</summary>
    private static void HoldsAllElse(ContentFile before, ContentFile after, int most = 0)
    {
        var (old, now) = (Lines(before), Lines(after));
        var same = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var behind = old.Reverse().Zip(now.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.InRange(old.Length - same - behind, int.MinValue, most);
        if (most < MostLinesOfWords) // the comment above a word goes with it
            Assert.Equal(old.Count(IsComment), now.Count(IsComment));
        Assert.Equal(before.Bytes.Span.StartsWith(Encoding.UTF8.Preamble), after.Bytes.Span.StartsWith(Encoding.UTF8.Preamble));
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("# about", StringComparison.Ordinal) || line.TrimEnd().EndsWith("# behind", StringComparison.Ordinal);

    private const int MostLinesOfAText = 10;
    private const int MostLinesOfWords = 100;

    private static (string Name, int Count)? ChoosingScreen(ContentFile file, int which) =>
        TextPlaces.Of(file).Where(one => one.Place.Kind == TextKind.Label).GroupBy(one => one.Place.Name).ToList() is { Count: > 0 } screens
            ? (screens[which % screens.Count].Key, screens[which % screens.Count].Count())
            : null;

    private static Chosen? Choosing(ContentFile file, int which) => ChoosingScreen(file, which) is var (name, count) ? new Chosen(name, count) : null;

    private sealed record Chosen(string Name, int Count);
}
