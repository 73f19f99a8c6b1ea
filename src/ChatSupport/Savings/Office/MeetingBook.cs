using System.Globalization;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Leaders;
using ChatSupport.Savings.Meetings;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Office;

/// <summary>What leaders ask of the office at their meetings, and who leads which group from which phone.</summary>
internal sealed class MeetingBook(MeetingDesk desk, SeatDesk seatDesk, LeaderRoll leaders, OfficePens pens, PeopleNames names, StaffGuard guard)
{
    /// <summary>What waits, and who leads.</summary>
    public MeetingsView Look(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen =>
        {
            var groups = pen.Groups().ToDictionary(group => group.Id, group => group.Name, StringComparer.Ordinal);
            var called = pen.Limits().ToDictionary(limit => limit.Leader, limit => limit.Name, StringComparer.Ordinal);
            var lines = new EntryLines(pen, names);
            var seats = groups.SelectMany(group => LeaderRows.Leading(pen.Session, group.Key).Select(seat => new LeaderLine(seat, group.Value, called.GetValueOrDefault(seat.Id, "")))).ToList();
            return new MeetingsView(
                [.. MeetingRows.Offered(pen.Session).Select(offer => new OfferLine(offer.Id, seats.Find(line => line.Seat.Id == offer.Leader), CurrencyFacts.Find(offer.Currency)!.Value, offer.At))],
                [.. MeetingRows.Asks(pen.Session).Select(ask => LineOf(lines, ask, groups)).OfType<AskLine>()],
                [.. MeetingRows.ToLookAt(pen.Session).Select(meeting => ClosedLine.Of(pen.Session, meeting, groups.GetValueOrDefault(meeting.Group, "")))],
                seats,
                [.. pen.Groups().Where(group => group.RetiredAt is null).Select(group => new NextLine(group.Id, group.Name, MeetingDay.Of(pen.Session, group.Id, pen.Ledger.Today)))]);
        });
    }

    /// <summary>Notes when a group meets next; an empty day where nobody knows any more. Its members are reminded two days before.</summary>
    public async Task<OfficeAnswer> Plan(string? session, string group, string day, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        DateOnly? on = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (on is null && day.Length > 0)
            return OfficeAnswer.Not(OfficeRefusal.NotADay);
        return await seatDesk.SetMeeting(group, on, person.Id, cancel).ConfigureAwait(false) switch
        {
            SeatAnswer.Refused { Why: SeatRefusal.NotThatDay } => OfficeAnswer.Not(OfficeRefusal.NotADay),
            SeatAnswer.Refused => OfficeAnswer.Not(OfficeRefusal.NoSuchGroup),
            _ => OfficeAnswer.Done,
        };
    }

    /// <summary>Takes cash into the safe that was counted just now. What was offered is not shown before: who receives it counts for herself.</summary>
    public async Task<OfficeAnswer> Receive(string? session, string offer, string counted, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        var (read, wanted) = pens.Read(pen => (OfficeText.Amounts(counted, new CashRules(pen.Ledger.Options.CashStep)), MeetingRows.Offer(pen.Session, offer)));
        if (read.Refusal is { } unreadable)
            return OfficeAnswer.Not(unreadable);
        if (read.Amounts is not [var money])
            return OfficeAnswer.Not(OfficeRefusal.OneAmount);
        if (wanted is not null && CurrencyFacts.Find(wanted.Currency) != money.Currency)
            return OfficeAnswer.Not(OfficeRefusal.OtherCash);
        return await desk.Receive(offer, money.Minor, person.Id, cancel).ConfigureAwait(false) switch
        {
            null => new OfficeAnswer.Good(OfficeWords.Received),
            LedgerRefusal.OtherContent => OfficeAnswer.Not(OfficeRefusal.OtherCash),
            LedgerRefusal.NoSuchEntry => OfficeAnswer.Not(OfficeRefusal.NotThere),
            { } why => OfficeAnswer.Not(why),
        };
    }

    /// <summary>Takes an entry back that a leader called wrong.</summary>
    public Task<OfficeAnswer> TakeBack(string? session, string ask, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.CorrectSavings);
        return Say(desk.TakeBack(ask, person.Id, cancel));
    }

    /// <summary>Finds that the entry was right.</summary>
    public Task<OfficeAnswer> Decline(string? session, string ask, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.CorrectSavings);
        return Say(desk.Decline(ask, person.Id, cancel));
    }

    /// <summary>Notes that she looked at a meeting whose count did not agree, or that its only leader closed herself. What is missing she books on the page of cash.</summary>
    public Task<OfficeAnswer> Confirm(string? session, string meeting, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return Say(desk.Confirm(meeting, person.Id, cancel));
    }

    /// <summary>Makes a seat for a new leader, and the link for her phone, once two of the staff want it. It is shown once, to the second.</summary>
    public Task<LeaderLinkAnswer> Invite(string? session, string group, CancellationToken cancel) =>
        leaders.InviteByTwo(group, guard.Require(session, StaffAct.RunSavings).Id, cancel);

    /// <summary>Makes a new link, once two of the staff want it: the phone that she had leads nothing from now on.</summary>
    public Task<LeaderLinkAnswer> InviteAgain(string? session, string seat, CancellationToken cancel) =>
        leaders.InviteAgainByTwo(seat, guard.Require(session, StaffAct.RunSavings).Id, cancel);

    /// <summary>She leads no longer. What she holds stays with her until it is handed over.</summary>
    public async Task<OfficeAnswer> End(string? session, string seat, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return await leaders.Leave(seat, person.Id, cancel).ConfigureAwait(false) ? OfficeAnswer.Done : OfficeAnswer.Not(OfficeRefusal.NotThere);
    }

    private static async Task<OfficeAnswer> Say(Task<LedgerRefusal?> decided) => await decided.ConfigureAwait(false) is { } why ? OfficeAnswer.Not(why) : OfficeAnswer.Done;

    private static AskLine? LineOf(EntryLines lines, CorrectionAsk ask, Dictionary<string, string> groups)
    {
        var member = lines.Whose(ask.Entry);
        return lines.Of(ask.Entry) is { } line ? new AskLine(ask.Id, line, member?.Book ?? "", groups.GetValueOrDefault(member?.Group ?? "", ""), ask.At) : null;
    }
}

