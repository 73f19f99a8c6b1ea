using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>One of the compared programs as a process of its own, with an empty store.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>What every call to a webhook proves itself with.</summary>
    public const string Secret = "only-the-benchmark-knows-this";

    private const int TicksPerSecond = 100; // of /proc; the same on every Linux that .NET runs on
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly ProgramToMeasure program;
    private readonly string folder;
    private readonly int apiPort;
    private readonly int port = Ports.Free();
    private readonly Lock gate = new();
    private readonly Queue<string> lines = new();
    private Process process = null!;

    private RunningProgram(ProgramToMeasure program, string folder, int apiPort) => (this.program, this.folder, this.apiPort) = (program, folder, apiPort);

    public string Name => program.Name;

    /// <summary>Where it listens.</summary>
    public int Port => port;

    /// <summary>Where its store lies.</summary>
    public string Folder => folder;

    /// <summary>The last lines that it wrote.</summary>
    public string Output
    {
        get
        {
            lock (gate)
                return string.Join('\n', lines);
        }
    }

    /// <summary>The most memory that it held at one time, in MiB.</summary>
    public double PeakMemory => Memory("VmHWM:");

    /// <summary>The memory that it holds, in MiB.</summary>
    public double NowMemory => Memory("VmRSS:");

    /// <summary>Starts it and waits until it takes connections.</summary>
    public static async Task<RunningProgram> Start(ProgramToMeasure program, string folder, int apiPort)
    {
        var running = new RunningProgram(program, Directory.CreateDirectory(Path.Combine(folder, program.Id)).FullName, apiPort);
        await running.Begin();
        return running;
    }

    public WebhookCaller NewCaller() => new(port, program.WebhookPath, Secret);

    /// <summary>What it used of the processors so far, in seconds.</summary>
    public double CpuSeconds()
    {
        var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    public async ValueTask DisposeAsync() => await Kill();

    /// <summary>Ends it as a power cut does.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
            process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Starts it, again after a kill, on the same store.</summary>
    /// <param name="untilReady">Whether to wait until it takes connections.</param>
    public async Task Begin(bool untilReady = true)
    {
        var start = new ProcessStartInfo(program.Command) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in program.Arguments(port, folder))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in program.Environment(port, apiPort, folder))
            start.Environment[name] = value;
        process = Process.Start(start) ?? throw new InvalidOperationException($"{program.Command} could not be started.");
        Orphans.Watch(process);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (untilReady)
            await WaitUntilReady();
    }

    private async Task WaitUntilReady()
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience && !process.HasExited; await Task.Delay(20))
        {
            using var caller = new WebhookCaller(port, program.WebhookPath, Secret);
            // An update of a kind that nobody knows: taken by all of them, and it changes nothing.
            if (await caller.Post("""{"update_id":1,"a_kind_of_the_future":{}}""") == 200)
                return;
        }
        throw new InvalidOperationException($"{program.Name} did not start. What it wrote:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > 40)
                lines.Dequeue();
        }
    }

    private double Memory(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}

/// <summary>Ends the programs where this one is ended itself.</summary>
internal static class Orphans
{
    private static readonly List<Process> watched = [];

    static Orphans() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    public static void Watch(Process process)
    {
        lock (watched)
            watched.Add(process);
    }

    private static void End()
    {
        lock (watched)
        {
            foreach (var process in watched)
            {
                try
                {
                    process.Kill();
                }
                catch (InvalidOperationException)
                {
                    // it ended before
                }
            }
        }
    }
}

/// <summary>Finds ports.</summary>
internal static class Ports
{
    /// <summary>A port on loopback that nobody listens on now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
