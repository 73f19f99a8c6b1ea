namespace ChatSupport.Storage;

/// <summary>A write on its way to the disk.</summary>
internal abstract class PendingWrite
{
    public abstract void Apply(StoreSession session);

    public abstract void Complete();

    public abstract void Fail(Exception cause);
}

/// <inheritdoc/>
internal sealed class PendingWrite<T>(Func<StoreSession, T> apply, Action<T>? onDisk = null) : PendingWrite
{
    private readonly TaskCompletionSource<T> written = new(TaskCreationOptions.RunContinuationsAsynchronously); // never on the writer's thread
    private T? result;

    /// <summary>Ends once the write is on disk or refused.</summary>
    public Task<T> Written => written.Task;

    public override void Apply(StoreSession session) => result = apply(session);

    public override void Complete()
    {
        try
        {
            onDisk?.Invoke(result!);
            written.TrySetResult(result!);
        }
        catch (Exception e)
        {
            written.TrySetException(e); // of this write alone: the writer goes on
        }
    }

    public override void Fail(Exception cause) => written.TrySetException(cause);
}
