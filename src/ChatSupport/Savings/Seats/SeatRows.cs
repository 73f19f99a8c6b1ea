using System.Data.Common;
using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Seats;

/// <summary>Reads and writes seats, codes and PINs within a transaction.</summary>
internal static class SeatRows
{
    private const string SeatColumns = "conversation, member, linked_at, is_taken_off, reminded_of, told_of";
    private const string PinColumns = "member, salt, open, both, memory_kib, passes, wrong, locked_until, changes, changed_on, wrong_at";

    private const string AddSeat = """
        INSERT INTO savings_seats (conversation, member, linked_at, is_taken_off) VALUES ($1, $2, $3, 0)
        ON CONFLICT (conversation) DO UPDATE SET member = excluded.member, linked_at = excluded.linked_at, is_taken_off = 0, reminded_of = NULL, told_of = NULL
        """;

    private const string WritePin = $"""
        INSERT INTO savings_pins ({PinColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (member) DO UPDATE SET salt = excluded.salt, open = excluded.open, both = excluded.both, memory_kib = excluded.memory_kib, passes = excluded.passes,
        wrong = excluded.wrong, locked_until = excluded.locked_until, changes = excluded.changes, changed_on = excluded.changed_on, wrong_at = excluded.wrong_at
        """;

    private const string WriteCode = "INSERT INTO savings_seat_codes (hash, member, what, until) VALUES ($1, $2, $3, $4)";
    private const string WriteAsk = """
        INSERT INTO savings_seat_asks (member, what, asked_by, until) VALUES ($1, $2, $3, $4)
        ON CONFLICT (member, what) DO UPDATE SET asked_by = excluded.asked_by, until = excluded.until
        """;

    /// <summary>The seat of a conversation; null for none, and where her phone is lost.</summary>
    public static Seat? Seat(StoreSession session, string conversation) =>
        session[$"SELECT {SeatColumns} FROM savings_seats WHERE conversation = $1 AND is_taken_off = 0"].All(SeatOf, conversation) is [var one] ? one : null;

    /// <summary>The seat of a member; null for none.</summary>
    public static Seat? OfMember(StoreSession session, string member) =>
        session[$"SELECT {SeatColumns} FROM savings_seats WHERE member = $1 AND is_taken_off = 0"].All(SeatOf, member) is [var one, ..] ? one : null;

    /// <summary>All seats.</summary>
    public static List<Seat> Seats(StoreSession session) => session[$"SELECT {SeatColumns} FROM savings_seats WHERE is_taken_off = 0"].All(SeatOf);

    /// <summary>Whether a conversation's phone is lost, and its chat still to be emptied.</summary>
    public static bool IsTakenOff(StoreSession session, string conversation) =>
        session["SELECT 1 FROM savings_seats WHERE conversation = $1 AND is_taken_off = 1"].One(conversation) is not null;

    /// <summary>She looks at her savings here from now on, and nowhere else.</summary>
    public static void Link(StoreSession session, ScheduleBell? bell, string member, string conversation, DateTimeOffset now)
    {
        if (OfMember(session, member) is { } older && older.Conversation != conversation)
            TakeOff(session, bell, older.Conversation, now);
        session[AddSeat].Run(conversation, member, now.ToUnixTimeMilliseconds());
    }

    /// <summary>Her phone is lost: nothing is shown there from this moment on, and what stands in the chat goes within a minute.</summary>
    public static void TakeOff(StoreSession session, ScheduleBell? bell, string conversation, DateTimeOffset now)
    {
        if (session["UPDATE savings_seats SET is_taken_off = 1 WHERE conversation = $1"].Run(conversation) > 0)
            ScheduleRows.Put(session, bell, conversation, DueKind.WindowCloses, now);
    }

    public static void Drop(StoreSession session, string conversation) => session["DELETE FROM savings_seats WHERE conversation = $1"].Run(conversation);

    /// <summary>Her conversation goes on elsewhere.</summary>
    public static void Move(StoreSession session, string from, string to)
    {
        if (Seat(session, from) is null)
            return;
        Drop(session, to);
        session["UPDATE savings_seats SET conversation = $2 WHERE conversation = $1"].Run(from, to);
    }

