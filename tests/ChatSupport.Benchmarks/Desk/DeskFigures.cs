using System.Diagnostics;
using System.Globalization;
using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Desk;

/// <summary>Measures how long a worker's message takes until it is durable in her helper's outbox while many chats are open, beside a plain turn through the
/// dialogs: <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- desk</c>.</summary>
internal static class DeskFigures
{
    private const int Chats = 1_000;
    private const int Rounds = 5;
    private const int PerRound = 2_000;
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(2); // an evening, not a flood

    public static async Task<int> Print()
    {
        var load = Machine.Load();
        using var folder = new ScratchFolder();
        await using var desk = await BusyDesk.Start(folder.Path, Chats);
        await Measure(desk, desk.Talking, "I want to ask something", 500);
        await Measure(desk, desk.Walking, "2", 500);
        var (relay, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++) // in turn, so that a slow minute of the machine meets both
        {
            relay.AddRange(await Measure(desk, desk.Talking, "I want to ask something", PerRound));
            plain.AddRange(await Measure(desk, desk.Walking, "2", PerRound));
        }
        Console.WriteLine(Machine.Line(load));
        Console.WriteLine($"{Chats} open chats; {Rounds} rounds of {PerRound} messages, one every {between.TotalMilliseconds} ms");
        Console.WriteLine("| | p50 ms | p99 ms |");
        Console.WriteLine("| --- | ---: | ---: |");
        Row("a line into her helper's outbox", relay);
        Row("a plain turn of the dialogs", plain);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The relay adds {At(relay, .5) - At(plain, .5):0.00} ms at p50 and {At(relay, .99) - At(plain, .99):0.00} ms at p99 (aim: under 5)."));
        return 0;
    }

    private static async Task<List<double>> Measure(BusyDesk desk, IReadOnlyList<string> people, string text, int count)
    {
        var took = new List<double>(count);
        for (var at = 0; at < count; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await desk.Types(people[at * 7 % people.Count], text);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(between);
        }
        return took;
    }

    private static void Row(string what, List<double> took) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {At(took, .5):0.00} | {At(took, .99):0.00} |"));

    private static double At(List<double> took, double part) => took.Order().ElementAt((int)(took.Count * part));
}
