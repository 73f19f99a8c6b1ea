using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Every line is compared: what was not edited keeps its bytes.</summary>
public sealed class ChangingAText
{
    private const string Topic = """
        # About the file
        format: 1
        dialog: topic
        title:    { km: ម៉ោង, en: "Hours" }   # aligned by hand
        keywords:
          km: [ម៉ោង, 'ថែមម៉ោង']
          en: [ hours,overtime ]
        screens:
          start:
            text:
              km: |-
                ខ្ញុំ
                ពីរ

              # between the languages
              en: Hello   # a note
            choices:
              - { label: { km: មួយ, en: One }, go: next } # first

              # about the second
              - label: { km: ពីរ, en: 'Two' }
                go: home
          next:
            text: { km: បន្ទាប់, en: Next }

        """;

    [Fact]
    public void A_literal_stays_a_literal() =>
        Assert.Equal(Topic.Replace("        ខ្ញុំ\n        ពីរ\n", "        បី\n\n        # 4: x\n"), Topic.With(new DialogEdit.SetText("start", "km", "បី\n\n# 4: x")));

    [Fact]
    public void A_literal_stays_one_for_a_single_line() =>
        Assert.Equal(Topic.Replace("        ខ្ញុំ\n        ពីរ\n", "        បី\n"), Topic.With(new DialogEdit.SetText("start", "km", "បី")));

    [Fact]
    public void A_plain_text_stays_plain_and_its_comment_stays() =>
        Assert.Equal(Topic.Replace("Hello ", "Good day "), Topic.With(new DialogEdit.SetText("start", "en", "Good day")));

    [Fact]
    public void A_plain_text_of_several_lines_becomes_a_literal_and_its_comment_stays() =>
        Assert.Equal(Topic.Replace("en: Hello   # a note", "en: |-   # a note\n        One\n        Two"), Topic.With(new DialogEdit.SetText("start", "en", "One\nTwo")));

    [Fact]
    public void Lines_inside_braces_are_written_with_escapes() =>
        Assert.Equal(Topic.Replace("en: Next", "en: \"One\\nTwo\""), Topic.With(new DialogEdit.SetText("next", "en", "One\nTwo")));

    [Fact]
    public void Quotes_stay_quotes()
    {
        Assert.Equal(Topic.Replace("\"Hours\"", "\"Work\""), Topic.With(new DialogEdit.SetTitle("en", "Work")));
        Assert.Equal(Topic.Replace("'Two'", "'It''s'"), Topic.With(new DialogEdit.SetLabel("start", 1, "en", "It's")));
    }

