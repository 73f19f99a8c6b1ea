namespace ChatSupport.Conversations;

/// <summary>Tells the schedule that something may become due before the time it waits for.</summary>
internal sealed class ScheduleBell
{
    private readonly Lock gate = new();
    private TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset waitsFor = DateTimeOffset.MinValue;

    /// <summary>A committed turn changed the schedule.</summary>
    public void Ring(Turn turn)
    {
        foreach (var change in turn.Schedule)
        {
            if (change.At is not { } at)
                continue;
            lock (gate)
            {
                if (at < waitsFor)
                    rung.TrySetResult();
            }
        }
    }

    /// <summary>Begins to wait for a time.</summary>
    /// <returns>Ends when something earlier was written since.</returns>
    public Task WaitFor(DateTimeOffset next)
    {
        lock (gate)
        {
            if (rung.Task.IsCompleted)
                rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waitsFor = next;
            return rung.Task;
        }
    }
}
