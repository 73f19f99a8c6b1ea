using ChatSupport.Hosting.Commands;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting;

/// <summary>Runs a host to its end. What keeps it from starting is told in sentences, never as a stack trace.</summary>
internal static class Starting
{
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
            host.Services.GetService<IStartupValidator>()?.Validate(); // before any part is made, so that all wrong settings are told at once
            await host.StartAsync(cancel);
        }
        catch (Exception fault) when (StartRefusal.Of(fault) is { } sentences)
        {
            foreach (var sentence in sentences)
                await error.WriteLineAsync(sentence.AsMemory(), CancellationToken.None);
            await Dispose(host);
            return ExitCode.BadUsage;
        }
        await host.WaitForShutdownAsync(cancel);
        await Dispose(host);
        return ExitCode.Fine;
    }

    private static async Task Dispose(IHost? host)
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
