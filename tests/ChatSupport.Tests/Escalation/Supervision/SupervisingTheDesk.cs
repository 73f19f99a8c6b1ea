using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Supervision;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class SupervisingTheDesk
{
    private const string Why = "she told me more than that";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_queue_stands_by_level_then_by_wait_and_says_what_is_due()
    {
        await using var desk = await DeskStaff.Start();
        await desk.World.Educator(isOn: false);
        var first = await desk.Asks("one");
        await desk.World.Pass(TimeSpan.FromMinutes(1));
        var second = await desk.Asks("two");
        var danger = await desk.Asks("three", "🔴 Yes");

        var view = desk.Desk.Look(desk.Chanthy);

        Assert.Equal([desk.ChatOf(danger).Id, desk.ChatOf(first).Id, desk.ChatOf(second).Id], view.Waiting.Select(line => line.Id));
        Assert.Equal((0, 0), (view.Open.Count, view.On));
        Assert.True(view.Waiting[0].IsAlarmed);
        Assert.All(view.Waiting, line => Assert.NotNull(line.Next));
    }

    [Fact]
    public async Task She_takes_one_over_and_whoever_had_it_is_told_and_left_without_a_trace()
    {
        await using var desk = await DeskStaff.Start();
        var helper = await desk.World.Educator();
        var worker = await desk.Asks("my boss keeps my pay");
        await helper.Presses("I take it");

        await desk.Did(() => desk.Desk.TakeOver(desk.Chanthy, desk.ChatOf(worker).Id, Cancel));

        var line = Assert.Single(desk.Desk.Look(desk.Chanthy).Open);
        Assert.True(line.IsHers);
        Assert.Equal((DeskRole.Supervisor, "Chanthy"), (line.Owner!.Role, line.Owner.Name));
        Assert.DoesNotContain("keeps my pay", helper.Screen, StringComparison.Ordinal);
        await desk.Refused(DeskRefusal.AlreadyYours, () => desk.Desk.TakeOver(desk.Chanthy, line.Id, Cancel));
        Assert.Equal((line.Id, desk.AccountOf(desk.Chanthy)), (Assert.Single(desk.Audit("desk.take-over")).Subject, desk.Audit("desk.take-over")[0].Who));
    }

    [Fact]
    public async Task A_supervisor_who_is_an_educator_on_the_roster_stays_one()
    {
        await using var desk = await DeskStaff.Start();
        await desk.World.Educator(isOn: false);
        await desk.Roster.Add(desk.Chanthy, new RosterWish("C", DeskRole.Educator, ["en"], [], desk.AccountOf(desk.Chanthy)), Cancel);
        var own = desk.Roster.List(desk.Chanthy).Single(line => line.AccountName == "Chanthy").Educator.Id;
        var worker = await desk.Asks("hello");

        await desk.Did(() => desk.Desk.TakeOver(desk.Chanthy, desk.ChatOf(worker).Id, Cancel));

        var line = desk.Roster.List(desk.Chanthy).Single(one => one.Educator.Id == own);
        Assert.Equal((DeskRole.Educator, 1), (line.Educator.Role, line.Chats));
    }

    [Fact]
    public async Task She_joins_writes_along_whispers_and_leaves_while_its_helper_keeps_it()
    {
        await using var desk = await DeskStaff.Start();
        var helper = await desk.World.Educator();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await desk.Refused(DeskRefusal.NobodyHasIt, () => desk.Desk.Join(desk.Chanthy, chat, Cancel));
        await desk.Refused(DeskRefusal.NobodyHasIt, () => desk.Desk.Whisper(desk.Chanthy, chat, "be gentle", Cancel));
        await helper.Presses("I take it");

        await desk.Did(() => desk.Desk.Join(desk.Chanthy, chat, Cancel));
        Assert.Contains("A supervisor joined this chat", helper.Screen, StringComparison.Ordinal);
        Assert.Equal(DeskState.Supervised, desk.ChatOf(worker).State);
        await desk.Did(() => desk.Desk.Whisper(desk.Chanthy, chat, " ask where she is ", Cancel));
        Assert.Contains("says to you alone:\nask where she is", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("ask where she is", worker.Screen, StringComparison.Ordinal);
        await desk.World.Desk.Write(pen =>
        {
            Relaying.FromHelper(pen, pen.Chat(chat)!, pen.Educator(pen.Chat(chat)!.Supervisor)!, new Said("I am the supervisor", null, null));
            return true;
        }, Cancel);
        await desk.World.Settle();
        Assert.Contains("I am the supervisor", worker.Screen, StringComparison.Ordinal);

        await desk.Did(() => desk.Desk.Leave(desk.Chanthy, chat, Cancel));
        Assert.Equal((helper.Educator, null, DeskState.Active), (desk.ChatOf(worker).Owner, desk.ChatOf(worker).Supervisor, desk.ChatOf(worker).State));
        await desk.Refused(DeskRefusal.NotNow, () => desk.Desk.Leave(desk.Chanthy, chat, Cancel));
        Assert.DoesNotContain(desk.Audit("desk."), entry => entry.Detail.Contains("where", StringComparison.Ordinal));
    }

    [Fact]
    public async Task She_gives_it_to_somebody_by_name_who_is_asked_alone()
    {
        await using var desk = await DeskStaff.Start();
        var (helper, wished, third) = (await desk.World.Educator(), await desk.World.Educator(), await desk.World.Educator());
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        var had = new[] { helper, wished, third }.Single(one => one.Sees.Any(shown => shown.Buttons.Any(button => button.Label == "I take it")));
        await had.Presses("I take it");
        var to = new[] { third, wished, helper }.First(one => one != had);

        Assert.DoesNotContain(desk.Desk.Free(desk.Chanthy, chat), person => person.Id == had.Educator);
        await desk.Refused(DeskRefusal.NotFree, () => desk.Desk.Reassign(desk.Chanthy, chat, had.Educator!, Cancel));
        await desk.Did(() => desk.Desk.Reassign(desk.Chanthy, chat, to.Educator!, Cancel));

        Assert.Equal(to.Educator, Assert.Single(desk.ChatOf(worker).Offers).Educator);
        Assert.Contains("gives this chat to another helper", had.Screen, StringComparison.Ordinal);
        await to.Presses("I take it");
        Assert.Equal(to.Educator, desk.ChatOf(worker).Owner);
    }

    [Fact]
    public async Task She_raises_and_lowers_with_a_reason_that_stays_out_of_the_audit_log()
    {
        await using var desk = await DeskStaff.Start();
        var helper = await desk.World.Educator();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await helper.Presses("I take it");

        await desk.Refused(DeskRefusal.NoReason, () => desk.Desk.SetLevel(desk.Chanthy, chat, 0, "so", Cancel));
        await desk.Refused(DeskRefusal.ContactInReason, () => desk.Desk.SetLevel(desk.Chanthy, chat, 0, "call her at 012 345 678", Cancel));
        await desk.Did(() => desk.Desk.SetLevel(desk.Chanthy, chat, 0, Why, Cancel));
        Assert.Equal(0, desk.ChatOf(worker).Level);
        Assert.Contains("0 · danger now", helper.Screen, StringComparison.Ordinal);
        await desk.Refused(DeskRefusal.SameLevel, () => desk.Desk.SetLevel(desk.Chanthy, chat, 0, Why, Cancel));
        await desk.Did(() => desk.Desk.SetLevel(desk.Chanthy, chat, 2, Why, Cancel));

        Assert.Equal(2, desk.ChatOf(worker).Level);
        Assert.Contains("A supervisor lowered the level", helper.Screen, StringComparison.Ordinal);
        Assert.Equal([DeskNotes.Raise, DeskNotes.Lower], desk.World.Lines(chat).Where(line => line.From == LineFrom.Note).Select(line => line.HeldFor));
        Assert.Equal(["S0", "S2"], desk.Audit("desk.level").Select(entry => entry.Detail));
    }

    [Fact]
    public async Task She_ends_it_and_what_is_over_is_refused()
    {
        await using var desk = await DeskStaff.Start();
        await desk.World.Educator(isOn: false);
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;

        await desk.Refused(DeskRefusal.NoOutcome, () => desk.Desk.Close(desk.Chanthy, chat, "erased", Cancel));
        await desk.Did(() => desk.Desk.Close(desk.Chanthy, chat, DeskOutcome.Information, Cancel));
        Assert.Equal(DeskState.Closing, desk.ChatOf(worker).State);
        await desk.World.Pass(TimeSpan.FromMinutes(5));

        Assert.Empty(desk.Desk.Look(desk.Chanthy).Waiting);
        await desk.Refused(DeskRefusal.Over, () => desk.Desk.TakeOver(desk.Chanthy, chat, Cancel));
        await desk.Refused(DeskRefusal.Over, () => desk.Desk.TakeOver(desk.Chanthy, "no-such-chat", Cancel));
    }
}
