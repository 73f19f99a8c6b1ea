using System.Collections.Concurrent;

namespace ChatSupport.Conversations;

/// <summary>Brings what is due to its conversation, at least once, and runs the retention. It sleeps until the next row is due or an earlier one is written.</summary>
internal sealed class Schedule(
    ScheduleRows rows, ScheduleBell bell, ScheduleRetention retention, Outbox outbox, ConversationDoor door, TimeProvider time, ILogger<Schedule> log)
    : BackgroundService
{
    private const int MostAtOnce = 8;
    private static readonly TimeSpan RetentionEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1); // the clock may be set meanwhile

    private readonly ConcurrentDictionary<DueRow, int> failures = new();
    private readonly ClockWatch clock = new(time);
    private long? retained; // when, in passing time; null for never

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failed = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await RunDue(stoppingToken).ConfigureAwait(false);
                failed = 0;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                var pause = SenderDesk.PauseAfter(failed++);
                log.ScheduleFailed(pause.TotalSeconds, e);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Works until nothing is due, then sleeps until something is.</summary>
    private async Task RunDue(CancellationToken cancel)
    {
        await LookAtClock(cancel).ConfigureAwait(false);
        if (retained is null || time.GetElapsedTime(retained.Value) >= RetentionEvery)
        {
            await retention.Run(cancel).ConfigureAwait(false);
            retained = time.GetTimestamp();
        }
        var now = time.GetUtcNow();
        bell.Listen();
        var due = rows.ReadDue(now, outbox.Channels);
        if (due.Count > 0)
        {
            await Bring(due, now, cancel).ConfigureAwait(false);
            return;
        }
        var next = rows.ReadNext(now) is { } row && row < now + LongestSleep ? row : now + LongestSleep;
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var asleep = Task.Delay(next - now, time, awake.Token);
        if (time.GetUtcNow() < next) // the clock may have been set since it was read
            await Task.WhenAny(asleep, bell.WokenBefore(next)).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>A clock that was set back must not keep a sensitive screen open for as long, and one that was set forward by mistake must not delete
    /// anything before somebody could put it right.</summary>
    private async Task LookAtClock(CancellationToken cancel)
    {
        var set = clock.Look();
        if (set == TimeSpan.Zero)
            return;
        log.ClockSet(set.TotalSeconds);
        retained = time.GetTimestamp();
        if (set < TimeSpan.Zero)
            await rows.MoveSensitive(set, cancel).ConfigureAwait(false);
    }

    private async Task Bring(List<DueRow> due, DateTimeOffset now, CancellationToken cancel)
    {
        var later = new ConcurrentBag<(DueRow, DateTimeOffset)>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancel }, async (row, ct) =>
        {
            if (row.Due > now)
                later.Add((row, row.Due));
            else if (await TryBring(row, now, ct).ConfigureAwait(false) is { } pause)
                later.Add((row, now + pause));
        }).ConfigureAwait(false);
        if (!later.IsEmpty)
            await rows.Postpone([.. later], cancel).ConfigureAwait(false);
    }

    /// <returns>How long to wait before the next try; null where it arrived.</returns>
    private async Task<TimeSpan?> TryBring(DueRow row, DateTimeOffset now, CancellationToken cancel)
    {
        if (!Enum.TryParse<DueKind>(row.Kind, out var kind))
            return TimeSpan.FromDays(1); // a kind of a newer version; that one will know
        try
        {
            if (await door.Receive(row.ToInbound(kind, now), cancel).ConfigureAwait(false) != Receipt.TooFast)
            {
                await rows.Remove(row, cancel).ConfigureAwait(false);
                failures.TryRemove(row, out _);
                return null;
            }
            return SenderDesk.LongestPause;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            var pause = SenderDesk.PauseAfter(failures.AddOrUpdate(row, 0, (_, tries) => tries + 1));
            log.DueFailed(kind, pause.TotalSeconds, e);
            return pause;
        }
    }
}
