using System.Diagnostics;

namespace ChatSupport.BotApi.Crashes;

/// <summary>A program that talks to the Bot API and can be started, waited for and killed, again and again on the same data.</summary>
/// <param name="Start">Starts it; returns once the process exists.</param>
/// <param name="Ready">Waits until it serves.</param>
/// <param name="Kill">Kills it with SIGKILL; returns once it is dead.</param>
internal sealed record Victim(Func<Task> Start, Func<CancellationToken, Task> Ready, Func<Task> Kill);

/// <summary>Lets people talk to a program that is killed again and again, while its calls go wrong.</summary>
internal sealed class CrashRun(BotApiServer api, CrashPlan plan, Victim victim)
{
    private const double Hurry = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<Counting> people = [.. Enumerable.Range(0, plan.Chats).Select(_ => new Counting(api.Worker("en")))];
    private readonly Lives lives = new(api, victim);
    private readonly long began = Stopwatch.GetTimestamp();

    /// <summary>Runs the plan to its end, and waits until every answer arrived or was in vain waited for.</summary>
    public async Task Run(CancellationToken cancel)
    {
        api.Clock.Run(Hurry); // the service's clock: a webhook is tried again after seconds, not after minutes
        api.Faults.Random(plan.Seed, plan.FaultShare, [.. CrashPlan.Faults]);
        api.Faults.RepeatUpdates(plan.Seed, plan.RepeatedShare);
        foreach (var life in plan.Lives)
            await lives.Live(life.Death, over => Act(life.Acts, over), cancel);
        api.Clock.Run(times: 20);
        await Task.WhenAll(people.Select(async one => await one.WaitForLast(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)));
    }

    /// <summary>What became of everything. Ask once the program ended, so that nothing late is missed.</summary>
    public CrashReport Judge() => CrashJudge.Judge(people, lives.All) with
    {
        Seed = plan.Seed,
        Kills = plan.Lives.Count - 1,
        Given = api.UpdatesGiven,
        Took = Stopwatch.GetElapsedTime(began),
        LongestOnItsWay = CrashJudge.LongestOnItsWay(people, lives.All) / Hurry,
    };

    /// <summary>The people do what they do in this life, also if it ends early: she does not know that the bot is down.</summary>
    private async Task Act(IReadOnlyList<Act> acts, CancellationToken over)
    {
        var from = Stopwatch.GetTimestamp();
        foreach (var act in acts)
        {
            var wait = act.At - Stopwatch.GetElapsedTime(from);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            people[act.Chat].Do(act.Doing);
        }
    }
}
