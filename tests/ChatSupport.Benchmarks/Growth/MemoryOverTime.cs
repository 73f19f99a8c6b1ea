using System.Diagnostics;
using System.Globalization;
using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>Memory under two loads of 20,000 chats each with quiet minutes after each: conversations that rest leave memory.</summary>
internal static class MemoryOverTime
{
    private const int AtOnce = 32;
    private static readonly TimeSpan step = TimeSpan.FromSeconds(5);

    public static async Task Measure(string folder, double load, bool isShort)
    {
        var (most, quiet) = isShort ? (1_000, TimeSpan.FromSeconds(20)) : (20_000, TimeSpan.FromMinutes(5));
        var program = new OurProgram { Settings = [("ChatSupport__Conversations__IdleAfter", "00:02:00")] };
        var chats = Enumerable.Range(0, 2 * most).Select(n => new Chat(20_000_000L + n)).ToArray();
        using var apis = new StandIns();
        var api = apis.Add(chats);
        await using var running = await RunningProgram.Start(program, folder, api.Port);
        var (numbers, began, points) = (new UpdateNumbers(0), Stopwatch.GetTimestamp(), new List<(double Minutes, double Memory)>());
        void Note() => points.Add((Stopwatch.GetElapsedTime(began).TotalMinutes, running.NowMemory));

        Note();
        Say("after the start", running);
        for (var part = 0; part < 2; part++)
        {
            var talking = Round.Run(running, api, chats[(part * most)..((part + 1) * most)], AtOnce, numbers);
            while (await Task.WhenAny(talking, Task.Delay(step)) != talking)
                Note();
            await talking;
            Note();
            Say($"after {((part + 1) * most).ToString("N0", CultureInfo.InvariantCulture)} chats", running);
            for (var rested = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(rested) < quiet; await Task.Delay(step))
                Note();
            Say($"{quiet.TotalMinutes:0.#} quiet minutes later", running);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most at any time: {running.PeakMemory:0} MiB"));
        var plot = LinePlot.Draw("Memory: 20,000 chats, five quiet minutes, 20,000 other chats, five quiet minutes", "MiB", "minutes",
            isLogarithmic: false, points, Machine.Line(load));
        if (!isShort)
            Results.Keep("growth-memory.svg", plot);
    }

    private static void Say(string when, RunningProgram running) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when,-24} {running.NowMemory,5:0} MiB"));
}
