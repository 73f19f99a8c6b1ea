using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Savings.Figures;

/// <summary>Counts what groups did in a month.</summary>
internal sealed class FactsReader
{
    private const int ChecksOfDays = 30;
    private const string Moves = """
        SELECT a.owner, a.currency, e.kind, sum(e.amount), count(*) FROM savings_entries e JOIN savings_accounts a ON a.kind = 'MemberSavings' AND a.number = CASE e.kind WHEN 'Withdrawal' THEN e.dr ELSE e.cr END
        WHERE e.kind IN ('Deposit', 'Withdrawal') AND e.occurred_on >= $1 AND e.occurred_on < $2 AND NOT EXISTS (SELECT 1 FROM savings_entries r WHERE r.reverses = e.seq)
        GROUP BY a.owner, a.currency, e.kind
        """;

    private const string Counted = """
        SELECT a.owner, e.kind = 'Reversal', count(*) FROM savings_entries e JOIN savings_accounts a ON a.kind = 'MemberSavings' AND a.number IN (e.dr, e.cr)
        WHERE e.kind <> 'Pocket' AND e.recorded_at >= $1 AND e.recorded_at < $2 GROUP BY a.owner, e.kind = 'Reversal'
        """;

    private const string LastBefore = "SELECT seq FROM savings_entries WHERE recorded_at < $1 ORDER BY seq DESC LIMIT 1";
    private const string Checks = $"SELECT {BookCheck.Columns} FROM savings_book_checks WHERE checked_at >= $1 AND checked_at < $2";

    private readonly OfficePen pen;
    private readonly ILookup<string, Enrolled> groups;

    public FactsReader(OfficePen pen) => (this.pen, groups) = (pen, pen.Everybody().ToLookup(who => who.Group.Id, StringComparer.Ordinal));

    /// <summary>The facts of every group that had members then.</summary>
    public IReadOnlyList<GroupFacts> Of(DateOnly month)
    {
        var (from, until) = (At(month), At(month.AddMonths(1)));
        var moves = pen.Session[Moves].All(row => new Move(row.GetString(0), row.GetString(1), LedgerRows.Word<EntryKind>(row.GetString(2)), row.GetInt64(3)), LedgerEntry.DayText(month), LedgerEntry.DayText(month.AddMonths(1)))
            .ToLookup(move => move.Owner, StringComparer.Ordinal);
        var counted = pen.Session[Counted].All(row => (Owner: row.GetString(0), IsCorrection: row.GetInt64(1) == 1, Count: row.GetInt32(2)), from.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds())
            .ToLookup(one => one.Owner, StringComparer.Ordinal);
        var checks = pen.Session[Checks].All(BookCheck.Of, until.AddDays(-ChecksOfDays).ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()).ToLookup(check => check.Member, StringComparer.Ordinal);
        var position = pen.Session[LastBefore].One(until.ToUnixTimeMilliseconds()) as long? ?? 0;
        return [.. groups.Select(group => Of([.. group], from, until, moves, counted, checks, position)).Where(facts => facts.Members > 0)];
    }

    private GroupFacts Of(
        List<Enrolled> all, DateTimeOffset from, DateTimeOffset until, ILookup<string, Move> moves, ILookup<string, (string Owner, bool IsCorrection, int Count)> counted, ILookup<string, BookCheck> checks, long position)
    {
        var members = all.Where(who => who.Member.JoinedAt < until && (who.Member.LeftAt is null || who.Member.LeftAt >= from)).Select(who => who.Member).ToList();
        var before = all.Where(who => who.Member.JoinedAt <= until.AddYears(-1) && (who.Member.LeftAt is null || who.Member.LeftAt > until.AddYears(-1))).Select(who => who.Member).ToList();
        var theirs = members.SelectMany(member => moves[member.Id]).ToList();
        return new GroupFacts(all[0].Group.Name)
        {
            Members = members.Count,
            Year = (before.Count(member => member.LeftAt is null || member.LeftAt >= until), before.Count),
            Savers = theirs.Where(move => move.Kind == EntryKind.Deposit).DistinctBy(move => move.Owner).Count(),
            Riel = FlowOf(theirs, Currency.Khr),
            Dollars = FlowOf(theirs, Currency.Usd),
            Entries = members.SelectMany(member => counted[member.Id]).Sum(one => one.Count),
            Corrections = members.SelectMany(member => counted[member.Id]).Where(one => one.IsCorrection).Sum(one => one.Count),
            Checked = members.Count(member => checks[member.Id].Any()),
            Differed = members.Count(member => checks[member.Id].Any(check => !check.Matches)),
            InRiel = Balances(members.Select(member => member.Id), Currency.Khr, position),
            InCents = Balances(members.Select(member => member.Id), Currency.Usd, position),
        };
    }

    private IReadOnlyList<long> Balances(IEnumerable<string> members, Currency currency, long position) =>
        position == 0 ? [] : [.. members.Select(member => pen.Saved(member, currency, position)).Where(balance => balance > 0)];

    private static Flow FlowOf(List<Move> moves, Currency currency)
    {
        var own = moves.Where(move => move.Currency == CurrencyFacts.Of(currency).Code).ToLookup(move => move.Kind);
        return new Flow
        {
            Gave = own[EntryKind.Deposit].Count(),
            Took = own[EntryKind.Withdrawal].DistinctBy(move => move.Owner).Count(),
            In = own[EntryKind.Deposit].Sum(move => move.Amount),
            Out = own[EntryKind.Withdrawal].Sum(move => move.Amount),
        };
    }

    private static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MinValue, Tongue.Ahead);

    private sealed record Move(string Owner, string Currency, EntryKind Kind, long Amount);
}
