using ChatSupport.Dialogs.Khmer;
using CsCheck;
using static ChatSupport.Dialogs.Tests.Khmer.Topics;

namespace ChatSupport.Dialogs.Tests.Khmer;

public sealed class SearchingAfterTwoMisses
{
    private static readonly Matcher Matcher = new(
    [
        Topic("hours", "ម៉ោងធ្វើការ | Working hours", km: "ម៉ោងធ្វើការ | ថែមម៉ោង", roman: "maong tver ka", en: "working hours | overtime"),
        Topic("wages", "ប្រាក់ខែ និងការពិន័យ | Wages and fines", km: "ប្រាក់ខែ | លុយ", roman: "brak khe", en: "wage"),
        Topic("arrest", "ពេលប៉ូលិសចាប់ខ្លួន | When police arrest you", km: "ប៉ូលិស | ចាប់"),
        Topic("drinking", "ផឹកស្រា", km: "ផឹក", not: "ទឹកផឹក"),
    ]);

    [Theory]
    [InlineData("គេចាប់មិត្តខ្ញុំ", "arrest")] // a short keyword alone
    [InlineData("បងអើយខ្ញុំចង់សួរបន្តិចអំពីប្រាក់ខេរបស់ខ្ញុំផង", "wages")] // a slip inside a sentence
    [InlineData("ពិន័យ", "wages")] // a part of a label
    [InlineData("my boss fines me", "wages")]
    [InlineData("arest by polic", "arrest")]
    [InlineData("braak khe", "wages")]
    public void Half_a_hit_is_enough_to_be_offered(string said, string first) =>
        Assert.Equal(first, Matcher.Search(said, 3)[0].Topic);

    [Fact]
    public void Each_topic_comes_once_and_no_more_than_asked()
    {
        var hits = Matcher.Search("ប៉ូលិសចាប់ខ្ញុំ ហើយយកប្រាក់ខែ និងលុយ ម៉ោងធ្វើការ", 2);
        Assert.Equal(2, hits.Count);
        Assert.Equal(2, hits.DistinctBy(hit => hit.Topic).Count());
    }

    [Fact]
    public void What_has_nothing_in_common_is_not_offered() => Assert.Empty(Matcher.Search("អាកាសធាតុថ្ងៃស្អែក", 5));

    [Fact]
    public void Whatever_was_typed_every_hit_lies_inside_it() =>
        KhmerTexts.Any.Sample(said =>
        {
            foreach (var hit in Matcher.Match(said).Hits.Concat(Matcher.Search(said, 9)).Concat(Matcher.Crisis(said)))
                Assert.InRange(hit.Start + hit.Length, 1, said.Length);
        }, iter: 3_000);
}
