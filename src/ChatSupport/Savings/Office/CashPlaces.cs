using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Office;

/// <summary>Finds where cash is, and how old it is.</summary>
internal static class CashPlaces
{
    private const string Safe = "safe";
    private const string Box = "box:";
    private const string Float = "float:";
    private const string AllSql = $"SELECT {LedgerRows.AccountColumns} FROM savings_accounts WHERE kind IN ('NgoSafe', 'GroupBox', 'CollectorFloat') ORDER BY number";

    // What came in, the newest first: the oldest of what is there now came in where these sum to it, because the oldest is handed over first.
    private const string CameIn = """
        SELECT e.occurred_on, e.amount FROM savings_entries e WHERE e.dr = $1 AND e.kind <> 'Reversal'
        AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq) ORDER BY e.seq DESC LIMIT 2000
        """;

    public static IReadOnlyList<LedgerAccount> All(OfficePen pen) => pen.Session[AllSql].All(LedgerRows.Account);

    /// <summary>The safe, the boxes of groups that save, and every leader who is known.</summary>
    public static IReadOnlyList<CashPlace> Offered(OfficePen pen)
    {
        var names = pen.Limits().ToDictionary(limit => limit.Leader, limit => limit.Name, StringComparer.Ordinal);
        var leaders = All(pen).Where(account => account.Kind == AccountKind.CollectorFloat).Select(account => account.Owner).Concat(names.Keys).Distinct(StringComparer.Ordinal);
        return
        [
            new CashPlace(Safe, AccountKind.NgoSafe, ""),
            .. pen.Groups().Where(group => group.RetiredAt is null).Select(group => new CashPlace(Box + group.Id, AccountKind.GroupBox, group.Name)),
            .. leaders.Select(leader => new CashPlace(Float + leader, AccountKind.CollectorFloat, names.GetValueOrDefault(leader, leader))),
        ];
    }

    /// <summary>What a <see cref="CashPlace.Key"/> names; null for nothing.</summary>
    public static (AccountKind Kind, string Owner)? Parse(string? key) => key switch
    {
        Safe => (AccountKind.NgoSafe, ""),
        not null when key.StartsWith(Box, StringComparison.Ordinal) => (AccountKind.GroupBox, key[Box.Length..]),
        not null when key.StartsWith(Float, StringComparison.Ordinal) => (AccountKind.CollectorFloat, key[Float.Length..]),
        _ => null,
    };

    public static CashLine LineOf(OfficePen pen, LedgerAccount account, IReadOnlyDictionary<string, FloatLimit> limits, IReadOnlyDictionary<string, string> groups)
    {
        var balance = pen.Ledger.Balance(account.Number);
        var isFloat = account.Kind == AccountKind.CollectorFloat;
        var own = isFloat ? limits.GetValueOrDefault(account.Owner) : null;
        var limit = account.Currency == Currency.Khr ? own?.Riel : own?.Cents;
        var since = isFloat && balance > 0 ? Since(pen, account.Number, balance) : null;
        var isOld = since is { } day && PhnomPenh.DayOf(pen.Now).DayNumber - day.DayNumber > CashBook.OldAfter.TotalDays;
        return new CashLine(account.Number, account.Kind, account.Owner, isFloat ? own?.Name ?? account.Owner : groups.GetValueOrDefault(account.Owner, ""),
            new Money(balance, account.Currency), since, limit is { } most ? new Money(most, account.Currency) : null, balance > limit, isOld);
    }

    private static DateOnly? Since(OfficePen pen, long account, long balance)
    {
        DateOnly? since = null;
        foreach (var (day, amount) in pen.Session[CameIn].All(row => (LedgerRows.Day(row.GetString(0)), row.GetInt64(1)), account))
        {
            if (balance <= 0)
                break;
            since = since is { } known && known < day ? known : day;
            balance -= amount;
        }
        return since;
    }
}
