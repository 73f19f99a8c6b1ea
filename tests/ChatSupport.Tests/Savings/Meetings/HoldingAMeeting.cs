using ChatSupport.Conversations;
using ChatSupport.Savings;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Meetings;
using ChatSupport.Savings.Office;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Savings.Meetings;

/// <summary>A leader holds a meeting from her phone.</summary>
public sealed class HoldingAMeeting
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Covers(MeetingState.Open), Covers(MeetingState.Counted), Covers(MeetingState.Closed)]
    [Covers(MeetingEvent.Open), Covers(MeetingEvent.Enter), Covers(MeetingEvent.Count), Covers(MeetingEvent.Close)]
    [Covers(MeetingActions.Now), Covers(MeetingActions.Open), Covers(MeetingActions.Members), Covers(MeetingActions.Mark), Covers(MeetingActions.Everybody), Covers(MeetingActions.Absent)]
    [Covers(MeetingActions.Sheet), Covers(MeetingActions.Count), Covers(MeetingActions.Close)]
    public async Task From_the_roll_call_to_the_end()
    {
        await using var world = await MeetingWorld.Start();
        var (she, seat) = await world.LeaderInAMeeting();

        var roll = await she.Presses("Roll call");
        Assert.Equal(6, roll.Menus.Last().Choices.Length);
        Assert.Contains("Flower 1", roll.Menus.Last().Choices[0].Label, StringComparison.Ordinal);
        await she.Presses("▫️ 1 Flower 1");
        Assert.Contains("Here 6 · away 0 · not called 0", (await she.Presses("All the others are here")).Said, StringComparison.Ordinal);
        await she.Presses("Roll call");
        Assert.Contains("Here 5 · away 1 · not called 0", (await she.Types("៤")).Said, StringComparison.Ordinal);

        await she.Presses("To the meeting");
        await she.Presses("Deposits");
        var said = await she.Types("1 ៥០០០, 2 10,000៛ 2$\n3 ៥០០ រៀល");
        Assert.Contains("Entered 3 · stood there 0 · not entered 0", said.Said, StringComparison.Ordinal);
        Assert.True(said.ErasesTyped);
        Assert.Equal((5000, 10_000, 200, 500), (world.Saved(1), world.Saved(2), world.Saved(2, Currency.Usd), world.Saved(3)));
        Assert.Equal((15_500, 200), (world.Float(seat), world.Float(seat, Currency.Usd)));

        await she.Presses("To the meeting");
        await she.Presses("Count and close");
        await she.Presses("Count riel");
        Assert.Contains("still to be counted", (await she.Types("10000x1, 5000x1, 500 x 1")).Said, StringComparison.Ordinal);
        await she.Presses("Go on");
        await she.Presses("Count dollars");
        Assert.Contains("All is counted", (await she.Types("១x២")).Said, StringComparison.Ordinal);
        Assert.Contains("They agree", (await she.Presses("Go on")).Said, StringComparison.Ordinal);
        Assert.Contains("you opened and closed it alone", (await she.Presses("Close the meeting")).Said, StringComparison.Ordinal);
        Assert.Null(world.Running);
        Assert.Empty(world.Verify());

        var alone = Assert.Single(world.Desk.ToLookAt());
        Assert.Equal(LedgerRefusal.NotAnOfficer, await world.Desk.Confirm(alone.Id, seat.Id, Cancel));
        Assert.Null(await world.Desk.Confirm(alone.Id, MeetingWorld.Officer, Cancel));
        Assert.Empty(world.Desk.ToLookAt());
    }

    [Fact]
    public async Task Every_line_is_answered_and_what_is_wrong_is_kept_to_correct_and_send_again()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");

        var said = (await she.Types("1 5000, 2 12.350, 77 1000, 3 1250៛, 4 1.50$; 5 lots; 6 0")).Said;

        Assert.Contains("Entered 1 · stood there 0 · not entered 6", said, StringComparison.Ordinal);
        Assert.Contains("✅ 1 Flower 1: 5,000៛", said, StringComparison.Ordinal);
        Assert.Contains("❌ 2 12.350: is it ", said, StringComparison.Ordinal);
        Assert.Contains("❌ 77 1000: there is no such book", said, StringComparison.Ordinal);
        Assert.Contains("❌ 3 1250៛: no notes for this amount exist", said, StringComparison.Ordinal);
        Assert.Contains("❌ 4 1.50$: are cents meant?", said, StringComparison.Ordinal);
        Assert.Contains("❌ 5 lots: not understood", said, StringComparison.Ordinal);
        Assert.Contains("❌ 6 0: no amount", said, StringComparison.Ordinal);
        Assert.Equal((1, 5000, 0), (world.Entries, world.Saved(1), world.Saved(3)));

        var draft = (await she.Presses("Correct and send again")).Said;
        Assert.Contains("2 12.350\n77 1000\n3 1250៛\n4 1.50$\n5 lots\n6 0", draft, StringComparison.Ordinal);
        var again = (await she.Types("1 5000, 2 12350, 2 12300, 3 1200, 4 1.50$")).Said; // all of it again, with what stands already
        Assert.Contains("↩️ 1 Flower 1: 5,000៛ (stood there, not entered again)", again, StringComparison.Ordinal);
        Assert.Equal((5000, 1200, 0), (world.Saved(1), world.Saved(3), world.Saved(4, Currency.Usd)));
        await she.Presses("Yes, cents are meant");
        Assert.Equal(150, world.Saved(4, Currency.Usd));
        Assert.Empty(world.Verify());
    }

    [Fact]
    public async Task In_her_language_with_her_digits()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.LeaderInAMeeting();
        await she.Put(state => state with { Dialog = state.Dialog! with { Language = "km" } });
        await she.Types("ប្រជុំសន្សំ");
        await she.Presses("ដាក់ប្រាក់");

        var said = (await she.Types("១ ៥០០០, ២ ១២.៣៥០")).Said;

        Assert.Contains("កត់បាន ១ · មានរួចហើយ ០ · មិនទាន់បាន ១", said, StringComparison.Ordinal);
        Assert.Contains("✅ ១ Flower 1៖ ៥,០០០៛", said, StringComparison.Ordinal);
        Assert.Contains("❌ ២ ១២.៣៥០៖ តើជា ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_by_one_and_a_second_time_only_where_she_says_so()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        await OneByOne("5000");
        Assert.Contains("stood there, not entered again", await OneByOne("5000"), StringComparison.Ordinal);
        Assert.Contains("gave another sum already", await OneByOne("3000"), StringComparison.Ordinal);
        Assert.Equal(5000, world.Saved(2));

        await she.Presses("She gave more again");
        Assert.Equal(8000, world.Saved(2));
        var twice = await she.Presses("She gave more again"); // the button of before, pressed again
        Assert.Equal(8000, world.Saved(2));
        Assert.Equal("savings-leader#sheet-done", twice.Screen);

        async Task<string> OneByOne(string amount)
        {
            if (she.Last.Screen != "savings-leader#sheet")
                await she.Presses("More deposits");
            await she.Presses("One by one");
            await she.Types("2");
            return (await she.Types(amount)).Said;
        }
    }

    [Fact]
    public async Task The_same_update_again_and_the_same_sheet_again_double_nothing()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        var typed = new InboundEvent.Did(new ChatSupport.Dialogs.Running.Input.Text("1 5000, 2 5000"));

        Assert.Equal(Receipt.Committed, (await she.Does(typed, "test:1:lost")).Receipt);
        Assert.Equal(Receipt.Repeated, (await she.Does(typed, "test:1:lost")).Receipt);
        await she.Presses("More deposits");
        var again = await she.Does(typed);

        Assert.Contains("Entered 0 · stood there 2 · not entered 0", again.Said, StringComparison.Ordinal);
        Assert.Equal((2, 5000, 5000), (world.Entries, world.Saved(1), world.Saved(2)));
    }

    [Fact]
    [Covers(MeetingActions.Want), Covers(MeetingActions.Payouts), Covers(MeetingActions.Pay)]
    public async Task A_withdrawal_is_asked_for_approved_by_an_officer_and_paid_once()
    {
        await using var world = await MeetingWorld.Start();
        await world.Save(1, 20_000);
        var (she, seat) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        await she.Types("2 10000");
        await she.Presses("To the meeting");
        await she.Presses("Withdrawals");
        await she.Presses("Somebody wants money");
        Assert.Contains("There is enough", (await she.Types("1 8000")).Said, StringComparison.Ordinal);
        await she.Presses("Somebody wants money");
        Assert.Contains("There is enough", (await she.Types("1 8000")).Said, StringComparison.Ordinal); // sent again: kept once
        var hold = Assert.Single(world.Waiting);

        await she.Presses("To the meeting");
        Assert.Contains("No withdrawal is approved", (await she.Presses("Withdrawals")).Said, StringComparison.Ordinal);
        Assert.IsType<OfficeAnswer.Refused>(await world.Approve(hold.Number, seat.Id)); // she asked for it
        Assert.IsType<OfficeAnswer.Good>(await world.Approve(hold.Number, MeetingWorld.Officer));
        await she.Presses("To the meeting");
        await she.Presses("Withdrawals");
        Assert.Contains("Now give her the money", (await she.Presses("1 Flower 1: 8,000៛")).Said, StringComparison.Ordinal);
        Assert.Equal((12_000, 2000), (world.Saved(1), world.Float(seat)));
        await she.Presses("Withdrawals");
        await she.Presses("1 Flower 1: 8,000៛"); // an old button
        Assert.Equal((12_000, 2000), (world.Saved(1), world.Float(seat)));
        Assert.Empty(world.Verify());
    }

    [Fact]
    public async Task Nobody_finds_a_balance_by_asking_for_it()
    {
        await using var world = await MeetingWorld.Start();
        await world.Save(1, 20_000);
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Withdrawals");
        await she.Presses("Somebody wants money");
        foreach (var riel in (int[])[90_000, 50_000, 30_000])
        {
            var no = await she.Types($"1 {riel}");
            Assert.Contains("There is not enough.", no.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("20,000", no.Said, StringComparison.Ordinal);
            await she.Presses("Somebody wants money");
        }

        Assert.Contains("ask the savings officer herself", (await she.Types("1 20000")).Said, StringComparison.Ordinal);
        Assert.Empty(world.Waiting);
    }

    [Fact]
    [Covers(MeetingActions.Entries), Covers(MeetingActions.Wrong)]
    public async Task A_mistake_is_asked_about_taken_back_by_an_officer_and_entered_right()
    {
        await using var world = await MeetingWorld.Start();
        var (she, seat) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        await she.Types("1 50000");
        await she.Presses("To the meeting");
        await she.Presses("A mistake");
        Assert.Contains("The savings officer was asked", (await she.Presses("1 Flower 1: 50,000៛")).Said, StringComparison.Ordinal);
        Assert.Equal(50_000, world.Saved(1)); // she changes nothing herself
        var ask = Assert.Single(world.Desk.Corrections());
        Assert.Equal(LedgerRefusal.NotAnOfficer, await world.Desk.TakeBack(ask.Id, seat.Id, Cancel));
        Assert.Null(await world.Desk.TakeBack(ask.Id, MeetingWorld.Officer, Cancel));
        Assert.Empty(world.Desk.Corrections());

        await she.Presses("To the meeting");
        await she.Presses("Deposits");
        Assert.Contains("Entered 1 · stood there 0 · not entered 0", (await she.Types("1 5000")).Said, StringComparison.Ordinal);

        Assert.Equal((5000, 5000), (world.Saved(1), world.Float(seat)));
        Assert.Empty(world.Verify());
    }

    [Fact]
    [Covers(MeetingActions.Give), Covers(MeetingActions.Keep)]
    public async Task Cash_goes_to_the_safe_once_both_say_so()
    {
        await using var world = await MeetingWorld.Start();
        var (she, seat) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        await she.Types("1 50000");
        await she.Presses("To the meeting");
        await she.Presses("My float");
        await she.Presses("Hand over to the safe");
        Assert.Contains("You do not hold that much", (await she.Types("90000")).Said, StringComparison.Ordinal);
        await she.Presses("My float");
        await she.Presses("Hand over to the safe");
        await she.Types("40000");
        Assert.Contains("Waits to be counted at the safe: 40,000៛", (await she.Presses("My float")).Said, StringComparison.Ordinal);
        Assert.Equal(50_000, world.Float(seat));

        Assert.Equal(LedgerRefusal.OtherContent, await world.Desk.Receive(Assert.Single(world.Desk.Offered()).Id, 39_000, MeetingWorld.Officer, Cancel));
        Assert.Equal(50_000, world.Float(seat));
        await she.Presses("Hand over to the safe");
        await she.Types("40000");
        var offer = Assert.Single(world.Desk.Offered());
        Assert.Null(await world.Desk.Receive(offer.Id, 40_000, MeetingWorld.Officer, Cancel));
        Assert.Null(await world.Desk.Receive(offer.Id, 40_000, MeetingWorld.Officer, Cancel));
        Assert.Equal(10_000, world.Float(seat));

        await she.Presses("My float");
        await she.Presses("Hand over to the safe");
        await she.Types("10000");
        await she.Presses("My float");
        await she.Presses("Take that back");
        Assert.Empty(world.Desk.Offered());
        Assert.Empty(world.Verify());
    }

    [Fact]
    [Covers(MeetingState.Planned), Covers(MeetingState.Cancelled), Covers(MeetingEvent.Plan), Covers(MeetingEvent.Cancel), Covers(MeetingActions.Plan), Covers(MeetingActions.Cancel)]
    public async Task A_day_is_named_moved_and_called_off()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.Leader();
        await she.Presses("Name the next day");
        Assert.Contains("That day is over", (await she.Types("5/1/2020")).Said, StringComparison.Ordinal);
        await she.Presses("Name the next day");
        await she.Types("5/12/2026");
        await she.Presses("Name the next day");
        Assert.Contains("The next meeting: 6/12/2026", (await she.Types("6/12/2026")).Said, StringComparison.Ordinal);
        Assert.Contains("No day is named", (await she.Presses("Call it off")).Said, StringComparison.Ordinal);

        await she.Presses("Open the meeting");
        await she.Presses("Count and close");
        await she.Presses("Call the meeting off");
        Assert.Null(world.Running);
        await she.Presses("Open the meeting");
        await she.Presses("Deposits");
        await she.Types("1 5000");
        await she.Presses("To the meeting");
        await she.Presses("Count and close");
        Assert.Contains("cannot be called off", (await she.Presses("Call the meeting off")).Said, StringComparison.Ordinal);
        Assert.NotNull(world.Running);
    }

    [Fact]
    [Covers(MeetingEvent.Resume), Covers(MeetingActions.Resume)]
    public async Task Where_there_are_two_leaders_who_opened_it_does_not_close_it()
    {
        await using var world = await MeetingWorld.Start();
        var (one, first) = await world.LeaderInAMeeting();
        var (other, second) = await world.Leader();
        await one.Presses("Deposits");
        await one.Types("1 5000");
        await Count(one, "5000x1");
        Assert.Contains("the other leader closes it", (await one.Presses("Close the meeting")).Said, StringComparison.Ordinal);
        Assert.NotNull(world.Running);

        await one.Presses("To the meeting");
        Assert.Equal("savings-leader#open", (await one.Presses("Go back and count anew")).Screen); // a member comes late
        await one.Presses("Deposits");
        await one.Types("2 1000");
        await Count(one, "0");
        Assert.Contains("They differ", one.Last.Said, StringComparison.Ordinal);
        await one.Presses("Go back and count anew");
        await Count(one, "5000x1, 500x2");
        world.Host.Time.Advance(TimeSpan.FromSeconds(30));
        await other.Types("savings meeting");
        Assert.Contains("They agree", other.Last.Said, StringComparison.Ordinal);
        Assert.Contains("The meeting is closed. Thank you.", (await other.Presses("Close the meeting")).Said, StringComparison.Ordinal);

        Assert.Equal((6000, 0), (world.Float(first), world.Float(second)));
        Assert.Empty(world.Desk.ToLookAt());

        async Task Count(Talk she, string notes)
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

    [Fact]
    public async Task What_changed_between_the_answer_and_the_commit_is_answered_anew()
    {
        await using var world = await MeetingWorld.Start();
        var (she, _) = await world.LeaderInAMeeting();
        await she.Presses("Deposits");
        var pens = world.Host.Get<MeetingPens>();
        var asked = new ChatSupport.Dialogs.Running.Effect(MeetingActions.Sheet, new Dictionary<string, string> { ["text"] = "1 5000" });
        var promised = await pens.Rehearse(she.Key, asked, "test:1:late", (_, said) => said.Digest(), Cancel);
        Assert.Equal(0, world.Entries); // it was only tried
        await pens.Rehearse(she.Key, asked, "test:1:late", (_, said) => said, Cancel);
        await she.Types("1 7000");

        var late = pens.Effect(she.Key, asked, "test:1:late", promised);

        await Assert.ThrowsAsync<StaleConversationException>(() => world.Host.Get<ChatSupport.Storage.StoreWriter>().Write(session =>
        {
            late.Apply(session, null!);
            return true;
        }, Cancel));
        Assert.Equal((1, 7000), (world.Entries, world.Saved(1)));
    }
}
