namespace ChatSupport.Escalation.Desk;

/// <summary>Wakes the desk's clock, and whoever looks at the desk: something changed.</summary>
internal sealed class DeskBell
{
    private TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Raised after a change is on disk, on the writer's thread: short.</summary>
    public event Action? Changed;

    /// <summary>Completes at the next change.</summary>
    public Task Next => Volatile.Read(ref rung).Task;

    public void Ring()
    {
        Interlocked.Exchange(ref rung, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        Changed?.Invoke();
    }
}
