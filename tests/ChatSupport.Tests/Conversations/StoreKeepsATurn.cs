using System.Text.Json;
using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class StoreKeepsATurn
{
    [Fact]
    public async Task The_state_is_read_again_as_it_was_written()
    {
        await using var host = new StoreHost();
        var key = Some.Key();
        var inbound = Some.Inbound(key);

        Assert.Null(await host.Load(key));
        Assert.Equal(Receipt.Committed, await host.Commit(inbound, Some.Turn(1, Some.Menu())));

        var stored = await host.Load(key);
        Assert.Equal(JsonSerializer.Serialize(Some.State(1)), JsonSerializer.Serialize(stored!.State));
        Assert.Equal([inbound.Id], stored.Recent);
    }

    [Fact]
    public async Task A_repeated_event_changes_nothing_even_with_another_turn()
    {
        await using var host = new StoreHost();
        var key = Some.Key();
        var inbound = Some.Inbound(key);
        await host.Commit(inbound, Some.Turn(1, Some.Line()));

        Assert.Equal(Receipt.Repeated, await host.Commit(inbound, Some.Turn(2, Some.Line())));
        Assert.Equal(Receipt.Repeated, await host.Commit(inbound, Some.Turn(1, Some.Line())));

        Assert.Equal(1, (await host.Load(key))!.State.Version);
        Assert.Equal(1, host.Count("outbox"));
    }

    [Fact]
    public async Task A_stale_turn_is_refused_and_leaves_no_trace_so_that_its_event_can_come_again()
    {
        await using var host = new StoreHost();
        var key = Some.Key();
        await host.Commit(Some.Inbound(key), Some.Turn(1));
        await host.Commit(Some.Inbound(key), Some.Turn(2));
        var late = Some.Inbound(key);

        await Assert.ThrowsAsync<StaleConversationException>(() => host.Commit(late, Some.Turn(2, Some.Line())));
        await Assert.ThrowsAsync<StaleConversationException>(() => host.Commit(late, Some.Turn(1, Some.Line())));
        await Assert.ThrowsAsync<StaleConversationException>(() => host.Commit(late, Some.Turn(7, Some.Line())));

        Assert.Equal(0, host.Count("outbox"));
        Assert.Equal(Receipt.Committed, await host.Commit(late, Some.Turn(3)));
    }

    [Fact]
    public async Task The_latest_sixteen_or_so_events_are_known_newest_first()
    {
        await using var host = new StoreHost();
        var key = Some.Key();
        var ids = Enumerable.Range(0, 40).Select(n => $"tg:123456789:{n:d9}").ToList();
        for (var n = 0; n < ids.Count; n++)
            await host.Commit(Some.Inbound(key, ids[n]), Some.Turn(n + 1));

        var recent = (await host.Load(key))!.Recent;

        Assert.InRange(recent.Length, 16, 40);
        Assert.Equal(ids.AsEnumerable().Reverse().Take(recent.Length), recent);
    }
}
