namespace ChatSupport.Conversations;

/// <summary>What all lanes of the sender share.</summary>
internal sealed class SenderDesk(
    OutboxMarks marks, OutboxRows rows, ConversationDoor door, SenderFigures figures, TimeProvider time, ILogger<SenderDesk> log) : IDisposable
{
    /// <summary>The longest pause between two tries, but for its random part.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource abort = new();

    public OutboxMarks Marks { get; } = marks;

    public OutboxRows Rows { get; } = rows;

    public SenderFigures Figures { get; } = figures;

    public TimeProvider Time { get; } = time;

    public ILogger Log { get; } = log;

    /// <summary>Breaks off what is on its way to a channel: it took too long to stop.</summary>
    public CancellationToken Abort => abort.Token;

    /// <summary>Breaks off what is on its way.</summary>
    public void BreakOff() => abort.Cancel();

    /// <summary>How long to wait after a failed try: 1 s, doubled each time up to 60 s, and up to a quarter more, so that many do not return at once.</summary>
    public static TimeSpan PauseAfter(int tries)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(tries, 6)));
        return (pause < LongestPause ? pause : LongestPause) * (1 + (Random.Shared.NextDouble() / 4));
    }

    /// <summary>Tells the conversation that it cannot be reached, however long it takes. Its id makes a second telling a repeat.</summary>
    public async Task TellUnreachable(string conversation, OutboxItem item, CancellationToken stopping)
    {
        for (var tries = 0; Rows.Exists(conversation); tries++) // a forgotten one must not begin anew by this
        {
            try
            {
                await door.Receive(new Inbound
                {
                    Id = $"unreachable:{conversation}:{item.Id}",
                    Conversation = conversation,
                    Event = new InboundEvent.Unreachable(),
                    ArrivedAt = Time.GetUtcNow(),
                }, stopping).ConfigureAwait(false);
                break;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                Log.UnreachableUntold(item.Id, e);
                await Task.Delay(PauseAfter(tries), Time, stopping).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Brings what another part tells to the conversation, however long it takes. The number of its row makes a second telling a repeat.</summary>
    public async Task Bring(string conversation, OutboxItem item, InboundEvent.News news, CancellationToken stopping)
    {
        if (Rows.Exists(conversation)) // a forgotten one must not begin anew by this
        {
            await door.Receive(new Inbound
            {
                Id = $"news:{conversation}:{item.Id}",
                Conversation = conversation,
                Event = news,
                ArrivedAt = Time.GetUtcNow(),
            }, stopping).ConfigureAwait(false);
        }
        await Marks.Sent(conversation, item, messageId: null, newMenu: null).ConfigureAwait(false);
    }

    public void Dispose() => abort.Dispose();
}
