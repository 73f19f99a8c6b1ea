namespace ChatSupport.EndToEnd.Crashes;

/// <summary>A clock that can be set, forward and back, as an operator or a time service sets that of a machine: the time of day leaps, timers and passing time do not notice.</summary>
internal sealed class LeapingClock(TimeProvider steady) : TimeProvider
{
    private long ahead;

    public override long TimestampFrequency => steady.TimestampFrequency;

    /// <summary>Sets it by so much, back where it is below zero.</summary>
    public void Leap(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        steady.CreateTimer(callback, state, dueTime, period);
}
