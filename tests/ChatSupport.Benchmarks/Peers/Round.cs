using System.Diagnostics;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>A load on one program: every chat of a set takes its four turns, some at a time.</summary>
/// <param name="Chats">How many talked.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Latencies">From the webhook's sending until the reply has arrived and the turn is acknowledged, which some programs do after the reply: a value a turn, sorted, in milliseconds.</param>
/// <param name="CpuSeconds">What the program used of the processors.</param>
internal sealed record Round(int Chats, double Seconds, double[] Latencies, double CpuSeconds)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    public double TurnsPerSecond => Latencies.Length / Seconds;

    public double Percentile(double part) => Latencies[(int)Math.Min(Latencies.Length - 1, Latencies.Length * part)];

    /// <summary>Runs the load. All first turns come before all second ones, so that a chat rests between its turns as people do.</summary>
    /// <exception cref="InvalidOperationException">The program refused an update or did not reply.</exception>
    public static async Task<Round> Run(RunningProgram program, BotStandIn api, IReadOnlyList<Chat> chats, int atOnce, UpdateNumbers numbers)
    {
        var latencies = new double[chats.Count * FourScreens.Turns];
        var ready = chats.Select(_ => Task.CompletedTask).ToArray(); // a chat's turn waits for its last one
        var next = -1;
        var cpu = program.CpuSeconds();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(Walk)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.Sort(latencies);
        return new Round(chats.Count, seconds, latencies, program.CpuSeconds() - cpu);

        async Task Walk()
        {
            using var caller = program.NewCaller();
            for (int at; (at = Interlocked.Increment(ref next)) < latencies.Length;)
            {
                var (turn, index) = (at / chats.Count, at % chats.Count);
                var done = new TaskCompletionSource();
                var before = Interlocked.Exchange(ref ready[index], done.Task);
                await before.WaitAsync(patience);
                latencies[at] = await Take(program, caller, api, chats[index], turn, numbers);
                done.SetResult();
            }
        }
    }

    private static async Task<double> Take(RunningProgram program, WebhookCaller caller, BotStandIn api, Chat chat, int turn, UpdateNumbers numbers)
    {
        var reply = chat.Await(FourScreens.Marker(turn));
        var update = FourScreens.Update(chat, turn, numbers.Next(), api.NextMessage());
        var sent = Stopwatch.GetTimestamp();
        var status = await caller.Post(update);
        var acknowledged = Stopwatch.GetElapsedTime(sent);
        if (status != 200)
            throw new InvalidOperationException($"{program.Name} answered {status} to turn {turn + 1} of a chat. What it wrote:\n{program.Output}");
        if (!reply.IsCompleted && await Task.WhenAny(reply, Task.Delay(patience)) != reply)
            throw new InvalidOperationException($"{program.Name} did not reply to turn {turn + 1} of a chat within {patience.TotalSeconds:0} s. What it wrote:\n{program.Output}");
        var replied = Stopwatch.GetElapsedTime(sent, await reply);
        return Math.Max(acknowledged.TotalMilliseconds, replied.TotalMilliseconds);
    }
}

/// <summary>Numbers of updates, one row for all.</summary>
/// <param name="series">Which row: two of them have no number in common.</param>
internal sealed class UpdateNumbers(int series = 0)
{
    private int last = 100_000 + (series * 2_000);

    public int Next() => Interlocked.Increment(ref last);
}
