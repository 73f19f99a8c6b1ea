using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Looks every few seconds whether something is to be published now.</summary>
internal sealed class PublicationClock(Publications publications, TimeProvider time, ILogger<PublicationClock> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose); // ends the wait below with false
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await publications.RunDue(stoppingToken);
            }
            catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
            {
                // It is still due at the next look.
            }
            catch (Exception fault)
            {
                log.WatchFailed(fault.GetType().Name);
            }
        }
    }
}
