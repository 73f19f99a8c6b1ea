using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class SafetyForgetting
{
    [Theory]
    [InlineData("/forget")]
    [InlineData("forget me")]
    public async Task She_is_told_first_what_is_deleted(string typed)
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        var answer = typed.StartsWith('/') ? await talk.Commands(typed[1..]) : await talk.Types(typed);

        Assert.Equal("forget", answer.Screen);
        Assert.Equal(LifecycleState.Dialog, (await talk.State()).Lifecycle);
    }

    [Fact]
    [Covers(EngineActions.PrivacyForget)]
    public async Task The_chat_is_emptied_one_plain_line_tells_her_so_and_nothing_is_kept()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Commands("forget");

        var answer = await talk.Presses("Erase");

        Assert.True(Assert.IsType<OutboundBody.Erase>(answer.Out[0]).Everything);
        var line = Assert.IsType<OutboundBody.Say>(Assert.Single(answer.Out.Skip(1)));
        Assert.True(line.Silent);
        Assert.Equal("This is goodbye.", line.Text);
        Assert.Null(await host.Get<TurnStore>().Load(talk.Key, TestContext.Current.CancellationToken));
        Assert.All(Enum.GetValues<DueKind>(), kind => Assert.Null(host.Due(talk.Key, kind)));
    }

    [Fact]
    [Covers(typeof(InboundEvent.Ended))]
    public async Task What_is_kept_of_her_goes_with_a_chat_that_its_channel_deletes()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        Assert.Empty((await talk.Does(new InboundEvent.Ended())).Out);

        Assert.Null(await host.Get<TurnStore>().Load(talk.Key, TestContext.Current.CancellationToken));
        Assert.All(Enum.GetValues<DueKind>(), kind => Assert.Null(host.Due(talk.Key, kind)));
    }

    [Fact]
    public async Task Her_next_word_is_a_first_one_and_a_repeat_of_an_old_one_is_nothing()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Does(new InboundEvent.Commanded("forget"), id: "test:1:asked");
        await talk.Presses("Erase");

        Assert.Equal(Receipt.Repeated, (await talk.Does(new InboundEvent.Commanded("forget"), id: "test:1:asked")).Receipt);
        Assert.Equal("consent", (await talk.Types("hello")).Screen);
        Assert.Null((await talk.State()).ConsentedAt);
    }
}
