using ChatSupport.Conversations;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Desk;

/// <summary>Does what is due at the desk. What is due is worked out anew from the database at each start, so that whatever a crash cut off goes on.</summary>
internal sealed class DeskClock(DeskPens pens, DeskBell bell, TimeProvider time, ILogger<DeskClock> log) : BackgroundService
{
    private const string DueChats = "SELECT id FROM desk_chats WHERE next_at <= $1 ORDER BY level, next_at LIMIT 100";
    private const string DueEducators = "SELECT id FROM desk_educators WHERE next_at <= $1 LIMIT 100";
    private const string DueReferrals = "SELECT id FROM desk_referrals WHERE next_at <= $1 ORDER BY next_at LIMIT 100";
    private const string OpenChats = "SELECT id FROM desk_chats WHERE is_open = 1";
    private const string AllEducators = "SELECT id FROM desk_educators";
    private const string AllReferrals = "SELECT id FROM desk_referrals WHERE next_at IS NOT NULL";
    private const string PutOffChat = "UPDATE desk_chats SET next_at = $2 WHERE id = $1";
    private const string PutOffEducator = "UPDATE desk_educators SET next_at = $2 WHERE id = $1";
    private const string PutOffReferral = "UPDATE desk_referrals SET next_at = $2 WHERE id = $1";
    private const string NextChat = "SELECT min(next_at) FROM desk_chats";
    private const string NextEducator = "SELECT min(next_at) FROM desk_educators";
    private const string NextReferral = "SELECT min(next_at) FROM desk_referrals";

    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1); // the clock may be set meanwhile
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PutOffFor = TimeSpan.FromMinutes(1);
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
        foreach (var id in pen.Session[OpenChats].All(row => row.GetString(0)))
            Alone(id, () => pen.Save(pen.Chat(id)!));
        foreach (var id in pen.Session[AllEducators].All(row => row.GetString(0)))
            Alone(id, () => pen.Save(pen.Educator(id)!));
        foreach (var id in pen.Session[AllReferrals].All(row => row.GetString(0)))
            Alone(id, () => pen.Referrals.Save(pen.Referrals.Find(id)!));
        return true;
    }, cancel);

    /// <summary>A row that does not open, or a fault of ours about one, must not keep the others from what is due for them.</summary>
    private void Alone(string id, Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault) when (!Database.IsUnavailable(fault))
        {
            log.DueFailed(id, fault.GetType().Name, FaultPlace.Of(fault));
        }
    }

    private async Task<DateTimeOffset?> RunDue(CancellationToken cancel)
    {
        if (retained is null || time.GetElapsedTime(retained.Value) >= RetentionEvery)
        {
            retained = time.GetTimestamp(); // first: whatever stands against it must not keep anybody from what is due for her
            await pens.Write(DeskRetention.Run, cancel).ConfigureAwait(false);
        }
        while (true)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var chats = Ids(DueChats, now);
            var educators = Ids(DueEducators, now);
            var referrals = Ids(DueReferrals, now);
            if (chats.Count + educators.Count + referrals.Count == 0)
                return Earliest();
            foreach (var id in chats)
                await Bring(id, PutOffChat, pen => DueActs.Take(pen, id), cancel).ConfigureAwait(false);
            foreach (var id in educators)
                await Bring(id, PutOffEducator, pen => DueActs.TakeDuty(pen, id), cancel).ConfigureAwait(false);
            foreach (var id in referrals)
                await Bring(id, PutOffReferral, pen => ReferralTimers.Take(pen, id), cancel).ConfigureAwait(false);
        }
    }

    private async Task Bring(string id, string putOff, Action<DeskPen> act, CancellationToken cancel)
    {
        try
        {
            await pens.Write(pen =>
            {
                act(pen);
                return true;
            }, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OperationCanceledException))
        {
            log.DueFailed(id, fault.GetType().Name, FaultPlace.Of(fault));
            await pens.Write(pen => pen.Session[putOff].Run(id, (pen.Now + PutOffFor).ToUnixTimeMilliseconds()), cancel).ConfigureAwait(false);
        }
    }

    private List<string> Ids(string sql, long now) => pens.Read(pen => pen.Session[sql].All(row => row.GetString(0), now));

    private DateTimeOffset? Earliest() => pens.Read(pen =>
    {
        var found = new[] { pen.Session[NextChat].One(), pen.Session[NextEducator].One(), pen.Session[NextReferral].One() }.OfType<long>().ToList();
        return found.Count == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(found.Min());
    });

    private async Task Sleep(DateTimeOffset? next, Task changed, CancellationToken cancel)
    {
        var left = (next ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return;
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sleep = Task.Delay(left < LongestSleep ? left : LongestSleep, time, awake.Token);
        if (!(next <= time.GetUtcNow())) // the clock may have been set since it was read
            await Task.WhenAny(sleep, changed).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }
}
