using System.Collections.Immutable;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>One turn, sealed and ready for the writer. What costs time is done before it waits in the queue.</summary>
internal sealed class TurnWrite
{
    private const int RecentLength = 600; // some 16 ids

    private const string KeepInbound = "INSERT OR IGNORE INTO inbox (id, at) VALUES ($1, $2)";
    private const string LetInboundGo = "DELETE FROM inbox WHERE id = $1";

    private const string BeginConversation = """
        INSERT INTO conversations (key, version, state, address, recent) VALUES ($1, 1, $2, $3, $4 || char(10))
        ON CONFLICT (key) DO UPDATE SET version = 1, state = excluded.state, address = coalesce(excluded.address, address), recent = excluded.recent
        WHERE version = 0 RETURNING menu
        """;

    private const string ContinueConversation = """
        UPDATE conversations SET version = $2 + 1, state = $3, address = coalesce($4, address), recent = $5 || char(10) || substr(recent, 1, $6)
        WHERE key = $1 AND version = $2 RETURNING menu
        """;

    // What is left is the address, for the messages that are still to be deleted.
    private const string ForgetConversation = """
        UPDATE conversations SET version = 0, state = NULL, address = coalesce($3, address), recent = ''
        WHERE key = $1 AND version = $2 RETURNING menu
        """;

    private const string ForgetUnknown = """
        INSERT INTO conversations (key, version, address, recent) VALUES ($1, 0, $2, '')
        ON CONFLICT (key) DO UPDATE SET address = coalesce(excluded.address, address) WHERE version = 0 RETURNING menu
        """;

    private const string DropWaiting = "DELETE FROM outbox WHERE conversation = $1";
    private const string AddMessage = "INSERT INTO outbox (conversation, turn, part, body, at, forgets) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string LastNumber = "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'";
    private const string NoteMessage = "INSERT OR IGNORE INTO messages (conversation, message_id, at) VALUES ($1, $2, $3)";
    private const string DropSchedule = "DELETE FROM schedule WHERE conversation = $1";
    private const string DropDue = "DELETE FROM schedule WHERE conversation = $1 AND kind = $2";

    private const string SetDue = """
        INSERT INTO schedule (conversation, kind, due_at, look_at) VALUES ($1, $2, $3, $3)
        ON CONFLICT (conversation, kind) DO UPDATE SET due_at = excluded.due_at WHERE look_at <= excluded.due_at
        """;

    private const string SetEarlierDue = "UPDATE schedule SET due_at = $3, look_at = $3 WHERE conversation = $1 AND kind = $2 AND due_at <> $3";

    private readonly Inbound inbound;
    private readonly Turn turn;
    private readonly string key;
    private readonly long now;
    private readonly byte[]? state;
    private readonly byte[]? address;
    private readonly byte[][] bodies;
    private readonly LinkWrite link;
    private readonly TurnSeals seals;

    public TurnWrite(Inbound inbound, Turn turn, TurnSeals seals, DateTimeOffset now)
    {
        (this.inbound, this.turn, this.seals, this.now) = (inbound, turn, seals, now.ToUnixTimeMilliseconds());
        key = inbound.Conversation;
        state = turn.Forgets ? null : seals.SealState(key, turn.Next);
        address = inbound.Address is null ? null : seals.SealAddress(key, inbound.Address);
        link = new LinkWrite(key, turn.Link, seals);
        bodies = new byte[turn.Out.Length][];
        for (var part = 0; part < bodies.Length; part++)
            bodies[part] = seals.SealBody(key, turn.Next.Version, part, turn.Out[part]);
    }

    /// <summary>The ids in the column <c>recent</c>.</summary>
    public static ImmutableArray<string> SplitRecent(string recent)
    {
        var end = recent.LastIndexOf('\n');
        return end < 0 ? [] : [.. recent[..end].Split('\n')];
    }

