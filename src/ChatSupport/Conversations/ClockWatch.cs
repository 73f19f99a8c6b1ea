namespace ChatSupport.Conversations;

/// <summary>Notices that the clock was set: that the time of day moved otherwise than time passed.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    private static readonly TimeSpan smallest = TimeSpan.FromSeconds(30); // clocks are put right by less all the time

    private DateTimeOffset day = time.GetUtcNow();
    private long passed = time.GetTimestamp();

    /// <summary>Looks.</summary>
    /// <returns>How far the clock was set since the last look, forward or, below zero, back; zero where it was not.</returns>
    public TimeSpan Look()
    {
        var (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        var set = now - day - time.GetElapsedTime(passed, stamp);
        (day, passed) = (now, stamp);
        return set.Duration() < smallest ? TimeSpan.Zero : set;
    }
}
