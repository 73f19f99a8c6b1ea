using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Savings;

/// <summary>Reads the ledger and adds to it within one transaction. It decides nothing: <see cref="Posting"/>, <see cref="Holding"/> and <see cref="Opening"/> do.</summary>
internal sealed class LedgerPen(StoreSession session, LedgerChain chain, LedgerHeads heads, AccountRows staff, SavingsOptions options, DateTimeOffset now)
{
    private const string AccountOfSql = $"SELECT {LedgerRows.AccountColumns} FROM savings_accounts WHERE kind = $1 AND owner = $2 AND pocket = $3 AND currency = $4";
    private const string LookSql = $"""
        SELECT {LedgerRows.AccountColumns}, (SELECT balance FROM savings_balances b WHERE b.number = a.number), EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Account' AND x.target = a.number)
        FROM savings_accounts a WHERE number = $1
        """;

    private const string LastEntry = "SELECT seq, hash FROM savings_entries ORDER BY seq DESC LIMIT 1";

    // Not paid, not released, not expired.
    private const string HeldSql = """
        SELECT coalesce(sum(h.amount), 0) FROM savings_holds h WHERE h.account = $1 AND h.expires_at > $2 AND h.number IS NOT $3
        AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = h.number) AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number)
        """;

    // One statement: between two, another process could pay a hold.
    private const string StandingSql = $"SELECT a.currency, b.balance, ({HeldSql}) FROM savings_accounts a JOIN savings_balances b ON b.number = a.number WHERE a.number = $1";

    public SavingsOptions Options => options;

    /// <summary>Now, in whole milliseconds as rows keep them.</summary>
    public DateTimeOffset Now => now;

    public DateOnly Today => PhnomPenh.DayOf(now);

    public LedgerAccount? Account(long number) => session[$"SELECT {LedgerRows.AccountColumns} FROM savings_accounts WHERE number = $1"].All(LedgerRows.Account, number) is [var one] ? one : null;

    public LedgerAccount? Account(AccountKind kind, string owner, Pocket pocket, Currency currency) =>
        session[AccountOfSql].All(LedgerRows.Account, kind.ToString(), owner, pocket.ToString(), CurrencyFacts.Of(currency).Code) is [var one] ? one : null;

    /// <summary>An account as it is now.</summary>
    public AccountState? Look(long number) => session[LookSql].All(row => new AccountState(LedgerRows.Account(row), row.GetInt64(9), row.GetInt64(10) != 0), number) is [var one] ? one : null;

    /// <summary>The newest lines of an account, newest first.</summary>
    public IReadOnlyList<StatementLine> Statement(long account, long before, int count)
    {
        var side = session["SELECT side FROM savings_accounts WHERE number = $1"].One(account) as long? ?? 0;
        return session[StatementLine.Newest].All(row => StatementLine.Of(row, (int)side), account, before, count);
    }

    /// <summary>Whether an account was closed, or a hold released.</summary>
    public bool HasEnded(EndOf what, long target) => session["SELECT 1 FROM savings_ends WHERE what = $1 AND target = $2"].One(what.ToString(), target) is not null;

    /// <summary>The balance as the account's kind counts it; 0 where there is no such account.</summary>
    public long Balance(long account) => session["SELECT balance FROM savings_balances WHERE number = $1"].One(account) as long? ?? 0;

    /// <summary>Balance and what is kept back, of one moment; null where there is no such account.</summary>
    public Standing? Standing(long account) => session[StandingSql].All(row => CurrencyFacts.Find(row.GetString(0)) is { } currency
        ? new Standing(new Money(row.GetInt64(1), currency), new Money(row.GetInt64(2), currency))
        : null, account, now.ToUnixTimeMilliseconds(), null) is [var one] ? one : null;

    /// <summary>What open holds keep back.</summary>
    /// <param name="account">The account.</param>
    /// <param name="except">The hold that is being paid; null for none.</param>
    public long Held(long account, long? except = null) => (long)session[HeldSql].One(account, now.ToUnixTimeMilliseconds(), except)!;

    public LedgerEntry? Entry(long seq) => session[$"SELECT {LedgerRows.EntryColumns} FROM savings_entries WHERE seq = $1"].All(LedgerRows.Entry, seq) is [var one] ? one : null;

    public LedgerEntry? Entry(string id) => session[$"SELECT {LedgerRows.EntryColumns} FROM savings_entries WHERE id = $1"].All(LedgerRows.Entry, id) is [var one] ? one : null;

    /// <summary>Whether an entry was taken back.</summary>
    public bool IsReversed(long seq) => session["SELECT 1 FROM savings_entries WHERE reverses = $1"].One(seq) is not null;

    public LedgerHold? Hold(long number) => session[$"SELECT {LedgerRows.HoldColumns} FROM savings_holds WHERE number = $1"].All(LedgerRows.Hold, number) is [var one] ? one : null;

    public LedgerHold? Hold(string id) => session[$"SELECT {LedgerRows.HoldColumns} FROM savings_holds WHERE id = $1"].All(LedgerRows.Hold, id) is [var one] ? one : null;

