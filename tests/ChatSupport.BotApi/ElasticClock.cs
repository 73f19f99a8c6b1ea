namespace ChatSupport.BotApi;

/// <summary>A clock that runs with the machine's, can be advanced, and can run faster. Timers follow it.</summary>
internal sealed class ElasticClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<ElasticTimer> timers = [];
    private DateTimeOffset base_ = System.GetUtcNow();
    private long since = System.GetTimestamp();
    private double speed = 1;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return Now();
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Passing time is measured by this clock as well.</summary>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Jumps forward; timers that become due run at once.</summary>
    public void Advance(TimeSpan by) => Change(() => base_ += by);

    /// <summary>How many seconds pass here in one second of the machine.</summary>
    public void Run(double times) => Change(() => speed = times);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ElasticTimer(this, callback, state);
        lock (gate)
            timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private DateTimeOffset Now() => base_ + (System.GetElapsedTime(since) * speed);

    private void Change(Action change)
    {
        List<ElasticTimer> all;
        lock (gate)
        {
            base_ = Now();
            since = System.GetTimestamp();
            change();
            all = [.. timers];
        }
        all.ForEach(timer => timer.Arm());
    }

    private TimeSpan RealUntil(DateTimeOffset due)
    {
        lock (gate)
        {
            var left = (due - Now()) / speed;
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    private void Forget(ElasticTimer timer)
    {
        lock (gate)
            timers.Remove(timer);
    }

    private sealed class ElasticTimer : ITimer
    {
        private readonly ElasticClock clock;
        private readonly ITimer real;
        private readonly Lock gate = new();
        private readonly TimerCallback callback;
        private readonly object? state;
        private DateTimeOffset? due;
        private TimeSpan every;

        public ElasticTimer(ElasticClock clock, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            real = System.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                every = period;
            }
            Arm();
            return true;
        }

        public void Arm()
        {
            lock (gate)
                real.Change(due is { } at ? clock.RealUntil(at) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            clock.Forget(this);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring()
        {
            lock (gate)
            {
                if (due is not { } at)
                    return;
                if (at > clock.GetUtcNow())
                {
                    Arm(); // the machine's timer may ring a little early
                    return;
                }
                due = every > TimeSpan.Zero ? at + every : null;
                Arm();
            }
            callback(state);
        }
    }
}
