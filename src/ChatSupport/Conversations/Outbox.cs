using System.Text.Json;

namespace ChatSupport.Conversations;

/// <summary>The messages that wait to be sent, a lane for each conversation. A bounded part of them is in memory: when more wait, the rest is
/// left in the database and read once there is room again.</summary>
/// <remarks>Turns hand their messages over in the order of their numbers, so one number, <c>readTo</c>, says which are known.</remarks>
internal sealed class Outbox
{
    /// <summary>How many messages are kept in memory at most, about.</summary>
    public const int Room = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, OutboxLane> lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> droppedWhileReading = new(StringComparer.Ordinal);
    private readonly HashSet<long> droppedOnesWhileReading = [];
    private readonly List<OutboxPost> late = [];
    private readonly HashSet<string> channels;
    private readonly int room;
    private Action<OutboxLane>? begin;
    private TaskCompletionSource roomAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource level = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Following following = Following.Behind; // what an earlier run left has to be read first
    private long readTo;
    private int count;
    private int lateCount;

    public Outbox(IEnumerable<IChannelOut> channels)
        : this(channels, Room)
    {
    }

    internal Outbox(IEnumerable<IChannelOut> channels, int room)
    {
        this.channels = channels.Select(channel => channel.Channel).ToHashSet(StringComparer.Ordinal);
        this.room = room;
        Channels = JsonSerializer.Serialize(this.channels.Order(StringComparer.Ordinal));
    }

    private enum Following
    {
        /// <summary>New messages stay in the database until they are read.</summary>
        Behind,

        /// <summary>The last ones are being read; what comes meanwhile is put after them.</summary>
        Joining,

        /// <summary>New messages come in directly.</summary>
        Level,
    }

    /// <summary>The channels of this program, as a JSON list.</summary>
    public string Channels { get; }

    /// <summary>How many wait in memory.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The number up to which messages are known.</summary>
    public long ReadTo => Volatile.Read(ref readTo);

    /// <summary>True where a channel of this program carries the conversation.</summary>
    public bool Carries(string conversation) =>
        conversation.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && channels.Contains(conversation[..end]);

    /// <summary>Begins: each lane that gets work is handed to <paramref name="lane"/>, once until it ends.</summary>
    public void Begin(Action<OutboxLane> lane) => begin = lane;

    /// <summary>Takes over what a committed turn sends. Called in the order of the numbers.</summary>
    public void Post(OutboxPost post)
    {
        if (!Carries(post.Conversation))
            return;
        lock (gate)
        {
            Drop(post);
            if (post.Items.Count == 0)
                return;
            if (following == Following.Joining && (lateCount += post.Items.Count) <= room)
                late.Add(post with { KnowsMenu = false }); // what is being sent meanwhile may change it
            else if (following == Following.Level && count + post.Items.Count <= room)
                Take(post);
            else
                FallBehind();
        }
    }

    /// <summary>Waits until messages have to be read from the database and there is room for them.</summary>
    public Task RoomToRead(CancellationToken cancel)
    {
        lock (gate)
        {
            if (following != Following.Level && count <= room / 2)
                return Task.CompletedTask;
            if (roomAgain.Task.IsCompleted)
                roomAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return roomAgain.Task.WaitAsync(cancel);
        }
    }

    /// <summary>Takes a page that was read from the database.</summary>
    /// <param name="page">The rows after <see cref="ReadTo"/>, in order.</param>
    /// <param name="upTo">The number of the last row read, also where it is not ours to send.</param>
    /// <param name="isLast">The page ended before its limit. The second such page in a row brings the outbox level.</param>
    public void TakePage(IReadOnlyList<OutboxPost> page, long upTo, bool isLast)
    {
        lock (gate)
        {
            foreach (var post in page)
                Take(post);
            readTo = Math.Max(readTo, upTo);
            if (!isLast)
                return;
            if (following == Following.Behind)
            {
                following = Following.Joining;
                return;
            }
            foreach (var post in late)
                Take(post);
            ForgetLate();
            droppedWhileReading.Clear();
            droppedOnesWhileReading.Clear();
            following = Following.Level;
            level.TrySetResult();
        }
    }

