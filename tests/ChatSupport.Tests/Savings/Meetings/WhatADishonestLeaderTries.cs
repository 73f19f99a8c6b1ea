using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Meetings;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Savings.Meetings;

/// <summary>Cash that is missing is seen by an officer, and what is tried again is not tried anew.</summary>
public sealed class WhatADishonestLeaderTries
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_that_does_not_agree_is_looked_at_also_where_two_closed_it()
    {
        await using var world = await MeetingWorld.Start();
        var (one, _) = await world.LeaderInAMeeting();
        var (other, _) = await world.Leader();
        await one.Presses("Deposits");
        await one.Types("1 5000, 2 3000");
        await Count(world, one, "5000x1");
        world.Host.Time.Advance(TimeSpan.FromSeconds(30));
        await other.Types("savings meeting");
        await other.Presses("Close the meeting");

        var closed = Assert.Single(world.Desk.ToLookAt());

        Assert.Equal((8000L, 0L), (closed.ExpectedRiel, closed.ExpectedCents));
        Assert.Null(await world.Desk.Confirm(closed.Id, MeetingWorld.Officer, Cancel));
        Assert.Empty(world.Desk.ToLookAt());
    }

    [Fact]
    public async Task A_meeting_of_last_week_takes_nothing_and_is_closed_also_where_the_other_one_does_not_come()
    {
        await using var world = await MeetingWorld.Start();
        var (one, _) = await world.LeaderInAMeeting();
        await world.Leader();
        await one.Presses("Deposits");
        await one.Types("1 5000");
        world.Host.Time.Advance(TimeSpan.FromDays(7));
        await one.Types("hello"); // her place of last week is kept no more
        await one.Types("savings meeting");
        await one.Presses("Deposits");

        Assert.Contains("of an earlier day", (await one.Types("1 5000")).Said, StringComparison.Ordinal);
        Assert.Equal(5000, world.Saved(1));
        await Count(world, one, "5000x1");
        Assert.Contains("you opened and closed it alone", (await one.Presses("Close the meeting")).Said, StringComparison.Ordinal);
        Assert.Single(world.Desk.ToLookAt()); // she closed it alone
        await one.Presses("To the meeting");
        await one.Presses("Open the meeting");
        await one.Presses("Deposits");
        await one.Types("1 5000");
        Assert.Equal(10_000, world.Saved(1));
    }

    [Fact]
    public async Task The_same_sum_a_second_time_is_entered_where_she_says_that_it_is_one()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        await she.Types("1 5000");
        Assert.Contains("Entered 0 · stood there 1 · not entered 0", (await she.Types("1 5000")).Said, StringComparison.Ordinal);
        Assert.Equal(5000, world.Saved(1));

        await she.Presses("The same once more");

        Assert.Equal(10_000, world.Saved(1));
        await she.Presses("The same once more"); // the button of before
        Assert.Equal(10_000, world.Saved(1));
    }

    [Fact]
    public async Task Calling_the_meeting_off_does_not_let_her_ask_for_a_balance_anew()
    {
        await using var world = await MeetingWorld.Start();
        await world.Save(1, 20_000);
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Withdrawals");
        await she.Presses("Somebody wants money");
        foreach (var riel in (int[])[90_000, 50_000, 30_000])
            await she.Types($"1 {riel}");
        await she.Presses("To the meeting");
        await she.Presses("Count and close");
        await she.Presses("Call the meeting off");
        Assert.Null(world.Running);
        await she.Presses("Open the meeting");
        await she.Presses("Withdrawals");
        await she.Presses("Somebody wants money");

        Assert.Contains("ask the savings officer herself", (await she.Types("1 25000")).Said, StringComparison.Ordinal);
        Assert.Empty(world.Waiting);
    }

    [Fact]
    public async Task Next_weeks_plan_stays_where_a_meeting_is_held_today()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.Leader();
        await she.Presses("Name the next day");
        await she.Types("5/12/2026");
        await she.Presses("Open the meeting");

        var planned = world.Host.Get<ChatSupport.Storage.StoreReaders>().Read(session => MeetingRows.Planned(session, world.Group.Id));

        Assert.Equal(new DateOnly(2026, 12, 5), planned?.Day);
        Assert.NotNull(world.Running);
    }

    [Fact]
    public async Task Who_goes_on_in_another_chat_leads_there_and_not_from_the_phone_of_before()
    {
        await using var world = await MeetingWorld.Start();
        var (she, seat) = await world.Leader();
        var phone = await world.Host.WhoTypes(await she.GetsCode());
        await phone.Types("savings meeting");

        Assert.Equal("savings-leader", phone.Last.Screen);
        Assert.NotEqual("savings-leader", (await she.Types("savings meeting")).Screen);
        var led = Assert.Single(world.Host.Get<LeaderRoll>().Leading(world.Group.Id));
        Assert.Equal(seat.Id, led.Id);
        Assert.NotEqual(seat.Conversation, led.Conversation);
    }

    private static async Task Count(MeetingWorld world, Talk she, string notes)
    {
        world.Host.Time.Advance(TimeSpan.FromSeconds(30)); // nobody types so fast
        if (she.Last.Screen != "savings-leader#open")
            await she.Presses("To the meeting");
        await she.Presses("Count and close");
        await she.Presses("Count riel");
        await she.Types(notes);
        await she.Presses("Go on");
    }
}
