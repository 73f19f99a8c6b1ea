using ChatSupport.Conversations;
using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Threads;
using ChatSupport.Reports.Work;
using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Reports.Retention;

/// <summary>Does what is due among reports. Each row by itself: one that is damaged keeps no other waiting.</summary>
internal sealed class ReportClock(
    StoreWriter writer, StoreReaders readers, TurnSeals turns, Outbox outbox, ReportBell bell, ReportRoutes routes, Tombstones tombstones, IEnumerable<CallSupervisors> supervisors,
    IOptions<ConversationOptions> conversations, TimeProvider time, ILogger<ReportClock> log, FreedMemory? freed = null) : BackgroundService
{
    /// <summary>How long a closed case is kept.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromDays(180);

    private const string OldDrafts = "SELECT case_id FROM report_drafts WHERE expires_at <= $1 LIMIT 100";
    private const string OldRoutes = "SELECT case_id FROM report_routes WHERE expires_at <= $1 OR case_id IN (SELECT id FROM report_cases WHERE closed_at IS NOT NULL) LIMIT 100";
    private const string DropRoute = "DELETE FROM report_routes WHERE case_id = $1";
    private const string OldCases = "SELECT id FROM report_cases WHERE coalesce(held_until, 0) <= $1 AND (closed_at <= $2 OR deletion_asked_at IS NOT NULL) LIMIT 100";
    private const string DueShown = "SELECT conversation, message FROM report_shown WHERE erase_at <= $1 LIMIT 100";
    private const string DropShown = "DELETE FROM report_shown WHERE conversation = $1 AND message = $2";
    private const string DueNotices = "SELECT case_id FROM report_routes WHERE notice_at <= $1 LIMIT 100";
    private const string RouteOf = "SELECT route FROM report_routes WHERE case_id = $1 AND notice_at <= $2";
    private const string SetNotice = "UPDATE report_routes SET notice_at = $2 WHERE case_id = $1";
    private const string HasAlert = "SELECT 1 FROM report_alerts WHERE seen_at IS NULL AND next_at <= $1 LIMIT 1";

    private const string Earliest = """
        SELECT min(at) FROM (SELECT min(erase_at) AS at FROM report_shown UNION ALL SELECT min(notice_at) FROM report_routes
            UNION ALL SELECT min(next_at) FROM report_alerts WHERE seen_at IS NULL)
        """;

    /// <summary>A turn that began before a draft was too old may still end.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan longestSleep = TimeSpan.FromMinutes(1); // the clock may be set meanwhile
    private static readonly TimeSpan pauseAfterTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan putOffFor = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> putOff = new(StringComparer.Ordinal);

    /// <summary>What was destroyed is destroyed again, where a backup brought it back, before anybody is let in.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await Replayed(cancellationToken).ConfigureAwait(false))
            await Task.Delay(pauseAfterTrouble, time, cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False where the database cannot be written now: nobody is let in before it can.</returns>
    private async Task<bool> Replayed(CancellationToken cancel)
    {
        try
        {
            await tombstones.Replay(cancel).ConfigureAwait(false);
            return true;
        }
        catch (StoreUnavailableException fault)
        {
            log.ClockFailed(fault);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var changed = bell.Next;
                await RunDue(stoppingToken).ConfigureAwait(false);
                await Sleep(changed, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.ClockFailed(e);
                await Task.Delay(pauseAfterTrouble, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RunDue(CancellationToken cancel)
    {
        var now = Now();
        if (readers.Read(session => session[HasAlert].One(Millis(now))) is not null) // before all else: somebody may be in danger
            await Bring("calling supervisors", "all", (session, letters) => CaseAlerts.Call(session, letters, supervisors, now), cancel).ConfigureAwait(false);
        foreach (var id in Ids(OldDrafts, now - grace))
            await Bring("deleting a draft", id, (session, _) => CaseRows.Wipe(session, id), cancel).ConfigureAwait(false);
        foreach (var id in Ids(OldRoutes, now))
            await Bring("ending a consent", id, (session, _) => session[DropRoute].Run(id), cancel).ConfigureAwait(false);
        foreach (var id in readers.Read(session => session[OldCases].All(row => row.GetString(0), Millis(now), Millis(now - ClosedFor))))
            await Bring("destroying a case", id, (session, _) => CaseRows.Destroy(session, id, now), cancel).ConfigureAwait(false);
        foreach (var (conversation, message) in readers.Read(session => session[DueShown].All(row => (row.GetString(0), row.GetString(1)), Millis(now))))
            await Bring("taking a message away", conversation, (session, letters) => TakeAway(session, letters, conversation, message), cancel).ConfigureAwait(false);
        foreach (var id in Ids(DueNotices, now))
            await Bring("telling a reporter", id, (session, letters) => Tell(session, letters, id, now), cancel).ConfigureAwait(false);
        await tombstones.Write(cancel).ConfigureAwait(false);
    }

    private void TakeAway(StoreSession session, Letters letters, string conversation, string message)
    {
        if (session[DropShown].Run(conversation, message) == 1)
            letters.Add(conversation, new OutboundBody.Erase([message], Everything: false) { WithFiles = true });
        freed?.Soon(); // a page that looked at it meanwhile read it once more
    }

    /// <summary>Inside her hours, or not at all.</summary>
    private void Tell(StoreSession session, Letters letters, string id, DateTimeOffset now)
    {
        if (session[RouteOf].One(id, Millis(now)) is not byte[] route)
            return;
        var chat = routes.Open(id, route);
        var at = chat is null ? null : SafeHours.From(chat.Hours, now, conversations.Value.UtcOffset);
        session[SetNotice].Run(id, at > now ? Millis(at.Value) : null);
        if (chat is not null && at <= now)
            letters.Add(chat.Conversation, new OutboundBody.Post(new InboundEvent.News(ReportNews.Answered, chat.Hours)));
    }

    private async Task Bring(string what, string id, Action<StoreSession, Letters> act, CancellationToken cancel)
    {
        if (putOff.GetValueOrDefault($"{what} {id}") > Now())
            return;
        try
        {
            await writer.Write(session =>
            {
                var letters = new Letters(turns, session, Now());
                act(session, letters);
                return letters;
            }, cancel, onDisk: letters =>
            {
                foreach (var post in letters.Posts)
                    outbox.Post(post);
            }).ConfigureAwait(false);
            putOff.Remove($"{what} {id}");
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OperationCanceledException))
        {
            log.DueFailed(what, id, fault.GetType().Name, FaultPlace.Of(fault));
            putOff[$"{what} {id}"] = Now() + putOffFor;
        }
    }

    private List<string> Ids(string sql, DateTimeOffset until) => readers.Read(session => session[sql].All(row => row.GetString(0), Millis(until)));

    private async Task Sleep(Task changed, CancellationToken cancel)
    {
        var left = readers.Read(session => session[Earliest].One()) is long next ? DateTimeOffset.FromUnixTimeMilliseconds(next) - Now() : longestSleep;
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sleep = Task.Delay(left < longestSleep ? (left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1)) : longestSleep, time, awake.Token);
        await Task.WhenAny(sleep, changed).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private static long Millis(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