    /// <summary>Whether a hold ended in a payment.</summary>
    public bool IsPaid(long hold) => session["SELECT 1 FROM savings_entries WHERE hold = $1"].One(hold) is not null;

    /// <summary>Whether a member or group is known.</summary>
    public bool Knows(OwnerKind owner, string id) => owner switch
    {
        OwnerKind.Member => session[$"SELECT 1 FROM {SavingsMember.Table} WHERE id = $1"].One(id) is not null,
        OwnerKind.Group => GroupRows.HasGroup(session, id),
        OwnerKind.Collector => LedgerWords.IsId(id),
        _ => id.Length == 0,
    };

    /// <summary>Whether somebody is a savings officer of the staff now.</summary>
    public bool IsOfficer(string account) => staff.Find(session, account) is { IsStopped: false } found && RoleTable.Allows(found.Roles, StaffAct.CorrectSavings);

    /// <summary>The seal of what decides about money and is no row of the ledger.</summary>
    /// <inheritdoc cref="LedgerChain.Seal"/>
    public byte[] SealOf(string table, byte[] hash) => chain.Seal(table, hash);

    /// <summary>Whether a seal is that of a row.</summary>
    public bool Seals(string table, byte[] hash, byte[]? seal) => seal is not null && chain.Seals(table, hash, seal);

    /// <inheritdoc cref="Restraint.OnAsking"/>
    public LedgerRefusal? RestraintOnAsking(LedgerAccount account, Money amount) => Restraint.OnAsking(session, account, amount, now);

    /// <inheritdoc cref="Restraint.OnPaying"/>
    public LedgerRefusal? RestraintOnPaying(LedgerAccount account, LedgerHold hold) => Restraint.OnPaying(session, account, hold, now);

    /// <summary>Adds an entry that was found to be right.</summary>
    public LedgerEntry Add(EntryDraft draft)
    {
        heads.Watch(session);
        var (seq, before) = Last(LastEntry);
        var entry = draft.At(seq + 1, before, now);
        var hash = entry.Bytes().HashBehind(before);
        entry = entry with { Hash = hash, Seal = chain.Seal(LedgerEntry.Table, hash) };
        session[LedgerRows.AddEntry].Run(LedgerRows.Values(entry));
        return entry;
    }

    /// <summary>Adds an account.</summary>
    public LedgerAccount Add(AccountWish wish)
    {
        var (number, before) = NextIn(LedgerAccount.Table);
        var account = new LedgerAccount
        {
            Number = number,
            Kind = wish.Kind,
            Owner = wish.Owner,
            Pocket = wish.Pocket,
            Currency = wish.Currency,
            By = wish.By,
            OpenedAt = now,
            Hash = [],
            Seal = [],
        };
        var hash = account.Bytes().HashBehind(before);
        account = account with { Hash = hash, Seal = chain.Seal(LedgerAccount.Table, hash) };
        session[LedgerRows.AddAccount].Run(LedgerRows.Values(account));
        return account;
    }

    /// <summary>Adds a hold.</summary>
    public LedgerHold Add(HoldWish wish)
    {
        var (number, before) = NextIn(LedgerHold.Table);
        var hold = new LedgerHold
        {
            Number = number,
            Id = wish.Id,
            Request = wish.Request(),
            Account = wish.Account,
            Amount = wish.Amount.Minor,
            Behind = Last(LastEntry).Number,
            Maker = wish.Maker,
            PlacedAt = now,
            ExpiresAt = now + options.HoldStands,
            Hash = [],
            Seal = [],
        };
        var hash = hold.Bytes().HashBehind(before);
        hold = hold with { Hash = hash, Seal = chain.Seal(LedgerHold.Table, hash) };
        session[LedgerRows.AddHold].Run(LedgerRows.Values(hold));
        return hold;
    }

    /// <summary>Adds that something ended.</summary>
    public void AddEnd(EndOf what, long target, string by, string reason)
    {
        var (number, before) = NextIn(LedgerEnd.Table);
        var end = new LedgerEnd
        {
            Number = number,
            What = what,
            Target = target,
            Behind = Last(LastEntry).Number,
            Reason = reason,
            By = by,
            At = now,
            Hash = [],
            Seal = [],
        };
        var hash = end.Bytes().HashBehind(before);
        session[LedgerRows.AddEnd].Run(LedgerRows.Values(end with { Hash = hash, Seal = chain.Seal(LedgerEnd.Table, hash) }));
    }

    private (long Number, byte[] Before) NextIn(string table)
    {
        heads.Watch(session);
        var (last, before) = Last($"SELECT number, hash FROM {table} ORDER BY number DESC LIMIT 1");
        return (last + 1, before);
    }

    private (long Number, byte[] Hash) Last(string sql) =>
        session[sql].All(row => (row.GetInt64(0), (byte[])row.GetValue(1))) is [var last] ? last : (0, LedgerChain.Beginning);
}
