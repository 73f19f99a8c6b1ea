using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Roles;
using Microsoft.Extensions.Options;

namespace ChatSupport.Savings.Office;

/// <summary>Shares, loans, a fund for hard times and fines, all with the cash in the box of the group. Off unless <see cref="SavingsOptions.MoreAccounts"/> is set.</summary>
internal sealed class FundBook(OfficePens pens, StaffGuard guard, IOptions<SavingsOptions> options)
{
    /// <summary>Cash goes out.</summary>
    public static IReadOnlyList<EntryKind> ByTwo { get; } = [EntryKind.Loan, EntryKind.Grant];

    /// <summary>What can be entered here; those of <see cref="ByTwo"/> once somebody else confirms.</summary>
    public static IReadOnlyList<EntryKind> Kinds { get; } = [EntryKind.Share, EntryKind.Contribution, EntryKind.Fine, EntryKind.Repayment, .. ByTwo];

    private static readonly AccountKind[] ofMembers = [AccountKind.Shares, AccountKind.Loan];

    /// <summary>What each group has, in each currency in which there is anything.</summary>
    public IReadOnlyList<FundLine> Look(string? session)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => pen.Groups().SelectMany(group => CurrencyFacts.All.Select(facts => LineOf(pen, group, facts.Currency))).Where(line => line.IsUsed).ToList());
    }

    /// <summary>Enters what a member gave, or proposes what goes out.</summary>
    public Task<OfficeAnswer> Enter(string? session, string id, FundWish wish, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen =>
        {
            if (!options.Value.MoreAccounts)
                return OfficeAnswer.Not(LedgerRefusal.KindIsOff);
            var (amounts, refusal) = OfficeText.Amounts(wish.Text, new CashRules(pen.Ledger.Options.CashStep));
            if (refusal is not null)
                return OfficeAnswer.Not(refusal);
            if (amounts is not [var money])
                return OfficeAnswer.Not(OfficeRefusal.OneAmount);
            if (pen.Member(wish.Group, wish.Book) is not { } member)
                return OfficeAnswer.Not(OfficeRefusal.NoSuchBook);
            return Enter(pen, id, wish.Kind, money, member, person.Id);
        }, cancel);
    }

    /// <summary>How the shares and fines of a group would be shared out now, by the numbers of books.</summary>
    public IReadOnlyList<ShareLine> Plan(string? session, string group, Currency currency)
    {
        guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => ShareOuts.Plan(pen, group, currency).Parts.Select(part => new ShareLine(
            pen.Member(part.Member)?.Book ?? "", new Money(part.Own, currency), new Money(part.Extra, currency), new Money(part.Paid, currency))).ToList());
    }

    /// <summary>Wants them to be shared out.</summary>
    public Task<OfficeAnswer> ShareOut(string? session, string id, string group, Currency currency, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen => !options.Value.MoreAccounts ? OfficeAnswer.Not(LedgerRefusal.KindIsOff)
            : pen.Group(group) is null ? OfficeAnswer.Not(OfficeRefusal.NoSuchGroup)
            : ShareOuts.Propose(pen, id, ShareOuts.Plan(pen, group, currency), person.Id), cancel);
    }

    private static OfficeAnswer Enter(OfficePen pen, string id, EntryKind kind, Money money, Groups.SavingsMember member, string by)
    {
        if (!Kinds.Contains(kind))
            return OfficeAnswer.Not(LedgerRefusal.NotThatWay);
        var account = kind switch
        {
            EntryKind.Share => AccountKind.Shares,
            EntryKind.Contribution or EntryKind.Grant => AccountKind.SocialFund,
            EntryKind.Fine => AccountKind.Fines,
            _ => AccountKind.Loan,
        };
        if (pen.Open(account, ofMembers.Contains(account) ? member.Id : member.Group, Pocket.None, money.Currency, by) is not AccountOutcome.Stands { Account: var other }
            || pen.Open(AccountKind.GroupBox, member.Group, Pocket.None, money.Currency, by) is not AccountOutcome.Stands { Account: var box })
        {
            return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
        }
        if (Posting.WrongAmount(pen.Ledger, money, inNotes: true, centsAreMeant: false) is { } wrong)
            return OfficeAnswer.Not(wrong);
        if (ByTwo.Contains(kind))
            return Proposals.Add(pen, new OfficeProposal { Id = id, Kind = kind, Dr = other.Number, Cr = box.Number, Amount = money.Minor, Reason = "", Maker = by, At = pen.Now });
        var outcome = Posting.Post(pen.Ledger, new EntryWish(id, kind, box.Number, other.Number, money, by));
        if (outcome is EntryOutcome.Refused refused)
            return OfficeAnswer.Not(refused.Why);
        if (outcome is EntryOutcome.Recorded)
            pen.Note(by, "savings.fund", id, kind.ToString());
        return OfficeAnswer.Done;
    }

    private static FundLine LineOf(OfficePen pen, Groups.SavingsGroup group, Currency currency)
    {
        var members = pen.Members(group.Id);
        return new FundLine(group, currency, Of(AccountKind.GroupBox, group.Id), members.Aggregate(new Money(0, currency), (sum, member) => sum + Of(AccountKind.Shares, member.Id)),
            members.Aggregate(new Money(0, currency), (sum, member) => sum + Of(AccountKind.Loan, member.Id)), Of(AccountKind.SocialFund, group.Id), Of(AccountKind.Fines, group.Id));

        Money Of(AccountKind kind, string owner) => new(pen.Ledger.Account(kind, owner, Pocket.None, currency) is { } account ? pen.Ledger.Balance(account.Number) : 0, currency);
    }
}

/// <summary>What is to be entered for a member.</summary>
/// <param name="Kind">One of <see cref="FundBook.Kinds"/>.</param>
/// <param name="Group">Opaque id.</param>
/// <param name="Book">The number of her book.</param>
/// <param name="Text">How much.</param>
internal sealed record FundWish(EntryKind Kind, string Group, string Book, string Text);

/// <summary>What a group has beside savings.</summary>
/// <param name="Group">It.</param>
/// <param name="Currency">Of all of it.</param>
/// <param name="Box">Cash in its box.</param>
/// <param name="Shares">What its members bought.</param>
/// <param name="Loans">What its members owe.</param>
/// <param name="Fund">Its fund for hard times.</param>
/// <param name="Fines">What came in as fines.</param>
internal sealed record FundLine(Groups.SavingsGroup Group, Currency Currency, Money Box, Money Shares, Money Loans, Money Fund, Money Fines)
{
    /// <summary>There is anything in it.</summary>
    public bool IsUsed => new[] { Shares, Loans, Fund, Fines }.Any(money => money.Minor != 0);
}

/// <summary>What a member would get.</summary>
/// <param name="Book">The number of her book.</param>
/// <param name="Own">Her shares.</param>
/// <param name="Extra">Her part of the fines.</param>
/// <param name="Paid">Both, in notes.</param>
internal sealed record ShareLine(string Book, Money Own, Money Extra, Money Paid);
