using System.Globalization;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>On what, when and beside what it was measured.</summary>
internal static class Machine
{
    /// <summary>One line.</summary>
    public static string Line(double loadBefore) => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores of {Processor()}, {Memory()} GiB, {Kernel()}, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}; other load at the start {loadBefore:0.0}");

    /// <summary>How many threads wanted to run over the last minute.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Processor() => Value("/proc/cpuinfo", "model name");

    private static string Memory() => Math.Round(double.Parse(Value("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024 / 1024).ToString(CultureInfo.InvariantCulture);

    private static string Kernel() => $"Linux {File.ReadAllText("/proc/sys/kernel/osrelease").Split('-')[0].Trim()}";

    private static string Value(string file, string name) =>
        File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':')[1].Trim();
}
