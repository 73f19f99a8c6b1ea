using ChatSupport.Conversations;
using ChatSupport.Reports.Sealing;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Threads;

/// <summary>Where a reporter may be written to that there is something new: only with her consent to exactly that, and inside her hours.</summary>
internal sealed class ReportRoutes(RouteSeal seal, OwnerHash owners, ReportBell bell)
{
    /// <summary>How long a consent lasts that nobody used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>The version of the words that she agrees to.</summary>
    public const int Words = 1;

    private const string Keep = """
        INSERT INTO report_routes (case_id, owner, route, consented_at, words, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (case_id) DO UPDATE SET owner = excluded.owner, route = excluded.route, consented_at = excluded.consented_at, words = excluded.words,
            expires_at = excluded.expires_at, notice_at = NULL
        """;

    private const string Drop = "DELETE FROM report_routes WHERE case_id = $1";
    private const string Find = "SELECT route FROM report_routes WHERE case_id = $1";
    private const string OfOwner = "SELECT case_id, route FROM report_routes WHERE owner = $1";
    private const string Use = "UPDATE report_routes SET expires_at = $2 WHERE case_id = $1";
    private const string Want = "UPDATE report_routes SET notice_at = min(coalesce(notice_at, $2), $2) WHERE case_id = $1";

    private const string Again = """
        UPDATE report_routes SET notice_at = $2
        WHERE owner = $1 AND notice_at IS NULL
            AND EXISTS (SELECT 1 FROM report_messages m WHERE m.case_id = report_routes.case_id AND m.from_reporter = 0 AND m.seen_at IS NULL)
        """;

    private static readonly TimeSpan later = TimeSpan.FromMinutes(10);

    /// <summary>She agrees.</summary>
    public ReportEffect Agree(string caseId, string conversation, string hours, DateTimeOffset now)
    {
        var route = Seal(caseId, conversation, hours);
        var owner = owners.Of(conversation);
        return new ReportEffect(session => session[Keep].Run(caseId, owner, route, now.ToUnixTimeMilliseconds(), Words, (now + Lasts).ToUnixTimeMilliseconds()));
    }

    /// <summary>She takes it back, from whichever chat: what waits to be said in the chat of that time is not said any more.</summary>
    public ReportEffect TakeBack(string caseId) => new((session, letters) =>
    {
        if (session[Find].One(caseId) is byte[] route && Open(caseId, route) is { } chat)
            letters.Add(chat.Conversation, new OutboundBody.Post(new InboundEvent.News(ReportNews.Hush, "")));
        session[Drop].Run(caseId);
        session.EmptyLogAfterCommit();
    });

    /// <summary>She looked: the consent lasts on.</summary>
    public static ReportEffect Refresh(string caseId, DateTimeOffset now) => new(session => session[Use].Run(caseId, (now + Lasts).ToUnixTimeMilliseconds()));

    /// <summary>There is something new for her: she is told so when she may be, where she agreed to it. For who writes to her, in the same transaction.</summary>
    public void Tell(StoreSession session, string caseId, DateTimeOffset now)
    {
        session[Want].Run(caseId, now.ToUnixTimeMilliseconds());
        session.AfterCommit(bell, bell.Ring);
    }

    /// <summary>She could not be told now: what she has not read is said again in a while.</summary>
    public ReportEffect TellLater(string conversation, DateTimeOffset now)
    {
        var (owner, at) = (owners.Of(conversation), (now + later).ToUnixTimeMilliseconds());
        return new ReportEffect(session => session[Again].Run(owner, at));
    }

    /// <summary>She goes on in another chat, and what she agreed to goes with her.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="from">The chat of before.</param>
    /// <param name="to">The other.</param>
    /// <param name="tellsAgain">When what she has not read is said there, for what was on its way to the chat of before goes with it; null where it waits there already.</param>
    public void Move(StoreSession session, string from, string to, DateTimeOffset? tellsAgain)
    {
        foreach (var (id, route) in session[OfOwner].All(row => (row.GetString(0), (byte[])row.GetValue(1)), owners.Of(from)))
        {
            if (Open(id, route) is { } chat)
                session["UPDATE report_routes SET owner = $2, route = $3 WHERE case_id = $1"].Run(id, owners.Of(to), Seal(id, to, chat.Hours));
            else
                session[Drop].Run(id);
        }
        if (tellsAgain is { } at)
        {
            session[Again].Run(owners.Of(to), at.ToUnixTimeMilliseconds());
            session.AfterCommit(bell, bell.Ring);
        }
    }

    /// <summary>Where she may be written to; null for what does not open.</summary>
    public SafeChat? Open(string caseId, byte[] route) =>
        seal.Open(caseId, route)?.Split('\n') is [var conversation, var hours] ? new SafeChat(conversation, hours) : null;

    private byte[] Seal(string caseId, string conversation, string hours) => seal.Seal(caseId, $"{conversation}\n{hours}");
}

/// <summary>A chat in which she may be written to.</summary>
/// <param name="Conversation">Opaque key.</param>
/// <param name="Hours">When, as <see cref="SafeHours"/> reads it.</param>
internal sealed record SafeChat(string Conversation, string Hours);
