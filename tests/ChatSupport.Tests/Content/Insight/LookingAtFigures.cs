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
    private static readonly ScreenId today = new("rights/hours", "today");

    private static readonly Gen<ScreenCount> weeks = Gen.Select(Gen.Long[0, 12], Gen.Long[0, 12], Gen.Long[0, 12], (visits, left, other) => new ScreenCount(visits, left, other, other, other, other));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weeks_that_are_over_are_summed_by_screen_and_language_where_five_workers_came()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Add(host, 0, hours, "km", 50, new ScreenCount(100, 100, 100, 100, 100, 100)); // this week
        await Add(host, 1, hours, "km", 5, new ScreenCount(20, 12, 6, 5, 0, 7));
        await Add(host, 2, hours, "km", 4, new ScreenCount(1000, 0, 0, 0, 0, 0)); // four workers, who came often
        await Add(host, 4, hours, "km", 9, new ScreenCount(10, 10, 3, 0, 0, 3));
        await Add(host, 5, hours, "km", 90, new ScreenCount(5000, 0, 0, 0, 0, 0));
        await Add(host, 1, today, "km", 6, new ScreenCount(9, 0, 0, 0, 0, 0));
        await Add(host, 1, hours, "en", 1, new ScreenCount(40, 0, 0, 0, 0, 0));
        await Close(host);

        var figures = await host.Get<InsightBook>().Screens(dara, 4, "en");

        Assert.Equal(["rights/hours km", "rights/hours#today km"], figures.Select(screen => $"{screen.Screen} {screen.Language}"));
        Assert.Equal(("Working hours", 30L, 8L, 6L, 5L, 0L, 7L), (figures[0].Dialog, figures[0].Visits, figures[0].Stopped, figures[0].Back, figures[0].Missed, figures[0].FoundNothing, figures[0].Listened));
        Assert.Equal(8.0 / 30, figures[0].StoppedShare!.Value, 3);
        Assert.Equal(5030L, (await host.Get<InsightBook>().Screens(dara, 13, "en"))[0].Visits);
    }

    [Fact]
    public void No_count_of_one_to_four_in_a_week_is_in_anything_that_is_shown() => weeks.List[1, 4].Sample(counts =>
    {
        var shown = ScreenInsight.Of(hours, "", "km", counts);

        Assert.Equal(counts.Where(week => week.Back is 0 or >= 5).Sum(week => week.Back), shown.Back ?? 0);
        Assert.True(shown.Back is not 0 || counts.All(week => week.Back == 0 || week.Back >= 5));
        Assert.Equal(counts.Where(week => week.Left is 0 or >= 5 && Math.Max(0, week.Visits - week.Left) is 0 or >= 5).Sum(week => Math.Max(0, week.Visits - week.Left)), shown.Stopped ?? 0);
    });

    [Fact]
    public void One_period_taken_from_another_is_weeks_that_may_be_seen_by_themselves() => weeks.List[2, 6].Sample(counts =>
    {
        var (shorter, longer) = (ScreenInsight.Of(hours, "", "km", counts.Skip(1)), ScreenInsight.Of(hours, "", "km", counts));

        foreach (var figure in ScreenInsight.Figures.Where(figure => figure.Name != "Visits"))
            Assert.False(((figure.Of(longer) ?? 0) - (figure.Of(shorter) ?? 0)) is > 0 and < ScreenInsight.FewerThan, figure.Name);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Weeks_that_would_tell_two_periods_apart_are_refused(int count)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Get<InsightBook>().Screens(dara, count, "en"));
    }

    [Fact]
    public void Parts_of_a_word_go_into_the_word_and_one_time_more_is_not_seen()
    {
        UnknownWord[] words = [new("", "ទិដ្ឋាការ", 10), new("", "ដ្ឋាការ", 10), new("", "ការ", 40), new("", "ទិដ្ឋា", 11), new("", "other", 5)];

        Assert.Equal(["ទិដ្ឋាការ", "ការ", "other"], UnknownWord.Whole(words).Select(word => word.Word));
        Assert.Equal([5, 5, 10, 20, 1000], new long[] { 5, 9, 10, 49, 1_000_000 }.Select(times => new UnknownWord("", "word", times).AtLeast));
    }

    [Fact]
    public async Task Who_has_no_part_in_it_sees_no_figures_also_not_on_the_graph()
    {
        await using var host = await DraftHost.Start();
        var officer = await host.SignIn("Officer", StaffRole.SavingsOfficer);
        await Add(host, 1, hours, "km", 50, new ScreenCount(100, 0, 0, 0, 0, 0));
        await Close(host);

        await Assert.ThrowsAsync<SessionEndedException>(() => host.Get<InsightBook>().Screens(null, 4, "en"));
        await Assert.ThrowsAsync<StaffDeniedException>(() => host.Get<InsightBook>().Screens(officer, 4, "en"));
        Assert.Empty(await host.Get<InsightBook>().Lately(officer, "en"));
        Assert.NotEmpty(await host.Get<InsightBook>().Lately(await host.Editor("Dara"), "en"));
    }

    private static Task<bool> Add(DraftHost host, int weeksAgo, ScreenId screen, string language, int workers, ScreenCount count) => host.Get<StoreWriter>().Write(session =>
    {
        var key = new CountKey(host.Get<FootstepCounts>().Week().AddDays(-7 * weeksAgo), screen, language);
        ScreenCountRows.Add(session, key, count);
        for (var worker = 0; worker < workers; worker++)
            ScreenCountRows.Add(session, key, $"worker {worker}");
        return true;
    }, Cancel);

    private static Task<bool> Close(DraftHost host) => host.Get<StoreWriter>().Write(session =>
    {
        ScreenCountRows.Close(session, host.Get<FootstepCounts>().Week());
        return true;
    }, Cancel);
}
