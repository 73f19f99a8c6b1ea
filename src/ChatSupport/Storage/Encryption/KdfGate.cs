namespace ChatSupport.Storage.Encryption;

/// <summary>Lets few slow hashes run at once, the rest wait in line without holding a thread: whoever asks for many keeps neither the processor nor the
/// memory from everybody else.</summary>
/// <param name="atOnce">How many run.</param>
/// <param name="waiting">How many wait; more are turned away at once.</param>
/// <param name="longestWait">How long each waits for its turn.</param>
/// <param name="time">The clock.</param>
internal sealed class KdfGate(int atOnce, int waiting, TimeSpan longestWait, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);
    private int inside;

    /// <summary>Runs a hash on a thread of its own, when it is its turn.</summary>
    /// <exception cref="TimeoutException">Too many wait, or its turn did not come in time: it did not run.</exception>
    public async Task<T> Run<T>(Func<T> hash, CancellationToken cancel)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > atOnce + waiting)
                throw new TimeoutException("Too many wait to be looked at.");
            await Enter(cancel);
            try
            {
                // Not on one of the threads that serve everybody: there are as many of those as processors, and each hash would keep one for a fifth of a second.
                return await Task.Factory.StartNew(hash, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
            }
            finally
            {
                free.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public void Dispose() => free.Dispose();

    private async Task Enter(CancellationToken cancel)
    {
        if (free.Wait(0, cancel))
            return;
        using var patience = new CancellationTokenSource(longestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await free.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("Its turn to be looked at did not come in time.");
        }
    }
}
