using ChatSupport.Channels;
using ChatSupport.Content;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatSupport.Hosting;

/// <summary>Says in a few lines, once it serves, where to chat and with what.</summary>
internal sealed class StartLines(
    IServer server, Database database, LiveRevision content, IEnumerable<ChannelState> channels, IHostEnvironment environment, ILogger<StartLines> log) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            log.Listens(address);
        log.Keeps(environment.EnvironmentName, environment.ContentRootPath, database.File);
        log.Serves(content.Number, content.Fingerprint[..12]);
        log.Channel("Terminal", "'chatsupport chat' talks to the bot here");
        foreach (var channel in channels)
            log.Channel(channel.Channel, channel.Line);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        log.Stopping();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Log lines of the start, 1601 to 1699.</summary>
internal static partial class StartLog
{
    [LoggerMessage(1601, LogLevel.Information, "Listening on {Address}")]
    public static partial void Listens(this ILogger log, string address);

    [LoggerMessage(1602, LogLevel.Information, "Environment {Environment}, folder {Folder}, database {Database}")]
    public static partial void Keeps(this ILogger log, string environment, string folder, string database);

    [LoggerMessage(1603, LogLevel.Information, "Content: revision {Number} ({Fingerprint})")]
    public static partial void Serves(this ILogger log, long number, string fingerprint);

    [LoggerMessage(1604, LogLevel.Information, "{Channel}: {State}")]
    public static partial void Channel(this ILogger log, string channel, string state);

    [LoggerMessage(1605, LogLevel.Information, "Stopping: turns in hand are finished, what is on its way is sent")]
    public static partial void Stopping(this ILogger log);
}
