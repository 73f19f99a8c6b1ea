using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class SafetyFlood
{
    [Fact]
    public async Task Over_the_limit_she_is_told_once_and_her_place_stays()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);

        var told = await talk.Types("overtime");
        var dropped = await talk.Types("overtime");

        Assert.Equal(Receipt.TooFast, told.Receipt);
        Assert.Equal("Please wait a moment, then write again.", told.Said);
        Assert.Equal(Receipt.TooFast, dropped.Receipt);
        Assert.Empty(dropped.Out);
        Assert.Equal("home", (await talk.State()).Dialog!.Screen.ToString());
    }

    [Fact]
    public async Task After_a_pause_she_goes_on_and_is_told_again_only_after_a_whole_one()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);
        await talk.Types("hello");

        host.Time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(Receipt.Committed, (await talk.Types("overtime")).Receipt);
        Assert.Empty((await talk.Types("overtime")).Out);

        host.Time.Advance(TimeSpan.FromSeconds(10));
        await Flood(host, talk);
        Assert.NotEmpty((await talk.Types("hello")).Out);
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("leave")]
    [InlineData("button")]
    public async Task Leaving_quickly_is_never_too_fast(string how)
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);
        var leave = talk.Last.Menus.Last().Navigation.Single(button => button.Id == "n-leave").Label;

        var answer = how == "button" ? await talk.Presses(leave) : await talk.Types(how);

        Assert.True(answer.ErasesEverything);
        Assert.Equal(LifecycleState.Decoy, (await talk.State()).Lifecycle);
    }

    [Fact]
    public async Task What_was_too_fast_to_be_taken_is_deleted_with_the_rest_when_she_leaves()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);
        await talk.Types("told");
        var dropped = await talk.Types("my secret");

        var answer = await talk.Commands("x");

        Assert.Equal([dropped.MessageId], Assert.IsType<OutboundBody.Erase>(answer.Out[0]).Messages);
    }

    [Fact]
    public async Task What_was_too_fast_is_deleted_with_the_rest_even_after_a_restart()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);
        await talk.Types("told");
        var dropped = await talk.Types("my secret");

        var (standing, _) = host.Get<OutboxRows>().ReadStanding(talk.Key, host.Time.GetUtcNow() - TimeSpan.FromHours(47));

        Assert.Contains(dropped.MessageId, standing);
    }

    [Fact]
    public async Task What_was_too_fast_may_be_sent_again_and_is_taken_then()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);
        Assert.Equal(Receipt.TooFast, (await talk.Does(new InboundEvent.Did(new Input.Text("overtime")), "test:again")).Receipt);

        host.Time.Advance(host.Options.BurstRefill);

        Assert.Equal(Receipt.Committed, (await talk.Does(new InboundEvent.Did(new Input.Text("overtime")), "test:again")).Receipt);
    }

    [Fact]
    public async Task In_the_decoy_nothing_is_said_about_it()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);
        await talk.Commands("x");

        var answer = await talk.Types("hello");

        Assert.Equal(Receipt.TooFast, answer.Receipt);
        Assert.Empty(answer.Out);
    }

    [Fact]
    public async Task What_the_schedule_and_the_channel_say_is_never_too_fast()
    {
        await using var host = await TurnHost.Start();
        var talk = await Flooding(host);

        Assert.Equal(Receipt.Committed, (await talk.Due(DueKind.PlaceExpiry)).Receipt);
        Assert.Equal(Receipt.Committed, (await talk.Does(new InboundEvent.Unreachable())).Receipt);
    }

    private static async Task<Talk> Flooding(TurnHost host)
    {
        var talk = await host.Welcome();
        host.Time.Advance(host.Options.BurstRefill);
        await Flood(host, talk);
        return talk;
    }

    private static async Task Flood(TurnHost host, Talk talk)
    {
        for (var i = 0; i < host.Options.Burst; i++)
            Assert.Equal(Receipt.Committed, (await talk.Commands("start")).Receipt);
    }
}
