using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Office;

/// <summary>Shares out what a group's members bought in shares, and what came in as fines: to each her own shares, and of the fines the part that her shares are of all.</summary>
internal static class ShareOuts
{
    private const string SharesOf = $"""
        SELECT {LedgerRows.AccountColumns} FROM savings_accounts a WHERE a.kind = 'Shares' AND a.currency = $2
        AND EXISTS (SELECT 1 FROM savings_members m WHERE m.id = a.owner AND m.group_id = $1) ORDER BY a.number
        """;

    /// <summary>How it would be shared out now.</summary>
    public static SharePlan Plan(OfficePen pen, string group, Currency currency)
    {
        var step = currency == Currency.Khr ? pen.Ledger.Options.CashStep : CurrencyFacts.Of(currency).Unit;
        var shares = pen.Session[SharesOf].All(LedgerRows.Account, group, CurrencyFacts.Of(currency).Code).Select(account => (Account: account, Own: pen.Ledger.Balance(account.Number))).Where(one => one.Own > 0).ToList();
        var fines = pen.Ledger.Account(AccountKind.Fines, group, Pocket.None, currency);
        var pot = fines is null ? 0 : pen.Ledger.Balance(fines.Number);
        var (extra, rest) = LargestRemainder.Split(pot, step, [.. shares.Select(one => one.Own)]);
        return new SharePlan(group, currency, fines?.Number, [.. shares.Select((one, at) => new SharePart(one.Account.Owner, one.Account.Number, one.Own, extra[at], (one.Own + extra[at]) / step * step))], rest);
    }

    /// <summary>Wants it to be shared out; nothing is entered before somebody else confirms.</summary>
    public static OfficeAnswer Propose(OfficePen pen, string id, SharePlan plan, string by)
    {
        if (plan.Paid == 0)
            return OfficeAnswer.Not(OfficeRefusal.NoShares);
        return Accounts(pen, plan, by) is not var (fines, box)
            ? OfficeAnswer.Not(LedgerRefusal.AccountIsClosed)
            : Why(pen, plan, box) is { } why ? OfficeAnswer.Not(why)
            : Proposals.Add(pen, new OfficeProposal { Id = id, Kind = EntryKind.ShareOut, Dr = fines, Cr = box, Amount = plan.Paid, Reason = "", Maker = by, At = pen.Now });
    }

    /// <summary>Whether the shares or fines are others than when it was proposed.</summary>
    public static bool IsOvertaken(OfficePen pen, OfficeProposal proposal) => PlanOf(pen, proposal)?.Paid != proposal.Amount;

    /// <summary>Enters all of it, or nothing.</summary>
    public static EntryOutcome Enter(OfficePen pen, OfficeProposal proposal, string by)
    {
        if (PlanOf(pen, proposal) is not { } plan)
            return new EntryOutcome.Refused(LedgerRefusal.NoSuchAccount);
        if (Why(pen, plan, proposal.Cr) is { } why)
            return new EntryOutcome.Refused(why);
        EntryOutcome last = new EntryOutcome.Refused(LedgerRefusal.NotPositive);
        foreach (var part in plan.Parts)
        {
            if (part.Extra > 0)
                Must(plan.Fines!.Value, part.Account, part.Extra, $"{proposal.Id}.{part.Account}.fines");
            if (part.Paid > 0)
                last = Must(part.Account, proposal.Cr, part.Paid, $"{proposal.Id}.{part.Account}.paid");
        }
        return last;

        EntryOutcome Must(long dr, long cr, long amount, string id) =>
            Posting.Post(pen.Ledger, new EntryWish(id, EntryKind.ShareOut, dr, cr, new Money(amount, plan.Currency), proposal.Maker) { Confirmer = by, Link = proposal.Id }) is EntryOutcome.Recorded recorded
                ? recorded
                : throw new InvalidOperationException("A part of a share-out was refused that had been looked at."); // the whole of it is taken back
    }

    private static SharePlan? PlanOf(OfficePen pen, OfficeProposal proposal) => pen.Ledger.Account(proposal.Dr) is { Kind: AccountKind.Fines } fines ? Plan(pen, fines.Owner, fines.Currency) : null;

    private static (long Fines, long Box)? Accounts(OfficePen pen, SharePlan plan, string by) =>
        pen.Open(AccountKind.Fines, plan.Group, Pocket.None, plan.Currency, by) is AccountOutcome.Stands { Account.Number: var fines }
        && pen.Open(AccountKind.GroupBox, plan.Group, Pocket.None, plan.Currency, by) is AccountOutcome.Stands { Account.Number: var box } ? (fines, box) : null;

    /// <summary>All that could stand against one of its entries, before the first is made.</summary>
    private static LedgerRefusal? Why(OfficePen pen, SharePlan plan, long box)
    {
        if (pen.Ledger.Look(box) is not { IsClosed: false } cash || (plan.Fines is { } fines && pen.Ledger.Look(fines) is not { IsClosed: false }))
            return LedgerRefusal.AccountIsClosed;
        if (cash.Balance < plan.Paid)
            return LedgerRefusal.TooLittle;
        return plan.Parts.SelectMany(part => new[] { part.Extra, part.Paid }).Where(amount => amount > 0)
            .Select(amount => Posting.WrongAmount(pen.Ledger, new Money(amount, plan.Currency), inNotes: true, centsAreMeant: false)).FirstOrDefault(why => why is not null);
    }
}

/// <summary>How a group's shares and fines would be shared out.</summary>
/// <param name="Group">Opaque id.</param>
/// <param name="Currency">Of all of it.</param>
/// <param name="Fines">Number of the account of fines; null where there is none.</param>
/// <param name="Parts">Each member's.</param>
/// <param name="Rest">Fines too small to be given to anybody: they stay where they are.</param>
internal sealed record SharePlan(string Group, Currency Currency, long? Fines, IReadOnlyList<SharePart> Parts, long Rest)
{
    /// <summary>All that is paid out.</summary>
    public long Paid => Parts.Sum(part => part.Paid);
}

/// <summary>What one member gets.</summary>
/// <param name="Member">Opaque id.</param>
/// <param name="Account">Number of the account of her shares.</param>
/// <param name="Own">What she bought.</param>
/// <param name="Extra">Her part of the fines.</param>
/// <param name="Paid">Both, in notes; what no note exists for stays hers.</param>
internal sealed record SharePart(string Member, long Account, long Own, long Extra, long Paid);
