using System.Globalization;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>All programs run at once; one after another they get the load, round after round, so that whatever else the machine does meets all of them.</summary>
internal sealed class PeersRun(PeersChoice choice, string folder, int atOnce)
{
    private const int FirstChat = 1_000_000;

    private readonly UpdateNumbers numbers = new();

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Measured>> Run()
    {
        using var apis = new StandIns();
        var all = new List<Course>();
        try
        {
            foreach (var program in choice.Programs)
            {
                var chats = Enumerable.Range(FirstChat, choice.Chats + choice.WarmUp).Select(id => new Chat(id)).ToArray();
                var api = apis.Add(chats);
                all.Add(new Course(program, await RunningProgram.Start(program, folder, api.Port), api, chats, []));
            }
            foreach (var course in all)
                await Round.Run(course.Running, course.Api, course.Chats[choice.Chats..], atOnce, numbers);
            for (var round = 0; round < choice.Rounds; round++)
            {
                foreach (var course in all)
                    await Measure(course, round);
            }
            return [.. all.Select(course => new Measured(course.Program, course.Rounds, course.Running.PeakMemory))];
        }
        finally
        {
            foreach (var course in all)
                await course.Running.DisposeAsync();
        }
    }

    private async Task Measure(Course course, int round)
    {
        var share = choice.Chats / choice.Rounds;
        var chats = course.Chats[(round * share)..((round + 1) * share)];
        var done = await Round.Run(course.Running, course.Api, chats, atOnce, numbers);
        course.Rounds.Add(done);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"round {round + 1}, {course.Program.Name,-26} {done.TurnsPerSecond,6:0} turns/s, p50 {done.Percentile(.5),6:0.0} ms, p99 {done.Percentile(.99),6:0.0} ms, CPU {done.CpuSeconds / done.Latencies.Length * 1e6,5:0} us a turn, memory {course.Running.NowMemory,4:0} MiB"));
    }

    private sealed record Course(ProgramToMeasure Program, RunningProgram Running, BotStandIn Api, Chat[] Chats, List<Round> Rounds);
}
