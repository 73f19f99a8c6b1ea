using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class SafetyLeaving
{
    [Theory]
    [Covers(LifecycleState.Decoy)]
    [Covers(LifecycleState.WaitingForPeer)]
    [Covers(LifecycleState.WithPeer)]
    [Covers(LifecycleState.Blocked)]
    [Covers(LifecycleState.Erased)]
    [InlineData(nameof(LifecycleState.New))]
    [InlineData(nameof(LifecycleState.Consent))]
    [InlineData(nameof(LifecycleState.Dialog))]
    [InlineData(nameof(LifecycleState.WaitingForPeer))]
    [InlineData(nameof(LifecycleState.WithPeer))]
    [InlineData(nameof(LifecycleState.Decoy))]
    [InlineData(nameof(LifecycleState.Blocked))]
    [InlineData(nameof(LifecycleState.Erased))]
    public async Task From_every_state_the_chat_is_emptied_and_the_decoy_stands_there(string from)
    {
        await using var host = await TurnHost.Start();
        var talk = await Bring(host, Enum.Parse<LifecycleState>(from));

        var answer = await talk.Commands("x");

        AssertHidden(answer);
        Assert.Equal(LifecycleState.Decoy, (await talk.State()).Lifecycle);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("Leave!")]
    [InlineData("ចាកចេញ")]
    [InlineData("chak chenh")]
    [InlineData("/x")]
    public async Task The_words_for_leaving_work_even_where_any_text_is_an_answer(string word)
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");

        AssertHidden(await talk.Types(word));

        Assert.Equal("note", (await talk.State()).Dialog!.Screen.ToString());
        Assert.False((await talk.State()).Dialog!.Variables.Items.ContainsKey("note"));
    }

    [Fact]
    [Covers(EngineActions.LeaveQuickly)]
    [Covers(typeof(Input.Button))]
    [Covers(typeof(InboundEvent.Did))]
    public async Task The_button_for_leaving_hides_everything_and_keeps_her_place()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");

        AssertHidden(await talk.Presses(LeaveLabel(talk)));

        Assert.Equal("health", (await talk.State()).Dialog!.Screen.ToString());
        Assert.Null(host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    public async Task Leaving_works_where_the_content_itself_fails()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        host.Publish(TurnContent.Without("decoy"));

        var answer = await talk.Commands("x");

        Assert.True(answer.ErasesEverything);
        Assert.Equal(LifecycleState.Decoy, (await talk.State()).Lifecycle);
    }

    private static void AssertHidden(Answer answer)
    {
        var erase = Assert.IsType<OutboundBody.Erase>(answer.Out[0]);
        Assert.True(erase.Everything);
        var show = Assert.IsType<OutboundBody.Show>(Assert.Single(answer.Out.Skip(1)));
        Assert.True(show.Silent);
        Assert.False(show.Replaces);
        Assert.Equal("decoy", answer.Screen);
    }

    private static string LeaveLabel(Talk talk) => talk.Last.Menus.Last().Navigation.Single(button => button.Id == "n-leave").Label;

    private static async Task<Talk> Bring(TurnHost host, LifecycleState state)
    {
        if (state == LifecycleState.New)
            return host.Meet();
        if (state is LifecycleState.Consent or LifecycleState.Erased)
        {
            var early = host.Meet();
            await early.Types("hello");
            if (state == LifecycleState.Erased)
                await early.Presses("Decline");
            return early;
        }

        var talk = await host.Welcome();
        if (state == LifecycleState.Decoy)
            await talk.Commands("x");
        else if (state == LifecycleState.Blocked)
            await talk.Does(new InboundEvent.Unreachable());
        else
            await talk.Put(kept => kept with { Lifecycle = state });
        return talk;
    }
}
