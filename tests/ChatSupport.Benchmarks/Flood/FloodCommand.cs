using System.Globalization;
using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Flood;

/// <summary>Measures how long 200 chats wait for their answers while one sender floods the program with 1,000 messages a second:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- flood</c>.</summary>
internal static class FloodCommand
{
    private const int Rounds = 5;
    private const int Others = 200;
    private const int AtOnce = 4; // of the others: people who answer one another's haste are few
    private const int WarmUp = 1_000;

    public static async Task<int> Run()
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"); // before the first socket
        var load = Machine.Load();
        using var folder = new ScratchFolder();
        var chats = Enumerable.Range(0, WarmUp + (3 * Rounds * Others) + 1).Select(n => new Chat(20_000_000L + n)).ToArray();
        using var apis = new StandIns();
        var api = apis.Add(chats);
        var program = new OurProgram { Settings = [("ChatSupport__Conversations__Burst", "20")] }; // as it is shipped
        await using var running = await RunningProgram.Start(program, folder.Path, api.Port);
        var numbers = new UpdateNumbers();
        var next = WarmUp;
        await Round.Run(running, api, chats[..WarmUp], 32, numbers);

        var (alone, bot, web) = (new List<Round>(), new List<Round>(), new List<Round>());
        for (var round = 0; round < Rounds; round++) // beside one another, so that a change of the machine meets all
        {
            alone.Add(await Measure());
            await using (new Flooding(1_000, running.NewCaller, () => FloodUpdate(chats[^1], api, numbers)))
                bot.Add(await Measure());
            await using (await WebFlooding.Begin(1_000, running.Port))
                web.Add(await Measure());
        }

        Console.WriteLine($"\n{Machine.Line(load)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Others} chats of four turns, {AtOnce} at a time; medians of {Rounds} rounds; the program held {running.NowMemory:0} MiB at the end.\n"));
        Console.WriteLine("| | p50 ms | p99 ms | p99 to that of no flood |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        Write("no flood", alone, alone);
        Write("1,000 a second from one chat, by webhook", bot, alone);
        Write("1,000 a second from one address, web chat", web, alone);
        return 0;

        Task<Round> Measure()
        {
            var from = next;
            next += Others;
            return Round.Run(running, api, chats[from..next], AtOnce, numbers);
        }
    }

    private static string FloodUpdate(Chat flooder, BotStandIn api, UpdateNumbers numbers) => FourScreens.Update(flooder, 3, numbers.Next(), api.NextMessage());

    private static void Write(string name, List<Round> rounds, List<Round> alone) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {Median(rounds, 0.5):0.0} | {Median(rounds, 0.99):0.0} | {Median(rounds, 0.99) / Median(alone, 0.99):0.00} |"));

    private static double Median(List<Round> rounds, double part) => rounds.Select(round => round.Percentile(part)).Order().ElementAt(rounds.Count / 2);
}
