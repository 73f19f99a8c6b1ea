using System.Globalization;
using System.Net;
using System.Text;
using ChatSupport.BotApi.People;
using ChatSupport.EndToEnd.Telegram;

namespace ChatSupport.EndToEnd.Flood;

/// <summary>One chat sends far more than a person can write, as fast as the machine can, while others talk. How fast the others are answered is a benchmark
/// (<c>-- flood</c>); here it is looked at what happens.</summary>
[Collection(Alone.Name)]
public sealed class FloodingTheBot
{
    private const int Flood = 5_000;
    private const int AtOnce = 8;
    private const int Others = 40;
    private const string TooFast = "Please wait a moment, then write again.";
    private const string Secret = "a-secret-that-only-tests-know"; // as Bot.Settings sets it
    private const long MostMemory = 500L * 1024 * 1024;

    [Fact]
    public async Task One_chat_is_told_kindly_and_seldom_while_every_other_is_answered_and_loses_nothing()
    {
        await using var bot = await Start();
        var flooder = bot.Api.Worker("en");
        await new Talk(flooder).Types("/start", "Do you agree?");
        var others = Enumerable.Range(0, Others).Select(_ => bot.Api.Worker("en")).ToList();

        var flood = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(caller => Post(bot, flooder.Id, caller)));
        await Parallel.ForEachAsync(others, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (other, _) => await TalksOn(other));
        var statuses = (await flood).SelectMany(some => some).ToList();

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status)); // Telegram is to send none of them again
        await flooder.WaitForText(TooFast, TimeSpan.FromMinutes(2)); // behind the answers that were due to her, one a second
        Assert.InRange(Said(flooder, TooFast), 1, 5); // once, and once more only where a whole pause went by on a slow machine
        Assert.True(flooder.History.Count(call => call.Method.StartsWith("send", StringComparison.Ordinal)) < Flood / 4, "The flood was answered instead of slowed.");
        Assert.InRange(MemoryOf(bot.Program.Id), 1, MostMemory);
        Assert.InRange(bot.Program.Output.Split('\n').Count(line => line.Contains("posts faster than its limit", StringComparison.Ordinal)), 1, 200);
        Assert.Equal(0, others.Count(other => Said(other, TooFast) > 0));
    }

    [Fact]
    public async Task Who_was_too_fast_is_heard_again_after_a_pause()
    {
        await using var bot = await Start();
        var flooder = bot.Api.Worker("en");
        await new Talk(flooder).Types("/start", "Do you agree?");
        for (var n = 0; n < 60; n++)
            flooder.Sends(string.Create(CultureInfo.InvariantCulture, $"flood {n}"));
        await flooder.WaitForText(TooFast, TimeSpan.FromMinutes(1));

        for (var tries = 0; Said(flooder, "What would you like to know?") == 0; tries++)
        {
            Assert.True(tries < 120, "She was not heard again within two minutes.");
            flooder.Sends("agree");
            await Task.Delay(1_000, TestContext.Current.CancellationToken); // slowly, as a person
        }
    }

    private static Task<Bot> Start() => Bot.Start(Way.Webhook);

    private static async Task TalksOn(Worker other)
    {
        var talk = new Talk(other);
        await talk.Types("/start", "Do you agree?");
        await talk.Presses("I agree. Begin", "What would you like to know?");
        await talk.Types("overtime", "Overtime");
    }

    /// <summary>Posts the flooder's messages to the webhook itself, without waiting for Telegram's own order.</summary>
    private static async Task<IReadOnlyList<HttpStatusCode>> Post(Bot bot, long chat, int caller)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(3) };
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < Flood / AtOnce; n++)
        {
            var number = 1_900_000_000 + (caller * Flood) + n; // beyond those of the emulated server
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Program.Url, "/telegram/webhook"))
            {
                Content = new StringContent(string.Create(CultureInfo.InvariantCulture,
                    $$$"""{"update_id":{{{number}}},"message":{"message_id":{{{1_000_000 + number - 1_900_000_000}}},"date":1795500000,"chat":{"id":{{{chat}}},"type":"private","first_name":"S"},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"S","language_code":"en"},"text":"flood {{{n}}}"} }"""),
                    Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }
        return statuses;
    }

    private static int Said(Worker worker, string words) => worker.History.Count(call => call.Succeeded && call.Request["text"]?.ToString().Contains(words, StringComparison.Ordinal) == true);

    /// <summary>What the process holds now, in bytes.</summary>
    internal static long MemoryOf(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}
