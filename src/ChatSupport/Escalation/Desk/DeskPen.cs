using ChatSupport.Conversations;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Desk;

/// <summary>The desk within one transaction: what it reads holds until it has written, and all it writes is committed together.</summary>
internal sealed class DeskPen(StoreSession session, Letters letters, DeskSeals seals, DeskOptions options, DeskBell bell, DateTimeOffset now)
{
    private const string ReadChat = "SELECT body FROM desk_chats WHERE id = $1";
    private const string ReadOpenChat = "SELECT id, body FROM desk_chats WHERE worker = $1 AND is_open = 1";
    private const string ReadOpenChats = "SELECT id, body FROM desk_chats WHERE is_open = 1";
    private const string ReadOwn = "SELECT id, body FROM desk_chats WHERE owner = $1 AND is_open = 1 ORDER BY arrived_at";
    private const string ReadLast = "SELECT id, body FROM desk_chats WHERE worker = $1 AND is_open = 0 ORDER BY closed_at DESC LIMIT 1";

    private const string ReadAllOf = "SELECT id, body FROM desk_chats WHERE worker = $1";

    private const string WriteChat = """
        INSERT INTO desk_chats (id, worker, owner, is_open, level, arrived_at, closed_at, next_at, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (id) DO UPDATE SET worker = excluded.worker, owner = excluded.owner, is_open = excluded.is_open, level = excluded.level,
            closed_at = excluded.closed_at, next_at = excluded.next_at, body = excluded.body
        """;

    private const string ReadEducator = "SELECT body FROM desk_educators WHERE id = $1";
    private const string ReadEducators = "SELECT id, body FROM desk_educators";

    private const string WriteEducator = """
        INSERT INTO desk_educators (id, conversation, next_at, body) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET conversation = excluded.conversation, next_at = excluded.next_at, body = excluded.body
        """;

    /// <summary>What is counted where a chat leaves its helper and goes on.</summary>
    public const string LeftHer = "left-her";

    private const string AddEvent = "INSERT INTO desk_events (chat, kind, level, who, millis, at) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string CountEvents = "SELECT count(DISTINCT chat) FROM desk_events WHERE who = $1 AND kind = $2 AND level <= $3 AND at > $4";

    /// <summary>The time of the transaction, in whole milliseconds.</summary>
    public DateTimeOffset Now { get; } = now;

    public DeskOptions Options { get; } = options;

    /// <summary>The lines of chats and where they were brought.</summary>
    public LinePen Lines { get; } = new(session, seals, now);

    /// <summary>What may be told about workers to somebody outside.</summary>
    public ReferralPen Referrals { get; } = new(session, seals, options, bell);

    public StoreSession Session => session;

    public DeskChat? Chat(string id) => session[ReadChat].One(id) is byte[] body ? seals.OpenChat(id, body) : null;

    /// <summary>The worker's open chat; null for none.</summary>
    public DeskChat? OpenChatOf(string worker) => Chats(ReadOpenChat, worker).FirstOrDefault();

    /// <summary>The last chat of hers that ended; null for none.</summary>
    public DeskChat? LastChatOf(string worker) => Chats(ReadLast, worker).FirstOrDefault();

    /// <summary>Every chat of hers, open or not.</summary>
    public List<DeskChat> AllChatsOf(string worker) => Chats(ReadAllOf, worker);

    /// <summary>Every open chat.</summary>
    public List<DeskChat> OpenChats() => session[ReadOpenChats].All(row => seals.OpenChat(row.GetString(0), (byte[])row.GetValue(1)));

    /// <summary>The open chats of an educator, the oldest first.</summary>
    public List<DeskChat> ChatsOf(string educator) => Chats(ReadOwn, educator);

    /// <summary>Writes a chat, with what is due for it next.</summary>
    public DeskChat Save(DeskChat chat)
    {
        session[WriteChat].Run(chat.Id, chat.Worker, chat.IsOpen ? chat.Owner : null, chat.IsOpen, chat.Level, chat.ArrivedAt.ToUnixTimeMilliseconds(),
            chat.ClosedAt?.ToUnixTimeMilliseconds(), Clock(DeskTimers.Next(chat, Options)?.At), seals.Seal(chat));
        session.AfterCommit(bell, bell.Ring);
        return chat;
    }

    public Educator? Educator(string? id) => id is not null && session[ReadEducator].One(id) is byte[] body ? seals.OpenEducator(id, body) : null;

    /// <summary>Everybody who works at the desk, and who did.</summary>
    public List<Educator> Educators() => session[ReadEducators].All(row => seals.OpenEducator(row.GetString(0), (byte[])row.GetValue(1)));

    /// <summary>Writes an educator, with what is due for her next.</summary>
    public Educator Save(Educator educator)
    {
        session[WriteEducator].Run(educator.Id, educator.Conversation, Clock(DutyTimers.Next(educator, Options)?.At), seals.Seal(educator));
        session.AfterCommit(bell, bell.Ring);
        return educator;
    }

    /// <summary>Says something to somebody.</summary>
    /// <returns>The number of its row.</returns>
    public long Send(string conversation, OutboundBody body) => letters.Add(conversation, body);

    /// <summary>Says something to an educator, in her language; nothing where she has no way to be told.</summary>
    public void Tell(Educator? educator, OutboundBody.Line line)
    {
        if (educator is { Conversation: { } conversation, Away: false })
            letters.Add(conversation, line);
    }

    /// <summary>Tells the worker's conversation what changed for it.</summary>
    public void News(DeskChat chat, string what) => letters.Add(chat.Worker, new OutboundBody.Post(new InboundEvent.News(what, chat.Id)));

    /// <summary>Ends the thread of a chat in somebody's conversation, and takes away what still waits to be shown in it.</summary>
    public void EndThread(string conversation, string chat) => letters.EndThread(conversation, chat);

    /// <summary>Takes something away that may still wait to be sent.</summary>
    public void Drop(string conversation, long row) => letters.Drop(conversation, row);

    /// <summary>Counts what happened.</summary>
    public void Count(DeskChat chat, string kind, string? who = null, TimeSpan? took = null) =>
        session[AddEvent].Run(chat.Id, kind, chat.Level, who, (long?)took?.TotalMilliseconds, Now.ToUnixTimeMilliseconds());

    /// <summary>How many chats of a level or a more urgent one an educator has to do with since then.</summary>
    public int Counted(string educator, string kind, int level, DateTimeOffset since) =>
        (int)(long)session[CountEvents].One(educator, kind, level, since.ToUnixTimeMilliseconds())!;

    /// <summary>A chat was taken from an educator since then.</summary>
    public bool LostSince(string educator, DateTimeOffset since) => Counted(educator, LeftHer, int.MaxValue, since) > 0;

    /// <summary>Never a part of a millisecond too early: the clock would look again and again for what is not due yet.</summary>
    private static long? Clock(DateTimeOffset? at) => (at + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1))?.ToUnixTimeMilliseconds();

    private List<DeskChat> Chats(string sql, string key) => session[sql].All(row => seals.OpenChat(row.GetString(0), (byte[])row.GetValue(1)), key);
}
