using System.Globalization;
using ChatSupport.Benchmarks.Peers;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>Measures whether a turn costs more the more there is, and how much memory the program holds:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- growth</c>. With <c>conversations</c>, <c>screens</c> or <c>memory</c>: that part alone.
/// With <c>short</c>: the two smallest sizes, to see that it works; nothing is kept of that.</summary>
internal static class GrowthCommand
{
    private static readonly string[] parts = ["conversations", "screens", "memory"];
    private const string Short = "short";

    public static async Task<int> Run(string[] args)
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"); // before the first socket
        if (args.FirstOrDefault(arg => arg != Short && !parts.Contains(arg)) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not known. Known are: {string.Join(", ", parts)}, {Short}.");
        var isShort = args.Contains(Short);
        var chosen = parts.Any(args.Contains) ? args : parts;
        var load = Machine.Load();
        using var folder = new ScratchFolder();
        if (chosen.Contains("conversations"))
            await Conversations(folder.Path, load, isShort);
        if (chosen.Contains("screens"))
            await Screens(folder.Path, load, isShort);
        if (chosen.Contains("memory"))
            await MemoryOverTime.Measure(folder.Path, load, isShort);
        return 0;
    }

    private static Task Conversations(string folder, double load, bool isShort) =>
        Measure("stored conversations", isShort ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000], isShort ? null : "growth-conversations.svg", load,
            stored => GrowthSize.Start(new OurProgram(), Path.Combine(folder, $"conversations-{stored}"), stored, ChatsInOne(isShort), database =>
            {
                Console.WriteLine($"Filling a database with {stored.ToString("N0", CultureInfo.InvariantCulture)} conversations.");
                StoredConversations.Fill(database, stored);
            }));

    private static Task Screens(string folder, double load, bool isShort) =>
        Measure("screens", isShort ? [100, 500] : [100, 500, 1_000, 5_000], isShort ? null : "growth-screens.svg", load,
            screens => GrowthSize.Start(new OurProgram { AddContent = content => FillerScreens.Write(content, screens) },
                Path.Combine(folder, $"screens-{screens}"), screens, ChatsInOne(isShort), beforeStart: null));

    private static int ChatsInOne(bool isShort) => isShort ? 50 : 500;

    private static async Task Measure(string what, int[] sizes, string? file, double load, Func<int, Task<GrowthSize>> start)
    {
        var started = new List<GrowthSize>();
        try
        {
            foreach (var size in sizes)
                started.Add(await start(size));
            Show(what, await GrowthSize.Measure(started), file, load);
        }
        finally
        {
            foreach (var size in started)
                await size.DisposeAsync();
        }
    }

    private static void Show(string what, IReadOnlyList<GrowthPoint> points, string? file, double load)
    {
        Console.WriteLine();
        Console.WriteLine($"| {what} | CPU us a turn | p50 ms | p99 ms | turns a second | memory MiB |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var point in points)
            Console.WriteLine(point.Row());
        var most = points.Max(point => point.CpuPerTurn) / points.Min(point => point.CpuPerTurn);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Dearest turn to cheapest: {most:0.00} times."));
        var plot = LinePlot.Draw($"What a turn costs with more {what}", "CPU us a turn", what, isLogarithmic: true,
            [.. points.Select(point => ((double)point.Size, point.CpuPerTurn))], Machine.Line(load));
        if (file is not null)
            Results.Keep(file, plot);
    }
}
