using System.Diagnostics;

namespace ChatSupport.BotApi.Crashes;

/// <summary>The lives of a program, one after another, each ended by a death.</summary>
internal sealed class Lives(BotApiServer api, Victim victim)
{
    private static readonly TimeSpan TrapWaits = TimeSpan.FromSeconds(3);

    private readonly List<LifeTime> all = [];

    /// <summary>When each of them was.</summary>
    public IReadOnlyList<LifeTime> All => all;

    /// <summary>Starts it, lets people act meanwhile, and kills it as planned. A life without a death goes on.</summary>
    /// <param name="death">How it ends.</param>
    /// <param name="acting">What the people do; told when it is over.</param>
    /// <param name="cancel">Gives all up.</param>
    public async Task Live(Death death, Func<CancellationToken, Task> acting, CancellationToken cancel)
    {
        var lived = new LifeTime(api.World.Now);
        all.Add(lived);
        await victim.Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var acts = acting(over.Token);
        if (death is Death.None)
        {
            await victim.Ready(cancel);
            await acts;
            return;
        }

        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Until(death, dead.Task, over.Token);
        lived.Ended = api.World.Now;
        await victim.Kill();
        dead.SetResult();
        api.Faults.Untrap();
        await over.CancelAsync();
        await acts;
        await Quiet(cancel);
    }

    /// <summary>Waits for the moment of the kill.</summary>
    private async Task Until(Death death, Task dead, CancellationToken cancel)
    {
        switch (death)
        {
            case Death.Starting starting:
                await Task.Delay(starting.After, cancel);
                break;
            case Death.Serving serving:
                await victim.Ready(cancel);
                await Task.Delay(serving.Served, cancel);
                break;
            case Death.Calling calling:
                var sprung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                api.Faults.Trap(calling.At, calling.Nth, () =>
                {
                    sprung.TrySetResult();
                    return dead;
                }, calling.Methods);
                await Task.WhenAny(sprung.Task, ServedFor(TrapWaits, cancel));
                break;
        }
    }

    private async Task ServedFor(TimeSpan time, CancellationToken cancel)
    {
        await victim.Ready(cancel);
        await Task.Delay(time, cancel);
    }

    /// <summary>Waits until nothing of the dead one is left in the wires, so that what comes is known to be of the next.</summary>
    private async Task Quiet(CancellationToken cancel)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5);)
        {
            await Task.Delay(100, cancel);
            if (api.RequestsInHand == 0)
                return;
        }
    }
}
