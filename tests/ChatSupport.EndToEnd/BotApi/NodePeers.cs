using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>Runs the node programs under <c>tests/peers</c>. Their packages are installed, in the locked versions, where they are missing.</summary>
internal static class NodePeers
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5); // most take seconds; one that hangs must not hang the suite

    /// <summary>The folder <c>tests/peers</c> of this clone.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests", "peers");

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed or is not there; the text has all that it printed.</exception>
    public static Task<string> Run(string program, IEnumerable<string> arguments, CancellationToken cancel, params (string Name, string Value)[] environment) =>
        RunIn(Folder, program, arguments, cancel, environment);

    /// <summary>The same for a folder below with packages of its own.</summary>
    public static async Task<string> RunIn(
        string folder, string program, IEnumerable<string> arguments, CancellationToken cancel, params (string Name, string Value)[] environment)
    {
        await Install(folder, cancel);
        return await Start(folder, program, arguments, environment, cancel);
    }

    /// <summary>Installs the packages of a folder where they are missing.</summary>
    public static async Task Install(string folder, CancellationToken cancel)
    {
        await OneAtATime.WaitAsync(cancel);
        try
        {
            if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
                await Start(folder, "npm", ["ci", "--no-audit", "--no-fund"], [], cancel);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<string> Start(string folder, string program, IEnumerable<string> arguments, (string Name, string Value)[] environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"'{program}' was not found. These tests need node 18 or newer with npm: run tests/run.sh, which installs them, or 'apt-get install nodejs npm'.");
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel).WaitAsync(patience, cancel);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
        }
        await process.WaitForExitAsync(cancel); // all that it wrote is here then
        var text = output.ToString();
        return process.ExitCode == 0
            ? text
            : throw new InvalidOperationException($"'{program} {string.Join(' ', start.ArgumentList)}' in {folder} ended with {process.ExitCode}:{Environment.NewLine}{text}");
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatSupport.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No ChatSupport.sln above {AppContext.BaseDirectory}: run the tests from inside a clone.");
    }
}
