using System.Data.Common;
using System.Globalization;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Meetings;

/// <summary>Reads and writes meetings and what belongs to them within a transaction.</summary>
internal static class MeetingRows
{
    private const string Columns = "SELECT id, group_id, day, state, opener, closer, confirmed_by, opened_at, closed_at, expected_riel, expected_cents FROM savings_meetings";
    private const string OfferColumns = "SELECT id, leader, currency, amount, at, state, taken_by FROM savings_handovers";
    private const string AskColumns = "SELECT c.id, c.entry, c.meeting, c.leader, c.at, c.declined_by FROM savings_corrections c";

    // Two statements: triggers would take one that does either for a new meeting.
    private const string Add = "INSERT INTO savings_meetings (id, group_id, day, state, opener, closer, confirmed_by, opened_at, closed_at, expected_riel, expected_cents) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    private const string Change = """
        UPDATE savings_meetings SET group_id = $2, day = $3, state = $4, opener = $5, closer = $6, confirmed_by = $7, opened_at = $8, closed_at = $9, expected_riel = $10, expected_cents = $11
        WHERE id = $1
        """;

    private const string SaveMark = """
        INSERT INTO savings_attendance (meeting, member, here, refusals) VALUES ($1, $2, $3, 0) ON CONFLICT (meeting, member) DO UPDATE SET here = excluded.here
        """;

    private const string SaveRefusal = """
        INSERT INTO savings_attendance (meeting, member, here, refusals) VALUES ($1, $2, NULL, 1) ON CONFLICT (meeting, member) DO UPDATE SET refusals = refusals + 1
        """;

    private const string SaveOffer = """
        INSERT INTO savings_handovers (id, leader, currency, amount, at, state, taken_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, taken_by = excluded.taken_by
        """;

    private const string SaveAsk = """
        INSERT INTO savings_corrections (id, entry, meeting, leader, at, declined_by) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET declined_by = excluded.declined_by
        """;

    private const string PayableSql = """
        SELECT h.number FROM savings_holds h JOIN savings_approvals p ON p.hold = h.number JOIN savings_accounts a ON a.number = h.account
        JOIN savings_members m ON m.id = a.owner WHERE m.group_id = $1 AND h.expires_at > $2 AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = h.number)
        AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number) ORDER BY h.number
        """;

    public static Meeting? Find(StoreSession session, string id) => session[$"{Columns} WHERE id = $1"].All(Read, id) is [var one] ? one : null;

    /// <summary>The meeting of a group that is open, or being counted.</summary>
    public static Meeting? Running(StoreSession session, string group) => session[$"{Columns} WHERE group_id = $1 AND state IN ('Open', 'Counted')"].All(Read, group) is [var one] ? one : null;

    /// <summary>The next that is planned.</summary>
    public static Meeting? Planned(StoreSession session, string group) => session[$"{Columns} WHERE group_id = $1 AND state = 'Planned' ORDER BY day LIMIT 1"].All(Read, group) is [var one] ? one : null;

    /// <summary>Meetings that an officer has to look at and did not yet: what was counted is not what the ledger says, or the opener closed it, being the only leader.</summary>
    public static IReadOnlyList<Meeting> ToLookAt(StoreSession session) =>
        [.. session[$"{Columns} WHERE state = 'Closed' AND confirmed_by IS NULL ORDER BY closed_at"].All(Read).Where(meeting => meeting.Closer == meeting.Opener || Differs(session, meeting))];

    /// <summary>Whether what was counted at the close is something else than what should have been there.</summary>
    public static bool Differs(StoreSession session, Meeting meeting) =>
        (meeting.ExpectedRiel is { } riel && Counted(session, meeting.Id, Currency.Khr)?.Minor != riel)
        || (meeting.ExpectedCents is { } cents && (Counted(session, meeting.Id, Currency.Usd)?.Minor ?? 0) != cents);

    public static void Write(StoreSession session, Meeting one)
    {
        object?[] values =
        [
            one.Id, one.Group, LedgerEntry.DayText(one.Day), one.State.ToString(), one.Opener, one.Closer, one.ConfirmedBy, one.OpenedAt?.ToUnixTimeMilliseconds(), one.ClosedAt?.ToUnixTimeMilliseconds(),
            one.ExpectedRiel, one.ExpectedCents,
        ];
        if (session[Change].Run(values) == 0)
            session[Add].Run(values);
    }

    /// <summary>Positions of the entries of a meeting that were not taken back and are no reversals, the newest first.</summary>
    public static IReadOnlyList<long> Entries(StoreSession session, string meeting) => session["""
        SELECT e.seq FROM savings_entries e WHERE e.link = $1 AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq) ORDER BY e.seq DESC
        """].All(row => row.GetInt64(0), meeting);

    /// <summary>Amounts that were given into an account at a meeting, and whether each was taken back.</summary>
    public static IReadOnlyList<(long Amount, bool IsGone)> Given(StoreSession session, string meeting, long account) => session["""
        SELECT e.amount, EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq) FROM savings_entries e WHERE e.link = $1 AND e.kind = 'Deposit' AND e.cr = $2 ORDER BY e.seq
        """].All(row => (row.GetInt64(0), row.GetInt64(1) != 0), meeting, account);

    public static bool? Here(StoreSession session, string meeting, string member) =>
        session["SELECT here FROM savings_attendance WHERE meeting = $1 AND member = $2"].One(meeting, member) is long here ? here != 0 : null;

    public static void Mark(StoreSession session, string meeting, string member, bool here) => session[SaveMark].Run(meeting, member, here ? 1 : 0);

    /// <summary>How often was asked in vain for a member since a moment, at all meetings: calling one off does not begin anew.</summary>
    public static long Refusals(StoreSession session, string member, DateTimeOffset since) => session["""
        SELECT sum(a.refusals) FROM savings_attendance a JOIN savings_meetings m ON m.id = a.meeting WHERE a.member = $1 AND m.opened_at >= $2
        """].One(member, since.ToUnixTimeMilliseconds()) as long? ?? 0;

    public static void CountRefusal(StoreSession session, string meeting, string member) => session[SaveRefusal].Run(meeting, member);

    /// <summary>What was counted of a currency; null where it was not.</summary>
    public static Money? Counted(StoreSession session, string meeting, Currency currency) =>
        session["SELECT sum(note * pieces) FROM savings_counts WHERE meeting = $1 AND currency = $2"].One(meeting, CurrencyFacts.Of(currency).Code) is long sum
            ? new Money(sum * CurrencyFacts.Of(currency).Unit, currency) : null;

    public static void Write(StoreSession session, NoteCount count) =>
        session["INSERT INTO savings_counts (meeting, currency, note, pieces, counted_by) VALUES ($1, $2, $3, $4, $5)"].Run(count.Meeting, count.Currency, count.Note, count.Pieces, count.By);

    /// <summary>What was counted holds no more.</summary>
    public static void Uncount(StoreSession session, string meeting, string? currency = null) =>
        session["DELETE FROM savings_counts WHERE meeting = $1 AND currency = coalesce($2, currency)"].Run(meeting, currency);

    /// <summary>Numbers of holds of a group's members that were approved and can be paid now.</summary>
    public static IReadOnlyList<long> Payable(StoreSession session, string group, DateTimeOffset now) => session[PayableSql].All(row => row.GetInt64(0), group, now.ToUnixTimeMilliseconds());

    /// <summary>The offers of a leader that wait to be counted.</summary>
    public static IReadOnlyList<HandoverOffer> Offered(StoreSession session, string leader) => session[$"{OfferColumns} WHERE leader = $1 AND state = 'Offered' ORDER BY currency"].All(ReadOffer, leader);

    /// <summary>All offers that wait to be counted, the oldest first.</summary>
    public static IReadOnlyList<HandoverOffer> Offered(StoreSession session) => session[$"{OfferColumns} WHERE state = 'Offered' ORDER BY at, id"].All(ReadOffer);

    public static HandoverOffer? Offer(StoreSession session, string id) => session[$"{OfferColumns} WHERE id = $1"].All(ReadOffer, id) is [var one] ? one : null;

    public static void Write(StoreSession session, HandoverOffer one) =>
        session[SaveOffer].Run(one.Id, one.Leader, one.Currency, one.Amount, one.At.ToUnixTimeMilliseconds(), one.State.ToString(), one.By);

    public static CorrectionAsk? Ask(StoreSession session, string id) => session[$"{AskColumns} WHERE c.id = $1"].All(ReadAsk, id) is [var one] ? one : null;

    public static CorrectionAsk? AskOf(StoreSession session, long entry) => session[$"{AskColumns} WHERE c.entry = $1"].All(ReadAsk, entry) is [var one] ? one : null;

    /// <summary>What officers were asked to take back and did not decide on, the oldest first.</summary>
    public static IReadOnlyList<CorrectionAsk> Asks(StoreSession session) =>
        session[$"{AskColumns} WHERE c.declined_by IS NULL AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = c.entry) ORDER BY c.at, c.id"].All(ReadAsk);

    public static void Write(StoreSession session, CorrectionAsk one) => session[SaveAsk].Run(one.Id, one.Entry, one.Meeting, one.Leader, one.At.ToUnixTimeMilliseconds(), one.DeclinedBy);

    private static Meeting Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Group = row.GetString(1),
        Day = DateOnly.ParseExact(row.GetString(2), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        State = LedgerRows.Word<MeetingState>(row.GetString(3)),
        Opener = Text(row, 4),
        Closer = Text(row, 5),
        ConfirmedBy = Text(row, 6),
        OpenedAt = row.IsDBNull(7) ? null : Moment(row, 7),
        ClosedAt = row.IsDBNull(8) ? null : Moment(row, 8),
        ExpectedRiel = row.IsDBNull(9) ? null : row.GetInt64(9),
        ExpectedCents = row.IsDBNull(10) ? null : row.GetInt64(10),
    };

    private static HandoverOffer ReadOffer(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), Moment(row, 4), LedgerRows.Word<HandoverState>(row.GetString(5)), Text(row, 6));

    private static CorrectionAsk ReadAsk(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), Moment(row, 4), Text(row, 5));

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static DateTimeOffset Moment(DbDataReader row, int at) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at));
}
