using ChatSupport.Conversations;
using ChatSupport.Escalation;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Savings.Leaders;

namespace ChatSupport.Tests.Savings.Meetings;

/// <summary>By what link a phone comes to lead a group, and what else its owner is.</summary>
public sealed class WhoLeadsFromWhichPhone
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_works_once_and_a_lost_phone_leads_nothing()
    {
        await using var world = await MeetingWorld.Start();
        var roll = world.Host.Get<LeaderRoll>();
        var link = (await roll.Invite(world.Group.Id, MeetingWorld.Officer, Cancel))!;
        var she = world.Host.Meet();
        await she.Types(link.Word);
        var thief = world.Host.Meet();
        await thief.Types(link.Word);
        Assert.Equal(LifecycleState.New, (await thief.State()).Lifecycle);
        Assert.Equal("savings-leader", (await she.Presses("Begin")).Screen);

        var again = (await roll.InviteAgain(link.Seat.Id, MeetingWorld.Officer, Cancel))!;
        Assert.Equal("savings-leader#stranger", (await she.Presses("My float")).Screen);
        var phone = world.Host.Meet();
        world.Host.Time.Advance(TimeSpan.FromHours(25));
        await phone.Types(again.Word);
        Assert.Equal(LifecycleState.New, (await phone.State()).Lifecycle); // too late
        var third = (await roll.InviteAgain(link.Seat.Id, MeetingWorld.Officer, Cancel))!;
        await phone.Types(third.Word);
        await phone.Presses("Begin");
        Assert.Equal("savings-leader#open", (await phone.Presses("Open the meeting")).Screen);
        await phone.Commands("forget");
        Assert.True(await roll.Leave(link.Seat.Id, MeetingWorld.Officer, Cancel));
        Assert.Empty(roll.Leading(world.Group.Id));
        Assert.Null(await roll.InviteAgain(link.Seat.Id, MeetingWorld.Officer, Cancel));
        Assert.Null(await roll.Invite("nobody", MeetingWorld.Officer, Cancel));
    }

    [Fact]
    public async Task A_peer_educator_holds_it_between_her_chats()
    {
        await using var world = await MeetingWorld.Start(also: services => services.AddEscalation());
        var (she, _) = await world.Leader();
        var secret = await world.Host.Get<DeskPens>().Write(pen =>
        {
            pen.Save(new Educator { Id = "educator", Name = "Educator", Alias = Aliases.Draw(), Role = DeskRole.Educator, Languages = ["km", "en"] });
            return Joining.Invite(pen, "educator");
        }, Cancel);
        await she.Types("/start desk-" + secret);
        Assert.Equal(LifecycleState.AtDesk, (await she.State()).Lifecycle);

        Assert.Equal("savings-leader", (await she.Types("savings meeting")).Screen);
        await she.Presses("Open the meeting");
        await she.Presses("Deposits");
        Assert.Contains("Entered 1", (await she.Types("1 5000")).Said, StringComparison.Ordinal);
        await she.Commands("menu"); // the desk again
        await she.Types("hello");

        Assert.Equal((LifecycleState.AtDesk, 5000L), ((await she.State()).Lifecycle, world.Saved(1)));
        Assert.Equal("home", (await she.State()).Dialog!.Screen.ToString());
    }
}
