using System.Buffers;

namespace ChatSupport.Reports;

/// <summary>The buffers that all libraries of a process share: what came through one stands in it until somebody else writes as much. They are taken out here and not
/// put back, so that the collector finds them free.</summary>
internal static class SharedBuffers
{
    private const int Smallest = 16;
    private const int Largest = 2 * 1024 * 1024; // nothing that is larger is read into one
    private const int Most = 4_096; // of one size: more are not kept on any machine
    private static readonly TimeSpan forOthers = TimeSpan.FromMilliseconds(250);

    /// <summary>Takes out those that all may use, and those that each thread keeps for itself.</summary>
    /// <remarks>Only a thread itself can take out its own: each is given this to do, and waits a moment until each has it, so that none does it twice.</remarks>
    public static void TakeOut()
    {
        using var all = new CountdownEvent(Math.Max(1, ThreadPool.ThreadCount));
        var waits = all.InitialCount;
        using var left = new SemaphoreSlim(0);
        for (var thread = 0; thread < waits; thread++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                TakeOutHere();
                all.Signal();
                all.Wait(forOthers);
                left.Release();
            }, null);
        }
        for (var thread = 0; thread < waits; thread++)
            left.Wait();
        TakeOutHere();
    }

    private static void TakeOutHere()
    {
        for (var size = Smallest; size <= Largest; size *= 2)
        {
            TakeOut(ArrayPool<byte>.Shared, size);
            TakeOut(ArrayPool<char>.Shared, size);
        }
    }

    /// <summary>Until there was none and one was made.</summary>
    private static void TakeOut<T>(ArrayPool<T> pool, int size)
    {
        for (var taken = 0; taken < Most; taken++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            pool.Rent(size);
            if (GC.GetAllocatedBytesForCurrentThread() - before >= size)
                return;
        }
    }
}
