using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Talks;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Running.Talks;

public sealed class ReadingTalks
{
    [Fact]
    public void Every_line_becomes_what_it_says()
    {
        var (talks, issues) = Read("""
            # a comment
            talk: She asks: what is it?
            language: km
            channel: web
            starts: work#rest
            now: 2026-11-24 21:30
            she: ខ្ញុំ: ១
            she presses: ថយក្រោយ
            she shares: 10.627, 103.522
            she sends: voice
            screen: work
            says: ៨ ម៉ោង
            never says: ប៉ូលិស
            variable: need = health
            variable: near =
            effect: peer.request topic=my rights for=her
            missed: yes

            talk: And another
            she sends: edited
            missed: no
            """);

        Assert.Empty(issues);
        Assert.Equal(["She asks: what is it?", "And another"], talks.Select(talk => talk.Name));
        var talk = talks[0];
        Assert.Equal(("km", "web", new ScreenId("work", "rest"), new DateTime(2026, 11, 24, 21, 30, 0)), (talk.Language, talk.Channel, talk.Starts, talk.Now));
        Assert.Equal(new Mark("work.talk", 2, 1), talk.Mark);
        Assert.Equal(new TalkLine.Does(new Input.Text("ខ្ញុំ: ១"), new Mark("work.talk", 7, 6)), talk.Lines[0]);
        Assert.Equal(new TalkLine.Presses("ថយក្រោយ", new Mark("work.talk", 8, 14)), talk.Lines[1]);
        Assert.Equal(new Input.Location(10.627, 103.522), Assert.IsType<TalkLine.Does>(talk.Lines[2]).Input);
        Assert.IsType<Input.Voice>(Assert.IsType<TalkLine.Does>(talk.Lines[3]).Input);
        Assert.Equal(ScreenId.Of("work"), Assert.IsType<TalkLine.IsOn>(talk.Lines[4]).Screen);
        Assert.Equal([("៨ ម៉ោង", false), ("ប៉ូលិស", true)], talk.Lines.OfType<TalkLine.Says>().Select(line => (line.Text, line.Never)));
        Assert.Equal([("need", "health"), ("near", "")], talk.Lines.OfType<TalkLine.Keeps>().Select(line => (line.Name, line.Value)));
        var effect = Assert.Single(talk.Lines.OfType<TalkLine.Causes>());
        Assert.Equal(("peer.request", "my rights", "her"), (effect.Action, effect.With["topic"], effect.With["for"]));
        Assert.True(Assert.IsType<TalkLine.Missed>(talk.Lines[^1]).Expected);
    }

    [Fact]
    public void What_is_left_out_is_usual()
    {
        var talk = Assert.Single(Read("talk: Short\nscreen: home\n").Talks);

        Assert.Equal(("km", null, ScreenId.Of("home"), null), (talk.Language, talk.Channel, talk.Starts, talk.Now));
    }

    [Theory]
    [InlineData("nonsense", "3:1: Error TLK001")]
    [InlineData("scren: work", "3:1: Error TLK002: The line begins with 'scren', which no talk knows. Did you mean 'screen'?")]
    [InlineData("  Says: work", "3:3: Error TLK002")]
    [InlineData("says:", "3:1: Error TLK003")]
    [InlineData("she shares: here", "3:13: Error TLK004")]
    [InlineData("she sends: money", "3:12: Error TLK004")]
    [InlineData("variable: need", "3:11: Error TLK004")]
    [InlineData("effect: request", "3:9: Error TLK004")]
    [InlineData("effect: peer.request topic", "3:9: Error TLK004")]
    [InlineData("missed: perhaps", "3:9: Error TLK004")]
    [InlineData("now: 2026-11-24", "3:1: Error TLK005")]
    [InlineData("screen: work#rst", "3:9: Error TLK008: There is no screen 'work#rst'. Did you mean 'work#rest'?")]
    public void A_line_that_says_nothing_is_found_at_its_place(string line, string finding)
    {
        var (talks, issues) = Read($"talk: Broken\nscreen: home\n{line}\n\ntalk: Whole\nscreen: home\n");

        Assert.StartsWith($"work.talk:{finding}", Assert.Single(issues).ToString(), StringComparison.Ordinal);
        Assert.Equal(["Whole"], talks.Select(talk => talk.Name)); // half a talk is not played, the next one is
    }

    [Theory]
    [InlineData("she: hello\ntalk: T\nscreen: home\n", "1:1: Error TLK005")]
    [InlineData("talk: T\nlanguage: fr\nscreen: home\n", "2:11: Error TLK009")]
    [InlineData("talk: T\nlanguage: km\nlanguage: en\nscreen: home\n", "3:1: Error TLK006")]
    [InlineData("talk: T\nnow: tomorrow\nscreen: home\n", "2:6: Error TLK004")]
    [InlineData("talk: T\nshe: hello\n", "1:7: Error TLK007")]
    [InlineData("talk: T\nscreen: home\ntalk: T\nscreen: work\n", "3:7: Error TLK006")]
    public void A_talk_that_cannot_show_anything_is_found(string text, string finding) =>
        Assert.StartsWith($"work.talk:{finding}", Assert.Single(Read(text).Issues).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_gives_a_finding()
    {
        var issues = new List<DialogIssue>();

        Assert.Empty(TalkReader.Read([new ContentFile("work.talk", new byte[] { 0xFF, 0xFF })], Village.Shipped.Dialogs, issues));

        Assert.Equal("DLG002", Assert.Single(issues).Code);
    }

    [Fact]
    public void Any_bytes_give_talks_or_findings_and_no_fault() =>
        Gen.OneOf(
            Gen.Byte.Array[0, 60],
            Gen.OneOf("talk: x\n", "she: y", "screen: home\n", ":", "\n", "effect: a.b c=d\n", "now:", "::", "# c\n", "variable: =").Array[0, 12].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))))
        .Sample(bytes => TalkReader.Read([new ContentFile("work.talk", bytes)], Village.Shipped.Dialogs, []), iter: 5_000);

    private static (IReadOnlyList<Talk> Talks, List<DialogIssue> Issues) Read(string text)
    {
        var issues = new List<DialogIssue>();
        return (TalkReader.Read([new ContentFile("work.talk", Encoding.UTF8.GetBytes(text))], Village.Shipped.Dialogs, issues), issues);
    }
}
