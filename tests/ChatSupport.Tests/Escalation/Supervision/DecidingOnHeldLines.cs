using ChatSupport.Escalation.Supervision;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class DecidingOnHeldLines
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_waits_in_either_direction_and_goes_on_or_not()
    {
        await using var desk = await DeskStaff.Start();
        var helper = await desk.World.Educator();
        var worker = await desk.Asks("hello");
        await helper.Presses("I take it");
        await worker.Types("call me at 012 345 678");
        await helper.Types("or me at 098 765 432");
        Assert.Equal(2, DeskNeedsCount(desk));

        var waiting = desk.Held.Waiting(desk.Chanthy);
        Assert.Equal([(true, "telephone"), (false, "telephone")], waiting.Select(line => (line.IsWorkers, line.Kind)));
        Assert.Equal("call me at 012 345 678", await desk.Held.Read(desk.Chanthy, waiting[0].Number, Cancel));
        await desk.Did(() => desk.Held.Release(desk.Chanthy, waiting[0].Number, Cancel));
        await desk.Did(() => desk.Held.Refuse(desk.Chanthy, waiting[1].Number, Cancel));

        Assert.Contains("012 345 678", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("did not let your message go on", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("098 765 432", worker.Screen, StringComparison.Ordinal);
        Assert.Empty(desk.Held.Waiting(desk.Chanthy));
        await desk.Refused(DeskRefusal.NotHeld, () => desk.Held.Release(desk.Chanthy, waiting[1].Number, Cancel));
        Assert.Null(await desk.Held.Read(desk.Chanthy, waiting[0].Number, Cancel));
        Assert.Equal(["desk.held-view", "desk.held-release", "desk.held-refuse"], desk.Audit("desk.held").Select(entry => entry.Act));
        Assert.All(desk.Audit("desk.held"), entry => Assert.Equal((desk.ChatOf(worker).Id, "telephone"), (entry.Subject, entry.Detail)));
    }

    [Fact]
    public async Task Reports_of_misuse_and_lowered_levels_stand_with_their_reasons()
    {
        await using var desk = await DeskStaff.Start();
        var helper = await desk.World.Educator();
        await desk.Asks("hello");
        await helper.Presses("I take it");
        await helper.Presses("Report misuse");
        await helper.Types("he is no worker");
        await helper.Presses("Less urgent");
        await helper.Types("only a question");
        await helper.Presses("Note");
        await helper.Types("mine alone");

        Assert.Equal([(DeskNotes.Lower, "only a question"), (DeskNotes.Misuse, "he is no worker")], desk.Held.Reports(desk.Chanthy).Select(report => (report.Kind, report.Text)));
    }

    private static long DeskNeedsCount(DeskStaff desk) => desk.World.Desk.Read(HeldBook.Count);
}
