using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Desk;

/// <summary>Does what is due at the desk. What is due is worked out anew from the database at each start, so that whatever a crash cut off goes on.</summary>
internal sealed class DeskClock(DeskPens pens, DeskBell bell, TimeProvider time, ILogger<DeskClock> log) : BackgroundService
{
    private const string DueChats = "SELECT id FROM desk_chats WHERE next_at <= $1 ORDER BY level, next_at LIMIT 100";
    private const string DueEducators = "SELECT id FROM desk_educators WHERE next_at <= $1 LIMIT 100";
    private const string NextChat = "SELECT min(next_at) FROM desk_chats";
    private const string NextEducator = "SELECT min(next_at) FROM desk_educators";

    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1); // the clock may be set meanwhile
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetentionEvery = TimeSpan.FromMinutes(10);

    private long? retained;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var derived = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var changed = bell.Next;
                if (!derived)
                    await DeriveAgain(stoppingToken).ConfigureAwait(false);
                derived = true;
                var next = await RunDue(stoppingToken).ConfigureAwait(false);
                await Sleep(next, changed, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.ClockFailed(e);
                await Task.Delay(PauseAfterTrouble, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Settings may be others than before, and a row may have been written by an older version.</summary>
    private Task<bool> DeriveAgain(CancellationToken cancel) => pens.Write(pen =>
    {
        foreach (var chat in pen.OpenChats())
            pen.Save(chat);
        foreach (var educator in pen.Educators())
            pen.Save(educator);
        return true;
    }, cancel);

    private async Task<DateTimeOffset?> RunDue(CancellationToken cancel)
    {
        if (retained is null || time.GetElapsedTime(retained.Value) >= RetentionEvery)
        {
            await pens.Write(DeskRetention.Run, cancel).ConfigureAwait(false);
            retained = time.GetTimestamp();
        }
        while (true)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var chats = Ids(DueChats, now);
            var educators = Ids(DueEducators, now);
            if (chats.Count + educators.Count == 0)
                return Earliest();
            foreach (var id in chats)
                await Bring(pen => DueActs.Take(pen, id), cancel).ConfigureAwait(false);
            foreach (var id in educators)
                await Bring(pen => DueActs.TakeDuty(pen, id), cancel).ConfigureAwait(false);
        }
    }

    private Task<bool> Bring(Action<DeskPen> act, CancellationToken cancel) => pens.Write(pen =>
    {
        act(pen);
        return true;
    }, cancel);

    private List<string> Ids(string sql, long now) => pens.Read(pen => pen.Session[sql].All(row => row.GetString(0), now));

    private DateTimeOffset? Earliest() => pens.Read(pen =>
    {
        var found = new[] { pen.Session[NextChat].One(), pen.Session[NextEducator].One() }.OfType<long>().ToList();
        return found.Count == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(found.Min());
    });

    private async Task Sleep(DateTimeOffset? next, Task changed, CancellationToken cancel)
    {
        var left = (next ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return;
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(Task.Delay(left < LongestSleep ? left : LongestSleep, time, awake.Token), changed).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }
}
