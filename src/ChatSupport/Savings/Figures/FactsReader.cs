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

    private const string MeetingsSql = "SELECT group_id, count(*) FROM savings_meetings WHERE state = 'Closed' AND day >= $1 AND day < $2 GROUP BY group_id";
    private const string RollSql = """
        SELECT m.group_id, sum(a.here <> 0), sum(a.here = 0) FROM savings_attendance a JOIN savings_meetings m ON m.id = a.meeting
        WHERE m.state = 'Closed' AND m.day >= $1 AND m.day < $2 AND a.here IS NOT NULL GROUP BY m.group_id, a.member
        """;

    private const string WrongSql = "SELECT member, opened_at, closed_at IS NOT NULL FROM savings_disputes WHERE opened_at >= $1 AND opened_at < $2";
    private const string LastBefore = "SELECT seq FROM savings_entries WHERE recorded_at < $1 ORDER BY seq DESC LIMIT 1";
    private const string Checks = $"SELECT {BookCheck.Columns} FROM savings_book_checks WHERE checked_at >= $1 AND checked_at < $2";

    private readonly OfficePen pen;
    private readonly ILookup<string, Enrolled> groups;

    public FactsReader(OfficePen pen) => (this.pen, groups) = (pen, pen.Everybody().ToLookup(who => who.Group.Id, StringComparer.Ordinal));

    /// <summary>The facts of every group that had members then.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="isNewest">Goals are known as they are today, so they are counted for the newest month alone, beside its balances.</param>
    public IReadOnlyList<GroupFacts> Of(DateOnly month, bool isNewest)
    {
        var sources = SourcesOf(month);
        return [.. groups.Select(group => Of([.. group], sources, isNewest)).Where(facts => facts.Members > 0)];
    }

    private Sources SourcesOf(DateOnly month)
    {
        var (from, until) = (At(month), At(month.AddMonths(1)));
        var (first, end, fromMs, untilMs) = (LedgerEntry.DayText(month), LedgerEntry.DayText(month.AddMonths(1)), from.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        return new Sources(from, until)
        {
            Moves = pen.Session[Moves].All(row => new Move(row.GetString(0), row.GetString(1), LedgerRows.Word<EntryKind>(row.GetString(2)), row.GetInt64(3)), first, end).ToLookup(move => move.Owner, StringComparer.Ordinal),
            Counted = pen.Session[Counted].All(row => (Owner: row.GetString(0), IsCorrection: row.GetInt64(1) == 1, Count: row.GetInt32(2)), fromMs, untilMs).ToLookup(one => one.Owner, StringComparer.Ordinal),
            Checks = pen.Session[Checks].All(BookCheck.Of, until.AddDays(-ChecksOfDays).ToUnixTimeMilliseconds(), untilMs).ToLookup(check => check.Member, StringComparer.Ordinal),
            Meetings = pen.Session[MeetingsSql].All(row => (Group: row.GetString(0), Count: row.GetInt32(1)), first, end).ToDictionary(one => one.Group, one => one.Count, StringComparer.Ordinal),
            Roll = pen.Session[RollSql].All(row => (Group: row.GetString(0), There: row.GetInt32(1), Away: row.GetInt32(2)), first, end).ToLookup(one => one.Group, StringComparer.Ordinal),
            Wrong = pen.Session[WrongSql].All(row => (Member: row.GetString(0), At: LedgerRows.Moment(row.GetInt64(1)), IsAnswered: row.GetInt64(2) != 0), fromMs, untilMs).ToLookup(one => one.Member, StringComparer.Ordinal),
            Position = pen.Session[LastBefore].One(untilMs) as long? ?? 0,
        };
    }

    private GroupFacts Of(List<Enrolled> all, Sources sources, bool withGoals)
    {
        var (from, until) = (sources.From, sources.Until);
        var members = all.Where(who => who.Member.JoinedAt < until && (who.Member.LeftAt is null || who.Member.LeftAt >= from)).Select(who => who.Member).ToList();
        var before = all.Where(who => who.Member.JoinedAt <= until.AddYears(-1) && (who.Member.LeftAt is null || who.Member.LeftAt > until.AddYears(-1))).Select(who => who.Member).ToList();
        var theirs = members.SelectMany(member => sources.Moves[member.Id]).ToList();
        var counted = members.SelectMany(member => sources.Counted[member.Id]).ToList();
        return new GroupFacts(all[0].Group.Name)
        {
            Members = members.Count,
            Year = (before.Count(member => member.LeftAt is null || member.LeftAt >= until), before.Count),
            Savers = theirs.Where(move => move.Kind == EntryKind.Deposit).DistinctBy(move => move.Owner).Count(),
            Riel = FlowOf(theirs, Currency.Khr),
            Dollars = FlowOf(theirs, Currency.Usd),
            Entries = counted.Sum(one => one.Count),
            Corrections = counted.Where(one => one.IsCorrection).Sum(one => one.Count),
            Checked = members.Count(member => sources.Checks[member.Id].Any()),
            Differed = members.Count(member => sources.Checks[member.Id].Any(check => !check.Matches)),
            InRiel = Balances(members.Select(member => member.Id), Currency.Khr, sources.Position),
            InCents = Balances(members.Select(member => member.Id), Currency.Usd, sources.Position),
            Meetings = sources.Meetings.GetValueOrDefault(all[0].Group.Id),
            Roll = RollOf([.. sources.Roll[all[0].Group.Id]]),
            Goals = withGoals ? GoalsOf(members.Select(member => member.Id), sources.Position) : null,
            Wrong = WrongOf([.. members.SelectMany(member => sources.Wrong[member.Id])]),
        };
    }

    private (int Have, int Reached) GoalsOf(IEnumerable<string> members, long position)
    {
        var reached = members.Select(member => pen.HasReached(member, position)).OfType<bool>().ToList();
        return (reached.Count, reached.Count(one => one));
    }

    private static RollCalls RollOf(List<(string Group, int There, int Away)> marks) => new()
    {
        There = marks.Sum(mark => mark.There),
        Away = marks.Sum(mark => mark.Away),
        Came = marks.Count(mark => mark.There > 0),
        Missed = marks.Count(mark => mark.Away > 0),
    };

    private CalledWrong WrongOf(List<(string Member, DateTimeOffset At, bool IsAnswered)> lines)
    {
        var waiting = lines.Where(line => !line.IsAnswered).ToList();
        return new CalledWrong
        {
            Lines = lines.Count,
            Answered = lines.Count - waiting.Count,
            People = lines.DistinctBy(line => line.Member).Count(),
            PeopleAnswered = lines.Where(line => line.IsAnswered).DistinctBy(line => line.Member).Count(),
            PeopleWaiting = waiting.DistinctBy(line => line.Member).Count(),
            Oldest = waiting.Count == 0 ? null : (int)(pen.Now - waiting.Min(line => line.At)).TotalDays,
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

    /// <summary>What was recorded in one month, by whose it is.</summary>
    private sealed record Sources(DateTimeOffset From, DateTimeOffset Until)
    {
        public required ILookup<string, Move> Moves { get; init; }

        public required ILookup<string, (string Owner, bool IsCorrection, int Count)> Counted { get; init; }

        public required ILookup<string, BookCheck> Checks { get; init; }

        public required Dictionary<string, int> Meetings { get; init; }

        public required ILookup<string, (string Group, int There, int Away)> Roll { get; init; }

        public required ILookup<string, (string Member, DateTimeOffset At, bool IsAnswered)> Wrong { get; init; }

        /// <summary>The last entry of the month.</summary>
        public required long Position { get; init; }
    }

    private sealed record Move(string Owner, string Currency, EntryKind Kind, long Amount);
}
