using System.Diagnostics;
using System.Globalization;
using System.Net;
using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd;

/// <summary>The real program as a process of its own, as an operator starts it. Its data lies in a folder that a second start may use again.</summary>
internal sealed class ChatSupportProcess : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3); // the machine may be busy with much else
    private static readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    private ChatSupportProcess(Process process, string folder, int port) => (this.process, Folder, Port) = (process, folder, port);

    /// <summary>The folder of its data; <c>dialogs/</c> in it, where there is one, is its content.</summary>
    public string Folder { get; }

    public int Port { get; }

    /// <summary>The number of the process.</summary>
    public int Id => process.Id;

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>Everything it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (gate)
                return string.Join('\n', lines);
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="folder">A folder that an earlier one used, or any other.</param>
    /// <param name="port">The port that an earlier one used; null for a free one.</param>
    /// <param name="settings">Settings by name, brought as environment: <c>("ChatSupport:Telegram:Token", "…")</c>.</param>
    /// <exception cref="InvalidOperationException">It ended or did not become ready; the text holds what it wrote.</exception>
    public static async Task<ChatSupportProcess> Serve(string folder, int? port = null, params (string Name, string Value)[] settings)
    {
        var program = Begin(folder, port, [], settings);
        try
        {
            await program.Ready(CancellationToken.None);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, and does not wait until it serves.</summary>
    /// <param name="folder">As for <see cref="Serve"/>.</param>
    /// <param name="port">As for <see cref="Serve"/>.</param>
    /// <param name="through">A command that starts the program behind it, for example <c>setpriv</c> with its options; empty for none.</param>
    /// <param name="settings">As for <see cref="Serve"/>.</param>
    public static ChatSupportProcess Begin(string folder, int? port, string[] through, params (string Name, string Value)[] settings)
    {
        var at = port ?? TestPort.Find();
        return Start(["serve", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{at}")], folder, at, settings, through);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not become ready; the text holds what it wrote.</exception>
    public async Task Ready(CancellationToken cancel)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience; await Task.Delay(50, cancel))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with exit code {process.ExitCode} instead of serving. It wrote:\n{Output}");
            if (await IsReady())
                return;
        }

        throw new InvalidOperationException($"The program was not ready after {patience.TotalSeconds:0} s. It wrote:\n{Output}");
    }

    /// <summary>Waits until it wrote this.</summary>
    public async Task Says(string part)
    {
        for (var began = Stopwatch.GetTimestamp(); !Output.Contains(part, StringComparison.Ordinal); await Task.Delay(50))
        {
            if (Stopwatch.GetElapsedTime(began) > patience)
                throw new InvalidOperationException($"It did not write '{part}', but:\n{Output}");
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Ended> Run(string folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        await using var program = Start(arguments, folder, 0, settings);
        using var limit = new CancellationTokenSource(patience);
        await program.process.WaitForExitAsync(limit.Token);
        return new Ended(program.process.ExitCode, program.Output);
    }

    /// <summary>An empty folder for one test, deleted by nobody but the system: what a failed test left can be looked at.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("chatsupport-e2e-").FullName;

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does, and waits for it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]))
            await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Waits until it ended by itself, or by a signal from elsewhere.</summary>
    public async Task Ended()
    {
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }

    private static ChatSupportProcess Start(
        string[] arguments, string folder, int port, (string Name, string Value)[] settings, string[]? through = null)
    {
        string[] command = [.. through ?? [], "dotnet", "exec", typeof(Hosting.Serve).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ASPNETCORE_CONTENTROOT"] = folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // the shipped places are samples
        if (!Directory.Exists(Path.Combine(folder, "dialogs")))
            start.Environment["ChatSupport__Content__Folder"] = Repository.Dialogs;
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var program = new ChatSupportProcess(new Process { StartInfo = start }, folder, port);
        program.process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        program.process.Start();
        program.process.StandardInput.Close();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Url, "/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false; // not yet
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (gate)
            lines.Add(line);
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Ended(int ExitCode, string Output);
