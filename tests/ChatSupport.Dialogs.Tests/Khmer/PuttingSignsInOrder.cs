using ChatSupport.Dialogs.Khmer;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class PuttingSignsInOrder
{
    [Theory]
    [InlineData("ខែ្មរ", "ខ្មែរ")] // the vowel before the subscript
    [InlineData("ម្យា៉ង", "ម្យ៉ាង")] // the vowel before the shifter
    [InlineData("ម៉្យាង", "ម្យ៉ាង")] // the shifter before the subscript
    [InlineData("កំុ", "កុំ")] // the mark before the vowel
    [InlineData("ចំា", "ចាំ")]
    [InlineData("ពះ្រ", "ព្រះ")] // the final before the subscript
    [InlineData("ស្រ្តី", "ស្ត្រី")] // RO is the last subscript
    [InlineData("កុ៌", "ក៌ុ")] // the robat comes before everything
    public void Each_kind_of_sign_has_its_place(string typed, string expected)
    {
        Assert.Equal(expected, CanonicalOrder.Of(typed));
        Assert.False(CanonicalOrder.Holds(typed));
        Assert.True(CanonicalOrder.Holds(expected));
    }

    [Theory]
    [InlineData("ខ្ញុំចង់សួរអំពីថែមម៉ោង")]
    [InlineData("ប្រាក់\u200Bខែ 1,250៛ ៗ។ Hello, café")]
    [InlineData("ស៊\u200Cី")] // the joiner that holds the shifter up
    [InlineData("")]
    public void Text_in_order_comes_back_as_the_same_instance(string text) => Assert.Same(text, CanonicalOrder.Of(text));

    [Fact]
    public void Nothing_is_replaced_that_merely_looks_the_same()
    {
        Assert.Equal("ស\u17C1\u17B8", CanonicalOrder.Of("ស\u17C1\u17B8"));
        Assert.Equal("ក\u178E\u17D2\u178A", CanonicalOrder.Of("ក\u178E\u17D2\u178A"));
    }

    [Fact]
    public void A_zero_width_space_at_the_end_of_a_word_stays_there() =>
        Assert.Equal("ខ្មែ\u200Bរ", CanonicalOrder.Of("ខែ្ម\u200Bរ"));

    [Fact]
    public void Ordering_twice_is_ordering_once() =>
        KhmerTexts.Any.Sample(text => Assert.True(CanonicalOrder.Holds(CanonicalOrder.Of(text))), iter: 50_000);

    [Fact]
    public void Every_character_is_still_there() =>
        KhmerTexts.Any.Sample(text => Assert.Equal(text.Order(), CanonicalOrder.Of(text).Order()), iter: 50_000);

    [Fact]
    public void The_key_stays_the_same() => // a key drops punctuation, even out of the middle of a syllable
        KhmerTexts.Any.Select(text => string.Concat(text.Where(c => !"!?,។៕៖".Contains(c, StringComparison.Ordinal))))
            .Sample(text => Assert.Equal(StrictKey.Of(text), StrictKey.Of(CanonicalOrder.Of(text))), iter: 50_000);

    [Theory]
    [InlineData("ព្រះ\u17D2\u17A8\u17BC")] // an old letter of two, as a subscript
    [InlineData("\u17A4\u17D2\u17CC\u17B3\u17C2")] // a coeng that a sign parts from the next letter
    [InlineData("ឆ\u17D2\u17CCព្រះ\u17CC")]
    [InlineData("ក\u17CC\u17D2\u17B6\u17D2រ\u17D2")]
    public void Signs_that_no_syllable_has_keep_their_key_too(string text)
    {
        var ordered = CanonicalOrder.Of(text);

        Assert.True(CanonicalOrder.Holds(ordered));
        Assert.Equal(text.Order(), ordered.Order());
        Assert.Equal(StrictKey.Of(text), StrictKey.Of(ordered));
    }

    [Fact]
    public void A_coeng_with_nothing_under_it_takes_no_letter_of_the_next_syllable() =>
        Assert.Equal("ឆ\u17D2\u17CCព", CanonicalOrder.Of("ឆ\u17D2\u17CCព"));
}
