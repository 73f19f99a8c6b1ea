namespace ChatSupport.Conversations;

/// <summary>Wakes the schedule when something is written that becomes due before the time it sleeps to.</summary>
internal sealed class ScheduleBell
{
    private readonly Lock gate = new();
    private TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset earliest = DateTimeOffset.MaxValue;
    private DateTimeOffset asleepUntil = DateTimeOffset.MinValue;

    /// <summary>A turn that changed the schedule was committed.</summary>
    public void Ring(Turn turn)
    {
        foreach (var change in turn.Schedule)
        {
            if (change.At is { } at)
                Ring(at);
        }

        if (turn.Link is LinkChange.Take)
            Ring(DateTimeOffset.MinValue); // the other conversation is told at once
    }

    /// <summary>Begins to note what is written. To be called before looking at the rows, so that nothing is slept through.</summary>
    public void Listen()
    {
        lock (gate)
        {
            rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
            (earliest, asleepUntil) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        }
    }

    /// <summary>Sleeps until a time.</summary>
    /// <returns>Ends when something was written, since <see cref="Listen"/>, that is due before that time.</returns>
    public Task WokenBefore(DateTimeOffset time)
    {
        lock (gate)
        {
            asleepUntil = time;
            if (earliest < time)
                rung.TrySetResult();
            return rung.Task;
        }
    }

    /// <summary>Something was written that becomes due then, by an act that is no turn.</summary>
    public void Ring(DateTimeOffset at)
    {
        lock (gate)
        {
            if (at < earliest)
                earliest = at;
            if (at < asleepUntil)
                rung.TrySetResult();
        }
    }
}
