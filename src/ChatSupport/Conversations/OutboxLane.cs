using System.Collections.Immutable;

namespace ChatSupport.Conversations;

/// <summary>The messages of one conversation that wait in memory, and what is needed to send them. One sender works on it at a time.</summary>
internal sealed class OutboxLane(string conversation)
{
    private readonly Queue<OutboxItem> waiting = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long droppedTo;
    private ImmutableHashSet<long> droppedOnes = [];

    /// <summary>Opaque key.</summary>
    public string Conversation { get; } = conversation;

    /// <summary>Where it goes; null until it was given or read.</summary>
    public string? Address { get; set; }

    /// <summary>The channel's id of the menu she sees; null where there is none, or it was not read yet.</summary>
    public string? Menu { get; set; }

    /// <summary>Whether <see cref="Menu"/> says how it is.</summary>
    public bool KnowsMenu { get; set; }

    /// <summary>True where she left after this was written, or it was taken back: it is not to be sent, nor tried again.</summary>
    public bool IsDropped(OutboxItem item) => item.Id <= Volatile.Read(ref droppedTo) || Volatile.Read(ref droppedOnes).Contains(item.Id);

    /// <summary>Completes when something more is dropped: who waits to try again need not wait any longer.</summary>
    public Task Dropped => Volatile.Read(ref dropped).Task;

    /// <summary>Completes when none is left.</summary>
    public Task Ended => ended.Task;

    // The rest is used under the outbox's lock.

    /// <summary>Number of the last message that was added.</summary>
    public long Last { get; private set; }

    public void Add(OutboxItem item)
    {
        waiting.Enqueue(item);
        Last = item.Id;
    }

    public void DropTo(long number)
    {
        Volatile.Write(ref droppedTo, Math.Max(droppedTo, number));
        TellDropped();
    }

    public void DropOne(long number)
    {
        Volatile.Write(ref droppedOnes, droppedOnes.Add(number));
        TellDropped();
    }

    private void TellDropped() => Interlocked.Exchange(ref dropped, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public bool TryPeek(out OutboxItem item) => waiting.TryPeek(out item!);

    public void Remove() => waiting.Dequeue();

    public void End() => ended.TrySetResult();
}
