using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

/// <summary>The fake clock as a whole program has it. The cluster looks ten times a second whether the machine's thread pool stands still; that is a question to
/// the machine's own clock, and it would be asked 864,000 times whenever a test lets a day pass.</summary>
internal sealed class HostClock(FakeTimeProvider time) : TimeProvider
{
    private const string StallDetector = "ThreadPoolStallDetector";

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        state?.GetType().Name == StallDetector ? System.CreateTimer(callback, state, dueTime, period) : time.CreateTimer(callback, state, dueTime, period);
}
