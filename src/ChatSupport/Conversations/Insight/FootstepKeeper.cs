using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Writes down what was counted, every half minute and at the end, and deletes what is old.</summary>
internal sealed class FootstepKeeper(FootstepCounts counts, MissedWordRows words, StoreWriter writer, TimeProvider time) : BackgroundService
{
    /// <summary>How long counts by screen are kept: the same month of the year before can be compared.</summary>
    public static readonly TimeSpan CountsKept = TimeSpan.FromDays(400);

    /// <summary>How long a word is kept that nobody types any more.</summary>
    public static readonly TimeSpan WordsKept = TimeSpan.FromDays(90);

    private const int MostAtOnce = 200; // in one transaction, which turns wait for
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private DateOnly cleaned;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await Keep(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes down what was counted so far. What cannot be written is tried again the next time.</summary>
    public async Task Keep(CancellationToken cancel)
    {
        var (screens, missed) = counts.Take();
        try
        {
            foreach (var some in screens.Chunk(MostAtOnce))
            {
                await writer.Write(session =>
                {
                    foreach (var (key, count) in some)
                        ScreenCountRows.Add(session, key, count);
                    return some.Length;
                }, cancel).ConfigureAwait(false);
                screens = screens.Where(one => !some.Contains(one)).ToDictionary();
            }
            for (; missed.Count > 0; missed = [.. missed.Skip(MostAtOnce)])
            {
                var some = missed.Take(MostAtOnce).ToList();
                await writer.Write(session =>
                {
                    some.ForEach(word => words.Add(session, word));
                    return some.Count;
                }, cancel).ConfigureAwait(false);
            }
            await Clean(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            counts.PutBack(screens, missed);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every, time);
        try
        {
            while (await clock.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await Keep(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The rest is written by StopAsync.
        }
    }

    private async Task Clean(CancellationToken cancel)
    {
        var today = counts.Today();
        if (cleaned == today)
            return;
        await writer.Write(session =>
            ScreenCountRows.DropBefore(session, today.AddDays(-(int)CountsKept.TotalDays)) + MissedWordRows.DropBefore(session, today.AddDays(-(int)WordsKept.TotalDays)), cancel).ConfigureAwait(false);
        cleaned = today;
    }
}
