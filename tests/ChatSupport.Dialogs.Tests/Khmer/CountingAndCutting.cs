using ChatSupport.Dialogs.Khmer;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class CountingAndCutting
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("ខ្មែរ", 2)]
    [InlineData("ស្ត្រី", 1)]
    [InlineData("ប្រាក់ខែ", 3)]
    [InlineData("ព្រះ\u200Bរាជ", 3)]
    [InlineData("\u200Bក", 1)]
    [InlineData("ក\u17D2", 1)]
    [InlineData("abc é e\u0301", 7)]
    [InlineData("👨‍👩‍👧🇰🇭👍🏽", 3)]
    [InlineData("១២៣៛ ៗ។", 7)]
    [InlineData("a\r\nb", 3)]
    public void A_cluster_is_what_a_reader_sees_as_one(string text, int clusters) => Assert.Equal(clusters, Clusters.Count(text));

    [Theory]
    [InlineData("ស្ត្រីខ្មែរ", 3, "ស្ត្រីខ្មែរ")]
    [InlineData("ស្ត្រីខ្មែរ", 2, "ស្ត្រី…")]
    [InlineData("ស្ត្រីខ្មែរ", 1, "…")]
    [InlineData("ស្ត្រីខ្មែរ", 0, "")]
    [InlineData("ក \u200Bខគ", 3, "ក…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…")]
    public void A_cut_falls_between_clusters(string text, int max, string expected) => Assert.Equal(expected, Clusters.Cut(text, max));

    [Fact]
    public void A_text_that_fits_comes_back_as_the_same_instance()
    {
        var text = "ប្រាក់ខែ";
        Assert.Same(text, Clusters.Cut(text, 3));
    }

    [Fact]
    public void Nothing_longer_than_asked_comes_out_of_a_cut() =>
        Gen.Select(KhmerTexts.Any, Gen.Int[0, 8]).Sample((text, max) => Assert.True(Clusters.Count(Clusters.Cut(text, max)) <= max), iter: 20_000);

    [Fact]
    public void A_cut_text_is_the_beginning_of_the_whole_at_a_boundary() =>
        Gen.Select(KhmerTexts.Any, Gen.Int[1, 8]).Sample((text, max) =>
        {
            var cut = Clusters.Cut(text, max);
            if (ReferenceEquals(cut, text))
                return;
            var kept = cut[..^1];
            Assert.StartsWith(kept, text, StringComparison.Ordinal);
            var rest = text[kept.Length..].TrimStart().TrimStart('\u200B', '\u200C', '\u200D', '\uFEFF', '\u00AD', '\u17B4', '\u17B5', ' ', '\u00A0', '\r', '\n');
            Assert.False(rest.Length > 0 && rest[0] is >= '\u17B6' and <= '\u17D3' && kept.Length > 0 && kept[^1] > '\u1780' && text.Length == kept.Length + rest.Length);
        }, iter: 20_000);

    [Fact]
    public void The_clusters_together_are_the_text() =>
        KhmerTexts.Any.Sample(text =>
        {
            var clusters = Clusters.Split(text).ToList();
            Assert.Equal(text, string.Concat(clusters));
            Assert.Equal(clusters.Count, Clusters.Count(text));
            Assert.DoesNotContain(clusters, cluster => cluster.Length == 0);
        }, iter: 20_000);

    [Fact]
    public void No_cluster_begins_with_a_sign_or_half_an_emoji() =>
        Gen.OneOf([.. KhmerTexts.Words, "👨‍👩‍👧", "e\u0301", "\u200B", " "]).Array[1, 10].Select(string.Concat).Sample(text =>
        {
            var at = 0;
            foreach (var cluster in Clusters.Split(text))
            {
                Assert.True(Clusters.IsBoundary(text, at));
                Assert.True(at == 0 || !(cluster[0] is >= '\u17B6' and <= '\u17D3' or '\u200B' or '\u200D' || char.IsLowSurrogate(cluster[0])));
                Assert.False(at > 0 && text[at - 1] == '\u17D2');
                for (var inside = 1; inside < cluster.Length; inside++)
                    Assert.False(Clusters.IsBoundary(text, at + inside));
                at += cluster.Length;
            }

            Assert.True(Clusters.IsBoundary(text, at));
        }, iter: 5_000);
}
