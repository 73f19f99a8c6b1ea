using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Leaders;

namespace ChatSupport.Savings.Meetings;

/// <summary>What screens of leaders show: today's sums, never what anybody has saved.</summary>
internal static class MeetingViews
{
    private const int MembersOnAPage = 4; // with "the others are here" and "more" they fill a screen
    private const int PayoutsOnAPage = 3;
    private const int LinesOnAPage = 5;

    /// <summary>The answer to a query.</summary>
    /// <param name="pen">Null where nobody leads from the conversation.</param>
    /// <param name="said">What came of what she asked for in this turn; null for nothing.</param>
    /// <param name="call">The query.</param>
    /// <param name="language">Hers.</param>
    public static Value? Show(MeetingPen? pen, Said? said, ActionCall call, string language)
    {
        var khmer = language == "km";
        return (call.Name, pen) switch
        {
            (MeetingActions.Now, null) => Value.Fields.Of(("leader", Said.YesNo(false)), ("state", new Value.Text("none")), ("said", (said ?? new Said("none")).ToValue(khmer))),
            (_, null) => new Value.List([]),
            (MeetingActions.Now, _) => Now(pen, said ?? new Said("none"), khmer),
            (MeetingActions.Members, _) => Members(pen, PageOf(call), khmer),
            (MeetingActions.Entries, _) => Entries(pen, PageOf(call), khmer),
            _ => Payouts(pen, PageOf(call), khmer),
        };
    }

    private static Value.Fields Now(MeetingPen pen, Said said, bool khmer)
    {
        var meeting = pen.Running;
        var planned = MeetingRows.Planned(pen.Session, pen.Leader.Group);
        var marks = meeting is null ? [] : pen.Members.Select(member => MeetingRows.Here(pen.Session, meeting.Id, member.Id)).ToList();
        var given = meeting is null ? [] : Lines(pen, meeting).Where(line => line.Entry.Kind == EntryKind.Deposit).ToList();
        var expected = meeting is null ? [] : Counting.Expected(pen, meeting);
        var counted = meeting is null ? [] : Counting.Counted(pen, meeting);
        return Value.Fields.Of(
            ("leader", Said.YesNo(true)),
            ("state", new Value.Text(meeting is not null ? (meeting.State == MeetingState.Open ? "open" : "counted") : planned is null ? "none" : "planned")),
            ("day", new Value.Text((meeting ?? planned) is { } one ? LedgerEntry.DayText(one.Day) : "")),
            ("here", Said.Number(marks.Count(mark => mark == true), khmer)),
            ("away", Said.Number(marks.Count(mark => mark == false), khmer)),
            ("uncalled", Said.Number(marks.Count(mark => mark is null), khmer)),
            ("given", Said.Number(given.Count, khmer)),
            ("empty", Said.YesNo(given.Count == 0)),
            ("sum", Sum(given.Select(line => line.Money), khmer)),
            ("float", Sum(CurrencyFacts.All.Select(facts => pen.Float(pen.Leader.Id, facts.Currency)), khmer)),
            ("offered", Sum(HandingOver.Offers(pen).Select(offer => new Money(offer.Amount, CurrencyFacts.Find(offer.Currency)!.Value)), khmer, "")),
            ("payable", Said.Number(MeetingRows.Payable(pen.Session, pen.Leader.Group, pen.Ledger.Now).Count, khmer)),
            ("counted", Sum(counted, khmer)),
            ("expected", Sum(expected, khmer)),
            ("differs", Said.YesNo(meeting is not null && !expected.SequenceEqual(counted))),
            ("missing", new Value.Text(meeting is null ? "" : string.Join(' ', Counting.Missing(pen, meeting).Select(currency => CurrencyFacts.Of(currency).Code)))),
            ("second", Said.YesNo(LeaderRows.Leading(pen.Session, pen.Leader.Group).Any(seat => seat.Id != pen.Leader.Id && seat.Conversation is not null))),
            ("opener", Said.YesNo(meeting?.Opener == pen.Leader.Id)),
            ("said", said.ToValue(khmer)));
    }

