using System.Text;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Dialogs.Tests.Running.Talks;

public sealed class PlayingTalks
{
    private static readonly Value.List Goods = new([Value.Fields.Of(("name", new Value.Text("rice")), ("price", new Value.Number(5)))]);

    [Theory]
    [InlineData("she: 1\nscreen: work")]
    [InlineData("says: Hello\nsays: 1. Work\nsays: person\nnever says: pay")] // what the opening says
    [InlineData("she: Work\nshe presses: Pay\nscreen: work#pay\nshe presses: back\nscreen: work")]
    [InlineData("she: Market\nvariable: count = 5\nvariable: open = true\nvariable: said = hello en\nvariable: one =\nsays: We have   rice")]
    [InlineData("she: Market\nshe: Nothing\neffect: note.add\neffect: note.add text=nothing of 5\nscreen: home")]
    [InlineData("she: qqqq\nmissed: yes\nsays: not-understood\nshe: Work\nmissed: no")]
    [InlineData("she shares: 10.5, 103.5\nscreen: services#near\nsays: 10.5")]
    [InlineData("she sends: photo\nsays: photo-not-here\nshe sends: voice\nsays: voice-not-here\nshe sends: unreadable\nsays: cannot-read\nshe sends: edited\nsays: edited-not-read")]
    [InlineData("she: leave\neffect: leave.quickly\nscreen: home")]
    public void What_happens_as_written_passes(string lines) => Assert.Empty(Play(lines));

    [Theory]
    [InlineData("she: 1\nscreen: market", "4:9: Error TLK021: In the talk 'T' the screen 'market' is expected, but she is on 'work'. The bot said: About work. / 1. Pay")]
    [InlineData("she: 1\nsays: about pay", "4:7: Error TLK022: In the talk 'T' the bot should say 'about pay'. The bot said: About work.")]
    [InlineData("she: 1\nnever says: ABOUT", "4:13: Error TLK023")]
    [InlineData("she: Market\nvariable: count = 6", "4:11: Error TLK024: In the talk 'T' the variable 'count' should be '6', but it is '5'.")]
    [InlineData("she: 1\neffect: note.add", "4:9: Error TLK025: In the talk 'T' the effect 'note.add' is expected, but the last line caused none.")]
    [InlineData("she: Market\nshe: Nothing\neffect: note.add text=all", "5:9: Error TLK025: In the talk 'T' the effect 'note.add text=all' is expected, but the last line caused 'note.add text=nothing of 5'.")]
    [InlineData("she: 1\nmissed: yes", "4:9: Error TLK026")]
    [InlineData("she: qqqq\nmissed: no", "4:9: Error TLK026")]
    [InlineData("she presses: Nobody\nmissed: no", "3:14: Error TLK020: In the talk 'T' no menu so far has a button 'Nobody'. The last had: 'Work', 'Market'")]
    public void What_happens_otherwise_fails_with_place_expectation_and_what_was_said(string lines, string finding) =>
        Assert.StartsWith($"work.talk:{finding}", Assert.Single(Play(lines)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_talk_goes_on_after_a_failure() => Assert.Equal(2, Play("she: 1\nscreen: market\nscreen: market").Count);

    [Fact]
    public void A_secret_is_never_printed()
    {
        var failure = Assert.Single(Play("she: 2580\neffect: pin.set pin=9999", starts: "ask#pin")).ToString();

        Assert.Contains("pin.set pin=…", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("2580", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("9999", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_of_an_older_menu_is_pressed_as_the_old_button_it_is() =>
        Assert.Empty(Play("she: Work\nshe: Pay\nshe presses: Chain\nscreen: work#pay\nsays: old-button"));

    [Fact]
    public void The_language_may_change_inside_a_talk() =>
        Assert.Empty(Play("she: Khmer\nscreen: home\nsays: សួស្តី\nshe presses: ការងារ\nscreen: work", starts: "language"));

    [Fact]
    public void A_fenced_dialog_is_opened_like_any_other()
    {
        Assert.Empty(Play("she: home\nscreen: decoy\nshe: Next\nscreen: decoy#second", starts: "decoy"));
        Assert.Empty(Play("she: yes\nscreen: home\neffect: consent.give", starts: "consent"));
    }

    [Fact]
    public void Its_time_is_that_of_the_queries_and_of_the_dialog()
    {
        var times = new List<DateTimeOffset>();
        var talks = Talks("talk: T\nlanguage: en\nstarts: market\nnow: 2026-11-24 21:00\nscreen: market#none\n\ntalk: U\nlanguage: en\nstarts: market\nscreen: market#none\n");

        TalkRunner.Run(Village.Shipped, talks, (_, _, now) => { times.Add(now); return null; }, new DateOnly(2026, 1, 2));

        Assert.Equal([new DateTimeOffset(2026, 11, 24, 21, 0, 0, TimeSpan.FromHours(7)), new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.FromHours(7))], times);
    }

    [Fact]
    public void Signs_typed_in_another_order_are_the_same_words() =>
        Assert.Empty(Play("she: Khmer\nsays: សួស្តី\u200B។", starts: "language"));

    [Fact]
    public void What_was_touched_is_counted_for_each_language()
    {
        var report = TalkRunner.Run(
            Village.Shipped, Talks("talk: T\nlanguage: en\nshe: Work\nshe: Rest\nscreen: work#rest\n\ntalk: U\nlanguage: km\nshe: ការងារ\nscreen: work\n"), (_, _, _) => null, Village.Today);

        var (km, en) = (report.Coverage.Single(one => one.Language == "km"), report.Coverage.Single(one => one.Language == "en"));
        Assert.Equal((en.Screens - 3, km.Screens - 2), (en.UntouchedScreens.Count, km.UntouchedScreens.Count));
        Assert.Equal((en.Choices - 2, km.Choices - 1), (en.UntouchedChoices.Count, km.UntouchedChoices.Count));
        Assert.DoesNotContain(new ScreenId("work", "rest"), en.UntouchedScreens);
        Assert.Contains(new ScreenId("work", "rest"), km.UntouchedScreens);
        Assert.Contains(en.UntouchedChoices, choice => choice is { Screen.Dialog: "work", Number: 1, Label: "Pay" });
    }

    [Fact]
    public void A_screen_that_only_branches_counts_when_it_is_passed()
    {
        var report = TalkRunner.Run(Village.Shipped, Talks("talk: T\nlanguage: en\nstarts: secret\nshe: Round\nscreen: home\n"), (_, _, _) => null, Village.Today);

        Assert.DoesNotContain(new ScreenId("secret", "about"), report.Coverage.Single(one => one.Language == "en").UntouchedScreens);
    }

    private static IReadOnlyList<DialogIssue> Play(string lines, string starts = "home") => TalkRunner.Run(
        Village.Shipped, Talks($"talk: T\nlanguage: en\n{(starts == "home" ? "" : $"starts: {starts}\n")}{lines}\n"), (_, _, _) => Goods, Village.Today).Failures;

    private static IReadOnlyList<Talk> Talks(string text)
    {
        var issues = new List<DialogIssue>();
        var talks = TalkReader.Read([new ContentFile("work.talk", Encoding.UTF8.GetBytes(text))], Village.Shipped.Dialogs, issues);
        Assert.Empty(issues);
        return talks;
    }
}
