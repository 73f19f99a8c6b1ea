using ChatSupport.Dialogs.Khmer;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class MeasuringDistance
{
    [Theory]
    [InlineData("ប្រាក់ខែ", "ប្រាក់ខែ", 0)]
    [InlineData("ប្រាក់ខែ", "ប្រាក់ខេ", 0.25)] // another vowel
    [InlineData("ប្រាក់", "ប្រាក", 0.25)] // a sign left out
    [InlineData("ម៉ោង", "មោង", 0.35)] // a shifter left out
    [InlineData("ម៉ោង", "ម៊ោង", 0.35)] // the other shifter
    [InlineData("ធ្វើការ", "ធើការ", 0.60)] // a subscript left out
    [InlineData("ខ្មែរ", "ខមែរ", 0.60)] // only the coeng left out
    [InlineData("្្", "្", 0.60)] // coengs that belong to nothing
    [InlineData("ការ", "កា", 1)] // a letter left out
    [InlineData("abc", "abd", 1)]
    public void A_small_sign_weighs_less_than_a_letter(string one, string other, double distance) =>
        Assert.Equal(distance, ClusterDistance.Between(one, other, 5), 6);

    [Fact]
    public void Beyond_the_limit_it_is_infinite()
    {
        Assert.Equal(double.PositiveInfinity, ClusterDistance.Between("ការ", "កា", 0.75));
        Assert.Equal(double.PositiveInfinity, ClusterDistance.Between("កខគ", "ងចឆ", 0.75));
    }

    [Fact]
    public void It_is_the_same_from_both_sides_and_zero_only_for_equals() =>
        Gen.Select(KhmerTexts.Any.Select(StrictKey.Of), KhmerTexts.Any.Select(StrictKey.Of)).Sample((a, b) =>
        {
            var distance = ClusterDistance.Between(a, b, 1000);
            Assert.Equal(distance, ClusterDistance.Between(b, a, 1000));
            Assert.Equal(a == b, distance == 0);
        }, iter: 5_000);
}