    /// <summary>Looks first and writes then: a repeated or stale turn leaves nothing behind in the transaction it shares with others.</summary>
    public TurnWritten Apply(StoreSession session)
    {
        if (session[KeepInbound].Run(inbound.Id, now) == 0)
            return TurnWritten.Refused(TurnOutcome.Repeated);
        if (!link.Holds(session, now) || WriteConversation(session) is not { } menu)
        {
            session[LetInboundGo].Run(inbound.Id);
            return TurnWritten.Refused(TurnOutcome.Stale);
        }
        if (inbound.MessageId is not null)
            session[NoteMessage].Run(key, inbound.MessageId, inbound.ArrivedAt.ToUnixTimeMilliseconds());
        WriteSchedule(session);
        var dropped = DropWhatWaits(session);
        var elsewhere = link.Apply(session, now);
        var items = WriteOutbox(session);
        if (turn.Forgets && bodies.Length == 0)
            OutboxMarks.DropForgotten(session, key);
        var own = new OutboxPost(key, items, inbound.Address, menu as string, dropped) { KnowsMenu = true };
        return new TurnWritten(TurnOutcome.Committed, [own, elsewhere, .. ApplyEffects(session)]);
    }

    private IReadOnlyList<OutboxPost> ApplyEffects(StoreSession session)
    {
        if (turn.Effects.IsEmpty)
            return [];
        var letters = new Letters(seals, session, DateTimeOffset.FromUnixTimeMilliseconds(now));
        foreach (var effect in turn.Effects)
            effect.Apply(session, letters);
        return letters.Posts;
    }

    /// <summary>What she left behind must not arrive after she left, and a code that somebody saw must open nothing.</summary>
    /// <returns>The last number that is not to be sent any more; 0 where nothing was dropped.</returns>
    private long DropWhatWaits(StoreSession session)
    {
        if (!turn.Forgets && !turn.Out.Any(body => body is OutboundBody.Erase { Everything: true }))
            return 0;
        LinkWrite.Drop(session, key);
        return DropWhatWaits(session, key);
    }

    /// <summary>Takes everything that waits to be sent away.</summary>
    /// <returns>The last number that is not to be sent any more; 0 where there was none yet.</returns>
    public static long DropWhatWaits(StoreSession session, string conversation)
    {
        session[DropWaiting].Run(conversation);
        return session[LastNumber].One() is long last ? last : 0;
    }

    private object? WriteConversation(StoreSession session)
    {
        var before = turn.Next.Version - 1;
        return (turn.Forgets, before) switch
        {
            (false, 0) => session[BeginConversation].One(key, state, address, inbound.Id),
            (false, _) => session[ContinueConversation].One(key, before, state, address, inbound.Id, RecentLength),
            (true, 0) => session[ForgetUnknown].One(key, address),
            (true, _) => session[ForgetConversation].One(key, before, address),
        };
    }

    private void WriteSchedule(StoreSession session)
    {
        if (turn.Forgets)
        {
            session[DropSchedule].Run(key);
            return;
        }
        foreach (var change in turn.Schedule)
        {
            var kind = change.Kind.ToString();
            if (change.At is not { } at)
                session[DropDue].Run(key, kind);
            else if (session[SetDue].Run(key, kind, at.ToUnixTimeMilliseconds()) == 0)
                session[SetEarlierDue].Run(key, kind, at.ToUnixTimeMilliseconds());
        }
    }

    private OutboxItem[] WriteOutbox(StoreSession session)
    {
        var items = new OutboxItem[bodies.Length];
        for (var part = 0; part < bodies.Length; part++)
        {
            session[AddMessage].Run(key, turn.Next.Version, part, bodies[part], now, turn.Forgets);
            items[part] = new OutboxItem(session.LastNumber, turn.Out[part], DateTimeOffset.FromUnixTimeMilliseconds(now), turn.Forgets);
        }
        return items;
    }
}

/// <summary>What became of a turn in the database.</summary>
internal enum TurnOutcome
{
    Committed,
    Repeated,
    Stale,
}

/// <summary>What became of a turn in the database.</summary>
/// <param name="Outcome">Whether it was written.</param>
/// <param name="Posted">What the sender needs, of this conversation and of others that the turn changed, in the order of the numbers.</param>
internal sealed record TurnWritten(TurnOutcome Outcome, IReadOnlyList<OutboxPost> Posted)
{
    public static TurnWritten Refused(TurnOutcome outcome) => new(outcome, []);
}