    private static Value.List Members(MeetingPen pen, int page, bool khmer)
    {
        if (pen.Running is not { } meeting)
            return new Value.List([]);
        return new Value.List([.. Page(pen.Members, page, MembersOnAPage).Select(member =>
        {
            var here = MeetingRows.Here(pen.Session, meeting.Id, member.Id);
            return Value.Fields.Of(
                ("id", new Value.Text(member.Id)),
                ("book", Book(member, khmer)),
                ("name", new Value.Text(member.Nickname)),
                ("sign", new Value.Text(here switch { true => "✅", false => "❌", null => "▫️" })),
                ("next", Said.YesNo(here != true)));
        })]);
    }

    private static Value.List Entries(MeetingPen pen, int page, bool khmer)
    {
        if (pen.Running is not { } meeting)
            return new Value.List([]);
        return new Value.List([.. Page([.. Lines(pen, meeting)], page, LinesOnAPage).Select(line => Value.Fields.Of(
            ("id", new Value.Text(line.Entry.Seq.ToString(CultureInfo.InvariantCulture))),
            ("book", line.Member is { } member ? Book(member, khmer) : new Value.Text("")),
            ("name", new Value.Text(line.Member?.Nickname ?? "")),
            ("money", new Value.Text((line.Entry.Kind == EntryKind.Withdrawal ? "-" : "") + MoneyText.Write(line.Money, khmer))),
            ("asked", Said.YesNo(MeetingRows.AskOf(pen.Session, line.Entry.Seq) is { DeclinedBy: null }))))]);
    }

    private static Value.List Payouts(MeetingPen pen, int page, bool khmer) => new(
    [
        .. Page(MeetingRows.Payable(pen.Session, pen.Leader.Group, pen.Ledger.Now), page, PayoutsOnAPage).Select(number => pen.Ledger.Hold(number)!).Select(hold => Value.Fields.Of(
            ("id", new Value.Text(hold.Number.ToString(CultureInfo.InvariantCulture))),
            ("book", pen.Owner(hold.Account) is { } member ? Book(member, khmer) : new Value.Text("")),
            ("name", new Value.Text(pen.Owner(hold.Account)?.Nickname ?? "")),
            ("money", new Value.Text(MoneyText.Write(new Money(hold.Amount, pen.Ledger.Account(hold.Account)!.Currency), khmer))))),
    ]);

    /// <summary>What stands of a meeting, the newest first.</summary>
    private static IEnumerable<(LedgerEntry Entry, SavingsMember? Member, Money Money)> Lines(MeetingPen pen, Meeting meeting) =>
        MeetingRows.Entries(pen.Session, meeting.Id).Select(seq => pen.Ledger.Entry(seq)!).Where(entry => entry.Kind is EntryKind.Deposit or EntryKind.Withdrawal).Select(entry =>
        {
            var savings = entry.Kind == EntryKind.Deposit ? entry.Cr : entry.Dr;
            return (entry, pen.Owner(savings), new Money(entry.Amount, pen.Ledger.Account(savings)!.Currency));
        });

    /// <summary>Sums of each currency; nothing as <c>0៛</c>, because a blank says nothing.</summary>
    private static Value.Text Sum(IEnumerable<Money> amounts, bool khmer, string? nothing = null)
    {
        var sums = amounts.GroupBy(money => money.Currency).Select(same => same.Aggregate((sum, money) => sum + money)).Where(sum => sum.Minor != 0).OrderBy(sum => sum.Currency).ToList();
        return new Value.Text(sums.Count > 0 ? LineSaid.Write(sums, " + ", khmer) : nothing ?? MoneyText.Write(Money.Riel(0), khmer));
    }

    private static Value.Text Book(SavingsMember member, bool khmer) => new(khmer ? Digits.ToKhmer(member.Book) : member.Book);

    private static int PageOf(ActionCall call) =>
        int.TryParse(Digits.ToArabic(call.With.GetValueOrDefault("page") ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    /// <summary>A page of a list; behind the last comes the first.</summary>
    private static IEnumerable<T> Page<T>(IReadOnlyList<T> all, int page, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        return all.Skip(page % pages * size).Take(size);
    }
}
