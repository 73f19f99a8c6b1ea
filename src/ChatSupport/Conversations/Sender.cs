namespace ChatSupport.Conversations;

/// <summary>Carries out what waits in the outbox: in order within a conversation, many conversations beside one another, no faster than each channel allows.</summary>
internal sealed class Sender(Outbox outbox, SenderDesk desk, IEnumerable<IChannelOut> channels) : BackgroundService
{
    private static readonly TimeSpan SeenThroughWithin = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, SenderWay> ways =
        channels.ToDictionary(channel => channel.Channel, channel => new SenderWay(channel, desk), StringComparer.Ordinal);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int active = 1; // the sender itself, and every lane at work

    /// <summary>Stops: nothing new is begun, what is on its way is seen through for five seconds.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        Leave();
        try
        {
            await ended.Task.WaitAsync(SeenThroughWithin, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            desk.BreakOff();
            await ended.Task.WaitAsync(SeenThroughWithin, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override void Dispose()
    {
        foreach (var way in ways.Values)
            way.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (ways.Count == 0)
            return;
        outbox.Begin(lane => Start(lane, stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            await outbox.RoomToRead(stoppingToken).ConfigureAwait(false);
            try
            {
                await ReadPage().ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                desk.Log.OutboxUnread(e);
                await Task.Delay(TimeSpan.FromSeconds(1), desk.Time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadPage()
    {
        var page = desk.Rows.Read(outbox.ReadTo, outbox.Carries);
        outbox.TakePage(page.Posts, page.UpTo, page.IsLast);
        if (page.Unreadable.Count == 0)
            return;
        desk.Log.Unreadable(page.Unreadable.Count);
        await desk.Marks.Unreadable(page.Unreadable).ConfigureAwait(false);
    }

    private void Start(OutboxLane lane, CancellationToken stopping)
    {
        var way = ways[lane.Conversation[..lane.Conversation.IndexOf(':', StringComparison.Ordinal)]];
        Interlocked.Increment(ref active);
        _ = Task.Run(async () =>
        {
            try
            {
                await new SenderLane(outbox, lane, way, desk).Run(stopping).ConfigureAwait(false);
            }
            finally
            {
                Leave();
            }
        }, CancellationToken.None);
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref active) == 0)
            ended.TrySetResult();
    }
}
