using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Tests.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>What a translator gets, and that it comes back to its place.</summary>
public sealed class ListingTexts
{
    private const string Topic = """
        format: 1
        dialog: topic
        title: { km: ក, en: A }
        keywords: { km: [ម៉ោង, លុយ], km-Latn: [maong] }
        not: { km: [ម៉ោងប៉ុន្មាន] }
        screens:
          start:
            text: { km: ខ, en: b }
            choices:
              - { label: { km: ១, en: One }, go: next }
              - { label: { km: ២, en: Two }, go: next, keywords: { en: [two, second] } }
              - { label: { km: ៣ }, go: topic#start }
              - { label: { km: ៤ }, go: rights/hours#start }
              - { label: { km: ៥ }, go: peer.request }
            ask: { kind: text, into: x, retry: { km: គ }, go: next }
          next:
            text: { km: ឃ }

        """;

    [Fact]
    public void Every_text_has_an_address_in_the_order_of_the_file() => Assert.Equal(
        [
            "title", "keywords", "not", "start text", "start label next", "start label next 2", "start keywords next 2", "start label start",
            "start label rights/hours", "start label peer.request", "start retry", "next text",
        ],
        TextPlaces.Of(Edited.File(Topic)).Select(one => one.Place.ToString()));

    [Fact]
    public void Words_stand_one_a_line() =>
        Assert.Equal("ម៉ោង\nលុយ", TextPlaces.Of(Edited.File(Topic)).Single(one => one.Place.Kind == TextKind.Keywords).Texts.Exactly("km"));

    [Fact]
    public void Blank_lines_are_no_words_and_nothing_else_is_not_none()
    {
        Assert.Equal(Topic.Replace("[maong]", "[maong, luy]"), Topic.With(new DialogEdit.SetAt(Place("keywords"), "km-Latn", "maong\r\n\r\nluy\r\n")));
        Assert.Equal(EditRefusal.Empty, Topic.Refused(new DialogEdit.SetAt(Place("keywords"), "km-Latn", "\n ")));
        Assert.Equal(Topic.Replace(", km-Latn: [maong]", ""), Topic.With(new DialogEdit.SetAt(Place("keywords"), "km-Latn", null)));
    }

    [Fact]
    public void A_choice_keeps_its_address_where_it_moves()
    {
        var moved = Topic.With(new DialogEdit.MoveChoice("start", 4, 0));

        Assert.Equal(moved.Replace("ម៉ោង, លុយ", "ម៉ោង, ថ្មី").Replace("{ km: ៥ }", "{ km: ៥, en: Five }"),
            moved.With(new DialogEdit.SetAt(Place("start label peer.request"), "en", "Five")).With(new DialogEdit.SetAt(Place("keywords"), "km", "ម៉ោង\r\nថ្មី")));
    }

    [Fact]
    public void Texts_of_the_engine_have_addresses_too()
    {
        const string Phrases = "format: 1\nlanguages: [km, en]\nphrases:\n  back: { km: ថយ, en: Back }\nwords:\n  leave:\n    km: [ចេញ]\n    en: [leave]\n";

        Assert.Equal(["phrase back", "words leave"], TextPlaces.Of(Edited.File(Phrases, "phrases.yaml")).Select(one => one.Place.ToString()));
        Assert.Equal(Phrases.Replace("en: Back", "en: Go back").Replace("[leave]", "[leave, exit]"),
            Phrases.With(new DialogEdit.SetAt(Place("phrase back"), "en", "Go back")).With(new DialogEdit.SetAt(Place("words leave"), "en", "leave\nexit")));
        Assert.Equal(EditRefusal.NoSuchText, Phrases.Refused(new DialogEdit.SetAt(Place("phrase gone"), "en", "x")));
    }

    [Fact]
    public void Every_address_of_the_shipped_content_is_its_own_and_can_be_read_again()
    {
        foreach (var file in Content.Shipped())
        {
            var places = TextPlaces.Of(file).Select(one => one.Place).ToList();
            Assert.Equal(places.Count, places.Distinct().Count());
            Assert.All(places, place => Assert.Equal(place, Place(place.ToString())));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("start")]
    [InlineData("start label")]
    [InlineData("start label next 1")]
    [InlineData("start label next -2")]
    [InlineData(" text")]
    [InlineData("a b c d e")]
    public void What_is_no_address_is_not_read(string text) => Assert.False(TextPlace.TryParse(text, out _));

    [Fact]
    public void The_addresses_are_those_of_the_record_of_translations()
    {
        var record = TranslationRecord.None.Renewed(Content.Read(Content.Shipped()).Set!).ToYaml();
        foreach (var file in Content.Shipped().Where(file => file.Path.StartsWith("rights", StringComparison.Ordinal)))
        {
            foreach (var one in TextPlaces.Of(file).Where(one => !one.Place.IsWords))
                Assert.Contains($"    {one.Place}: en ", record, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_older_file_keeps_its_word_for_a_text() =>
        Assert.Equal("format: 0\ndialog: topic\nscreens:\n  start:\n    say: { km: a, en: b }\n",
            "format: 0\ndialog: topic\nscreens:\n  start:\n    say: { km: a }\n".With(new DialogEdit.SetText("start", "en", "b")));

    private static TextPlace Place(string text) => TextPlace.TryParse(text, out var place) ? place : throw new ArgumentException(text);
}
