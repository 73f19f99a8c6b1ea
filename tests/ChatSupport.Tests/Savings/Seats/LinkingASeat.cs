using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Seats;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Savings.Seats;

public sealed class LinkingASeat
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Covers(SavingsActions.Seat), Covers(SavingsActions.Link), Covers(SavingsActions.Begin)]
    public async Task A_code_given_in_person_links_her_phone_once_in_khmer_digits_and_does_not_stay_in_the_chat()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        var she = await world.WhoTypesACode("km");
        var code = await world.Code(member);

        var typed = await she.Types(Digits.ToKhmer(code));

        Assert.Contains("ជ្រើសលេខសម្ងាត់ថ្មី", she.Screen, StringComparison.Ordinal);
        Assert.Equal(she.Key, world.SeatOf(member)!.Conversation);
        Assert.Contains(world.Phones.Sent, sent => sent.Body is OutboundBody.Erase erase && erase.Messages.Contains(typed));
        var other = await world.WhoTypesACode();
        await other.Types(code);
        Assert.Contains("This code does not work", other.Screen, StringComparison.Ordinal);
        Assert.Equal(she.Key, world.SeatOf(member)!.Conversation);
    }

    [Fact]
    public async Task Wrong_used_and_old_codes_get_the_same_words_and_five_end_it_for_a_quarter_of_an_hour()
    {
        await using var world = await SeatWorld.Start();
        var members = await world.Group(2);
        var old = await world.Code(members[0]);
        await world.Pass(SeatDesk.CodeLasts);
        var she = await world.WhoTypesACode();
        var said = new List<string>();
        foreach (var code in new[] { old, "1111 2222 3333", "1111 2222 3334", "1111 2222 3335", "1111 2222 3336" })
        {
            await she.Types(code);
            said.Add(she.Screen);
        }
        var right = await world.Code(members[1]);

        await she.Types(right);

        Assert.Single(said.Append(she.Screen).Distinct());
        Assert.Null(world.SeatOf(members[1]));
        await world.Pass(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1)); // the chat shows the decoy by now
        var again = await world.Code(members[1]);
        await she.Types("lotus");
        await she.Presses("Home");
        await she.Types("my savings");
        await she.Presses("I have a code");
        await she.Types(again);
        Assert.Equal(she.Key, world.SeatOf(members[1])!.Conversation);
    }

    [Fact]
    [Covers(DueKind.WindowCloses)]
    public async Task A_lost_phone_is_off_in_one_act_and_its_chat_is_emptied()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(5_000));
        var she = await world.Seated(member);
        await SeatWorld.Opens(she);

        Assert.IsType<SeatAnswer.Done>(await world.Staff.TakeOff(member.Id, SeatWorld.Officer, Cancel));
        await she.Presses("All lines"); // before the clock comes round
        Assert.DoesNotContain("5,000", she.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("avings", she.Screen, StringComparison.Ordinal);
        Assert.Equal(LifecycleState.Decoy, world.StateOf(she).Lifecycle);
        Assert.Null(world.SeatOf(member));
        Assert.IsType<SeatAnswer.Refused>(await world.Staff.TakeOff(member.Id, SeatWorld.Officer, Cancel));
    }

    [Fact]
    public async Task A_new_phone_takes_the_seat_over_and_the_pin_stays()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        var older = await world.Seated(member);
        var newer = await world.WhoTypesACode();

        await newer.Types(await world.Code(member));
        await world.Pass(TimeSpan.FromSeconds(1));

        Assert.Contains("Your PIN stays the same", newer.Screen, StringComparison.Ordinal);
        Assert.Equal(LifecycleState.Decoy, world.StateOf(older).Lifecycle);
        await SeatWorld.Opens(newer);
        Assert.Contains("This closes by itself", newer.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_her_seat_and_what_she_saves_for()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(5_000));
        var she = await world.Seated(member);
        await SeatWorld.Opens(she);
        await SetGoal(she);
        await she.Commands("forget");
        await she.Presses("Yes, delete everything");

        Assert.Null(world.SeatOf(member));
        Assert.Equal(0L, world.Get<StoreReaders>().Read(session => (long)session["SELECT count(*) FROM savings_wishes"].One()!));
        Assert.Equal(5_000, world.Get<ChatSupport.Savings.Ledger>().Balance(await world.Account(member))!.Balance.Minor);
    }

    [Fact]
    public async Task Going_on_in_another_chat_takes_the_seat_along_but_asks_for_the_pin_again()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(5_000));
        var she = await world.Seated(member);
        await SeatWorld.Opens(she);
        await she.Types("link code");
        await she.Presses("Get a code");
        var code = System.Text.RegularExpressions.Regex.Match(she.Screen, "\\d{4} \\d{4}").Value;
        var elsewhere = await world.World.Worker();
        await elsewhere.Types("link code");
        await elsewhere.Presses("I have a code");
        await elsewhere.Types(code);

        Assert.DoesNotContain("5,000", elsewhere.Screen, StringComparison.Ordinal);
        Assert.Equal(elsewhere.Key, world.SeatOf(member)!.Conversation);
        Assert.Null(world.StateOf(elsewhere).Seat);
        await SeatWorld.Opens(elsewhere);
        Assert.Contains("5,000", elsewhere.Screen, StringComparison.Ordinal);
    }

    internal static async Task SetGoal(Somebody she, string name = "A sewing machine", string amount = "20000")
    {
        await she.Presses("My goal");
        await she.Presses("Save for something");
        await she.Types(name);
        await she.Types(amount);
        await she.Presses("Yes");
    }
}
