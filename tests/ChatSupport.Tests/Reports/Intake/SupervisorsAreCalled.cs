using ChatSupport.Escalation.Duty;
using ChatSupport.Reports.Work;
using ChatSupport.Storage;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>A report about a child, or a life in danger: supervisors' phones ring until one of them saw it, and say nothing of it.</summary>
public sealed class SupervisorsAreCalled
{
    private const string Line = "🔔 Something in the console waits for you.";

    [Fact]
    public async Task About_a_child_at_once_and_again_after_five_and_ten_minutes_also_over_a_restart_until_one_saw_it()
    {
        await using var world = await ReportWorld.Start();
        var supervisor = await world.Desk.Educator(DeskRole.Supervisor);
        var director = await world.Desk.Educator(DeskRole.Director);
        var helper = await world.Desk.Educator();
        var she = await world.Reporter();
        await ReportWorld.Tells(she, "About a child under 18");
        await ReportWorld.Sends(she, "MARK-of-a-child");

        await Rings(world, supervisor, 1);
        Assert.DoesNotContain(supervisor.Sees, shown => shown.Text.Contains("child", StringComparison.OrdinalIgnoreCase) || shown.Text.Contains("report", StringComparison.OrdinalIgnoreCase));
        await world.Desk.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(1, supervisor.Count(Line));
        await world.Desk.Pass(TimeSpan.FromMinutes(1));
        await Rings(world, supervisor, 2);
        Assert.Equal(0, director.Count(Line));

        await world.Restart();
        await world.Desk.Pass(TimeSpan.FromMinutes(5));
        await Rings(world, supervisor, 3);
        await Rings(world, director, 1); // the first did not help
        Assert.Equal(["3 2"], world.Rows("SELECT times || ' ' || reached FROM report_alerts"));

        await world.Writes("UPDATE report_alerts SET seen_by = 'somebody', seen_at = 1");
        await world.Desk.Pass(TimeSpan.FromHours(1));
        await world.Desk.Settle();
        Assert.Equal((3, 1, 0), (supervisor.Count(Line), director.Count(Line), helper.Count(Line)));
    }

    [Fact]
    public async Task About_a_life_in_danger_and_not_about_anything_else()
    {
        await using var world = await ReportWorld.Start();
        var supervisor = await world.Desk.Educator(DeskRole.Supervisor);
        await world.Report();
        Assert.Empty(world.Rows("SELECT case_id FROM report_alerts"));

        var she = await world.Reporter();
        await she.Presses("About me");
        await she.Presses("🔴 Yes, call now");
        await she.Presses("Go on with the report");
        await she.Presses("Somebody hurts");
        await ReportWorld.Sends(she, "now");

        await Rings(world, supervisor, 1);
    }

    [Fact]
    public async Task Many_at_once_ring_a_phone_once()
    {
        await using var world = await ReportWorld.Start();
        var supervisor = await world.Desk.Educator(DeskRole.Supervisor);
        for (var one = 0; one < 2; one++)
        {
            var she = await world.Reporter();
            await ReportWorld.Tells(she, "About a child under 18");
            await ReportWorld.Sends(she, "x");
        }

        await Rings(world, supervisor, 1);
        await world.Desk.Pass(TimeSpan.FromMinutes(2)); // the second waited until the phone had rest
        await Rings(world, supervisor, 2);
    }

    [Fact]
    public async Task Where_no_phone_can_be_rung_the_console_says_so()
    {
        await using var world = await ReportWorld.Start();
        var supervisor = await world.Desk.Educator(DeskRole.Supervisor);
        await supervisor.Blocks();
        var she = await world.Reporter();
        await ReportWorld.Tells(she, "About a child under 18");
        await ReportWorld.Sends(she, "x");

        await DeskWorld.Until(() => world.Rows("SELECT case_id FROM report_alerts WHERE times = 1 AND reached = 0").Count == 1, "supervisors are called");
        Assert.Equal(1, Unreached(world));
        await supervisor.Unblocks();
        await world.Desk.Pass(TimeSpan.FromMinutes(5));
        await Rings(world, supervisor, 1);
        Assert.Equal(0, Unreached(world));
    }

    private static int Unreached(ReportWorld world) =>
        world.Desk.Host.Get<StoreReaders>().Read(session => CaseAlerts.WithNobodyReached(session, world.Desk.Time.GetUtcNow()));

    /// <summary>The clock may have gone to sleep for a second just before the time was set on.</summary>
    private static async Task Rings(ReportWorld world, Somebody who, int times)
    {
        for (var seconds = 0; who.Count(Line) < times && seconds < 30; seconds++)
        {
            await world.Desk.Pass(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken); // it runs on a thread of its own
        }
        Assert.Equal(times, who.Count(Line));
    }
}
