using ChatSupport.Conversations;
using ChatSupport.Savings;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;
using ChatSupport.Savings.Seats;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Savings.Seats;

public sealed class WhatSheDoesThere
{
    private static int Steps => int.TryParse(Environment.GetEnvironmentVariable("SEATS_STEPS"), out var steps) ? steps : 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Covers(SavingsActions.Dispute)]
    public async Task A_line_that_she_says_is_wrong_is_looked_at_by_somebody_who_did_not_write_it()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await Saver(world);
        await she.Presses("All lines");
        await she.Presses(she.Sees[^1].Buttons[0].Label);
        await she.Presses("This is wrong");

        var dispute = Assert.Single(world.Staff.Disputes(SeatWorld.Officer));
        Assert.Equal((member.Id, 1L), (dispute.Member, dispute.Entry));
        Assert.Equal(TimeSpan.FromDays(7), dispute.DueAt - dispute.OpenedAt);
        Assert.Empty(world.Staff.Disputes(SeatWorld.Leader));
        Assert.IsType<SeatAnswer.Refused>(await world.Staff.Answer(dispute.Id, "right", SeatWorld.Leader, Cancel));
        await she.Presses("My savings");
        await she.Presses("All lines");
        Assert.Contains("❓", she.Screen, StringComparison.Ordinal);
        Assert.IsType<SeatAnswer.Done>(await world.Staff.Answer(dispute.Id, "corrected", SeatWorld.Officer, Cancel));
        Assert.Empty(world.Staff.Disputes(SeatWorld.Officer));
    }

    [Fact]
    public async Task Older_lines_come_page_by_page_and_their_sum_is_what_she_has()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await Saver(world);
        for (var count = 1; count <= 9; count++)
            await world.Gives(member, count % 2 == 0 ? Money.Riel(count * 100) : Money.Cents(count * 100));
        await she.Presses("All lines");
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(she.Screen.Split('\n').Where(line => line.StartsWith('•')));
            if (!she.Sees[^1].Buttons.Any(button => button.Label == "Older"))
                break;
            await she.Presses("Older");
        }

        Assert.Equal(10, seen.Count);
        Assert.Equal(10, seen.Distinct().Count());
        Assert.Contains("+$9 given", seen[0], StringComparison.Ordinal);
        Assert.Contains("+12,500៛ given", seen[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Covers(SavingsActions.Cap), Covers(SavingsActions.Delay), Covers(SavingsActions.Wishes)]
    public async Task Her_own_limits_count_at_once_and_are_loosened_after_a_day_unless_two_of_the_staff_release_her_money()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await Saver(world);
        var account = await world.Account(member);
        await she.Presses("What I wish");
        await she.Presses("Most in a day");
        await she.Types("5000");
        await she.Presses("Yes");
        await she.Presses("What I wish");
        await she.Presses("Wait a day");
        await she.Presses("Yes, wait");

        Assert.Equal(LedgerRefusal.OverHerCap, Assert.IsType<HoldOutcome.Refused>(await world.Asks(account, 5_100)).Why);
        var one = await world.Asks(account, 3_000);
        var two = await world.Asks(account, 3_000);
        Assert.Equal(LedgerRefusal.TooSoon, Why(await world.Pays(one)));
        await she.Presses("What I wish");
        Assert.Contains("Most to take out in a day: 5,000៛", she.Screen, StringComparison.Ordinal);
        await she.Presses("Wait a day");
        await she.Presses("No, do not wait"); // somebody stands beside her
        Assert.Equal(LedgerRefusal.TooSoon, Why(await world.Pays(one)));

        await world.Pass(SeatLimits.Wait);
        Assert.IsType<EntryOutcome.Recorded>(await world.Pays(one));
        Assert.Equal(LedgerRefusal.OverHerCap, Why(await world.Pays(two)));
        await world.Staff.Release(member.Id, SeatWorld.Officer, Cancel);
        Assert.Equal(LedgerRefusal.OverHerCap, Why(await world.Pays(two)));
        await world.Staff.Release(member.Id, SeatWorld.Colleague, Cancel);
        Assert.IsType<EntryOutcome.Recorded>(await world.Pays(two));
    }

    [Fact]
    [Covers(SavingsActions.Held), Covers(SavingsActions.Cancel)]
    public async Task Money_that_she_was_made_to_ask_for_she_keeps_after_all_and_nobody_is_told()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await Saver(world);
        var account = await world.Account(member);
        await world.Asks(account, 2_000);
        await she.Presses("All lines");
        await she.Presses("My savings");
        var sent = world.Phones.Sent.Count(one => one.Conversation != she.Key);

        await she.Presses("Money asked for");
        await she.Presses("Keep 2,000៛");

        Assert.Equal(0, world.Get<Ledger>().Balance(account)!.Held.Minor);
        Assert.Equal(sent, world.Phones.Sent.Count(one => one.Conversation != she.Key));
    }

    [Fact]
    public async Task Money_that_was_given_out_meanwhile_is_not_said_to_be_kept()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await Saver(world);
        var hold = await world.Asks(await world.Account(member), 2_000);
        await she.Presses("All lines");
        await she.Presses("My savings");
        await she.Presses("Money asked for");
        Assert.IsType<EntryOutcome.Recorded>(await world.Pays(hold));

        await she.Presses("Keep 2,000៛");

        Assert.Contains("It is too late.", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    [Covers(SavingsActions.Remind), Covers(SavingsActions.Reminder)]
    public async Task Two_days_before_a_meeting_a_plain_line_comes_once_and_names_her_goal_only_where_she_turned_it_on()
    {
        await using var world = await SeatWorld.Start();
        var members = await world.Group(3);
        var (plain, named, off) = (await world.Seated(members[0]), await world.Seated(members[1]), await world.Seated(members[2]));
        await plain.Presses("Home");
        foreach (var (she, how) in new[] { (named, "With my goal"), (off, "No reminder") })
        {
            await SeatWorld.Opens(she);
            await LinkingASeat.SetGoal(she);
            await she.Presses("My goal");
            await she.Presses("My savings");
            await she.Presses("What I wish");
            await she.Presses("Reminder");
            await she.Presses(how);
            await she.Presses("Home");
        }
        await world.Staff.SetMeeting(members[0].Group, PhnomPenh.DayOf(world.World.Time.GetUtcNow()).AddDays(3), SeatWorld.Officer, Cancel);
        await world.Get<SeatReminders>().Run(Cancel);
        await world.World.Settle();
        Assert.Equal(0, Notes(plain) + Notes(named) + Notes(off));

        world.World.Time.Advance(TimeSpan.FromDays(1)); // into the hours in which a line may come
        await world.Get<SeatReminders>().Run(Cancel);
        await world.Get<SeatReminders>().Run(Cancel);
        await world.World.Settle();

        Assert.Equal((1, 1, 0), (Notes(plain), Notes(named), Notes(off)));
        await plain.Presses("Open");
        Assert.Contains("The meeting is on", plain.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("For:", plain.Screen, StringComparison.Ordinal);
        await named.Presses("Open");
        Assert.Contains("For: A sewing machine", named.Screen, StringComparison.Ordinal);

        static int Notes(Somebody she) => she.Sees.Count(shown => shown.Buttons.Any(button => button.Id == NoticeTurn.OpenButton));
    }

    [Fact]
    [Covers(SavingsActions.Feedback), Covers(SavingsActions.Month), Covers(SavingsActions.Unaim)]
    public async Task Who_wishes_so_is_told_of_a_month_once_behind_her_pin_and_of_a_group_only_where_it_is_large_enough()
    {
        await using var world = await SeatWorld.Start();
        var members = await world.Group(5);
        await world.Gives(members[0], Money.Riel(3_000));
        await world.Gives(members[0], Money.Riel(4_000));
        await world.Gives(members[1], Money.Riel(1_000));
        var she = await world.Seated(members[0]);
        await SeatWorld.Opens(she);
        await LinkingASeat.SetGoal(she);
        await she.Presses("My goal");
        await she.Presses("No goal any more");
        await she.Presses("My savings");
        await she.Presses("What I wish");
        await she.Presses("Told each month");
        await she.Presses("Yes, tell me");
        await she.Presses("Home");
        await world.Get<SeatReminders>().Run(Cancel);
        await world.World.Settle();
        Assert.Null(world.StateOf(she).Notice); // the month before was not hers to hear of
        world.World.Time.Advance(TimeSpan.FromDays(7)); // into December
        await world.Get<SeatReminders>().Run(Cancel);
        await world.World.Settle();

        await she.Presses("Open");
        Assert.Contains("a short word about last month", she.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("7,000", she.Screen, StringComparison.Ordinal);
        await SeatWorld.Opens(she);
        await she.Presses("My goal");
        await she.Presses("Last month");

        Assert.Contains("you gave 2 times: 7,000៛", she.Screen, StringComparison.Ordinal);
        Assert.Contains("2 of 5", she.Screen, StringComparison.Ordinal);
        var small = await world.Group(4);
        Assert.Null(world.Get<ChatSupport.Storage.StoreReaders>().Read(session => SeatMonth.Of(session, small[0], [], new DateOnly(2026, 12, 1))).Savers);
    }

    [Fact]
    public async Task Nothing_that_a_phone_announces_ever_holds_an_amount_and_nothing_of_hers_stands_once_it_is_closed()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(77_700));
        await world.Asks(await world.Account(member), 7_700);
        var she = await world.Seated(member);
        var chance = new Random(int.TryParse(Environment.GetEnvironmentVariable("SEATS_SEED"), out var seed) ? seed : 8);
        for (var step = 0; step < Steps; step++)
        {
            var buttons = she.Sees.SelectMany(shown => shown.Buttons).Where(button => button.Label is not ("Leave quickly" or "Talk to a person" or "🔊 Listen")).ToList();
            if (world.StateOf(she).Seat is { Pad: { For: PadFor.Open or PadFor.Prove, Typed: "" } } || world.StateOf(she) is not { Dialog.Screen.Dialog: "savings" } || buttons.Count == 0 || chance.Next(10) == 0)
                await SeatWorld.Opens(she);
            else if (world.StateOf(she) is { Dialog.Screen.Screen: "goal-name" or "goal-sum" or "cap" or "goal-sum-again" or "cap-again" })
                await she.Types("77700");
            else
                await she.Presses(buttons[chance.Next(buttons.Count)].Label);
            if (chance.Next(8) == 0)
                await world.Pass(TimeSpan.FromSeconds(61));
            Assert.True(world.StateOf(she).Seat is { OpenUntil: not null } || !she.Screen.Contains("77,7", StringComparison.Ordinal), she.Screen);
        }

        Assert.Contains(world.Phones.Sent, sent => sent.Body is OutboundBody.Show { Reply: ChatSupport.Dialogs.Running.Reply.Menu menu } && menu.Text.Contains("77,700", StringComparison.Ordinal));
        Assert.All(world.Announced, text => Assert.DoesNotMatch("77|7,700", text));
    }

    private static LedgerRefusal Why(EntryOutcome outcome) => Assert.IsType<EntryOutcome.Refused>(outcome).Why;

    private static async Task<(Somebody She, SavingsMember Member)> Saver(SeatWorld world)
    {
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(12_500));
        var she = await world.Seated(member);
        await SeatWorld.Opens(she);
        return (she, member);
    }
}
