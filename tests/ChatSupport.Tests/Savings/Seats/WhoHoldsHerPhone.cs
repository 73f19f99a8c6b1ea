using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Seats;

namespace ChatSupport.Tests.Savings.Seats;

/// <summary>What somebody cannot do who has her phone in hand, knows the PIN that she gave away, or has a friend among the staff.</summary>
public sealed class WhoHoldsHerPhone
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_for_a_second_pin_shows_nothing_to_who_does_not_know_the_first()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(12_500));
        var she = await world.Seated(member);
        await world.Staff.GiveSecondPin(member.Id, SeatWorld.Officer, Cancel);
        var code = SeatWorld.Digits(await world.Staff.GiveSecondPin(member.Id, SeatWorld.Colleague, Cancel));
        await she.Types("my savings");
        await she.Presses("I have a code");
        await she.Types(code);

        await SeatWorld.Enters(she, "902716"); // somebody else chooses
        Assert.Contains("press your PIN as it is now", she.Screen, StringComparison.Ordinal);
        Assert.Equal(PinAnswer.Wrong, await world.Get<SeatPins>().Look(member.Id, "902716", Cancel));

        await SeatWorld.Enters(she, SeatWorld.Pin);
        await SeatWorld.Enters(she, SeatWorld.SecondPin);
        await SeatWorld.Enters(she, SeatWorld.SecondPin);
        Assert.Equal(PinAnswer.Both, await world.Get<SeatPins>().Look(member.Id, SeatWorld.SecondPin, Cancel));
    }

    [Fact]
    public async Task The_pin_that_she_was_made_to_tell_does_not_let_anybody_try_the_other_without_end()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        var she = await world.Seated(member);
        for (var wrong = 0; wrong < 4; wrong++)
            await SeatWorld.Opens(she, $"90271{wrong}");
        await SeatWorld.Opens(she);
        Assert.Contains("💰", she.Screen, StringComparison.Ordinal); // and it forgives nothing but its own look
        await SeatWorld.Opens(she, "902719");

        Assert.True(world.PinOf(member)!.LockedUntil > world.World.Host.Time.GetUtcNow());
        await SeatWorld.Opens(she);
        Assert.DoesNotContain("💰", she.Screen, StringComparison.Ordinal);

        await world.Pass(PinRules.WrongLasts + TimeSpan.FromMinutes(1));
        await she.Types("lotus"); // the chat shows the decoy by now
        await SeatWorld.Opens(she);
        Assert.Contains("💰", she.Screen, StringComparison.Ordinal);
        Assert.Equal(0, world.PinOf(member)!.Wrong);
    }

    [Fact]
    public async Task Whoever_is_quicker_than_the_schedule_on_a_lost_phone_keeps_nothing()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(12_500));
        var she = await world.Seated(member);
        await SeatWorld.Opens(she);
        // As from the command line: another process, whose bell nobody hears here.
        await world.Get<ChatSupport.Storage.StoreWriter>().Write(session =>
        {
            SeatRows.TakeOff(session, null, world.SeatOf(member)!.Conversation, world.World.Host.Time.GetUtcNow());
            return true;
        }, Cancel);

        await she.Presses("Hide now");

        Assert.DoesNotContain("12,500", she.Screen, StringComparison.Ordinal);
        Assert.NotNull(world.StateOf(she).Decoy);
        Assert.Null(world.SeatOf(member));
    }

    [Fact]
    public async Task That_she_has_savings_here_is_not_to_be_seen()
    {
        await using var world = await SeatWorld.Start();
        var she = await world.Seated((await world.Group())[0]);
        var other = await world.World.Worker("en");
        foreach (var one in new[] { she, other })
        {
            await one.Commands("menu");
            await one.Types("my savings");
        }
        Assert.Equal(other.Screen, she.Screen);
        foreach (var one in new[] { she, other })
        {
            await one.Presses("See my savings");
            await SeatWorld.Enters(one, "902716");
        }

        Assert.Equal(other.Screen, she.Screen);
        Assert.Contains("It did not open.", other.Screen, StringComparison.Ordinal);
    }
}
