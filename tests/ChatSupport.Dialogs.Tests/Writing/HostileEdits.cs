using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Nothing bad is written, and nothing is thrown.</summary>
public sealed class HostileEdits
{
    private const string Topic = "format: 1\ndialog: topic\ntitle: { km: ក }\nscreens:\n  start:\n    text: { km: ក }\n";

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\uFEFFb")]
    [InlineData("a\uFFFFb")]
    public void Control_characters_are_refused(string text)
    {
        Assert.Equal(EditRefusal.BadCharacter, Topic.Refused(new DialogEdit.SetText("start", "km", text)));
        Assert.Equal(EditRefusal.BadCharacter, Topic.Refused(new DialogEdit.SetKeywords("km", [text])));
    }

    [Fact]
    public void Halves_of_characters_are_refused()
    {
        foreach (var text in new[] { "\uD83Dx", "x\uDE00", "\uDE00\uD83D", "\uD83D" })
            Assert.Equal(EditRefusal.BadCharacter, Topic.Refused(new DialogEdit.SetText("start", "km", text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_text_is_refused(string text) => Assert.Equal(EditRefusal.Empty, Topic.Refused(new DialogEdit.SetText("start", "km", text)));

    [Fact]
    public void What_is_too_long_is_refused()
    {
        Assert.Equal(EditRefusal.TooLong, Topic.Refused(new DialogEdit.SetText("start", "km", new string('x', 2_000_000))));
        Assert.Equal(EditRefusal.TooLong, Topic.Refused(new DialogEdit.SetKeywords("km", [.. Enumerable.Range(0, 201).Select(word => $"w{word}")])));
        var full = Topic + "# " + new string('x', YamlFile.MaxBytes - 100 - Topic.Length * 2) + "\n";
        Assert.Equal(EditRefusal.TooLong, full.Refused(new DialogEdit.SetText("start", "km", new string('x', 1000))));
    }

    [Fact]
    public void A_file_as_large_as_may_be_is_edited()
    {
        var words = string.Join(", ", Enumerable.Range(0, 200).Select(word => $"w{word}"));
        var large = Topic + $"keywords: {{ km: [{words}] }}\n" + string.Concat(Enumerable.Range(0, 9_000).Select(line => $"# {line} {new string('x', 50)}\n")) + $"not: {{ km: [{string.Join(", ", Enumerable.Range(0, 40_000))}] }}\n";

        var every = large.With(new DialogEdit.SetKeywords("km", [.. Enumerable.Range(0, 200).Select(word => word % 2 == 0 ? $"w{word}" : $"v{word}")]));
        Assert.Equal(large.Length, every.Length);
        Assert.Equal(EditRefusal.TooLong, large.Refused(new DialogEdit.SetAt(new TextPlace(TextKind.Not), "km", "x\ny")));
        Assert.Equal(large, large.With(new DialogEdit.SetTitle("en", "x")).With(new DialogEdit.SetTitle("en", null)));
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("")]
    [InlineData("- a\n")]
    [InlineData("a: &x b\nc: *x\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: !!str b\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("\tformat: 1\n")]
    public void A_file_with_an_error_is_left_to_be_mended_by_hand(string text) => Assert.Equal(EditRefusal.Unreadable, text.Refused(new DialogEdit.SetTitle("km", "x")));

    [Fact]
    public void A_newer_file_is_left_alone() => Assert.Equal(EditRefusal.NewerFormat, "format: 2\n".Refused(new DialogEdit.SetTitle("km", "x")));

    [Fact]
    public void A_deep_file_is_refused_and_one_just_deep_enough_is_edited()
    {
        var deep = string.Concat(Enumerable.Repeat("[", YamlFile.MaxDepth - 1)) + string.Concat(Enumerable.Repeat("]", YamlFile.MaxDepth - 1));

        Assert.Equal(Topic.Replace("title: { km: ក }", "title: { km: x }") + $"odd: {deep}\n", (Topic + $"odd: {deep}\n").With(new DialogEdit.SetTitle("km", "x")));
        Assert.Equal(EditRefusal.Unreadable, (Topic + $"odd: [{deep}]\n").Refused(new DialogEdit.SetTitle("km", "x")));
    }

    [Theory]
    [InlineData("title: x\n")]
    [InlineData("title: [x]\n")]
    [InlineData("title: { km: [x] }\n")]
    public void A_place_with_another_shape_is_left_to_be_mended_by_hand(string text) =>
        Assert.Equal(EditRefusal.UnexpectedShape, ("format: 1\n" + text).Refused(new DialogEdit.SetTitle("km", "y")));

    [Fact]
    public void Where_something_else_would_change_nothing_does()
    {
        const string Kept = "format: 1\nscreens:\n  start:\n    text:\n      km: |+\n        a\n\n\n    ask: { kind: text, go: start }\n";
        const string Commented = "format: 1\nscreens:\n  start:\n    choices: [\n      { go: a }, # one\n      { go: b }\n    ]\n";

        Assert.Equal(EditRefusal.WouldChangeMore, Kept.Refused(new DialogEdit.SetText("start", "en", "b")));
        Assert.Equal(EditRefusal.WouldChangeMore, Commented.Refused(new DialogEdit.MoveChoice("start", 0, 1)));
    }
}
