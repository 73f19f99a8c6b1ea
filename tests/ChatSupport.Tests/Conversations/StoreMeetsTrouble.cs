using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Conversations;

public sealed class StoreMeetsTrouble
{
    [Fact]
    public async Task A_full_disk_acknowledges_nothing_keeps_nothing_and_is_over_when_there_is_room()
    {
        await using var host = new StoreHost();
        var key = Some.Key();
        await host.Commit(Some.Inbound(key), Some.Turn(1, Some.Line()));
        await Allow(host, pages: 1);
        var large = Some.Line(new string('x', 300_000));
        var inbound = Some.Inbound(key);

        await Assert.ThrowsAsync<ConversationUnavailableException>(() => host.Commit(inbound, Some.Turn(2, large)));

        Assert.False(host.Get<StoreHealth>().IsWell);
        Assert.Contains("full", host.Get<StoreHealth>().Trouble, StringComparison.Ordinal);
        Assert.Equal(1, (await host.Load(key))!.State.Version);
        Assert.Equal(1, host.Count("outbox"));
        await Allow(host, pages: 1_000_000);
        Assert.Equal(Receipt.Committed, await host.Commit(inbound, Some.Turn(2, large)));
        Assert.True(host.Get<StoreHealth>().IsWell);
    }

    [Fact]
    public async Task Turns_that_share_a_commit_with_one_that_fills_the_disk_are_all_refused_and_none_is_kept()
    {
        await using var host = new StoreHost();
        await Allow(host, pages: 1);
        var turns = Enumerable.Range(0, 50).Select(_ => Some.Key()).Select(key => (Key: key, Task: host.Commit(
            Some.Inbound(key), Some.Turn(1, Some.Line(new string('x', 300_000)))))).ToList();

        foreach (var (_, task) in turns)
            await Assert.ThrowsAsync<ConversationUnavailableException>(() => task);

        Assert.Equal((0, 0, 0), (host.Count("conversations"), host.Count("outbox"), host.Count("inbox")));
    }

    [Fact]
    public async Task A_locked_database_refuses_and_recovers_by_itself_without_being_asked()
    {
        await using var host = new StoreHost();
        var key = Some.Key();
        using (var other = host.Get<Database>().OpenForWriting())
        {
            other.Begin();
            await Assert.ThrowsAsync<ConversationUnavailableException>(() => host.Commit(Some.Inbound(key), Some.Turn(1)));
            Assert.False(host.Get<StoreHealth>().IsWell);
        }
        await host.Until(() => host.Get<StoreHealth>().IsWell, "the writer did not notice that the lock is gone");

        Assert.Equal(Receipt.Committed, await host.Commit(Some.Inbound(key), Some.Turn(1)));
    }

    [Fact]
    public async Task A_file_that_turned_read_only_refuses_and_recovers_with_a_new_connection()
    {
        await using var host = new StoreHost();
        await host.Writer.Write(session => session["PRAGMA query_only=ON"].Run(), TestContext.Current.CancellationToken);
        var inbound = Some.Inbound(Some.Key());

        await Assert.ThrowsAsync<ConversationUnavailableException>(() => host.Commit(inbound, Some.Turn(1)));

        Assert.Equal(Receipt.Committed, await host.Commit(inbound, Some.Turn(1)));
    }

    [Fact]
    public async Task A_write_that_fails_by_its_own_fault_does_not_take_the_others_with_it()
    {
        await using var host = new StoreHost();
        var cancel = TestContext.Current.CancellationToken;
        var turns = new List<Task<Receipt>>();
        var faults = new List<Task<int>>();
        for (var n = 0; n < 100; n++)
        {
            turns.Add(host.Commit(Some.Inbound(Some.Key()), Some.Turn(1, Some.Line())));
            if (n % 10 == 0)
                faults.Add(host.Writer.Write(session => session["INSERT INTO outbox (id) VALUES (NULL)"].Run(), cancel));
        }

        Assert.All(await Task.WhenAll(turns), receipt => Assert.Equal(Receipt.Committed, receipt));
        foreach (var fault in faults)
            await Assert.ThrowsAnyAsync<Exception>(() => fault);
        Assert.Equal(100, host.Count("outbox"));
        Assert.True(host.Get<StoreHealth>().IsWell);
    }

    [Fact]
    public async Task A_state_that_was_carried_to_another_conversation_does_not_open()
    {
        await using var host = new StoreHost();
        var (hers, other) = (Some.Key(), Some.Key());
        await host.Commit(Some.Inbound(hers), Some.Turn(1));
        await host.Commit(Some.Inbound(other), Some.Turn(1));
        await host.Writer.Write(session => session["UPDATE conversations SET state = (SELECT state FROM conversations WHERE key = $1) WHERE key = $2"]
            .Run(hers, other), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ConversationDamagedException>(() => host.Load(other));
    }

    private static Task<object?> Allow(StoreHost host, int pages) =>
        host.Writer.Write(session => session[$"PRAGMA max_page_count={pages}"].One(), TestContext.Current.CancellationToken);
}
