using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class TurnKeepsHerPlace
{
    [Fact]
    [Covers(EngineActions.LanguageSet)]
    public async Task Place_language_and_answers_survive_a_restart_in_the_middle()
    {
        await using var first = await TurnHost.Start();
        var talk = await first.Welcome();
        await talk.Commands("language");
        await talk.Presses("Khmer");
        await talk.Presses("Note");

        await using var second = await TurnHost.Start(first.Folder, first.Time);
        var answer = await talk.After(second).Types("my note");

        Assert.Equal("rights", answer.Screen);
        Assert.Equal("km", answer.Menus.Last().Language);
        Assert.Equal(new Value.Text("my note"), (await talk.State()).Dialog!.Variables.Items["note"]);
    }

    [Fact]
    public async Task A_screen_that_left_the_content_leads_to_the_nearest_with_a_kind_word()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        host.Publish(TurnContent.Without("health"));

        var answer = await talk.Types("hello");

        Assert.Equal("home", answer.Screen);
        Assert.NotNull(answer.Menus.Last().Notice);
        Assert.Null(host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    public async Task Urgent_help_is_opened_from_a_screen_that_left_the_content()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        host.Publish(TurnContent.Without("health"));

        Assert.Equal("crisis", (await talk.Types("they hurt me")).Screen);
    }

    [Fact]
    public async Task After_72_hours_she_is_welcomed_back_at_home()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");
        host.Time.Advance(TimeSpan.FromHours(72) + TimeSpan.FromSeconds(1));

        var answer = await talk.Types("my note");

        Assert.Equal("home", answer.Screen);
        Assert.Equal("Good to see you again. We begin from the first page.", answer.Menus.Last().Notice);
        Assert.Empty((await talk.State()).Dialog!.Variables.Items);
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromHours(72), host.Due(talk.Key, DueKind.PlaceExpiry));
    }

    [Fact]
    public async Task Within_72_hours_she_goes_on_where_she_was()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");
        host.Time.Advance(TimeSpan.FromHours(72));

        Assert.Equal("rights", (await talk.Types("my note")).Screen);
    }

    [Theory]
    [InlineData("they hurt me", "crisis")]
    [InlineData("/x", "decoy")]
    public async Task After_72_hours_urgent_help_and_leaving_still_work_at_once(string typed, string screen)
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        host.Time.Advance(TimeSpan.FromHours(100));

        Assert.Equal(screen, (await talk.Types(typed)).Screen);
    }

    [Fact]
    [Covers(DueKind.PlaceExpiry)]
    public async Task An_expired_place_is_forgotten_without_a_word()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");
        await talk.Types("my note");
        host.Time.Advance(TimeSpan.FromHours(72));

        Assert.Empty((await talk.Due(DueKind.PlaceExpiry)).Out);

        var state = await talk.State();
        Assert.Equal("home", state.Dialog!.Screen.ToString());
        Assert.Empty(state.Dialog.Variables.Items);
        Assert.Equal("en", state.Dialog.Language);
    }

    [Fact]
    public async Task An_expiry_of_the_place_that_comes_too_early_waits_for_the_rest()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        host.Time.Advance(TimeSpan.FromHours(40));
        await talk.Presses("Note");
        var last = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromHours(32));

        await talk.Due(DueKind.PlaceExpiry);

        Assert.Equal("note", (await talk.State()).Dialog!.Screen.ToString());
        Assert.Equal(last + TimeSpan.FromHours(72), host.Due(talk.Key, DueKind.PlaceExpiry));
    }

    [Fact]
    public async Task Behind_the_decoy_the_place_expires_as_well()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");
        await talk.Commands("x");
        host.Time.Advance(TimeSpan.FromHours(73));

        Assert.Empty((await talk.Due(DueKind.PlaceExpiry)).Out);

        Assert.Equal("decoy", (await talk.Types("hello")).Screen);
        Assert.Equal("home", (await talk.Types("lotus")).Screen);
    }

    [Fact]
    [Covers(typeof(InboundEvent.Unreachable))]
    [Covers(typeof(InboundEvent.Reachable))]
    public async Task Who_blocked_the_bot_is_back_where_she_was_when_she_can_be_reached()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");

        Assert.Empty((await talk.Does(new InboundEvent.Unreachable())).Out);
        Assert.Equal(LifecycleState.Blocked, (await talk.State()).Lifecycle);
        Assert.Empty((await talk.Does(new InboundEvent.Reachable())).Out);
        Assert.Equal(LifecycleState.Dialog, (await talk.State()).Lifecycle);
        Assert.Equal("rights", (await talk.Types("my note")).Screen);
    }

    [Fact]
    public async Task Who_writes_after_a_block_need_not_be_announced()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Note");
        await talk.Does(new InboundEvent.Unreachable());

        Assert.Equal("rights", (await talk.Types("my note")).Screen);
    }

    [Fact]
    [Covers(typeof(InboundEvent.Moved))]
    public async Task A_new_address_changes_nothing_else()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        var before = await talk.State();

        Assert.Empty((await talk.Does(new InboundEvent.Moved())).Out);

        Assert.Equal(before with { Version = before.Version + 1 }, await talk.State());
    }

    [Fact]
    public async Task A_button_edits_its_menu_and_a_typed_word_is_answered_below()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        Assert.True(Assert.IsType<OutboundBody.Show>(Assert.Single((await talk.Presses("Rights")).Out)).Replaces);
        Assert.False(Assert.IsType<OutboundBody.Show>(Assert.Single((await talk.Types("home")).Out)).Replaces);
    }

    [Fact]
    public async Task To_ask_for_a_person_opens_the_dialog_for_it()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        Assert.Equal("person", (await talk.Commands("person")).Screen);
    }
}
