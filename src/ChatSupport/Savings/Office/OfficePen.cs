using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Office;

/// <summary>Reads and writes what the office keeps beside the ledger, within one transaction.</summary>
internal sealed class OfficePen(StoreSession session, LedgerPen ledger, GroupRows groups, AuditTrail trail, FieldCipher cipher)
{
    private const string AtSql = """
        SELECT CASE WHEN e.dr = $1 THEN e.dr_balance ELSE e.cr_balance END FROM savings_entries e WHERE e.seq = max(
            coalesce((SELECT d.seq FROM savings_entries d WHERE d.dr = $1 AND d.seq <= $2 ORDER BY d.seq DESC LIMIT 1), 0),
            coalesce((SELECT c.seq FROM savings_entries c WHERE c.cr = $1 AND c.seq <= $2 ORDER BY c.seq DESC LIMIT 1), 0))
        """;

    private const string LimitsSql = "SELECT leader, riel, cents, body FROM savings_float_limits ORDER BY leader";
    private const string SaveLimit = """
        INSERT INTO savings_float_limits (leader, riel, cents, body) VALUES ($1, $2, $3, $4)
        ON CONFLICT (leader) DO UPDATE SET riel = excluded.riel, cents = excluded.cents, body = excluded.body
        """;

    public StoreSession Session => session;

    public LedgerPen Ledger => ledger;

    public DateTimeOffset Now => ledger.Now;

    /// <summary>Position of the last entry; 0 for none.</summary>
    public long Position => (long)session["SELECT coalesce(max(seq), 0) FROM savings_entries"].One()!;

    /// <summary>All groups, the oldest first.</summary>
    public IReadOnlyList<SavingsGroup> Groups() => groups.Groups(session);

    public SavingsGroup? Group(string id) => Groups().FirstOrDefault(group => group.Id == id);

    public IReadOnlyList<SavingsMember> Members(string group) => groups.Members(session, group);

    public SavingsMember? Member(string id) => groups.Member(session, id);

    /// <summary>Who has a book, as its number is typed.</summary>
    public SavingsMember? Member(string group, string book) => GroupRoll.BookOf(book) is { } number ? groups.Member(session, group, number) : null;

    /// <summary>Everybody with her group, also who left.</summary>
    public IReadOnlyList<Enrolled> Everybody() => [.. Groups().SelectMany(group => Members(group.Id).Select(member => new Enrolled(group, member)))];

    public void Write(SavingsGroup group) => groups.Write(session, group);

    public void Write(SavingsMember member) => groups.Write(session, member);

    /// <summary>What a member has in both pockets together, now or at a position.</summary>
    public long Saved(string member, Currency currency, long? at = null) => Saved(member, currency, [Pocket.Open, Pocket.Private], at);

    /// <summary>Whether a member had by a position what she saves for today: one of her two goals is enough. Only to be counted, never to be shown. Null where she saves for nothing.</summary>
    public bool? HasReached(string member, long position)
    {
        var wishes = SeatWishes.Of(session, cipher, member);
        if (wishes.OpenGoal is null && wishes.OtherGoal is null)
            return null;
        return (wishes.OpenGoal is { } open && Saved(member, open.Currency, [Pocket.Open], position) >= open.Minor)
            || (wishes.OtherGoal is { } other && Saved(member, other.Currency, position) >= other.Minor);
    }

    private long Saved(string member, Currency currency, Pocket[] pockets, long? at) => pockets
        .Select(pocket => ledger.Account(AccountKind.MemberSavings, member, pocket, currency)).OfType<LedgerAccount>()
        .Sum(account => at is { } position ? session[AtSql].One(account.Number, position) as long? ?? 0 : ledger.Balance(account.Number));

    /// <summary>The account of an owner, opened now where there is none.</summary>
    public AccountOutcome Open(AccountKind kind, string owner, Pocket pocket, Currency currency, string by) => Opening.Open(ledger, new AccountWish(kind, owner, pocket, currency, by));

    /// <summary>What the office calls leaders, and how much they may hold.</summary>
    public IReadOnlyList<FloatLimit> Limits() => session[LimitsSql].All(row => new FloatLimit
    {
        Leader = row.GetString(0),
        Riel = row.IsDBNull(1) ? null : row.GetInt64(1),
        Cents = row.IsDBNull(2) ? null : row.GetInt64(2),
        Name = cipher.OpenText((byte[])row.GetValue(3), PlaceOf(row.GetString(0))),
    });

    public void Write(FloatLimit limit) => session[SaveLimit].Run(limit.Leader, limit.Riel, limit.Cents, cipher.Seal(limit.Name, PlaceOf(limit.Leader)));

    /// <summary>Records an act in the audit log: ids and words alone.</summary>
    public void Note(string by, string act, string subject, string detail = "") => trail.Add(session, new AuditNote(by, act, subject, detail));

    private static FieldPlace PlaceOf(string leader) => new(FloatLimit.Table, "body", leader);
}

/// <summary>A member and her group.</summary>
internal sealed record Enrolled(SavingsGroup Group, SavingsMember Member);
