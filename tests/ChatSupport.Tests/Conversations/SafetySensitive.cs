using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Conversations;

public sealed class SafetySensitive
{
    [Fact]
    public async Task A_sensitive_screen_expires_ten_minutes_after_she_last_did_something_there()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        host.Time.Advance(TimeSpan.FromMinutes(4));

        await talk.Types("what");

        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(10), host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    public async Task Leaving_the_sensitive_screen_takes_the_expiry_away()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");

        await talk.Presses("Deeper");

        Assert.Null(host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    [Covers(DueKind.SensitiveExpiry)]
    [Covers(typeof(InboundEvent.Due))]
    public async Task After_ten_quiet_minutes_the_decoy_hides_it_without_a_sound()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        host.Time.Advance(TimeSpan.FromMinutes(10));

        var answer = await talk.Due(DueKind.SensitiveExpiry);

        Assert.True(answer.ErasesEverything);
        Assert.Equal("decoy", answer.Screen);
        Assert.All(answer.Out.OfType<OutboundBody.Show>(), show => Assert.True(show.Silent));
        Assert.Equal("health", (await talk.Types("lotus")).Screen);
    }

    [Fact]
    public async Task An_expiry_that_comes_too_early_waits_for_the_rest()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        var began = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(9));

        Assert.Empty((await talk.Due(DueKind.SensitiveExpiry)).Out);

        Assert.Equal(began + TimeSpan.FromMinutes(10), host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    public async Task An_expiry_that_comes_late_or_twice_does_nothing()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        host.Time.Advance(TimeSpan.FromMinutes(20));

        Assert.Empty((await talk.Due(DueKind.SensitiveExpiry)).Out);

        await talk.Commands("x");
        Assert.Empty((await talk.Due(DueKind.SensitiveExpiry)).Out);
    }

    [Fact]
    public async Task Who_blocked_the_bot_on_a_sensitive_screen_finds_the_decoy_when_she_returns()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        await talk.Does(new InboundEvent.Unreachable());
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Empty((await talk.Due(DueKind.SensitiveExpiry)).Out);

        var back = await talk.Commands("start");
        Assert.True(back.ErasesEverything); // what could not be deleted while she was out of reach
        Assert.Equal("decoy", back.Screen);
        Assert.Equal("health", (await talk.Types("lotus")).Screen);
    }

    [Fact]
    public async Task Who_unblocks_it_again_finds_her_chat_emptied_and_the_decoy_before_she_writes_a_word()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        await talk.Does(new InboundEvent.Unreachable());
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await talk.Due(DueKind.SensitiveExpiry);

        var back = await talk.Does(new InboundEvent.Reachable());

        Assert.True(back.ErasesEverything);
        Assert.Equal("decoy", back.Screen);
        Assert.Equal("health", (await talk.Types("lotus")).Screen);
    }

    [Fact]
    public async Task What_she_typed_on_it_or_to_get_there_is_deleted_from_the_chat()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        Assert.False((await talk.Types("overtime")).ErasesTyped);
        await talk.Commands("start");
        Assert.True((await talk.Types("1")).ErasesTyped);
        Assert.True((await talk.Types("my secret")).ErasesTyped);
        Assert.True((await talk.Commands("start")).ErasesTyped);
        Assert.False((await talk.Types("hello")).ErasesTyped);
    }

    [Fact]
    [Covers(typeof(Input.Location))]
    [Covers(typeof(Input.Voice))]
    [Covers(typeof(Input.Photo))]
    [Covers(typeof(Input.Unreadable))]
    [Covers(typeof(Input.Edited))]
    public async Task Whatever_else_she_sends_there_is_deleted_too()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        Input[] inputs =
        [
            new Input.Location(10.6, 103.5), new Input.Location(double.NaN, 500), new Input.Voice("v1"), new Input.Photo("p1"),
            new Input.Unreadable(), new Input.Edited(),
        ];

        foreach (var input in inputs)
        {
            var answer = await talk.Sends(input);
            Assert.True(answer.ErasesTyped);
            Assert.Equal("health", answer.Screen);
        }
    }

    [Fact]
    [Covers(typeof(InboundEvent.Continued))]
    public async Task More_of_what_she_sent_is_not_answered_again_and_goes_with_the_rest()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        var elsewhere = await talk.Does(new InboundEvent.Continued(new Input.Photo("more")));
        await talk.Presses("Health");
        var there = await talk.Does(new InboundEvent.Continued(new Input.Photo("more")));

        Assert.Empty(elsewhere.Out);
        Assert.Equal(elsewhere.MessageId, host.Get<StoreReaders>().Read(session => session["SELECT message_id FROM messages WHERE message_id = $1"].One(elsewhere.MessageId)));
        Assert.True(there.ErasesTyped);
        Assert.Single(there.Out);
    }
}
