using System.Runtime;
using ChatSupport.Conversations;

namespace ChatSupport.Reports;

/// <summary>Empties the memory that what she wrote stood in. A text cannot be overwritten here, only let go of, and what is let go of stays where it was until something
/// else comes there: on a quiet night for hours. So a little after the last that she did with a report all that is in use is moved together, and what
/// is free is given back to the system, which empties it.</summary>
/// <remarks>Everybody waits meanwhile, for some tens of milliseconds; so it happens seldom, however many report.</remarks>
internal sealed class FreedMemory : IDisposable
{
    /// <summary>How long after something of hers was there. Where she goes on, again so long after it, until she is gone.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(20);

    private readonly Lock looking = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly LetGoOfBuffers[] channels;
    private long last;
    private bool isSet;

    public FreedMemory(IEnumerable<LetGoOfBuffers> channels, TimeProvider time)
    {
        (this.channels, this.time) = ([.. channels], time);
        timer = time.CreateTimer(_ => Empty(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How often it was emptied.</summary>
    public int Times { get; private set; }

    /// <summary>Something of hers is in memory now.</summary>
    public void Soon()
    {
        lock (looking)
        {
            last = time.GetTimestamp();
            if (!isSet)
                Set();
        }
    }

    public void Dispose() => timer.Dispose();

    private void Set() => isSet = timer.Change(After, Timeout.InfiniteTimeSpan);

    private void Empty()
    {
        var began = time.GetTimestamp();
        foreach (var letGo in channels)
            letGo();
        SharedBuffers.TakeOut();
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        lock (looking)
        {
            isSet = false;
            Times++;
            if (last >= began || time.GetElapsedTime(last, began) < After)
                Set(); // she went on meanwhile
        }
    }
}
