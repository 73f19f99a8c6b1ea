using ChatSupport.Reports.Retention;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>What was kept long enough goes by itself, and stays gone.</summary>
public sealed class TheClockOfReports
{
    [Fact]
    public async Task A_closed_case_is_destroyed_after_its_time_and_one_damaged_row_keeps_no_other_waiting()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("At any time");
        await world.Writes("UPDATE report_routes SET route = x'00', notice_at = 1");
        var closed = world.Desk.Time.GetUtcNow() - ReportClock.ClosedFor;
        await world.Writes($"UPDATE report_cases SET closed_at = {closed.ToUnixTimeMilliseconds()}");

        await world.Desk.Pass(TimeSpan.FromMinutes(2));

        await TakingAReport.ReportClockRuns(world);
        Assert.Single(world.Rows("SELECT case_id FROM report_tombstones"));
    }

    [Fact]
    public async Task A_consent_that_nobody_used_for_thirty_days_ends()
    {
        await using var world = await ReportWorld.Start();
        var (she, _) = await world.Report();
        await she.Presses("💬 Write to me here");
        await she.Presses("At any time");

        await world.Writes("UPDATE report_routes SET expires_at = 1");
        await world.Desk.Pass(TimeSpan.FromMinutes(2));

        await DeskWorld.Until(() => world.Rows("SELECT case_id FROM report_routes").Count == 0, "the consent ends");
        Assert.Single(world.Rows("SELECT id FROM report_cases"));
    }

    [Fact]
    public async Task What_was_destroyed_is_destroyed_again_where_a_backup_brings_it_back()
    {
        await using var world = await ReportWorld.Start();
        await world.Report("MARK-destroyed");
        var id = world.Case;
        var file = world.Desk.Host.Get<Tombstones>().File;
        await File.WriteAllTextAsync(file, $"{id}\nnot an id\n", TestContext.Current.CancellationToken); // as it stands beside the database of yesterday

        await world.Restart();

        Assert.Equal(0, world.Left());
        Assert.Equal([id], world.Rows("SELECT case_id FROM report_tombstones"));
    }
}
