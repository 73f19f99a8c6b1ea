using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>The program at one size, loaded again and again in turn with those of other sizes: a machine that becomes slower meanwhile then slows all of them.</summary>
internal sealed class GrowthSize : IAsyncDisposable
{
    private const int AtOnce = 32;
    private const int WarmUp = 3; // loads before anything is measured

    private readonly ProgramToMeasure program;
    private readonly int size;
    private readonly Chat[][] loads;
    private readonly StandIns apis = new();
    private readonly BotStandIn api;
    private readonly UpdateNumbers numbers;
    private readonly List<Round> rounds = [];
    private RunningProgram? running;

    private GrowthSize(ProgramToMeasure program, int size, int chatsInOne)
    {
        this.program = program;
        this.size = size;
        numbers = new UpdateNumbers(size);
        loads = [.. Enumerable.Range(0, (WarmUp + Loads) * chatsInOne).Select(n => new Chat(10_000_000L + size + (100_000_000L * (size % 97)) + n)).Chunk(chatsInOne)];
        api = apis.Add([.. loads.SelectMany(chats => chats)]);
    }

    /// <summary>How many loads are measured.</summary>
    public static int Loads => 7;

    /// <summary>Starts the program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">The folder of its store.</param>
    /// <param name="size">How much there is.</param>
    /// <param name="chatsInOne">How many chats one load has.</param>
    /// <param name="beforeStart">Fills the database, which the program has made before and is not using then; null for nothing.</param>
    public static async Task<GrowthSize> Start(ProgramToMeasure program, string folder, int size, int chatsInOne, Action<string>? beforeStart)
    {
        var made = new GrowthSize(program, size, chatsInOne);
        if (beforeStart is not null)
        {
            await using (var first = await RunningProgram.Start(program, folder, made.api.Port))
            {
                // makes the tables and the keys
            }
            beforeStart(Path.Combine(folder, program.Id, "data", "chatsupport.db"));
        }
        made.running = await RunningProgram.Start(program, folder, made.api.Port);
        return made;
    }

    /// <summary>Loads all of them in turn.</summary>
    /// <returns>What a turn costs at each.</returns>
    public static async Task<IReadOnlyList<GrowthPoint>> Measure(IReadOnlyList<GrowthSize> sizes)
    {
        for (var load = 0; load < WarmUp + Loads; load++)
        {
            foreach (var size in sizes)
                await size.Load(load);
        }
        return [.. sizes.Select(size => size.Point())];
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null)
            await running.DisposeAsync();
        apis.Dispose();
    }

    private async Task Load(int load)
    {
        var round = await Round.Run(running!, api, loads[load], AtOnce, numbers);
        if (load >= WarmUp)
            rounds.Add(round);
    }

    private GrowthPoint Point()
    {
        var measured = new Measured(program, rounds, running!.PeakMemory);
        return new GrowthPoint(size, measured.Cpu, measured.Half, measured.Slowest, measured.Throughput, running.NowMemory);
    }
}
