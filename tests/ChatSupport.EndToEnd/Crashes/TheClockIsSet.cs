using System.Text.Json;
using ChatSupport.BotApi.Faults;
using ChatSupport.EndToEnd.Telegram;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>The machine's clock is set while people talk: forward and back, by minutes and by days. Timers and passing time do not notice.</summary>
public sealed class TheClockIsSet
{
    private const string Home = "What would you like to know?";
    private const string Decoy = "Drop by drop fills the bamboo tube.";

    [Theory]
    [InlineData(Way.Polling)]
    [InlineData(Way.Webhook)]
    public async Task Back_and_forward_again_she_is_answered_at_once_and_once(Way way)
    {
        await using var bot = await BotHere.Start(way);
        bot.Api.Faults.RepeatUpdates(seed: 1, share: 1); // each update comes twice: also what came before the clock was set is known after it
        var she = await bot.Welcome();

        foreach (var hours in new[] { -5, 3, -40, 60, -18 })
        {
            bot.Clock.Leap(TimeSpan.FromHours(hours));
            await she.Types("metheavy", "1281");
            await she.Types("home", Home);
        }

        Assert.Equal(5, she.Worker.History.Count(call => call.Succeeded && call.Request["text"]?.ToString().Contains("1281", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Back_while_the_channel_asks_all_to_wait_the_wait_is_as_long_as_it_was()
    {
        await using var bot = await BotHere.Start();
        var talks = new[] { await bot.Welcome(), await bot.Welcome(), await bot.Welcome() };
        foreach (var she in talks)
        {
            bot.Api.Faults.Next(new Fault.TooMany(60), method: "sendMessage", chat: she.Worker.ChatId);
            she.Worker.Sends("metheavy");
        }
        await Task.WhenAny(talks.Select(she => she.Worker.WaitForCalls(calls => calls.Any(call => call.Status == 429), TimeSpan.FromSeconds(60))));

        bot.Clock.Leap(TimeSpan.FromHours(-5));

        foreach (var she in talks)
            await she.Worker.WaitForText("1281", TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Forward_by_more_than_a_day_what_waits_to_be_sent_is_not_given_up_and_readiness_says_that_it_waits()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        bot.Api.Faults.Next(new Fault.ServerError(), times: 1000, method: "sendMessage", chat: she.Worker.ChatId);
        var before = she.Worker.History.Count;
        she.Worker.Sends("metheavy");
        await she.Worker.WaitForCalls(calls => calls.Skip(before).Count(call => call.Status == 500) >= 2);

        bot.Clock.Leap(TimeSpan.FromHours(30));
        var tried = she.Worker.History.Count(call => call.Status == 500);
        await she.Worker.WaitForCalls(calls => calls.Count(call => call.Status == 500) > tried, TimeSpan.FromSeconds(60)); // it goes on trying
        Assert.StartsWith("A message waits longer than it should.", await OutboxTrouble(bot), StringComparison.Ordinal);
        bot.Api.Faults.Clear();

        await she.Worker.WaitForText("1281", TimeSpan.FromSeconds(60));
        await she.Types("home", Home);
        Assert.Null(await OutboxTrouble(bot));
        bot.Clock.Leap(TimeSpan.FromHours(-30));
        await she.Types("metheavy", "1281");
    }

    [Fact]
    public async Task Back_a_sensitive_screen_is_hidden_after_ten_minutes_all_the_same()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Presses("Emergency", "You are not alone");

        bot.Clock.Leap(TimeSpan.FromHours(-5));
        bot.Api.Clock.Advance(TimeSpan.FromMinutes(11));

        await she.WaitUntilOnly(Decoy);
    }

    [Fact]
    public async Task Forward_by_mistake_and_put_right_within_the_hour_nothing_is_forgotten_that_leaving_needs()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Types("metheavy", "1281");
        await she.Types("home", Home);
        bot.Api.Clock.Advance(TimeSpan.FromMinutes(30));

        bot.Clock.Leap(TimeSpan.FromHours(60)); // what is older than 48 hours is deleted every hour, and her messages seem to be
        bot.Api.Clock.Advance(TimeSpan.FromMinutes(40));
        await bot.WaitForLog("The clock was set by 216");
        bot.Clock.Leap(TimeSpan.FromHours(-60));

        await she.Types("/x", Decoy);
        await she.WaitUntilOnly(Decoy);
    }

    private static async Task<string?> OutboxTrouble(BotHere bot)
    {
        using var http = new HttpClient();
        using var report = JsonDocument.Parse(await http.GetStringAsync(new Uri(bot.Url, "/health/ready"), TestContext.Current.CancellationToken));
        return report.RootElement.GetProperty("details").GetProperty("outboxTrouble").GetString();
    }
}
