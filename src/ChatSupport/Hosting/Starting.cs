using ChatSupport.Content;
using ChatSupport.Hosting.Commands;

namespace ChatSupport.Hosting;

/// <summary>Runs a host to its end. What keeps it from starting is told in sentences, never as a stack trace.</summary>
internal static class Starting
{
    /// <summary>How long all parts together may take to finish what they have in hand.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop may take before the process ends anyway: the parts, and the store a while to close.</summary>
    public static readonly TimeSpan LongestStop = StopWithin + TimeSpan.FromSeconds(15);

    /// <param name="build">Builds the host; may refuse as well.</param>
    /// <param name="error">Takes the sentences.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> Run(Func<IHost> build, TextWriter error, CancellationToken cancel) => Run(build, error, use: null, cancel);

    /// <param name="build">Builds the host; may refuse as well.</param>
    /// <param name="error">Takes the sentences.</param>
    /// <param name="use">What is done while it runs; it stops after that. Null: it runs until it is told to stop.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(Func<IHost> build, TextWriter error, Func<IServiceProvider, Task>? use, CancellationToken cancel)
    {
        IHost? host = null;
        try
        {
            host = build();
            _ = host.Services.GetService<ContentStart>()?.Begin(); // reads while the other parts are made; the start waits for it
            await host.StartAsync(cancel);
            if (use is not null)
                await UseAndStop(host, use);
            else
                await host.WaitForShutdownAsync(cancel);
            return ExitCode.Fine;
        }
        catch (OperationCanceledException) when (IsStopping(host, cancel))
        {
            return ExitCode.Fine; // it was told to stop while it started
        }
        catch (Exception fault) when (StartRefusal.Of(fault) is { } sentences)
        {
            foreach (var sentence in sentences)
                await error.WriteLineAsync(sentence.AsMemory(), CancellationToken.None);
            await StopWhatStarted(host);
            return ExitCode.BadUsage;
        }
        finally
        {
            if (host is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
        }
    }

    private static async Task UseAndStop(IHost host, Func<IServiceProvider, Task> use)
    {
        try
        {
            await use(host.Services);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>The refusal is told already: whatever fails now adds nothing to it.</summary>
    private static async Task StopWhatStarted(IHost? host)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await (host?.StopAsync(limit.Token) ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool IsStopping(IHost? host, CancellationToken cancel) =>
        cancel.IsCancellationRequested || host?.Services.GetService<IHostApplicationLifetime>()?.ApplicationStopping.IsCancellationRequested == true;
}
