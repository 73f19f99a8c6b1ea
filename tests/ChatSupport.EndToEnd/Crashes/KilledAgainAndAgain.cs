using System.Globalization;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Crashes;
using ChatSupport.EndToEnd.Telegram;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>The real program is killed with SIGKILL again and again, at random moments and at those where it hurts, while 200 people talk to it and
/// its calls go wrong. <c>CRASH_SEED</c> in the environment runs a plan again.</summary>
public sealed class KilledAgainAndAgain
{
    // Both at once: each is mostly starting again, and what one does to the pace of the other is trouble as well.
    [Fact]
    public Task Every_update_takes_effect_once_and_every_answer_arrives_in_order() => Task.WhenAll(Through(Way.Polling), Through(Way.Webhook));

    private static async Task Through(Way way)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CRASH_SEED"), CultureInfo.InvariantCulture, out var asked) ? asked : Random.Shared.Next();
        Say($"{way}: CRASH_SEED={seed}");
        await using var api = await BotApiServer.Start(new BotApiOptions { Seed = seed, AnswerPressesWithin = TimeSpan.FromHours(1) });
        await using var program = await MortalProgram.Make(api, way);
        var run = new CrashRun(api, CrashPlan.Draw(seed, polls: way == Way.Polling), program.Victim);

        await run.Run(TestContext.Current.CancellationToken);
        var left = await program.End();

        var report = run.Judge();
        Say(report.ToString());
        Assert.True(report.IsClean, $"{way}, CRASH_SEED={seed}\n{report}\n{program.Output}");
        Assert.True(report is { Updates: >= 2000, Kills: >= 20 }, report.ToString());
        Assert.Equal(new Left(Conversations: 200, Outbox: 0), left);
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
