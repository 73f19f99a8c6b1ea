using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class PollingForUpdates : BotApiTest
{
    [Fact]
    public async Task An_offset_confirms_what_is_before_it()
    {
        var worker = WorkerWhoWrote();
        worker.Sends("two");
        worker.Sends("three");
        var ids = await UpdateIds();
        Assert.Equal([ids[0], ids[0] + 1, ids[0] + 2], ids);

        Assert.Equal(ids, await UpdateIds(new { offset = ids[0] }));
        Assert.Equal([ids[2]], await UpdateIds(new { offset = ids[2] }));
        Assert.Equal([ids[2]], await UpdateIds());
        Assert.Empty(await UpdateIds(new { offset = ids[2] + 1 }));
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_newest()
    {
        var worker = WorkerWhoWrote();
        worker.Sends("two");
        worker.Sends("three");

        Assert.Equal([Api.LastUpdateId], await UpdateIds(new { offset = -1 }));
        Assert.Equal([Api.LastUpdateId], await UpdateIds(new { offset = -100 }));
    }

    [Fact]
    public async Task A_limit_takes_the_oldest()
    {
        var worker = WorkerWhoWrote();
        worker.Sends("two");

        Assert.Equal([Api.LastUpdateId - 1], await UpdateIds(new { limit = 1 }));
    }

    [Fact]
    public async Task A_poll_that_waits_ends_when_she_writes()
    {
        var poll = UpdateIds(new { timeout = 30 });
        var worker = Api.Worker();
        Assert.False(poll.IsCompleted);

        worker.Sends("now");

        Assert.Equal([Api.LastUpdateId], await poll);
    }

    [Fact]
    public async Task A_poll_that_waits_ends_empty_when_its_time_is_over()
    {
        var poll = UpdateIds(new { timeout = 30 });
        Api.Clock.Run(1000);

        Assert.Empty(await poll);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_with_409()
    {
        await using var second = new SecondPoller(this);

        Assert.StartsWith("409 Conflict: terminated by other getUpdates request", await second.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_ends_a_poll_and_refuses_others_with_409()
    {
        await Result("setWebhook", new { url = "http://127.0.0.1:9/hook" });

        Assert.StartsWith("409 Conflict: can't use getUpdates method while webhook is active", await Refusal("getUpdates"), StringComparison.Ordinal);
        await Result("deleteWebhook");
        Assert.Empty(await UpdateIds());
    }

    [Fact]
    public async Task Kinds_that_were_asked_for_are_remembered()
    {
        await UpdateIds(new { allowed_updates = new[] { "callback_query" } });
        var worker = WorkerWhoWrote();
        Assert.Empty(await UpdateIds());

        await UpdateIds(new { allowed_updates = Array.Empty<string>() });
        worker.Sends("heard again");
        Assert.Single(await UpdateIds());
    }

    [Fact]
    public async Task Reactions_come_only_on_request()
    {
        var worker = WorkerWhoWrote();
        worker.Reacts(worker.Screen[0], "👍");
        Assert.Single(await UpdateIds());

        await UpdateIds(new { allowed_updates = new[] { "message", "message_reaction" } });
        worker.Reacts(worker.Screen[0], "👍");
        Assert.Equal(2, (await UpdateIds()).Length);
    }

    [Fact]
    public async Task What_nobody_fetched_for_a_day_is_dropped()
    {
        WorkerWhoWrote();
        Api.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Empty(await UpdateIds());
    }

    [Fact]
    public async Task An_update_can_come_again_with_the_same_id_although_it_was_confirmed()
    {
        WorkerWhoWrote();
        var id = Assert.Single(await UpdateIds());
        Assert.Empty(await UpdateIds(new { offset = id + 1 }));

        Api.Repeats(id);

        Assert.Equal([id], await UpdateIds(new { offset = id + 1 }));
        Assert.Empty(await UpdateIds(new { offset = id + 1 }));
    }

    [Fact]
    public async Task One_that_comes_again_does_not_come_before_an_older_one_that_was_not_confirmed()
    {
        var worker = WorkerWhoWrote();
        worker.Sends("second");
        var ids = await UpdateIds();

        Api.Repeats(ids[1]);

        Assert.Equal([ids[0], ids[1], ids[1]], await UpdateIds());
    }

    [Fact]
    public async Task An_update_of_a_kind_that_does_not_exist_yet_arrives()
    {
        Api.Delivers("telepathy", new JsonObject { ["thought"] = "hello" });

        var update = Assert.Single((await Result("getUpdates")).AsArray());
        Assert.Equal("hello", update!["telepathy"]!["thought"]!.ToString());
    }

    /// <summary>Two polls at once; which of them came first is seen from which was ended.</summary>
    private sealed class SecondPoller(PollingForUpdates test) : IAsyncDisposable
    {
        private readonly Task<JsonObject>[] both = [test.Call("getUpdates", new { timeout = 30 }), test.Call("getUpdates", new { timeout = 30 })];

        public Task<string> First => Ended();

        public async ValueTask DisposeAsync()
        {
            test.WorkerWhoWrote(); // ends the one that still waits
            await Task.WhenAll(both);
        }

        private async Task<string> Ended()
        {
            var body = await await Task.WhenAny(both);
            return $"{body["error_code"]} {body["description"]}";
        }
    }
}
