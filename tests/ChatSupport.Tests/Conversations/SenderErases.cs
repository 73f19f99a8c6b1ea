using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class SenderErases
{
    private static readonly OutboundBody Everything = new OutboundBody.Erase([], Everything: true);

    [Fact]
    public async Task Leaving_quickly_deletes_hers_and_ours_that_are_young_enough()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();
        await host.Commit(Some.Inbound(key, messageId: "hers-old"), Some.Turn(1, Some.Menu("old")));
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");
        host.Time.Advance(TimeSpan.FromHours(49));
        await host.Commit(Some.Inbound(key, messageId: "hers") with { ArrivedAt = host.Time.GetUtcNow() }, Some.Turn(2, Some.Line("young"), Some.Menu("menu", replaces: false)));
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");
        await host.Until(() => channel.Standing.Count == 2, "the older menu was not taken away");

        await host.Commit(Some.Inbound(key), Some.Turn(3, Everything, Some.Menu("decoy", replaces: false)));
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        var erased = channel.Attempts.Select(outbound => outbound.Body).OfType<OutboundBody.Erase>().Last();
        Assert.Equal(["hers", "2", "3"], erased.Messages);
        Assert.Equal("decoy", Assert.Single(channel.Standing).Value);
        Assert.Equal(1, host.Count("messages"));
    }

    [Fact]
    public async Task What_still_waits_when_she_leaves_is_never_sent()
    {
        var held = new TaskCompletionSource();
        var channel = new TestChannel { Answer = outbound => outbound.Body is OutboundBody.Say { Text: "first" } ? new SendOutcome.TryAgain("no network") : null };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();

        await host.CommitAll(key, [Some.Line("first"), Some.Line("second")], [Some.Line("third")], [Everything, Some.Menu("decoy", replaces: false)]);
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied", TimeSpan.FromSeconds(1));

        Assert.Equal(["decoy"], channel.TextsOf(key));
    }

    [Fact]
    public async Task A_typed_secret_is_deleted_and_is_not_looked_for_again()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();

        await host.Commit(Some.Inbound(key, messageId: "typed"), Some.Turn(1, new OutboundBody.Erase(["typed"], Everything: false)));
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.Equal(["typed"], ((OutboundBody.Erase)Assert.Single(channel.Attempts).Body).Messages);
        Assert.Equal(0, host.Count("messages"));
    }

    [Fact]
    public async Task A_channel_that_deletes_nothing_is_not_asked_to()
    {
        var channel = new TestChannel(pace: TestChannel.Unlimited with { EraseWithin = null });
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();

        await host.CommitAll(Some.Key(), [Some.Line()], [Everything, Some.Line("decoy")]);
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.DoesNotContain(channel.Attempts, outbound => outbound.Body is OutboundBody.Erase);
    }

    [Fact]
    public async Task A_menu_that_is_too_old_to_be_found_among_the_messages_is_taken_along()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();
        await host.CommitAll(key, [Some.Menu("rights")]);
        await host.Until(() => host.Count("outbox") == 0, "the menu was not sent");
        host.Time.Advance(TimeSpan.FromHours(50));

        await host.Commit(Some.Inbound(key), Some.Turn(2, Everything, Some.Line("bye")) with { Forgets = true });
        await host.Until(() => channel.Arrived.Count == 2, "the last word was not sent");

        Assert.Equal(["bye"], channel.Standing.Values);
    }

    [Fact]
    public async Task Forgetting_her_leaves_no_row_with_her_key_once_the_last_word_is_sent()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        var key = Some.Key();
        var first = Some.Inbound(key, messageId: "hers");
        await host.Commit(first, Some.Turn(1, Some.Line("kept")) with { Schedule = [new(DueKind.PlaceExpiry, Some.Night.AddHours(72))] });
        var last = Some.Inbound(key);
        await host.Commit(last, Some.Turn(2, Everything, Some.Line("You are forgotten.")) with { Forgets = true });

        Assert.Null(await host.Load(key));
        Assert.Equal(0, host.Count("schedule"));
        Assert.Equal(1, host.Count("conversations", "state IS NULL AND address IS NOT NULL"));

        await host.Start<Sender>();
        await host.Until(() => host.Count("conversations") == 0, "the rest of the conversation stayed");

        Assert.Equal(["You are forgotten."], channel.TextsOf(key));
        Assert.Equal((0, 0, 0), (host.Count("messages"), host.Count("outbox"), host.Count("schedule")));
        Assert.Equal(Receipt.Repeated, await host.Commit(first, Some.Turn(1)));
        Assert.Equal(Receipt.Committed, await host.Commit(Some.Inbound(key), Some.Turn(1)));
    }

    [Fact]
    public async Task Forgetting_without_a_last_word_is_done_at_once()
    {
        await using var host = SenderFixture.Host(new TestChannel());
        var key = Some.Key();
        await host.Commit(Some.Inbound(key, messageId: "hers"), Some.Turn(1, Some.Line()));

        await host.Commit(Some.Inbound(key, messageId: "hers-too"), Some.Turn(2) with { Forgets = true });

        Assert.Equal((0, 0, 0), (host.Count("conversations"), host.Count("messages"), host.Count("outbox")));
    }

    [Fact]
    public async Task She_who_begins_anew_before_the_last_word_was_sent_keeps_her_new_conversation()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        var key = Some.Key();
        await host.Commit(Some.Inbound(key), Some.Turn(1, Some.Line("old")));
        await host.Commit(Some.Inbound(key), Some.Turn(2, Everything, Some.Line("bye")) with { Forgets = true });
        await host.Commit(Some.Inbound(key), Some.Turn(1, Some.Line("new")));

        await host.Start<Sender>();
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.Equal(["bye", "new"], channel.TextsOf(key));
        Assert.Equal(1, (await host.Load(key))!.State.Version);
    }
}
