using ChatSupport.Content.Insight;
using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Content.Drafts;
using CsCheck;

namespace ChatSupport.Tests.Content.Insight;

public sealed class LookingAtFigures
{
    private static readonly ScreenId hours = ScreenId.Of("rights/hours");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whole_days_up_to_yesterday_are_summed_by_screen_and_language()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var today = host.Get<FootstepCounts>().Today();
        await Add(host, today, hours, "km", new ScreenCount(100, 100, 100, 100, 100, 100));
        await Add(host, today.AddDays(-1), hours, "km", new ScreenCount(20, 12, 6, 5, 0, 7));
        await Add(host, today.AddDays(-7), hours, "km", new ScreenCount(10, 10, 0, 0, 0, 3));
        await Add(host, today.AddDays(-8), hours, "km", new ScreenCount(1000, 0, 0, 0, 0, 0));
        await Add(host, today.AddDays(-1), new ScreenId("rights/hours", "today"), "km", new ScreenCount(9, 0, 0, 0, 0, 0));
        await Add(host, today.AddDays(-1), hours, "en", new ScreenCount(4, 0, 0, 0, 0, 0));

        var figures = await host.Get<InsightBook>().Screens(dara, 7, "en");

        Assert.Equal(["rights/hours km", "rights/hours#today km", "rights/hours en"], figures.Select(screen => $"{screen.Screen} {screen.Language}"));
        Assert.Equal(("Working hours", 30L, 8L, 27, 6L, 5L, 0L, 10L),
            (figures[0].Dialog, figures[0].Visits, figures[0].Stopped, figures[0].StoppedPercent, figures[0].Back, figures[0].Missed, figures[0].FoundNothing, figures[0].Listened));
        Assert.Equal((null, null), (figures[2].Visits, figures[2].Stopped));
        Assert.Equal((1030, 9), await host.Get<InsightBook>().Visits(dara) is var visits ? (visits[hours], visits[new ScreenId("rights/hours", "today")]) : default);
    }

    [Fact]
    public void No_count_of_one_to_four_is_shown_or_can_be_worked_out() => Gen.Select(Gen.Long[0, 12], Gen.Long[0, 12], Gen.Long[0, 12], (visits, left, other) => new ScreenCount(visits, left, other, other, other, other)).Sample(count =>
    {
        var shown = ScreenInsight.Of(hours, "", "km", count);

        foreach (var figure in new[] { shown.Visits, shown.Stopped, shown.Back, shown.Missed, shown.FoundNothing, shown.Listened })
            Assert.False(figure is > 0 and < ScreenInsight.FewerThan);
        if (shown is { Visits: { } visits, Stopped: { } stopped } && count.Left <= count.Visits)
            Assert.False(visits - stopped is > 0 and < ScreenInsight.FewerThan, "who went on");
    });

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task Days_that_would_tell_two_periods_apart_are_refused(int days)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Get<InsightBook>().Screens(dara, days, "en"));
    }

    [Fact]
    public void Parts_of_a_word_go_into_the_word()
    {
        UnknownWord[] words = [new("", "ទិដ្ឋាការ", 10, 0), new("", "ដ្ឋាការ", 10, 0), new("", "ការ", 40, 0), new("", "ទិដ្ឋា", 11, 0), new("", "other", 5, 0)];

        Assert.Equal(["ទិដ្ឋាការ", "ការ", "other"], UnknownWord.Whole(words).Select(word => word.Word));
    }

    [Fact]
    public async Task Nobody_without_a_session_sees_figures()
    {
        await using var host = await DraftHost.Start();

        await Assert.ThrowsAsync<SessionEndedException>(() => host.Get<InsightBook>().Screens(null, 30, "en"));
        Assert.Throws<SessionEndedException>(() => host.Get<InsightBook>().Words(null));
    }

    private static Task<bool> Add(DraftHost host, DateOnly day, ScreenId screen, string language, ScreenCount count) => host.Get<StoreWriter>().Write(session =>
    {
        ScreenCountRows.Add(session, new CountKey(day, screen, language), count);
        return true;
    }, Cancel);
}