/// <summary>Meetings as the office looks after them.</summary>
/// <param name="Offers">Cash that waits to be counted.</param>
/// <param name="Asks">Entries that leaders call wrong.</param>
/// <param name="Closed">Meetings that wait for a look.</param>
/// <param name="Leaders">Who leads.</param>
/// <param name="Next">When groups meet next.</param>
internal sealed record MeetingsView(IReadOnlyList<OfferLine> Offers, IReadOnlyList<AskLine> Asks, IReadOnlyList<ClosedLine> Closed, IReadOnlyList<LeaderLine> Leaders, IReadOnlyList<NextLine> Next);

/// <summary>When a group meets next.</summary>
/// <param name="Group">Opaque id.</param>
/// <param name="Name">Of the group.</param>
/// <param name="Day">Null where nobody knows.</param>
internal sealed record NextLine(string Group, string Name, DateOnly? Day);

/// <summary>Cash that a leader wants to hand over. How much it is she does not see who counts it.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Leader">Who gives it; null where she leads no longer.</param>
/// <param name="Currency">Of it.</param>
/// <param name="At">When she said so.</param>
internal sealed record OfferLine(string Id, LeaderLine? Leader, Currency Currency, DateTimeOffset At);

/// <summary>An entry that a leader calls wrong.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Entry">It.</param>
/// <param name="Book">Whose book.</param>
/// <param name="Group">Name of her group.</param>
/// <param name="At">When she said so.</param>
internal sealed record AskLine(string Id, EntryLine Entry, string Book, string Group, DateTimeOffset At);

/// <summary>A meeting that is closed and waits for a look.</summary>
/// <param name="Meeting">It.</param>
/// <param name="Group">Name of the group.</param>
/// <param name="Counted">What the leaders counted, in each currency of which there was any.</param>
/// <param name="Expected">What should have been in their hands then, by the ledger.</param>
/// <param name="Differs">The two are not the same.</param>
internal sealed record ClosedLine(Meeting Meeting, string Group, IReadOnlyList<Money> Counted, IReadOnlyList<Money> Expected, bool Differs)
{
    public bool IsAlone => Meeting.Closer == Meeting.Opener;

    public static ClosedLine Of(StoreSession session, Meeting meeting, string group)
    {
        var counted = CurrencyFacts.All.Select(facts => MeetingRows.Counted(session, meeting.Id, facts.Currency)).OfType<Money>().ToList();
        var expected = new[] { Money.Riel(meeting.ExpectedRiel ?? 0), Money.Cents(meeting.ExpectedCents ?? 0) }.Where(money => money.Minor != 0 || money.Currency == Currency.Khr).ToList();
        return new ClosedLine(meeting, group, counted, expected, MeetingRows.Differs(session, meeting));
    }
}

/// <summary>Who leads a group.</summary>
/// <param name="Seat">Hers.</param>
/// <param name="Group">Name of the group.</param>
/// <param name="Name">What the office calls her; empty where it was not said.</param>
internal sealed record LeaderLine(LeaderSeat Seat, string Group, string Name);
