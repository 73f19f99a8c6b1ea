using System.Diagnostics;
using System.Globalization;

namespace ChatSupport.Tests.Savings;

/// <summary>A process of its own that writes into the ledger of a folder.</summary>
internal static class WritingProcess
{
    /// <summary>Runs it over some lines.</summary>
    /// <param name="folder">Where the ledger is.</param>
    /// <param name="lines">What it does.</param>
    /// <param name="diesAt">It is killed once so many are on disk, before the last of them is answered; null for never.</param>
    public static async Task<IReadOnlyList<Answer>> Run(string folder, IReadOnlyList<string> lines, int? diesAt = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ChatSupport.LedgerWriter.dll"), folder, .. diesAt is { } at ? [at.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.StandardInput.WriteAsync(string.Join('\n', lines) + "\n");
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is dead.
        }
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == (diesAt is null ? 0 : 137), $"It ended with {process.ExitCode}: {await error}");
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(words => new Answer(words[0], words[1], words[2]))];
    }
}

/// <summary>What a process answered.</summary>
/// <param name="Id">To which wish.</param>
/// <param name="What">recorded, repeated or refused.</param>
/// <param name="Which">The receipt, or why not.</param>
internal sealed record Answer(string Id, string What, string Which);
