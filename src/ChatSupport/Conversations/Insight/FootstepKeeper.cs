using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Writes down what was counted, every half minute and at the end, closes weeks that are over, and deletes what is old.</summary>
internal sealed class FootstepKeeper(FootstepCounts counts, MissedWordRows words, Workers workers, StoreWriter writer, TimeProvider time) : BackgroundService
{
    /// <summary>How many weeks counts by screen are kept: the same month of the year before can be compared.</summary>
    public const int CountsKept = 57;

    /// <summary>How many weeks a word is kept that nobody types any more.</summary>
    public const int WordsKept = 13;

    /// <summary>How many weeks it is kept that one worker typed a word which too few others typed.</summary>
    public const int TypedByKept = 4;

    private const int DaysOfWeek = 7;
    private const int MostAtOnce = 200; // in one transaction, which turns wait for
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private DateOnly closed;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await Keep(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes down what was counted so far. What cannot be written is tried again the next time.</summary>
    public async Task Keep(CancellationToken cancel)
    {
        var (left, week) = (counts.Take(), counts.Week());
        if (left.IsEmpty && closed == week)
            return;
        try
        {
            while (!left.IsEmpty)
            {
                var some = Some(left);
                await writer.Write(session => Write(session, some), cancel).ConfigureAwait(false);
                left = Rest(left, some);
            }
            await writer.Write(session => Close(session, week), cancel).ConfigureAwait(false);
            closed = week;
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            counts.PutBack(left);
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

    private static Footsteps Some(Footsteps all) => new(all.Screens.Take(MostAtOnce).ToDictionary(), [.. all.Seen.Take(MostAtOnce)], [.. all.Words.Take(MostAtOnce)]);

    private static Footsteps Rest(Footsteps all, Footsteps some) =>
        new(all.Screens.Where(one => !some.Screens.ContainsKey(one.Key)).ToDictionary(), [.. all.Seen.Where(one => !some.Seen.Contains(one))], [.. all.Words.Skip(some.Words.Count)]);

    private bool Write(StoreSession session, Footsteps some)
    {
        foreach (var (key, count) in some.Screens)
            ScreenCountRows.Add(session, key, count);
        foreach (var (key, conversation) in some.Seen.Where(one => !counts.IsErased(one.Conversation)))
            ScreenCountRows.Add(session, key, workers.Of(conversation));
        foreach (var word in some.Words.Where(word => !counts.IsErased(word.Conversation)))
            words.Add(session, word);
        return true;
    }

    private static bool Close(StoreSession session, DateOnly week)
    {
        ScreenCountRows.Close(session, week);
        MissedWordRows.Close(session, week);
        ScreenCountRows.DropBefore(session, week.AddDays(-CountsKept * DaysOfWeek));
        MissedWordRows.DropBefore(session, week.AddDays(-TypedByKept * DaysOfWeek), week.AddDays(-WordsKept * DaysOfWeek));
        return true;
    }
}
