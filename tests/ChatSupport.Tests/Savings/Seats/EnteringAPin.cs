using ChatSupport.Conversations;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Seats;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Escalation;

namespace ChatSupport.Tests.Savings.Seats;

public sealed class EnteringAPin
{
    private const string Wrong = "It did not open.";
    private const string Shown = "💰 12,500៛";

    [Fact]
    [Covers(SavingsActions.Open), Covers(SavingsActions.Balance)]
    public async Task The_right_one_shows_what_she_saved_until_a_minute_is_over()
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);

        await SeatWorld.Opens(she);

        Assert.Contains(Shown, she.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromSeconds(59));
        Assert.Contains(Shown, she.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);
        Assert.Contains("Closed.", she.Screen, StringComparison.Ordinal);
        var kept = System.Text.Json.JsonSerializer.Serialize(world.StateOf(she), ChatSupport.Dialogs.Running.DialogJson.Options);
        Assert.DoesNotContain("12,500", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("/hide")]
    [InlineData("Hide now")]
    [InlineData("Home")]
    [Covers(SavingsActions.Hide)]
    public async Task Whatever_way_she_goes_nothing_of_it_is_left(string way)
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);
        await SeatWorld.Opens(she);
        await she.Presses("All lines");

        await (way[0] == '/' ? she.Types(way) : way == "Home" ? she.Presses(way) : Hide(she));

        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);
        Assert.Null(world.StateOf(she).Seat);
        if (way == "/x")
            await she.Types("lotus");
        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);
        await she.Types("my savings"); // whoever holds the phone now
        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);

        static async Task Hide(Somebody she)
        {
            await she.Presses("My savings");
            await she.Presses("Hide now");
        }
    }

    [Fact]
    public async Task A_late_clock_shows_nothing_to_who_presses_then()
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);
        await SeatWorld.Opens(she);
        await world.Get<ChatSupport.Storage.StoreWriter>().Write(session => session["DELETE FROM schedule WHERE kind = 'WindowCloses'"].Run(), TestContext.Current.CancellationToken);
        world.World.Time.Advance(SeatSide.OpenFor);

        await she.Presses("All lines");

        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_ones_lock_also_over_a_restart_and_after_the_wait_the_right_one_works()
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);
        await she.Types("my savings");
        await she.Presses("See my savings");
        var said = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            await SeatWorld.Enters(she, "294857");
            said.Add(Words(she));
        }
        await world.Restart();

        await SeatWorld.Enters(she, SeatWorld.Pin); // right, and it is not looked at
        said.Add(Words(she));
        Assert.Single(said.Distinct());
        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromMinutes(15));
        await she.Types("lotus"); // the chat went to the decoy meanwhile
        await SeatWorld.Opens(she);
        Assert.Contains(Shown, she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_one_more_doubles_the_wait_up_to_a_day_and_a_right_one_makes_it_short_again()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        var she = await world.Seated(member);
        var pins = world.Get<SeatPins>();
        var waits = new List<double>();
        for (var count = 0; count < 13; count++)
        {
            await pins.Look(member.Id, "294857", TestContext.Current.CancellationToken);
            var until = world.PinOf(member)!.LockedUntil;
            waits.Add(until is { } locked ? (locked - world.World.Time.GetUtcNow()).TotalMinutes : 0);
            if (until is { } end)
                world.World.Time.SetUtcNow(end);
        }
        Assert.Equal([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 960, 1440, 1440], waits);
        Assert.True(world.Staff.Look(member.Id) is { Wrong: 13, HasPin: true, IsLinked: true });

        await she.Types("lotus");
        await SeatWorld.Opens(she);

        Assert.Equal(PinRules.LeftOver, world.PinOf(member)!.Wrong);
        Assert.Null(world.PinOf(member)!.LockedUntil);
    }

    [Fact]
    public async Task The_keys_stand_elsewhere_each_time_and_their_ids_say_nothing()
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);
        var seen = new List<string>();
        for (var count = 0; count < 6; count++)
        {
            await she.Types("my savings");
            await she.Presses("See my savings");
            var keys = SeatWorld.Pad(she);
            seen.Add(SeatWorld.Keys(she));
            Assert.Equal("0123456789", string.Concat(seen[^1].Order()));
            Assert.Equal(Enumerable.Range(0, 10).Select(place => $"-{place}"), keys.Select(key => key.Id[^2..]));
            Assert.All(keys, key => Assert.InRange(key.Id.Length, 1, 24));
            await she.Presses("Home");
        }

        Assert.True(seen.Distinct().Count() > 3, string.Join(' ', seen));
    }

    [Fact]
    public async Task A_key_of_an_older_pad_does_nothing_and_one_can_be_taken_back()
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);
        await she.Types("my savings");
        await she.Presses("See my savings");
        var old = SeatWorld.Pad(she)[0];
        await she.Presses("Home");
        await she.Types("my savings");
        await she.Presses("See my savings");

        await she.Does(new InboundEvent.Did(new ChatSupport.Dialogs.Running.Input.Button(old.Id)));
        Assert.Contains("○ ○ ○ ○ ○ ○", she.Screen, StringComparison.Ordinal);
        await she.Presses("9");
        Assert.Contains("● ○ ○ ○ ○ ○", she.Screen, StringComparison.Ordinal);
        await she.Presses("⌫");
        await SeatWorld.Enters(she, SeatWorld.Pin);

        Assert.Contains(Shown, she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digits_that_are_typed_are_deleted_and_count_for_nothing()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        var she = await world.Seated(member);
        await she.Types("my savings");
        await she.Presses("See my savings");

        var typed = await she.Types(SeatWorld.Pin);

        Assert.Contains("do not type", she.Screen, StringComparison.Ordinal);
        Assert.Contains(world.Phones.Sent, sent => sent.Body is OutboundBody.Erase erase && erase.Messages.Contains(typed));
        Assert.Equal(0, world.PinOf(member)!.Wrong);
    }

    [Fact]
    [Covers(SavingsActions.Change)]
    public async Task She_changes_it_by_the_one_she_had()
    {
        await using var world = await SeatWorld.Start();
        var she = await Saver(world);
        await SeatWorld.Opens(she);
        await she.Presses("What I wish");
        await she.Presses("Change my PIN");
        await SeatWorld.Enters(she, SeatWorld.Pin);
        await SeatWorld.Enters(she, "123456");
        Assert.Contains("too easy", she.Screen, StringComparison.Ordinal);
        await SeatWorld.Enters(she, "927164");
        await SeatWorld.Enters(she, "927165");
        Assert.Contains("not the same", she.Screen, StringComparison.Ordinal);
        await SeatWorld.Enters(she, "927164");
        await SeatWorld.Enters(she, "927164");
        Assert.Contains("Your PIN is set", she.Screen, StringComparison.Ordinal);

        await SeatWorld.Opens(she);
        Assert.Contains(Wrong, she.Screen, StringComparison.Ordinal);
        await SeatWorld.Enters(she, "927164");

        Assert.Contains(Shown, she.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("111111")]
    [InlineData("121212")]
    [InlineData("123123")]
    [InlineData("123456")]
    [InlineData("890123")]
    [InlineData("987654")]
    [InlineData("112233")]
    [InlineData("199873")]
    [InlineData("731998")]
    [InlineData("254173")]
    [InlineData("240598")]
    [InlineData("980524")]
    public void What_others_would_guess_is_refused(string pin) => Assert.True(PinRules.IsEasy(pin, new DateOnly(2026, 11, 27)));

    [Fact]
    public void Most_others_are_taken()
    {
        var easy = Enumerable.Range(0, 1_000_000).Count(pin => PinRules.IsEasy(pin.ToString("D6", System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 27)));

        Assert.InRange(easy, 1_000, 200_000);
        Assert.False(PinRules.IsEasy(SeatWorld.Pin, new DateOnly(2026, 11, 27)) || PinRules.IsEasy(SeatWorld.SecondPin, new DateOnly(2026, 11, 27)));
    }

    private static string Words(Somebody she) => she.Screen.Split('\n')[0];

    private static async Task<Somebody> Saver(SeatWorld world)
    {
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(12_500));
        return await world.Seated(member);
    }
}
