using ChatSupport.Dialogs.Khmer;
using static ChatSupport.Dialogs.Tests.Khmer.Topics;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class HearingACrisis
{
    private static readonly Matcher Matcher = new(
    [
        Topic("suicide", "សម្លាប់ខ្លួន", km: "សម្លាប់ខ្លួន | ស្លាប់", roman: "slab", en: "kill myself | suicide", not: "ស្លាប់ភ្លើង", crisis: true),
        Topic("rape", "រំលោភ", km: "រំលោភ", en: "rape", crisis: true),
        Topic("wages", km: "ប្រាក់ខែ"),
    ]);

    [Theory]
    [InlineData("ខ្ញុំចង់ស្លាប់", "suicide")] // short, and inside a sentence
    [InlineData("ខ្ញុំចង់ស្លាប", "suicide")] // without bantoc
    [InlineData("គេរំលោពខ្ញុំ", null)] // another letter
    [InlineData("គេរំលោភខ្ញុំកាលពីយប់មិញ", "rape")]
    [InlineData("ខ្ញុំគិតចង់សំលាប់ខ្លួនឯង", null)]
    [InlineData("ខ្ញុំគិតចង់សម្លាប់ខ្លនឯង", "suicide")] // a vowel forgotten in a long message
    [InlineData("i want to kil myself", "suicide")]
    [InlineData("he raped me", null)]
    [InlineData("I was thinking about suicid", "suicide")]
    public void Any_loose_hit_counts(string said, string? topic) => Assert.Equal(topic, Matcher.Crisis(said) is [var hit, ..] ? hit.Topic : null);

    [Theory]
    [InlineData("ស្លាប់ភ្លើងហើយ")]
    [InlineData("ខ្ញុំស្គាល់គាត់")]
    [InlineData("ប្រាក់ខែ")]
    public void Phrases_that_cancel_and_other_topics_do_not(string said) => Assert.Empty(Matcher.Crisis(said));
}
