using ChatSupport.BotApi;
using ChatSupport.BotApi.Faults;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class BreakingOnPurpose : BotApiTest
{
    private TelegramBotClient Bot(int retries = 0) => new(new TelegramBotClientOptions(Api.Token, Api.Url) { RetryCount = retries });

    [Fact]
    public async Task The_next_calls_fail_and_then_all_is_well()
    {
        var worker = WorkerWhoWrote();
        Api.Faults.Next(new Fault.ServerError(), times: 2, method: "sendMessage", chat: worker.Id);
        var bot = Bot();

        await bot.GetMe(Cancel);
        for (var i = 0; i < 2; i++)
            Assert.Equal(500, (await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(worker.Id, "x", cancellationToken: Cancel))).ErrorCode);
        await bot.SendMessage(worker.Id, "arrived", cancellationToken: Cancel);

        Assert.Equal(["x", "x", "arrived"], worker.History.Select(call => call.Request["text"]!.ToString()));
        Assert.Equal(3, Api.Calls.Of("sendMessage"));
        Assert.Single(worker.Screen, message => message.FromBot);
    }

    [Fact]
    public async Task A_cut_before_has_no_effect_and_a_cut_after_has()
    {
        var worker = WorkerWhoWrote();
        Api.Faults.Next(new Fault.CutBefore(), chat: worker.Id);
        Api.Faults.Next(new Fault.CutAfter(), chat: worker.Id);

        await Assert.ThrowsAsync<RequestException>(() => Bot().SendMessage(worker.Id, "before", cancellationToken: Cancel));
        await Assert.ThrowsAsync<RequestException>(() => Bot().SendMessage(worker.Id, "after", cancellationToken: Cancel));

        Assert.Equal("after", Assert.Single(worker.Screen, message => message.FromBot).Text);
    }

    [Theory]
    [InlineData("Before", false)]
    [InlineData("After", true)]
    [InlineData("Midway", true)]
    public async Task A_trap_springs_at_its_point_of_one_call_and_the_bot_never_knows(string point, bool tookEffect)
    {
        var worker = WorkerWhoWrote();
        int? there = null;
        Api.Faults.Trap(Enum.Parse<TrapPoint>(point), nth: 2, () =>
        {
            there = worker.Screen.Count(message => message.FromBot);
            return Task.CompletedTask;
        }, "sendMessage");

        await Bot().SendMessage(worker.Id, "one", cancellationToken: Cancel);
        await Assert.ThrowsAsync<RequestException>(() => Bot().SendMessage(worker.Id, "two", cancellationToken: Cancel));
        await Bot().SendMessage(worker.Id, "three", cancellationToken: Cancel);

        Assert.Equal(tookEffect ? 2 : 1, there);
        Assert.Equal(tookEffect ? 3 : 2, worker.Screen.Count(message => message.FromBot));
        Assert.Equal(tookEffect, worker.History[1].Fault is { HidesAnswer: true });
    }

    [Fact]
    public async Task A_page_of_html_is_no_answer()
    {
        var worker = WorkerWhoWrote();
        Api.Faults.Next(new Fault.BadGateway(), chat: worker.Id);

        await Assert.ThrowsAsync<RequestException>(() => Bot().SendMessage(worker.Id, "x", cancellationToken: Cancel));

        Assert.DoesNotContain(worker.Screen, message => message.FromBot);
    }

    [Fact]
    public async Task A_slow_answer_arrives_whole()
    {
        var worker = WorkerWhoWrote();
        Api.Faults.Next(new Fault.SlowBody(TimeSpan.FromSeconds(0.4)), chat: worker.Id);
        Api.Faults.Next(new Fault.Delay(TimeSpan.FromSeconds(0.1)), chat: worker.Id);

        Assert.Equal("slow", (await Bot().SendMessage(worker.Id, "slow", cancellationToken: Cancel)).Text);
        Assert.Equal("late", (await Bot().SendMessage(worker.Id, "late", cancellationToken: Cancel)).Text);
    }

    [Fact]
    public async Task A_flood_holds_one_chat_until_its_seconds_are_over_and_says_how_many_remain()
    {
        var (flooded, other) = (WorkerWhoWrote(), WorkerWhoWrote());
        Api.Faults.Flood(seconds: 30, flooded.Id);

        Assert.Equal("429 Too Many Requests: retry after 30", await Refusal("sendMessage", new { chat_id = flooded.Id, text = "x" }));
        await Result("sendMessage", new { chat_id = other.Id, text = "x" });
        Api.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("429 Too Many Requests: retry after 10", await Refusal("sendMessage", new { chat_id = flooded.Id, text = "x" }));
        Api.Clock.Advance(TimeSpan.FromSeconds(10));
        await Result("sendMessage", new { chat_id = flooded.Id, text = "x" });
    }

    [Fact]
    public async Task A_flood_for_everybody_stops_sending_and_not_polling()
    {
        Api.Faults.Flood(seconds: 5);

        Assert.StartsWith("429", await Refusal("sendMessage", new { chat_id = WorkerWhoWrote().Id, text = "x" }), StringComparison.Ordinal);
        Assert.Single(await UpdateIds());
    }

    [Fact]
    public async Task The_client_of_the_product_waits_out_a_429_by_itself()
    {
        var worker = WorkerWhoWrote();
        Api.Faults.Next(new Fault.TooMany(1), chat: worker.Id);

        await Bot(retries: 2).SendMessage(worker.Id, "after a second", cancellationToken: Cancel);

        Assert.Equal([429, 200], worker.History.Select(call => call.Status));
    }

    [Fact]
    public async Task The_same_seed_breaks_the_same_calls()
    {
        var first = await Statuses(seed: 7);
        var second = await Statuses(seed: 7);
        var other = await Statuses(seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Contains(200, first);
        Assert.Contains(500, first);
        Assert.Contains(429, first);
    }

    [Fact]
    public async Task A_share_of_updates_comes_twice()
    {
        Api.Faults.RepeatUpdates(seed: 3, share: 0.5);
        var worker = Api.Worker();
        for (var i = 0; i < 40; i++)
            worker.Sends($"{i}");

        var all = new List<long>();
        for (var next = await UpdateIds(); next.Length > 0; next = await UpdateIds(new { offset = all.Max() + 1 }))
            all.AddRange(next);

        Assert.Equal(40, all.Distinct().Count());
        Assert.InRange(all.Count, 50, 70);
    }

    [Fact]
    public async Task The_service_s_own_limits_can_be_kept()
    {
        await using var strict = await BotApiServer.Start(new BotApiOptions { LimitsRates = true });
        var bot = new TelegramBotClient(new TelegramBotClientOptions(strict.Token, strict.Url) { RetryCount = 0 });
        var worker = strict.Worker();
        worker.Sends("hello");
        for (var i = 0; i < 5; i++)
            await bot.SendMessage(worker.Id, "burst", cancellationToken: Cancel);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(worker.Id, "too fast", cancellationToken: Cancel));

        Assert.Equal(1, refused.Parameters!.RetryAfter);
        strict.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.SendMessage(worker.Id, "in time", cancellationToken: Cancel);
    }

    private static async Task<int[]> Statuses(int seed)
    {
        await using var api = await BotApiServer.Start();
        var worker = api.Worker();
        worker.Sends("hello");
        api.Faults.Random(seed, share: 0.4, new Fault.ServerError(), new Fault.TooMany(1));
        var bot = new TelegramBotClient(new TelegramBotClientOptions(api.Token, api.Url) { RetryCount = 0 });
        for (var i = 0; i < 40; i++)
            await Record.ExceptionAsync(() => bot.SendMessage(worker.Id, "x", cancellationToken: Cancel));
        return [.. worker.History.Select(call => call.Status)];
    }
}
