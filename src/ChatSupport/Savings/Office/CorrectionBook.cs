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
        return pens.Read(pen =>
        {
            var lines = new EntryLines(pen, names);
            return pen.Member(group, book) is not { } member ? [] : CurrencyFacts.All.SelectMany(facts => new[] { Pocket.Open, Pocket.Private }
                .Select(pocket => pen.Ledger.Account(AccountKind.MemberSavings, member.Id, pocket, facts.Currency)).OfType<LedgerAccount>())
            .SelectMany(account => pen.Ledger.Statement(account.Number, long.MaxValue, MostLines).Where(line => line.Kind != EntryKind.Pocket)
                .Select(line => lines.Of(line, account.Currency)))
            .OrderByDescending(line => line.Seq).Take(MostLines).ToList();
        });
    }

    /// <summary>One entry by its position, whosever it is.</summary>
    public EntryLine? Find(string? session, long seq)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => new EntryLines(pen, names).Of(seq));
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
            var lines = new EntryLines(pen, names);
            var places = CashPlaces.Offered(pen).ToDictionary(place => place.Key, StringComparer.Ordinal);
            return Proposals.Waiting(pen).Select(proposal => new ProposalLine(proposal, lines.NameOf(proposal.Maker), proposal.Maker == person.Id,
                proposal.Entry is { } entry ? lines.Of(entry) : null, MoneyOf(pen, proposal), PlaceOf(pen, places, proposal.Cr), PlaceOf(pen, places, proposal.Dr))).ToList();
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

    private static Money? MoneyOf(OfficePen pen, OfficeProposal proposal) => pen.Ledger.Account(proposal.Dr) is { } account ? new Money(proposal.Amount, account.Currency) : null;

    private static string OwnerOf(OfficePen pen, LedgerAccount account) => AccountKinds.OwnerOf(account.Kind) switch
    {
        OwnerKind.Member when pen.Member(account.Owner) is { } member => $"{pen.Group(member.Group)?.Name} {member.Book}",
        OwnerKind.Group => pen.Group(account.Owner)?.Name ?? "",
        _ => "",
    };

    private static CashPlace? PlaceOf(OfficePen pen, Dictionary<string, CashPlace> places, long number) => pen.Ledger.Account(number) is { } account
        ? places.Values.FirstOrDefault(place => CashPlaces.Parse(place.Key) == (account.Kind, account.Owner)) ?? new CashPlace("", account.Kind, OwnerOf(pen, account))
        : null;
}

/// <summary>What waits for a second person.</summary>
/// <param name="Proposal">It.</param>
/// <param name="By">Name, or opaque id, of who wants it.</param>
/// <param name="IsMine">The one who looks does.</param>
/// <param name="Wrong">For a correction: the entry.</param>
/// <param name="Amount">For cash: how much.</param>
/// <param name="From">Where cash comes from.</param>
/// <param name="To">Where it goes.</param>
internal sealed record ProposalLine(OfficeProposal Proposal, string By, bool IsMine, EntryLine? Wrong, Money? Amount, CashPlace? From, CashPlace? To);
