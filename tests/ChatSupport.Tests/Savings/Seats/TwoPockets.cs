using ChatSupport.Conversations;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Seats;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Savings.Seats;

/// <summary>Both hold real money. Who is made to show her savings shows the open pocket, and nothing there says that there is more.</summary>
public sealed class TwoPockets
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Covers(SavingsActions.History), Covers(SavingsActions.Goal), Covers(SavingsActions.Aim), Covers(SavingsActions.Amount)]
    public async Task The_open_pin_shows_the_open_pocket_everywhere_and_the_second_one_both()
    {
        await using var world = await SeatWorld.Start();
        var (she, _) = await WithBoth(world);

        await SeatWorld.Opens(she, SeatWorld.SecondPin);
        Assert.Contains("💰 41,000៛", she.Screen, StringComparison.Ordinal);
        Assert.Contains("second pocket: 40,000៛", she.Screen, StringComparison.Ordinal);
        await LinkingASeat.SetGoal(she, "To leave this place", "80000");
        await she.Presses("My goal");
        Assert.Contains("You have 41,000៛ of 80,000៛", she.Screen, StringComparison.Ordinal);
        Assert.Contains("🟩🟩🟩🟩🟩⬜⬜⬜⬜⬜ 51%", she.Screen, StringComparison.Ordinal);

        await she.Presses("My savings");
        await she.Presses("Hide now");
        await SeatWorld.Opens(she);
        var said = new List<string> { she.Screen };
        foreach (var way in new[] { "All lines", "My savings", "My goal", "Last month", "My savings", "What I wish", "Back" })
        {
            await she.Presses(way);
            said.Add(she.Screen);
        }

        Assert.Contains("💰 1,000៛", said[0], StringComparison.Ordinal);
        Assert.Contains("+1,000៛ given", said[1], StringComparison.Ordinal);
        Assert.All(said, screen =>
        {
            Assert.DoesNotContain("40,000", screen, StringComparison.Ordinal);
            Assert.DoesNotContain("41,000", screen, StringComparison.Ordinal);
            Assert.DoesNotContain("pocket", screen, StringComparison.Ordinal);
            Assert.DoesNotContain("leave this place", screen, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_the_open_pin_shows_is_word_for_word_what_somebody_without_a_second_pocket_sees()
    {
        await using var world = await SeatWorld.Start();
        var (she, _) = await WithBoth(world);
        var other = (await world.Group())[0];
        await world.Gives(other, Money.Riel(1_000));
        var plain = await world.Seated(other);
        foreach (var one in new[] { she, plain })
            await SeatWorld.Opens(one);

        Assert.Equal(plain.Screen, she.Screen);
        foreach (var way in new[] { "All lines", "My savings", "My goal", "Last month", "My savings", "What I wish", "Change my PIN" })
        {
            await she.Presses(way);
            await plain.Presses(way);
            Assert.Equal(plain.Screen, she.Screen);
            Assert.Equal(Labels(plain), Labels(she));
        }

        static IEnumerable<string> Labels(Somebody one) => one.Sees[^1].Buttons.Select(button => button.Label).Order(StringComparer.Ordinal);
    }

    [Fact]
    [Covers(SavingsActions.Move)]
    public async Task She_moves_money_between_them_and_only_where_both_stand_open()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await WithBoth(world);
        await SeatWorld.Opens(she, SeatWorld.SecondPin);
        foreach (var (way, amount) in new[] { ("Into the open one", "15000"), ("Into the second", "500") })
        {
            await she.Presses("Between pockets");
            await she.Presses(way);
            await she.Types(amount);
            await she.Presses("Yes");
            await she.Presses("My savings");
        }
        await she.Presses("Between pockets");
        await she.Presses("Into the second");
        await she.Types("99000");

        Assert.Contains("not so much in that pocket", she.Screen, StringComparison.Ordinal);
        var ledger = world.Get<ChatSupport.Savings.Ledger>();
        Assert.Equal(15_500, ledger.Balance(await world.Account(member))!.Balance.Minor);
        Assert.Equal(25_500, ledger.Balance(await world.Account(member, Pocket.Private))!.Balance.Minor);
        await SeatWorld.Opens(she);
        Assert.DoesNotContain(she.Sees[^1].Buttons, button => button.Label == "Between pockets");
        await she.Presses("All lines");
        Assert.Contains("+15,000៛ other\n", she.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("pocket", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_for_between_her_question_and_her_yes_is_not_said_to_be_moved()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await WithBoth(world);
        await SeatWorld.Opens(she, SeatWorld.SecondPin);
        await she.Presses("Between pockets");
        await she.Presses("Into the second");
        await she.Types("1000");
        await world.Asks(await world.Account(member), 500);

        await she.Presses("Yes");

        Assert.Contains("not so much in that pocket", she.Screen, StringComparison.Ordinal);
        Assert.Equal(1_000, world.Get<ChatSupport.Savings.Ledger>().Balance(await world.Account(member))!.Balance.Minor);
    }

    [Fact]
    public async Task The_second_pin_is_none_of_her_first_and_who_tries_to_find_it_is_stopped()
    {
        await using var world = await SeatWorld.Start();
        var (_, member) = await WithBoth(world);
        var pins = world.Get<SeatPins>();

        Assert.Null(await pins.Make(member.Id, SeatWorld.SecondPin, both: false, Cancel));
        Assert.Null(await pins.Make(member.Id, SeatWorld.Pin, both: true, Cancel));
        for (var count = 0; count < 10; count++)
            await pins.Make(member.Id, $"9271{count}4", both: false, Cancel);
        Assert.Null(await pins.Make(member.Id, "836194", both: false, Cancel));
        Assert.Equal(PinAnswer.Both, await pins.Look(member.Id, SeatWorld.SecondPin, Cancel));
    }

    [Fact]
    public async Task A_reset_needs_two_of_the_staff_and_leaves_the_second_pocket_unseen_and_money_where_it_is_for_a_day()
    {
        await using var world = await SeatWorld.Start();
        var (she, member) = await WithBoth(world);
        var hold = await world.Asks(await world.Account(member), 500);

        Assert.IsType<SeatAnswer.NeedsAnother>(await world.Staff.ResetPin(member.Id, SeatWorld.Officer, Cancel));
        Assert.IsType<SeatAnswer.NeedsAnother>(await world.Staff.ResetPin(member.Id, SeatWorld.Officer, Cancel)); // the same one twice is one
        var code = SeatWorld.Digits(await world.Staff.ResetPin(member.Id, SeatWorld.Colleague, Cancel));
        await she.Types("my savings");
        await she.Presses("I have a code");
        await she.Types(code);
        await SeatWorld.Enters(she, "836194");
        await SeatWorld.Enters(she, "836194");

        var pins = world.Get<SeatPins>();
        Assert.Equal(PinAnswer.Open, await pins.Look(member.Id, "836194", Cancel));
        Assert.Equal(PinAnswer.Wrong, await pins.Look(member.Id, SeatWorld.Pin, Cancel));
        Assert.Equal(PinAnswer.Wrong, await pins.Look(member.Id, SeatWorld.SecondPin, Cancel));
        Assert.Equal(ChatSupport.Savings.LedgerRefusal.TooSoon, Assert.IsType<ChatSupport.Savings.Entries.EntryOutcome.Refused>(await world.Pays(hold)).Why);
        await world.Pass(SeatLimits.Wait);
        Assert.IsType<ChatSupport.Savings.Entries.EntryOutcome.Recorded>(await world.Pays(hold));
    }

    private static async Task<(Somebody She, SavingsMember Member)> WithBoth(SeatWorld world)
    {
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(1_000));
        await world.Gives(member, Money.Riel(40_000), Pocket.Private);
        var she = await world.Seated(member);
        Assert.IsType<SeatAnswer.NeedsAnother>(await world.Staff.GiveSecondPin(member.Id, SeatWorld.Officer, Cancel));
        var code = SeatWorld.Digits(await world.Staff.GiveSecondPin(member.Id, SeatWorld.Colleague, Cancel));
        await she.Types("my savings");
        await she.Presses("I have a code");
        await she.Types(code);
        await SeatWorld.Enters(she, SeatWorld.Pin);
        await SeatWorld.Enters(she, SeatWorld.SecondPin);
        await SeatWorld.Enters(she, SeatWorld.SecondPin);
        Assert.Contains("Your PIN is set", she.Screen, StringComparison.Ordinal);
        return (she, member);
    }
}
