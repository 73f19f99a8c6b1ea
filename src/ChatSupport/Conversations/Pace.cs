namespace ChatSupport.Conversations;

/// <summary>Keeps one channel's use below what it allows: over all chats an exact count within a sliding second, within one chat a steady rate with small bursts.</summary>
internal sealed class Pace
{
    private const int MostCounted = 10_000;
    private const int FewChats = 10_000;

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly DateTimeOffset[] latest; // when the last ones went, oldest at 'next'
    private readonly TimeSpan window;
    private readonly TimeSpan chatInterval;
    private readonly TimeSpan chatTolerance;
    private readonly Dictionary<string, DateTimeOffset> chatIsDueAgain = new(StringComparer.Ordinal);
    private DateTimeOffset heldUntil;
    private int next;
    private int forgetAbove = FewChats;

    public Pace(ChannelPace pace, TimeProvider time)
    {
        this.time = time;
        latest = new DateTimeOffset[Math.Clamp((int)pace.PerSecond, 1, MostCounted)];
        window = TimeSpan.FromSeconds(latest.Length / pace.PerSecond);
        chatInterval = TimeSpan.FromSeconds(1 / pace.PerChatPerSecond);
        chatTolerance = chatInterval * (Math.Max(1, pace.ChatBurst) - 1);
    }

    /// <summary>Waits for its turn.</summary>
    /// <param name="conversation">Whose chat; null for what does not count within a chat (a deletion).</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True where it had to wait.</returns>
    public async ValueTask<bool> Wait(string? conversation, CancellationToken cancel)
    {
        var waited = conversation is not null && await Until(BookChat(conversation), cancel).ConfigureAwait(false);
        do
        {
            waited |= await Until(BookAll(), cancel).ConfigureAwait(false);
        }
        while (IsHeld()); // the channel asked everybody to wait while this one waited
        return waited;
    }

    /// <summary>The channel asks everybody to wait.</summary>
    public void HoldAll(TimeSpan wait)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + wait;
            if (until > heldUntil)
                heldUntil = until;
        }
    }

    private bool IsHeld()
    {
        lock (gate)
            return time.GetUtcNow() < heldUntil;
    }

    private DateTimeOffset BookAll()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var at = Latest(Latest(now, heldUntil), latest[next] + window);
            latest[next] = at;
            next = (next + 1) % latest.Length;
            return at;
        }
    }

    private DateTimeOffset BookChat(string conversation)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var due = Latest(now, chatIsDueAgain.GetValueOrDefault(conversation));
            chatIsDueAgain[conversation] = due + chatInterval;
            if (chatIsDueAgain.Count > forgetAbove)
                ForgetIdleChats(now);
            return Latest(now, due - chatTolerance);
        }
    }

    private void ForgetIdleChats(DateTimeOffset now)
    {
        foreach (var (conversation, due) in chatIsDueAgain)
        {
            if (due <= now)
                chatIsDueAgain.Remove(conversation); // removing while walking is allowed for this collection
        }
        forgetAbove = Math.Max(FewChats, chatIsDueAgain.Count * 2); // walked seldom, however many chats are busy
    }

    private async ValueTask<bool> Until(DateTimeOffset at, CancellationToken cancel)
    {
        var waited = false;
        for (var left = at - time.GetUtcNow(); left > TimeSpan.Zero; left = at - time.GetUtcNow())
        {
            waited = true;
            // Whole milliseconds, upwards: a shorter delay ends at once and would turn the wait into a spin.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancel).ConfigureAwait(false);
        }
        return waited;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
