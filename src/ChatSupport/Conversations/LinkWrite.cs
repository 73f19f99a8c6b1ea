using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>A turn's change of link codes on its way to the disk, in the transaction of the turn.</summary>
internal sealed class LinkWrite
{
    private const string OfAnother = "SELECT 1 FROM link_codes WHERE code = $1 AND conversation <> $2";
    private const string StandsAt = "SELECT 1 FROM link_codes WHERE code = $1 AND expires_at > $2 AND wrong = $3";

    // The wrong PINs too: of many that are tried at the same moment only those count as looked at that come before the lock.
    private const string LeadsTo = """
        SELECT 1 FROM link_codes l JOIN conversations c ON c.key = l.conversation
        WHERE l.code = $1 AND l.expires_at > $2 AND l.conversation = $3 AND c.version = $4 AND l.wrong = $5
        """;

    private const string DropOwn = "DELETE FROM link_codes WHERE conversation = $1";

    // Wrong PINs outlive the code that they followed: who holds her open chat could else ask for one code after the other and try all PINs.
    private const string DropOver = "DELETE FROM link_codes WHERE conversation = $1 AND expires_at <= $2 AND wrong = 0";
    private const string DropAllOver = "DELETE FROM link_codes WHERE expires_at <= $1 AND (wrong = 0 OR expires_at <= $2)";

    private const string Add = """
        INSERT INTO link_codes (code, conversation, expires_at, wrong) VALUES ($1, $2, $3, 0)
        ON CONFLICT (conversation) DO UPDATE SET code = excluded.code, expires_at = excluded.expires_at
        """;

    private const string CountWrong = "UPDATE link_codes SET wrong = wrong + 1, locked_until = $2 WHERE code = $1";

    // A higher version: a turn of the other conversation that began before this is stale, and begins again from what is left.
    private const string LeaveBehind = "UPDATE conversations SET version = version + 1, state = $2 WHERE key = $1";
    private const string DropSchedule = "DELETE FROM schedule WHERE conversation = $1";
    private const string TellAtOnce = "INSERT INTO schedule (conversation, kind, due_at, look_at) VALUES ($1, $2, $3, $3)";

    private readonly string key;
    private readonly LinkChange? change;
    private readonly byte[]? left;

    public LinkWrite(string key, LinkChange? change, TurnSeals seals)
    {
        (this.key, this.change) = (key, change);
        left = change is LinkChange.Take take ? seals.SealState(take.Link.Conversation, take.Left) : null;
    }

    /// <summary>Whether what the turn was decided on is still so. Writes nothing.</summary>
    public bool Holds(StoreSession session, long now) => change switch
    {
        LinkChange.Offer offer => session[OfAnother].One(offer.Code, key) is null, // of 10^8 the same: the turn draws again
        LinkChange.WrongSecret { Link: var link } => session[StandsAt].One(link.Code, now, link.Wrong) is not null,
        LinkChange.Take { Link: var link } => session[LeadsTo].One(link.Code, now, link.Conversation, link.State.Version, link.Wrong) is not null,
        _ => true,
    };

    /// <returns>What the sender must know of the other conversation: nothing that waits there is sent any more.</returns>
    public OutboxPost Apply(StoreSession session, long now)
    {
        switch (change)
        {
            case LinkChange.Offer offer:
                session[Add].Run(offer.Code, key, offer.Until.ToUnixTimeMilliseconds());
                break;
            case LinkChange.End:
                session[DropOver].Run(key, now);
                break;
            case LinkChange.WrongSecret wrong:
                session[CountWrong].Run(wrong.Link.Code, wrong.LockedUntil?.ToUnixTimeMilliseconds());
                break;
            case LinkChange.Take { Link.Conversation: var other }:
                session[DropOwn].Run(other);
                session[DropOwn].Run(key); // one that this conversation offered led to what stood here before
                session[LeaveBehind].Run(other, left);
                session[DropSchedule].Run(other);
                session[TellAtOnce].Run(other, nameof(DueKind.LinkTaken), now);
                session.EmptyLogAfterCommit();
                return new OutboxPost(other, [], null, null, TurnWrite.DropWhatWaits(session, other));
        }

        return OutboxPost.Nothing;
    }

    /// <summary>She left quickly, or is forgotten: whoever saw her code is too late.</summary>
    public static void Drop(StoreSession session, string conversation) => session[DropOwn].Run(conversation);

    /// <summary>Removes every code whose time is over, and what was tried wrongly after it a day later.</summary>
    public static int DropOld(StoreSession session, long now) => session[DropAllOver].Run(now, now - (long)TimeSpan.FromDays(1).TotalMilliseconds);
}
