using ChatSupport.Escalation.Pages;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class WhatTheHomePageSays
{
    [Fact]
    public async Task A_supervisor_is_told_who_waits_and_what_is_held_and_others_of_their_own_chats()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var editor = await desk.SignIn("Bopha", StaffRole.Editor);
        var worker = await desk.Asks("hello");
        Assert.Equal(["One worker waits for a person"], Lines(desk, desk.Chanthy));

        await desk.Did(() => desk.Mine.Take(mealea, desk.ChatOf(worker).Id, TestContext.Current.CancellationToken));
        await worker.Types("012 345 678");

        Assert.Equal(["One message is held until you decide"], Lines(desk, desk.Chanthy));
        Assert.Equal(["One chat of yours waits for your answer"], Lines(desk, mealea));
        Assert.Empty(Lines(desk, editor));
    }

    private static IEnumerable<string> Lines(DeskStaff desk, string session) => DeskNeeds.Of(desk.Get<Sessions>().Look(session)!, desk.World.Desk).Select(line => line.Text);
}
