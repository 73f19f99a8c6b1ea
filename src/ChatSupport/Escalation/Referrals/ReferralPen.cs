using ChatSupport.Escalation.Desk;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Referrals;

/// <summary>Referrals within one transaction.</summary>
internal sealed class ReferralPen(StoreSession session, DeskSeals seals, DeskOptions options, DeskBell bell)
{
    private const string ReadOne = "SELECT id, body FROM desk_referrals WHERE id = $1";
    private const string ReadOfChat = "SELECT id, body FROM desk_referrals WHERE chat = $1 ORDER BY rowid";
    private const string ReadOfWorker = "SELECT id, body FROM desk_referrals WHERE chat IN (SELECT id FROM desk_chats WHERE worker = $1) ORDER BY rowid DESC";
    private const string ReadAll = "SELECT id, body FROM desk_referrals ORDER BY rowid DESC LIMIT 500";
    private const string DropOfOne = "DELETE FROM desk_referrals WHERE id = $1";
    private const string DropOfErased = "DELETE FROM desk_referrals WHERE revoked_at <= $1 AND chat IN (SELECT id FROM desk_chats WHERE worker LIKE $2)";
    private const string DropOfChat = "DELETE FROM desk_referrals WHERE chat = $1";

    private const string Write = """
        INSERT INTO desk_referrals (id, chat, state, version, granted_version, granted_at, until, sent_at, revoked_at, begun_by, confirmed_by, next_at, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version, granted_version = excluded.granted_version, granted_at = excluded.granted_at,
            until = excluded.until, sent_at = excluded.sent_at, revoked_at = excluded.revoked_at, begun_by = excluded.begun_by, confirmed_by = excluded.confirmed_by,
            next_at = excluded.next_at, body = excluded.body
        """;

    public Referral? Find(string id) => Read(ReadOne, id).FirstOrDefault();

    /// <summary>Those of a chat, the oldest first.</summary>
    public List<Referral> Of(string chat) => Read(ReadOfChat, chat);

    /// <summary>Those of a worker's chats, open or not, the newest first.</summary>
    public List<Referral> OfWorker(string worker) => Read(ReadOfWorker, worker);

    /// <summary>The newest ones of all chats.</summary>
    public List<Referral> All() => Read(ReadAll);

    /// <summary>Writes one, with what is due for it next.</summary>
    public Referral Save(Referral one)
    {
        session[Write].Run(one.Id, one.Chat, one.State.ToString(), one.Version, one.GrantedVersion, Millis(one.GrantedAt), Millis(one.Until), Millis(one.SentAt),
            Millis(one.RevokedAt), one.Override?.BegunBy, one.Override?.ConfirmedBy, Millis(ReferralTimers.Next(one, options)?.At), seals.Seal(one));
        session.AfterCommit(bell, bell.Ring);
        return one;
    }

    /// <summary>Takes all of a chat away.</summary>
    public void Drop(string chat) => session[DropOfChat].Run(chat);

    /// <summary>Takes one away.</summary>
    public void DropOne(string id) => session[DropOfOne].Run(id);

    /// <summary>Takes away whom to ask to forget a worker who is erased, where it stood for that long.</summary>
    public void DropErased(DateTimeOffset since) => session[DropOfErased].Run(since.ToUnixTimeMilliseconds(), Relay.Reaching.Erased + "%");

    private static long? Millis(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds(); // all of them are whole ones

    private List<Referral> Read(string sql, params ReadOnlySpan<object?> values) =>
        session[sql].All(row => seals.OpenReferral(row.GetString(0), (byte[])row.GetValue(1)), values);
}
