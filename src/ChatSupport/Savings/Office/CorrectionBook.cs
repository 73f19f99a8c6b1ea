using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>What was entered wrongly: one person finds it and says why, another looks and agrees, and the opposite entry is made, once. And everything else that waits for a second person.</summary>
internal sealed class CorrectionBook(OfficePens pens, PeopleNames names, StaffGuard guard)
{
    private const int MostLines = 200;

    /// <summary>Why an entry is taken back.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["wrong-amount", "wrong-member", "wrong-currency", "entered-twice", "not-given", "wrong-day", "other"];

    /// <summary>The newest entries of a member, both currencies and pockets, those between her own pockets left out: they are hers alone.</summary>
    public IReadOnlyList<EntryLine> Lines(string? session, string group, string book)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => pen.Member(group, book) is not { } member ? [] : CurrencyFacts.All.SelectMany(facts => new[] { Pocket.Open, Pocket.Private }
                .Select(pocket => pen.Ledger.Account(AccountKind.MemberSavings, member.Id, pocket, facts.Currency)).OfType<LedgerAccount>())
            .SelectMany(account => pen.Ledger.Statement(account.Number, long.MaxValue, MostLines).Where(line => line.Kind != EntryKind.Pocket)
                .Select(line => new EntryLine(line.Seq, line.Kind, line.OccurredOn, new Money(line.Change, account.Currency), names.Of(line.Maker), line.Reverses, line.ReversedBy)))
            .OrderByDescending(line => line.Seq).Take(MostLines).ToList());
    }

    /// <summary>One entry by its position, whosever it is.</summary>
    public EntryLine? Find(string? session, long seq)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => LineOf(pen, seq));
    }

    /// <summary>Wants an entry to be taken back.</summary>
    public Task<OfficeAnswer> Propose(string? session, string id, long entry, string reason, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.CorrectSavings);
        return pens.Write(pen =>
        {
            if (!Reasons.Contains(reason))
                return OfficeAnswer.Not(OfficeRefusal.NoReason);
            if (pen.Ledger.Entry(entry) is not { } wrong)
                return OfficeAnswer.Not(LedgerRefusal.NoSuchEntry);
            if (wrong.Kind == EntryKind.Reversal)
                return OfficeAnswer.Not(LedgerRefusal.IsAReversal);
            if (pen.Ledger.IsReversed(entry))
                return OfficeAnswer.Not(LedgerRefusal.AlreadyReversed);
            if (Proposals.Find(pen, id) is null && Proposals.Waiting(pen).Any(other => other.Entry == entry))
                return OfficeAnswer.Not(OfficeRefusal.Proposed);
            return Proposals.Add(pen, new OfficeProposal { Id = id, Kind = EntryKind.Reversal, Entry = entry, Reason = reason, Maker = person.Id, At = pen.Now });
        }, cancel);
    }

    /// <summary>Everything that waits for a second person, corrections and cash, the oldest first.</summary>
    public IReadOnlyList<ProposalLine> Waiting(string? session)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen =>
        {
            var places = CashPlaces.Offered(pen).ToDictionary(place => place.Key, StringComparer.Ordinal);
            return Proposals.Waiting(pen).Select(proposal => new ProposalLine(proposal, names.Of(proposal.Maker), proposal.Maker == person.Id,
                proposal.Entry is { } entry ? LineOf(pen, entry) : null, MoneyOf(pen, proposal), PlaceOf(pen, places, proposal.Cr), PlaceOf(pen, places, proposal.Dr))).ToList();
        });
    }

    /// <summary>Looks at what somebody else wants, agrees, and it is entered. Who wanted it is refused, whatever roles she has.</summary>
    public Task<OfficeAnswer> Confirm(string? session, string id, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.CorrectSavings);
        return pens.Write(pen => Proposals.Confirm(pen, id, person.Id), cancel);
    }

    /// <summary>Turns it down; who wanted it takes it back so.</summary>
    public Task<OfficeAnswer> Decline(string? session, string id, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen => Proposals.Decline(pen, id, person.Id), cancel);
    }

    private EntryLine? LineOf(OfficePen pen, long seq) => pen.Ledger.Entry(seq) is { } entry && pen.Ledger.Account(entry.Dr) is { } account
        ? new EntryLine(seq, entry.Kind, entry.OccurredOn, new Money(entry.Amount, account.Currency), names.Of(entry.Maker), entry.Reverses, pen.Session["SELECT seq FROM savings_entries WHERE reverses = $1"].One(seq) as long?)
        : null;

    private static Money? MoneyOf(OfficePen pen, OfficeProposal proposal) => pen.Ledger.Account(proposal.Dr) is { } account ? new Money(proposal.Amount, account.Currency) : null;

    private static CashPlace? PlaceOf(OfficePen pen, Dictionary<string, CashPlace> places, long number) => pen.Ledger.Account(number) is { } account
        ? places.Values.FirstOrDefault(place => CashPlaces.Parse(place.Key) == (account.Kind, account.Owner)) ?? new CashPlace("", account.Kind, "")
        : null;
}

/// <summary>An entry as corrections show it.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="Kind">Why.</param>
/// <param name="Day">Its day.</param>
/// <param name="Amount">What it did to her balance; where nobody's is meant, how much.</param>
/// <param name="By">Name, or opaque id, of who made it.</param>
/// <param name="Reverses">What it takes back.</param>
/// <param name="ReversedBy">What took it back.</param>
internal sealed record EntryLine(long Seq, EntryKind Kind, DateOnly Day, Money Amount, string By, long? Reverses, long? ReversedBy);

/// <summary>What waits for a second person.</summary>
/// <param name="Proposal">It.</param>
/// <param name="By">Name, or opaque id, of who wants it.</param>
/// <param name="IsMine">The one who looks does.</param>
/// <param name="Wrong">For a correction: the entry.</param>
/// <param name="Amount">For cash: how much.</param>
/// <param name="From">Where cash comes from.</param>
/// <param name="To">Where it goes.</param>
internal sealed record ProposalLine(OfficeProposal Proposal, string By, bool IsMine, EntryLine? Wrong, Money? Amount, CashPlace? From, CashPlace? To);
