using System.Globalization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>Withdrawals: one person asks, another approves, and who pays did not approve. No role is exempt from that, administrators neither.</summary>
internal sealed class WithdrawalBook(OfficePens pens, PeopleNames names, StaffGuard guard)
{
    /// <summary>Why one is turned down.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["changed-mind", "not-asked-for", "wrong-amount", "other"];

    /// <summary>Withdrawals that wait, the oldest first.</summary>
    public IReadOnlyList<HoldLine> Waiting(string? session)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen =>
        {
            var everybody = pen.Everybody().ToDictionary(one => one.Member.Id, StringComparer.Ordinal);
            return Approvals.Waiting(pen).Select(hold => LineOf(pen, hold, everybody, person.Id)).OfType<HoldLine>().ToList();
        });
    }

    /// <summary>Keeps money of a member back who asks for it at the office.</summary>
    /// <param name="session">Who asks for her.</param>
    /// <param name="id">Made before asking: the same again is the same withdrawal.</param>
    /// <param name="group">Opaque id.</param>
    /// <param name="book">The number of her book.</param>
    /// <param name="text">How much.</param>
    /// <param name="centsAreMeant">She was asked about cents.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    public Task<OfficeAnswer> Ask(string? session, string id, string group, string book, string text, bool centsAreMeant, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen =>
        {
            var (amounts, refusal) = OfficeText.Amounts(text, new CashRules(pen.Ledger.Options.CashStep));
            if (refusal is not null)
                return OfficeAnswer.Not(refusal);
            if (amounts is not [var money])
                return OfficeAnswer.Not(OfficeRefusal.OneAmount);
            if (pen.Member(group, book) is not { } member)
                return OfficeAnswer.Not(OfficeRefusal.NoSuchBook);
            if (pen.Ledger.Account(AccountKind.MemberSavings, member.Id, Pocket.Open, money.Currency) is not { } account)
                return OfficeAnswer.Not(LedgerRefusal.TooLittle);
            var outcome = Holding.Place(pen.Ledger, new HoldWish(id, account.Number, money, person.Id) { CentsAreMeant = centsAreMeant });
            if (outcome is HoldOutcome.Refused refused)
                return OfficeAnswer.Not(refused.Why);
            if (outcome is HoldOutcome.Placed placed)
                pen.Note(person.Id, "savings.withdrawal-ask", SubjectOf(placed.Receipt.Number));
            return new OfficeAnswer.Good(OfficeWords.Asked);
        }, cancel);
    }

    /// <summary>Agrees that it may be paid.</summary>
    public Task<OfficeAnswer> Approve(string? session, long hold, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen => Noted(pen, Approvals.Approve(pen, hold, person.Id), person.Id, "savings.withdrawal-approve", hold), cancel);
    }

    /// <summary>Turns it down: the money is free again at once.</summary>
    public Task<OfficeAnswer> Refuse(string? session, long hold, string reason, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return Reasons.Contains(reason)
            ? pens.Write(pen => Noted(pen, Holding.Release(pen.Ledger, hold, person.Id, reason) is { } why ? OfficeAnswer.Not(why) : OfficeAnswer.Done, person.Id, "savings.withdrawal-refuse", hold), cancel)
            : Task.FromResult(OfficeAnswer.Not(OfficeRefusal.NoReason));
    }

    /// <summary>Pays it from the safe, whole. Who approved it does not pay it.</summary>
    public Task<OfficeAnswer> Pay(string? session, string id, long hold, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Write(pen => Noted(pen, Pay(pen, id, hold, person.Id), person.Id, "savings.withdrawal-pay", hold), cancel);
    }

    private static OfficeAnswer Pay(OfficePen pen, string id, long number, string by)
    {
        if (pen.Ledger.Hold(number) is not { } hold)
            return OfficeAnswer.Not(OfficeRefusal.NotThere);
        if (Approvals.ByWhom(pen.Session, pen.Ledger, number) is not { } approver || !pen.Ledger.IsOfficer(approver))
            return OfficeAnswer.Not(OfficeRefusal.NotApproved);
        if (approver == by)
            return OfficeAnswer.Not(OfficeRefusal.PayerApproved);
        if (pen.Open(AccountKind.NgoSafe, "", Pocket.None, pen.Ledger.Account(hold.Account)!.Currency, by) is not AccountOutcome.Stands { Account: var safe })
            return OfficeAnswer.Not(LedgerRefusal.AccountIsClosed);
        return Posting.PayOut(pen.Ledger, new PayOutWish(id, number, safe.Number, by, approver)) is EntryOutcome.Refused refused
            ? OfficeAnswer.Not(refused.Why)
            : new OfficeAnswer.Good(OfficeWords.Paid);
    }

    private static OfficeAnswer Noted(OfficePen pen, OfficeAnswer answer, string by, string act, long hold)
    {
        if (answer is OfficeAnswer.Good)
            pen.Note(by, act, SubjectOf(hold));
        return answer;
    }

    private static string SubjectOf(long hold) => hold.ToString(CultureInfo.InvariantCulture);

    private HoldLine? LineOf(OfficePen pen, LedgerHold hold, Dictionary<string, Enrolled> everybody, string me)
    {
        var account = pen.Ledger.Account(hold.Account)!;
        var approver = Approvals.ByWhom(pen.Session, pen.Ledger, hold.Number);
        return everybody.GetValueOrDefault(account.Owner) is { } who
            ? new HoldLine(hold.Number, who, new Money(hold.Amount, account.Currency), hold.PlacedAt, hold.ExpiresAt, names.Of(hold.Maker), hold.Maker == me, approver is null ? null : names.Of(approver), approver == me)
            : null;
    }
}

/// <summary>A withdrawal that waits.</summary>
/// <param name="Number">Of the hold.</param>
/// <param name="Who">Whose money.</param>
/// <param name="Amount">How much.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Until">From then on the money is free again.</param>
/// <param name="AskedBy">Name, or opaque id, of who asked.</param>
/// <param name="IAsked">The one who looks did.</param>
/// <param name="ApprovedBy">Name of who approved; null for nobody.</param>
/// <param name="IApproved">The one who looks did.</param>
internal sealed record HoldLine(long Number, Enrolled Who, Money Amount, DateTimeOffset AskedAt, DateTimeOffset Until, string AskedBy, bool IAsked, string? ApprovedBy, bool IApproved);
