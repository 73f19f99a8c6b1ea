using System.Diagnostics;
using System.Text;
using ChatSupport.Hosting;

namespace ChatSupport.Tests.Hosting;

/// <summary>The real program as a process.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3); // a busy machine; nothing is measured by it

    private readonly Process process;
    private readonly StringBuilder written = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> awaited = [];

    public RunningProgram(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(typeof(Serve).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far, on both outputs.</summary>
    public string Written
    {
        get
        {
            lock (written)
                return written.ToString();
        }
    }

    /// <summary>Waits until it wrote this.</summary>
    public async Task Writes(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (written)
        {
            if (written.ToString().Contains(text, StringComparison.Ordinal))
                return;
            awaited.Add((text, seen));
        }
        var first = await Task.WhenAny(seen.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(patience, TestContext.Current.CancellationToken));
        Assert.True(first == seen.Task || Written.Contains(text, StringComparison.Ordinal), $"It did not write '{text}' but:\n{Written}");
    }

    /// <summary>Sends it SIGTERM, as a service manager does.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Ends()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (written)
        {
            written.AppendLine(line);
            var all = written.ToString();
            foreach (var (_, seen) in awaited.Where(wait => all.Contains(wait.Text, StringComparison.Ordinal)))
                seen.TrySetResult();
        }
    }
}
