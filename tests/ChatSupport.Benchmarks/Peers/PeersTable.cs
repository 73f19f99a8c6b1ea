using System.Globalization;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>All rounds of one program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Rounds">In the order in which they were measured.</param>
/// <param name="PeakMemory">The most that it held, in MiB.</param>
internal sealed record Measured(ProgramToMeasure Program, IReadOnlyList<Round> Rounds, double PeakMemory)
{
    public double Throughput => Median(round => round.TurnsPerSecond);

    public double Half => Median(round => round.Percentile(.5));

    public double Slowest => Median(round => round.Percentile(.99));

    /// <summary>Microseconds of a processor for one turn.</summary>
    public double Cpu => Median(round => round.CpuSeconds / round.Latencies.Length * 1e6);

    /// <summary>How many times as many turns as another did, round by round: median, least, most.</summary>
    public (double Median, double Least, double Most) Ratio(Measured other)
    {
        var ratios = Rounds.Zip(other.Rounds, (ours, theirs) => ours.TurnsPerSecond / theirs.TurnsPerSecond).Order().ToArray();
        return (ratios[ratios.Length / 2], ratios[0], ratios[^1]);
    }

    private double Median(Func<Round, double> what)
    {
        var sorted = Rounds.Select(what).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

/// <summary>Writes what was measured as Markdown.</summary>
internal static class PeersTable
{
    public static string Write(IReadOnlyList<Measured> all, string machine)
    {
        var ours = all.FirstOrDefault(one => one.Program is OurProgram);
        var lines = new List<string>
        {
            "| program | turns a second | ours is that many times as fast (least to most) | p50 ms | p99 ms | CPU us a turn | peak memory MiB |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        };
        foreach (var one in all)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {one.Program.Name} | {one.Throughput:N0} | {RatioOf(ours, one)} | {one.Half:0.0} | {one.Slowest:0.0} | {one.Cpu:0} | {one.PeakMemory:0} |"));
        }
        lines.Add("");
        lines.Add($"Medians of {all[0].Rounds.Count} interleaved rounds of {all[0].Rounds[0].Chats} chats each, four turns a chat, 32 at a time. {machine}.");
        return string.Join('\n', lines);
    }

    private static string RatioOf(Measured? ours, Measured other)
    {
        if (ours is null || ours == other)
            return "";
        var (median, least, most) = ours.Ratio(other);
        return string.Create(CultureInfo.InvariantCulture, $"{median:0.00} ({least:0.00} to {most:0.00})");
    }
}
