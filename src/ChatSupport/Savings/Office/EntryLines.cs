using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Accounts;

namespace ChatSupport.Savings.Office;

/// <summary>How the office shows entries: everywhere alike, with what people and leaders are called.</summary>
internal sealed class EntryLines(OfficePen pen, PeopleNames names)
{
    private Dictionary<string, string>? leaders;

    /// <summary>An entry by its position, whosever it is; null where there is none.</summary>
    public EntryLine? Of(long seq) => pen.Ledger.Entry(seq) is { } entry && pen.Ledger.Account(entry.Dr) is { } account
        ? new EntryLine(seq, entry.Kind, entry.OccurredOn, new Money(entry.Amount, account.Currency), NameOf(entry.Maker), entry.Reverses, pen.Session["SELECT seq FROM savings_entries WHERE reverses = $1"].One(seq) as long?)
        : null;

    /// <summary>An entry as one of its accounts sees it.</summary>
    public EntryLine Of(StatementLine line, Currency currency) => new(line.Seq, line.Kind, line.OccurredOn, new Money(line.Change, currency), NameOf(line.Maker), line.Reverses, line.ReversedBy);

    /// <summary>The member whose savings an entry moved; null where it moved nobody's.</summary>
    public Groups.SavingsMember? Whose(long seq) => pen.Ledger.Entry(seq) is { } entry
        ? new[] { entry.Cr, entry.Dr }.Select(pen.Ledger.Account).Where(account => account?.Kind == AccountKind.MemberSavings).Select(account => pen.Member(account!.Owner)).FirstOrDefault()
        : null;

    /// <summary>The name of somebody of the staff, what the office calls a leader, or the opaque id.</summary>
    public string NameOf(string id)
    {
        leaders ??= pen.Limits().ToDictionary(limit => limit.Leader, limit => limit.Name, StringComparer.Ordinal);
        return leaders.GetValueOrDefault(id) is { Length: > 0 } called ? called : names.Of(id);
    }
}

/// <summary>An entry as the office shows it.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="Kind">Why.</param>
/// <param name="Day">Its day.</param>
/// <param name="Amount">What it did to her balance; where nobody's is meant, how much.</param>
/// <param name="By">Name, or opaque id, of who made it.</param>
/// <param name="Reverses">What it takes back.</param>
/// <param name="ReversedBy">What took it back.</param>
internal sealed record EntryLine(long Seq, EntryKind Kind, DateOnly Day, Money Amount, string By, long? Reverses, long? ReversedBy);
