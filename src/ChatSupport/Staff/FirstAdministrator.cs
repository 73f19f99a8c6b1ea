using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatSupport.Staff;

/// <summary>Says at the start how to open the console; while no administrator can sign in, with a link that makes one.</summary>
internal sealed class FirstAdministrator(
    IServer server, AccountRows accounts, StoreWriter writer, AuditTrail trail, TimeProvider time, IOptions<StaffOptions> options, ILogger<FirstAdministrator> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Console)
            return;
        var address = ConsoleAddress.Named(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost");
        if (accounts.HasAdministrator())
        {
            log.Opens($"{address}/console");
            return;
        }
        try
        {
            log.FirstLink($"{address}{StaffLinks.Path(await MakeLink(cancellationToken))}");
        }
        catch (StoreUnavailableException)
        {
            log.NoFirstLink(); // a full or read-only disk must not keep the bot from starting
        }
    }

    private async Task<string> MakeLink(CancellationToken cancel)
    {
        var token = StaffLinks.NewToken();
        await writer.Write(session =>
        {
            StaffLinks.Add(session, null, token, time.GetUtcNow() + StaffLinks.FirstEndsAfter);
            trail.Add(session, new AuditNote(AuditNote.System, "staff.first-link"));
            return true;
        }, cancel);
        return token;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Log lines of the staff console, 1801 to 1899.</summary>
internal static partial class StaffLog
{
    [LoggerMessage(1801, LogLevel.Information, "Console: {Address}")]
    public static partial void Opens(this ILogger log, string address);

    [LoggerMessage(1803, LogLevel.Error, "A page of the console failed with {Fault}; whoever looked was told. It happened at {Place}")]
    public static partial void PageFailed(this ILogger log, string fault, string place);

    [LoggerMessage(1804, LogLevel.Warning, "Console: nobody can look after accounts yet, and the database cannot be written to make a link for it. Once it can, start again, or run 'chatsupport staff add NAME --role administrator'")]
    public static partial void NoFirstLink(this ILogger log);

    [LoggerMessage(1802, LogLevel.Warning, "Console: nobody can look after accounts yet. Open this within 10 minutes to become the first administrator; it works once: {Link}")]
    public static partial void FirstLink(this ILogger log, string link);
}
