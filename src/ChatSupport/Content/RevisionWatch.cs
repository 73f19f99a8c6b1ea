using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;

namespace ChatSupport.Content;

/// <summary>Takes up what was published or rolled back, here or by another process, within a second.</summary>
internal sealed class RevisionWatch(RevisionRows rows, RevisionReader reader, LiveRevision live, TimeProvider time, ILogger<RevisionWatch> log) : BackgroundService
{
    /// <summary>How often is looked. One look reads one number.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private long refused; // a revision that cannot be run is not read again and again

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose); // ends the wait below with false
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
            Look();
    }

    private void Look()
    {
        try
        {
            var newest = rows.LiveNumber();
            if (newest > live.Number && newest != refused)
                TakeUp(newest);
        }
        catch (StoreUnavailableException)
        {
            // The health of the store says so already; the next look tries again.
        }
        catch (Exception fault)
        {
            log.WatchFailed(fault.GetType().Name);
        }
    }

    private void TakeUp(long number)
    {
        var reading = reader.Read(rows.Files(number)!);
        if (reading.IsGood && reading.NotForProduction.Count == 0)
        {
            live.Replace(number, reading);
            log.TakenUp(number);
            return;
        }
        refused = number;
        var trouble = reading.IsGood ? reading.NotForProduction[0] : reading.Issues.First(issue => issue.Severity == Severity.Error).ToString();
        live.Warn($"Revision {number} cannot be served by this process: {trouble}");
        log.NotTakenUp(number, live.Number, trouble);
    }
}