    public static void NoteReminded(StoreSession session, string conversation, string day) => session["UPDATE savings_seats SET reminded_of = $2 WHERE conversation = $1"].Run(conversation, day);

    public static void NoteTold(StoreSession session, string conversation, string month) => session["UPDATE savings_seats SET told_of = $2 WHERE conversation = $1"].Run(conversation, month);

    public static SeatPin? Pin(StoreSession session, string member) => session[$"SELECT {PinColumns} FROM savings_pins WHERE member = $1"].All(
        row => new SeatPin
        {
            Member = row.GetString(0),
            Salt = (byte[])row.GetValue(1),
            Open = row.IsDBNull(2) ? null : (byte[])row.GetValue(2),
            Both = (byte[])row.GetValue(3),
            MemoryKib = row.GetInt32(4),
            Passes = row.GetInt32(5),
            Wrong = row.GetInt32(6),
            LockedUntil = Moment(row, 7),
            Changes = row.GetInt32(8),
            ChangedOn = row.IsDBNull(9) ? null : row.GetString(9),
            WrongAt = Moment(row, 10),
        }, member) is [var one] ? one : null;

    public static void Save(StoreSession session, SeatPin pin) => session[WritePin].Run(
        pin.Member, pin.Salt, pin.Open, pin.Both, pin.MemoryKib, pin.Passes, pin.Wrong, pin.LockedUntil?.ToUnixTimeMilliseconds(), pin.Changes, pin.ChangedOn, pin.WrongAt?.ToUnixTimeMilliseconds());

    public static SeatCode? Code(StoreSession session, string hash, DateTimeOffset now) => session["SELECT hash, member, what, until FROM savings_seat_codes WHERE hash = $1 AND until > $2"].All(
        row => new SeatCode { Hash = row.GetString(0), Member = row.GetString(1), For = Enum.Parse<SeatCodeFor>(row.GetString(2)), Until = Moment(row, 3)!.Value }, hash, now.ToUnixTimeMilliseconds()) is [var one]
        ? one : null;

    /// <summary>Adds a code; an earlier one of the same member ends, and so do all whose time is over.</summary>
    public static void Add(StoreSession session, SeatCode code, DateTimeOffset now)
    {
        session["DELETE FROM savings_seat_codes WHERE member = $1 OR until <= $2"].Run(code.Member, now.ToUnixTimeMilliseconds());
        session[WriteCode].Run(code.Hash, code.Member, code.For.ToString(), code.Until.ToUnixTimeMilliseconds());
    }

    /// <summary>Uses a code up.</summary>
    /// <returns>False where somebody was faster.</returns>
    public static bool Use(StoreSession session, SeatCode code) => session["DELETE FROM savings_seat_codes WHERE hash = $1"].Run(code.Hash) == 1;

    public static void DropCodes(StoreSession session, string member) => session["DELETE FROM savings_seat_codes WHERE member = $1"].Run(member);

    /// <summary>Who asked for something that needs two; null for nobody.</summary>
    public static string? AskedBy(StoreSession session, string member, SeatAskFor what, DateTimeOffset now) =>
        session["SELECT asked_by FROM savings_seat_asks WHERE member = $1 AND what = $2 AND until > $3"].One(member, what.ToString(), now.ToUnixTimeMilliseconds()) as string;

    public static void Save(StoreSession session, SeatAsk ask) => session[WriteAsk].Run(ask.Member, ask.For.ToString(), ask.By, ask.Until.ToUnixTimeMilliseconds());

    public static void DropAsk(StoreSession session, string member, SeatAskFor what) => session["DELETE FROM savings_seat_asks WHERE member = $1 AND what = $2"].Run(member, what.ToString());

    public static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Seat SeatOf(DbDataReader row) => new()
    {
        Conversation = row.GetString(0),
        Member = row.GetString(1),
        LinkedAt = Moment(row, 2)!.Value,
        IsTakenOff = row.GetInt64(3) != 0,
        RemindedOf = row.IsDBNull(4) ? null : row.GetString(4),
        ToldOf = row.IsDBNull(5) ? null : row.GetString(5),
    };
}
