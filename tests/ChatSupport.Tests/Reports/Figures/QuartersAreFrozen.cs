using ChatSupport.Reports.Figures;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Reports.Work;

namespace ChatSupport.Tests.Reports.Figures;

public sealed class QuartersAreFrozen : IAsyncDisposable
{
    private readonly CaseWorld world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task When_it_is_over_only_what_may_be_shown_is_left_and_it_does_not_change_any_more()
    {
        var before = world.Time.GetUtcNow().AddMonths(-3);
        await Add(before, "me", 1, 14);
        await Add(before, "other", 2, 3);
        await Add(world.Time.GetUtcNow(), "me", 2, 20);
        var manager = await world.SignIn("Vanna", StaffRole.Manager);

        var quarter = (await Shown(manager)).Single();

        Assert.Equal(ReportCounts.QuarterOf(before), quarter.Quarter);
        Assert.DoesNotContain(quarter.Lines.SelectMany(line => line), figure => figure is < 10);
        Assert.Equal(20, await world.Write(session => (long)session["SELECT sum(count) FROM report_counts"].One()!)); // the exact ones of the quarter are gone

        await Add(before, "me", 1, 50); // a clock that was set back
        Assert.Equal(quarter.Lines, (await Shown(manager)).Single().Lines);
    }

    [Fact]
    public void Quarters_begin_at_midnight_in_Phnom_Penh()
    {
        Assert.Equal("2026-Q4", ReportCounts.QuarterOf(new DateTimeOffset(2026, 9, 30, 17, 0, 0, TimeSpan.Zero)));
        Assert.Equal("2026-Q3", ReportCounts.QuarterOf(new DateTimeOffset(2026, 9, 30, 16, 59, 59, TimeSpan.Zero)));
    }

    private Task<IReadOnlyList<QuarterTable>> Shown(string session) => world.Get<ReportFiguresBook>().Quarters(session, Cancel);

    private Task<bool> Add(DateTimeOffset at, string about, int risk, int times) => world.Write(session =>
    {
        for (var time = 0; time < times; time++)
            ReportCounts.Add(session, at, about, risk);
        return true;
    });
}