    [Theory]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("#b")]
    [InlineData(" lead")]
    [InlineData("trail ")]
    [InlineData("123")]
    [InlineData("0x1F")]
    [InlineData("1e9")]
    [InlineData("12:30")]
    [InlineData("true")]
    [InlineData("No")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("2026-11-24")]
    [InlineData("{{ name }}")]
    [InlineData("- x")]
    [InlineData("ends:")]
    [InlineData("\"q\"")]
    [InlineData("\tx")]
    [InlineData("a\t# b")]
    [InlineData("...")]
    [InlineData("---")]
    [InlineData("%x")]
    [InlineData("@x")]
    [InlineData("`x")]
    [InlineData("=")]
    [InlineData("<<")]
    public void What_YAML_would_take_for_something_else_is_quoted(string text)
    {
        var quoted = "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\t", "\\t") + "\"";

        Assert.Equal(Topic.Replace("en: Hello", "en: " + quoted), Topic.With(new DialogEdit.SetText("start", "en", text)));
    }

    [Theory]
    [InlineData("ខ្ញុំ ២០ ឆ្នាំ។")]
    [InlineData("សួស្តី​បង")]
    [InlineData("😀 ok")]
    [InlineData("a, b [c] {d}")]
    [InlineData("it's \"so\"")]
    [InlineData("https://x.y/z#a")]
    [InlineData("• point")]
    [InlineData("«ផ្កា»")]
    [InlineData("a-b:c")]
    [InlineData("back\\nslash")]
    public void What_YAML_lets_be_plain_is_plain(string text) =>
        Assert.Equal(Topic.Replace("en: Hello", "en: " + text), Topic.With(new DialogEdit.SetText("start", "en", text)));

    [Fact]
    public void Inside_braces_a_comma_needs_quotes() =>
        Assert.Equal(Topic.Replace("en: Next", "en: \"a, b\""), Topic.With(new DialogEdit.SetText("next", "en", "a, b")));

    [Fact]
    public void The_lines_of_a_web_form_are_lines() =>
        Assert.Equal("One\nTwo", Topic.With(new DialogEdit.SetText("start", "km", "One\r\nTwo")).TextOf("start", "km"));

    [Fact]
    public void The_same_text_changes_no_byte()
    {
        var file = Edited.File(Topic);

        Assert.Same(file, file.With(new DialogEdit.SetText("start", "km", "ខ្ញុំ\r\nពីរ")));
    }

    [Fact]
    public void A_new_language_is_written_as_the_others_are()
    {
        Assert.Equal(Topic.Replace("Hello   # a note", "Hello   # a note\n      vi: Chào"), Topic.With(new DialogEdit.SetText("start", "vi", "Chào")));
        Assert.Equal(Topic.Replace("en: Next", "en: Next, vi: Sau"), Topic.With(new DialogEdit.SetText("next", "vi", "Sau")));
        Assert.Equal(Topic.Replace("en: One", "en: One, vi: M"), Topic.With(new DialogEdit.SetLabel("start", 0, "vi", "M")));
    }

    [Fact]
    public void A_language_taken_away_leaves_the_comment_above_the_next_one()
    {
        var without = Topic.With(new DialogEdit.SetText("start", "km", null));

        Assert.Equal(Topic.Replace("      km: |-\n        ខ្ញុំ\n        ពីរ\n\n", ""), without);
        Assert.Equal(EditRefusal.LastOne, Topic.With(new DialogEdit.SetTitle("km", null)).Refused(new DialogEdit.SetTitle("en", null)));
    }

    [Fact]
    public void Windows_line_ends_and_the_byte_order_mark_stay()
    {
        var windows = "\uFEFF" + Topic.Replace("\n", "\r\n");

        Assert.Equal(windows.Replace("        ខ្ញុំ\r\n        ពីរ", "        a\r\n\r\n        b\r\n        c"), windows.With(new DialogEdit.SetText("start", "km", "a\n\nb\nc")));
        Assert.Equal(windows.Replace("en: Hello   # a note", "en: |-   # a note\r\n        a\r\n        b"), windows.With(new DialogEdit.SetText("start", "en", "a\nb")));
        Assert.Equal(windows.Replace("Hello   # a note", "Hello   # a note\r\n      vi: c"), windows.With(new DialogEdit.SetText("start", "vi", "c")));
    }

    [Fact]
    public void Words_that_stay_keep_their_quotes()
    {
        Assert.Equal(Topic.Replace("[ម៉ោង, 'ថែមម៉ោង']", "[ថ្មី, 'ថែមម៉ោង', ពីរ]"), Topic.With(new DialogEdit.SetKeywords("km", ["ថ្មី", "ថែមម៉ោង", "ពីរ"])));
        Assert.Equal(Topic.Replace("[ hours,overtime ]", "[ overtime ]"), Topic.With(new DialogEdit.SetKeywords("en", ["overtime"])));
        Assert.Equal(Topic.Replace("  en: [ hours,overtime ]\n", ""), Topic.With(new DialogEdit.SetKeywords("en", [])));
        Assert.Equal(Topic.Replace("overtime ]\n", "overtime ]\n  km-Latn: [ maong ]\n"), Topic.With(new DialogEdit.SetKeywords("km-Latn", ["maong"])));
    }

    [Theory]
    [InlineData("    text:\n      en: |\n        a\n        b\n    voice: v\n", "x\ny\n", "    text:\n      en: |\n        x\n        y\n    voice: v\n")]
    [InlineData("    text:\n      en: >-\n        a\n        b\n    voice: v\n", "x\ny", "    text:\n      en: >-\n        x\n\n        y\n    voice: v\n")]
    [InlineData("    text:\n      en: one\n        two # c\n", "x", "    text:\n      en: x # c\n")]
    [InlineData("    text:\n      en:\n        one\n", "x\ny", "    text:\n      en:\n        |-\n        x\n        y\n")]
    [InlineData("    text:\n      en: # todo\n", "x", "    text:\n      en: x # todo\n")]
    [InlineData("    text:\n      en: |- # note\n         a\n", "b", "    text:\n      en: |- # note\n         b\n")]
    [InlineData("    text:\n      en: |2-\n         a\n", "b", "    text:\n      en: |-\n        b\n")]
    [InlineData("    text: {en: , km: a}\n", "b", "    text: {en: b, km: a}\n")]
    [InlineData("    text: {km: a}\n", "b", "    text: {km: a, en: b}\n")]
    [InlineData("    text: {}\n", "b", "    text: { en: b }\n")]
    [InlineData("    text:\n", "b", "    text: { en: b }\n")]
    [InlineData("    text: # later\n", "b\nc", "    text: # later\n      en: |-\n        b\n        c\n")]
    [InlineData("    text: {\n      km: a, # one\n      vi: c # two\n    }\n", "b", "    text: {\n      km: a, # one\n      vi: c, # two\n      en: b\n    }\n")]
    [InlineData("    voice: v # c\n", "b", "    text: { en: b }\n    voice: v # c\n")]
    [InlineData("    voice: v", "b", "    text: { en: b }\n    voice: v")]
    [InlineData("    text:\n      km: a", "b", "    text:\n      km: a\n      en: b")]
    [InlineData("    text:\n      en: |-\n        a", "b\nc", "    text:\n      en: |-\n        b\n        c")]
    [InlineData("    text:\n      en: |-\n        a\n\n\n# end\n", "b", "    text:\n      en: |-\n        b\n\n\n# end\n")]
    [InlineData("    text:\n      en: |-\n        a\n", "  b\nc", "    text:\n      en: \"  b\\nc\"\n")]
    [InlineData("    text:\n      en: |-\n        a\n", "b\n\n", "    text:\n      en: \"b\\n\\n\"\n")]
    public void Whatever_the_layout_is(string before, string text, string after) =>
        Assert.Equal(Head + after, (Head + before).With(new DialogEdit.SetText("start", "en", text)));

    private const string Head = "format: 1\ndialog: topic\nscreens:\n  start:\n";
}