    /// <summary>The next message of a lane, skipping what was dropped.</summary>
    /// <returns>False where none is left: the lane ended and must not be touched any more.</returns>
    public bool TryNext(OutboxLane lane, out OutboxItem item)
    {
        lock (gate)
        {
            while (lane.TryPeek(out item))
            {
                if (!lane.IsDropped(item))
                    return true;
                Remove(lane);
            }
            lanes.Remove(lane.Conversation);
            lane.End();
            return false;
        }
    }

    /// <summary>Waits until nothing of a conversation waits to be sent.</summary>
    /// <remarks>What a turn sends is known here before the turn's receipt is given.</remarks>
    public async Task Drained(string conversation, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                var isLevel = following == Following.Level;
                if (isLevel && !lanes.ContainsKey(conversation))
                    return;
                next = isLevel ? lanes[conversation].Ended : level.Task;
            }
            await next.WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The message in hand is done with.</summary>
    public void Done(OutboxLane lane)
    {
        lock (gate)
            Remove(lane);
    }

    /// <summary>The number of the last message of a lane that waits in memory.</summary>
    public long LastOf(OutboxLane lane)
    {
        lock (gate)
            return lane.Last;
    }

    /// <summary>Messages of a lane up to a number are not sent any more.</summary>
    public void Drop(OutboxLane lane, long upTo)
    {
        lock (gate)
            lane.DropTo(upTo);
    }

    private void Remove(OutboxLane lane)
    {
        lane.Remove();
        count--;
        TellOfRoom();
    }

    /// <summary>From here on the database keeps what comes.</summary>
    private void FallBehind()
    {
        following = Following.Behind;
        ForgetLate();
        if (level.Task.IsCompleted)
            level = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TellOfRoom();
    }

    private void ForgetLate()
    {
        late.Clear();
        lateCount = 0;
    }

    private void TellOfRoom()
    {
        if (following != Following.Level && count <= room / 2)
            roomAgain.TrySetResult();
    }

    private void Drop(OutboxPost post)
    {
        if (post.DroppedOne != 0)
            DropOne(post);
        if (post.DroppedTo == 0)
            return;
        if (lanes.TryGetValue(post.Conversation, out var lane))
            lane.DropTo(post.DroppedTo);
        if (following != Following.Level)
            droppedWhileReading[post.Conversation] = post.DroppedTo;
    }

    private void DropOne(OutboxPost post)
    {
        if (lanes.TryGetValue(post.Conversation, out var lane))
            lane.DropOne(post.DroppedOne);
        if (following != Following.Level)
            droppedOnesWhileReading.Add(post.DroppedOne);
    }

    private void Take(OutboxPost post)
    {
        OutboxLane? lane = null;
        var isNew = false;
        foreach (var item in post.Items)
        {
            if (item.Id <= readTo)
                continue;
            readTo = item.Id;
            if (item.Id <= droppedWhileReading.GetValueOrDefault(post.Conversation) || droppedOnesWhileReading.Contains(item.Id))
                continue;
            lane ??= LaneFor(post, out isNew);
            lane.Add(item);
            count++;
        }
        if (isNew)
            begin?.Invoke(lane!);
    }

    private OutboxLane LaneFor(OutboxPost post, out bool isNew)
    {
        isNew = !lanes.TryGetValue(post.Conversation, out var lane);
        if (isNew)
        {
            lane = new OutboxLane(post.Conversation) { Menu = post.Menu, KnowsMenu = post.KnowsMenu };
            lanes.Add(post.Conversation, lane);
        }
        if (post.Address is not null)
            lane!.Address = post.Address;
        return lane!;
    }
}
