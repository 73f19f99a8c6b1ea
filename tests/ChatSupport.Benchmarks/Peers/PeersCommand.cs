using System.Globalization;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Measures our program beside its peers: <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- peers</c>.
/// With <c>--kill</c>: what each of them loses when it is killed.</summary>
internal static class PeersCommand
{
    private const int AtOnce = 32;
    private const int FirstChat = 1_000_000;
    private const int KillSeed = 20261124;

    public static async Task<int> Run(string[] args)
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"); // before the first socket: the measuring takes less from the measured
        var choice = PeersChoice.Read(args);
        if (choice.Programs.Any(program => program is NodeProgram))
            NodePackages.Install();
        using var folder = new ScratchFolder();
        if (choice.Kills > 0)
            await Kill(choice, folder.Path);
        else
            await Measure(choice, folder.Path);
        return 0;
    }

    private static async Task Measure(PeersChoice choice, string folder)
    {
        var load = Machine.Load();
        var measured = await new PeersRun(choice, folder, AtOnce).Run();
        var machine = Machine.Line(load);
        var table = PeersTable.Write(measured, machine);
        Console.WriteLine();
        Console.WriteLine(table);
        if (!choice.IsWhole)
            return;
        Results.Keep("peers.md", table);
        Results.Keep("peers.svg", BarPlot.Draw("A durable turn: webhook in, reply out", [
            ("Turns a second (more is better)", [.. measured.Select(one => (one.Program.Name, one.Throughput))]),
            ("p99 until replied to and acknowledged, ms (less is better)", [.. measured.Select(one => (one.Program.Name, one.Slowest))]),
            ("Peak memory, MiB (less is better)", [.. measured.Select(one => (one.Program.Name, one.PeakMemory))]),
        ], machine));
    }

    private static async Task Kill(PeersChoice choice, string folder)
    {
        var lines = new List<string>
        {
            "| program | turns | lost | taken twice | without a reply | replies repeated |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        };
        Console.WriteLine($"Each program is killed {choice.Kills} times, at the moments of seed {KillSeed}.");
        foreach (var program in choice.Programs.Where(program => program is not BareProgram)) // the limit keeps nothing over a start
        {
            var chats = Enumerable.Range(0, 100_000).Select(n => new Chat(FirstChat + n)).ToArray();
            using var apis = new StandIns();
            var api = apis.Add(chats, keepTexts: true);
            await using var running = await RunningProgram.Start(program, folder, api.Port);
            var run = await KillRun.Run(running, api, chats, AtOnce, choice.Kills, KillSeed);
            Console.WriteLine($"{program.Name,-28} {run}");
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {program.Name} | {run.Turns:N0} | {run.Lost} | {run.Doubled} | {run.Silent} | {run.Repeated} |"));
        }
        Console.WriteLine();
        Console.WriteLine(string.Join('\n', lines));
        if (choice.IsWhole)
            Results.Keep("kills.md", string.Join('\n', lines));
    }
}
