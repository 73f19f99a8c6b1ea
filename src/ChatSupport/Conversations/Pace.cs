namespace ChatSupport.Conversations;

/// <summary>Keeps one channel's use below what it allows: over all chats an exact count within a sliding second, within one chat a steady rate with small bursts.</summary>
internal sealed class Pace
{
    private const int MostCounted = 10_000;
    private const int FewChats = 10_000;

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly long origin;
    private readonly TimeSpan[] latest; // when the last ones went, oldest at 'next'
    private readonly TimeSpan window;
    private readonly TimeSpan chatInterval;
    private readonly TimeSpan chatTolerance;
    private readonly Dictionary<string, TimeSpan> chatIsDueAgain = new(StringComparer.Ordinal);
    private TimeSpan heldUntil;
    private int next;
    private int forgetAbove = FewChats;

    public Pace(ChannelPace pace, TimeProvider time)
    {
        this.time = time;
        origin = time.GetTimestamp();
        latest = new TimeSpan[Math.Clamp((int)pace.PerSecond, 1, MostCounted)];
        window = TimeSpan.FromSeconds(latest.Length / pace.PerSecond);
        chatInterval = TimeSpan.FromSeconds(1 / pace.PerChatPerSecond);
        chatTolerance = chatInterval * (Math.Max(1, pace.ChatBurst) - 1);
        Array.Fill(latest, -window); // nothing went before the start
    }

    /// <summary>Since the start, by a clock that nobody sets: one that is set back by an hour must not hold every message for an hour.</summary>
    private TimeSpan Now => time.GetElapsedTime(origin);

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
            var until = Now + wait;
            if (until > heldUntil)
                heldUntil = until;
        }
    }

    private bool IsHeld()
    {
        lock (gate)
            return Now < heldUntil;
    }

    private TimeSpan BookAll()
    {
        lock (gate)
        {
            var now = Now;
            var at = Latest(Latest(now, heldUntil), latest[next] + window);
            latest[next] = at;
            next = (next + 1) % latest.Length;
            return at;
        }
    }

    private TimeSpan BookChat(string conversation)
    {
        lock (gate)
        {
            var now = Now;
            var due = Latest(now, chatIsDueAgain.GetValueOrDefault(conversation));
            chatIsDueAgain[conversation] = due + chatInterval;
            if (chatIsDueAgain.Count > forgetAbove)
                ForgetIdleChats(now);
            return Latest(now, due - chatTolerance);
        }
    }

    private void ForgetIdleChats(TimeSpan now)
    {
        foreach (var (conversation, due) in chatIsDueAgain)
        {
            if (due <= now)
                chatIsDueAgain.Remove(conversation); // removing while walking is allowed for this collection
        }
        forgetAbove = Math.Max(FewChats, chatIsDueAgain.Count * 2); // walked seldom, however many chats are busy
    }

    private async ValueTask<bool> Until(TimeSpan at, CancellationToken cancel)
    {
        var waited = false;
        for (var left = at - Now; left > TimeSpan.Zero; left = at - Now)
        {
            waited = true;
            // Whole milliseconds, upwards: a shorter delay ends at once and would turn the wait into a spin.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancel).ConfigureAwait(false);
        }
        return waited;
    }

    private static TimeSpan Latest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
