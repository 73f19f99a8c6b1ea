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
        var (taken, week) = (counts.Take(), counts.Week());
        if (taken.IsEmpty && closed == week)
            return;
        // Counts first: what is noted of workers belongs to a row of theirs.
        var (screens, seen, missed) = (taken.Screens.ToArray(), taken.Seen.ToArray(), taken.Words.ToArray());
        var (writtenScreens, writtenSeen, writtenWords) = (0, 0, 0);
        try
        {
            for (; writtenScreens < screens.Length; writtenScreens += MostAtOnce)
                await Write(screens, writtenScreens, (session, one) => ScreenCountRows.Add(session, one.Key, one.Value), cancel).ConfigureAwait(false);
            for (; writtenSeen < seen.Length; writtenSeen += MostAtOnce)
                await Write(seen, writtenSeen, See, cancel).ConfigureAwait(false);
            for (; writtenWords < missed.Length; writtenWords += MostAtOnce)
                await Write(missed, writtenWords, Miss, cancel).ConfigureAwait(false);
            if (closed != week)
                await writer.Write(session => Close(session, week), cancel).ConfigureAwait(false);
            closed = week;
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            counts.PutBack(new Footsteps(screens.Skip(writtenScreens).ToDictionary(), [.. seen.Skip(writtenSeen)], [.. missed.Skip(writtenWords)]));
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

    private Task<bool> Write<T>(T[] all, int from, Action<StoreSession, T> one, CancellationToken cancel) => writer.Write(session =>
    {
        for (var at = from; at < Math.Min(from + MostAtOnce, all.Length); at++)
            one(session, all[at]);
        return true;
    }, cancel);

    private void See(StoreSession session, (CountKey Key, string Conversation) one)
    {
        if (!counts.IsErased(one.Conversation) && ScreenCountRows.Add(session, one.Key, workers.Of(one.Conversation)))
            counts.HasEnough(one.Key);
    }

    private void Miss(StoreSession session, MissedWord word)
    {
        if (!counts.IsErased(word.Conversation))
            words.Add(session, word);
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
