using ChatSupport.Conversations;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class KeepingTheRoster
{
    private static readonly RosterWish dara = new("Dara", DeskRole.Educator, ["en", "km"], [" Sangkat 1 ", "", "Sangkat 1"], null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_added_joins_by_a_word_that_works_once_and_is_asked_when_she_is_on()
    {
        await using var desk = await DeskStaff.Start();

        var made = Assert.IsType<DeskAnswer.Invitation>(await desk.Roster.Add(desk.Chanthy, dara, Cancel));
        Assert.Null(made.Address); // no bot of a known name here
        var line = Assert.Single(desk.Roster.List(desk.Chanthy));
        Assert.Equal(("Dara", "Sangkat 1", false), (line.Educator.Name, Assert.Single(line.Educator.NotAreas), line.InvitedUntil is null));
        var phone = desk.World.Meet();
        await phone.Types(made.Word);
        Assert.Contains("Welcome to the helpers", phone.Screen, StringComparison.Ordinal);
        var other = desk.World.Meet();
        await other.Types(made.Word);
        Assert.Contains("does not work any more", other.Screen, StringComparison.Ordinal);

        await phone.Presses("I'm on");
        await desk.World.Pass(TimeSpan.FromMinutes(14));
        var joined = Assert.Single(desk.Roster.List(desk.Chanthy));
        Assert.Equal((DutyState.On, TimeSpan.FromMinutes(14)), (joined.Educator.Duty, joined.Week));
        await desk.Asks("hello");
        await phone.Presses("I take it");
        Assert.Equal(1, Assert.Single(desk.Roster.List(desk.Chanthy)).Chats);
        await phone.Commands("menu");
        await phone.Presses("Pause");
        await desk.World.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(TimeSpan.FromMinutes(14), Assert.Single(desk.Roster.List(desk.Chanthy)).Week);
        Assert.DoesNotContain(desk.World.Phones.Sent, sent => sent.Body.ToString().Contains("Dara", StringComparison.Ordinal));
        Assert.Equal(line.Educator.Id, Assert.Single(desk.Audit("desk.roster-add")).Subject);
    }

    [Fact]
    public async Task A_link_is_made_where_the_bots_name_is_known()
    {
        await using var desk = await DeskStaff.Start();
        desk.Get<StartLinks>().Use(word => $"https://t.me/some_bot?start={word}");

        var made = Assert.IsType<DeskAnswer.Invitation>(await desk.Roster.Add(desk.Chanthy, dara, Cancel));

        Assert.Equal($"https://t.me/some_bot?start={made.Word}", made.Address);
        Assert.DoesNotContain(desk.Audit(""), entry => entry.Detail.Contains(made.Word, StringComparison.Ordinal) || entry.Detail.Contains("Dara", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_phone_is_emptied_in_one_act_and_whoever_she_helped_is_asked_for_again()
    {
        await using var desk = await DeskStaff.Start();
        var helper = await desk.World.Educator();
        var worker = await desk.Asks("my boss keeps my pay");
        await helper.Presses("I take it");
        Assert.Contains("keeps my pay", helper.Screen, StringComparison.Ordinal);

        await desk.Did(() => desk.Roster.LosePhone(desk.Chanthy, helper.Educator!, Cancel));

        Assert.DoesNotContain("keeps my pay", helper.Screen, StringComparison.Ordinal);
        Assert.Null(desk.ChatOf(worker).Owner);
        var line = desk.Roster.List(desk.Chanthy).Single(one => one.Educator.Id == helper.Educator);
        Assert.Equal((null, DutyState.Off), (line.Educator.Conversation, line.Educator.Duty));
        await helper.Types("is anybody there");
        Assert.Null(desk.ChatOf(worker).Owner);
        Assert.Single(desk.Audit("desk.roster-lost-phone"));
    }

    [Fact]
    public async Task Who_leaves_is_gone_from_the_roster_also_where_she_answered_in_the_console()
    {
        await using var desk = await DeskStaff.Start();
        var session = await desk.SignIn("Without Telegram", StaffRole.CaseWorker);
        await desk.Did(() => desk.Roster.Add(desk.Chanthy, dara with { Account = desk.AccountOf(session) }, Cancel));
        var id = Assert.Single(desk.Roster.List(desk.Chanthy)).Educator.Id;
        await desk.World.Desk.Write(pen =>
        {
            OnDuty.Begin(pen, pen.Educator(id)!);
            return true;
        }, Cancel);
        var worker = await desk.Asks("hello");
        await desk.World.Desk.Write(pen => ChatSupport.Escalation.Desk.Claiming.Take(pen, desk.ChatOf(worker).Id, pen.Educator(id)!, null), Cancel);

        await desk.Did(() => desk.Roster.Leave(desk.Chanthy, id, Cancel));

        Assert.Empty(desk.Roster.List(desk.Chanthy));
        Assert.Null(desk.ChatOf(worker).Owner);
        await desk.Refused(DeskRefusal.NotThere, () => desk.Roster.Edit(desk.Chanthy, id, dara, Cancel));
        await desk.Did(() => desk.Roster.Add(desk.Chanthy, dara with { Account = desk.AccountOf(session) }, Cancel)); // she may come back
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_recorded_nowhere()
    {
        await using var desk = await DeskStaff.Start();
        var account = desk.AccountOf(desk.Chanthy);
        await desk.Did(() => desk.Roster.Add(desk.Chanthy, dara with { Account = account }, Cancel));
        var before = desk.Audit("").Count;

        await desk.Refused(DeskRefusal.NameTaken, () => desk.Roster.Add(desk.Chanthy, dara with { Name = "dara " }, Cancel));
        await desk.Refused(DeskRefusal.NoName, () => desk.Roster.Add(desk.Chanthy, dara with { Name = " " }, Cancel));
        await desk.Refused(DeskRefusal.NoName, () => desk.Roster.Add(desk.Chanthy, dara with { Name = new string('x', 61) }, Cancel));
        await desk.Refused(DeskRefusal.NoLanguage, () => desk.Roster.Add(desk.Chanthy, dara with { Name = "Mealea", Languages = ["xx"] }, Cancel));
        await desk.Refused(DeskRefusal.AccountTaken, () => desk.Roster.Add(desk.Chanthy, dara with { Name = "Mealea", Account = account }, Cancel));
        await desk.Refused(DeskRefusal.UnknownAccount, () => desk.Roster.Add(desk.Chanthy, dara with { Name = "Mealea", Account = "none" }, Cancel));
        await desk.Refused(DeskRefusal.BadPlan, () => desk.Roster.SetPlan(desk.Chanthy, Assert.Single(desk.Roster.List(desk.Chanthy)).Educator.Id, [new ShiftBlock(DayOfWeek.Monday, 3)], Cancel));

        Assert.Equal(before, desk.Audit("").Count);
        Assert.Single(desk.Roster.List(desk.Chanthy));
    }

    [Fact]
    public async Task A_plan_is_kept_in_order_and_an_edit_changes_nothing_else()
    {
        await using var desk = await DeskStaff.Start();
        await desk.Roster.Add(desk.Chanthy, dara, Cancel);
        var before = Assert.Single(desk.Roster.List(desk.Chanthy)).Educator;

        await desk.Did(() => desk.Roster.SetPlan(desk.Chanthy, before.Id, [new(DayOfWeek.Friday, 20), new(DayOfWeek.Monday, 22), new(DayOfWeek.Friday, 20)], Cancel));
        await desk.Did(() => desk.Roster.Edit(desk.Chanthy, before.Id, dara with { Name = "Mealea", Role = DeskRole.Director }, Cancel));

        var now = Assert.Single(desk.Roster.List(desk.Chanthy));
        Assert.Equal([new(DayOfWeek.Monday, 22), new ShiftBlock(DayOfWeek.Friday, 20)], now.Educator.Plan);
        Assert.Equal(("Mealea", DeskRole.Director, before.Alias, 4), (now.Educator.Name, now.Educator.Role, now.Educator.Alias, now.Planned));
    }
}
