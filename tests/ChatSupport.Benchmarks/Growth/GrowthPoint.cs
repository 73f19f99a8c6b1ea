using System.Globalization;

namespace ChatSupport.Benchmarks.Growth;

/// <summary>What a turn costs at one size. Medians of all loads.</summary>
/// <param name="Size">How much there is.</param>
/// <param name="CpuPerTurn">Microseconds of a processor.</param>
/// <param name="Half">p50 in milliseconds.</param>
/// <param name="Slowest">p99 in milliseconds.</param>
/// <param name="PerSecond">Turns a second.</param>
/// <param name="Memory">MiB afterwards.</param>
internal sealed record GrowthPoint(int Size, double CpuPerTurn, double Half, double Slowest, double PerSecond, double Memory)
{
    public string Row() => string.Create(CultureInfo.InvariantCulture, $"| {Size:N0} | {CpuPerTurn:0} | {Half:0.0} | {Slowest:0.0} | {PerSecond:0} | {Memory:0} |");
}
