using ChatSupport.Hosting.Commands;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting;

/// <summary>Runs a host to its end. What keeps it from starting is told in sentences, never as a stack trace.</summary>
internal static class Starting
{
    /// <summary>How long a stop may take before the process ends anyway: all parts together have 30 seconds, and the store a while to close.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(45);

    /// <param name="build">Builds the host; may refuse as well.</param>
    /// <param name="error">Takes the sentences.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(Func<IHost> build, TextWriter error, CancellationToken cancel)
    {
        IHost? host = null;
        try
        {
            host = build();
            Validate(host.Services);
            await host.StartAsync(cancel);
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
            return ExitCode.BadUsage;
        }
        finally
        {
            if (host is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
        }
    }

    /// <summary>Looks at all settings before any part is made, so that all wrong ones are told at once.</summary>
    /// <exception cref="Exception">See <see cref="StartRefusal"/>.</exception>
    public static void Validate(IServiceProvider services) => services.GetService<IStartupValidator>()?.Validate();

    private static bool IsStopping(IHost? host, CancellationToken cancel) =>
        cancel.IsCancellationRequested || host?.Services.GetService<IHostApplicationLifetime>()?.ApplicationStopping.IsCancellationRequested == true;
}
