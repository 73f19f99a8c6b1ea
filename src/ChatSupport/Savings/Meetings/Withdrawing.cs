using System.Globalization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;
using ChatSupport.Savings.Office;

namespace ChatSupport.Savings.Meetings;

/// <summary>Members want money back at a meeting. The leader learns whether there is enough, never how much there is; a savings officer approves; then the leader pays.</summary>
internal static class Withdrawing
{
    /// <summary>How often leaders may ask in vain for one member within <see cref="RefusalsLast"/>: who could go on would find the balance, or her limits, by trying.</summary>
    public const int MostRefusals = 3;

    /// <summary>How long a refusal counts.</summary>
    public static readonly TimeSpan RefusalsLast = TimeSpan.FromDays(30);

    /// <summary>Keeps the money back until it is approved and paid.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="meeting">Open.</param>
    /// <param name="text">Book and amount.</param>
    /// <param name="cents">She was asked whether cents are meant, and they are.</param>
    public static Said Ask(MeetingPen pen, Meeting meeting, string text, bool cents)
    {
        var lines = SheetReader.Read(text, new CashRules(pen.Ledger.Options.CashStep));
        if (lines is not [var line])
            return new Said("one-line");
        var member = line.Book is { } book ? pen.Member(book) : null;
        var said = Sheets.Unclear(line, cents, more: false, out var amounts) ?? new LineSaid(line.Text, "") { Book = line.Book, Amounts = amounts };
        said = said with { Nickname = member?.Nickname };
        if (said.Why.Length == 0)
        {
            said = said with
            {
                Why = member is null ? "no-book"
                    : amounts is not [var amount] ? "one-amount"
                    : MeetingRows.Refusals(pen.Session, member.Id, pen.Ledger.Now - RefusalsLast) >= MostRefusals ? "ask-officer"
                    : Keep(pen, meeting, member.Id, pen.Savings(member, amount.Currency), amount),
            };
        }
        if (said.Why is "not-enough" or Sheets.HerLimit)
            MeetingRows.CountRefusal(pen.Session, meeting.Id, member!.Id);
        if (said.Why == Sheets.HerLimit)
            said = said with { Why = "ask-officer" }; // the same words as after too many tries: nobody learns that she has a limit
        return new Said(said.IsIn ? "done" : said.Why) { Lines = [said], CentsAreMeant = cents };
    }

    /// <summary>Pays out what was approved, from the leader's float.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="meeting">Open.</param>
    /// <param name="number">Number of the hold.</param>
    public static Said Pay(MeetingPen pen, Meeting meeting, string number)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || pen.Ledger.Hold(at) is not { } hold || pen.Owner(hold.Account) is null)
            return new Said("over");
        if (Approvals.ByWhom(pen.Session, pen.Ledger, at) is not { } approver || !pen.Ledger.IsOfficer(approver))
            return new Said("not-approved");
        var currency = pen.Ledger.Account(hold.Account)!.Currency;
        if (pen.Account(AccountKind.CollectorFloat, pen.Leader.Id, Pocket.None, currency) is not { } cash)
            return new Said("closed");
        if (pen.Float(pen.Leader.Id, currency).Minor < hold.Amount && !pen.Ledger.IsPaid(at))
            return new Said("float-too-small");
        var wish = new PayOutWish($"p.{at}", at, cash.Number, pen.Leader.Id, approver) { Link = meeting.Id };
        if (Posting.PayOut(pen.Ledger, wish) is EntryOutcome.Refused { Why: var why })
            return new Said(Sheets.WordOf(why == LedgerRefusal.OtherContent ? LedgerRefusal.HoldIsPaid : why));
        MeetingRows.Uncount(pen.Session, meeting.Id);
        return new Said("done");
    }

    private static string Keep(MeetingPen pen, Meeting meeting, string member, LedgerAccount? savings, Money amount)
    {
        if (savings is null)
            return Posting.WrongAmount(pen.Ledger, amount, inNotes: true, centsAreMeant: true) is { } wrong ? Sheets.WordOf(wrong) : "not-enough";
        var prefix = $"w.{meeting.Id}.{member}.{CurrencyFacts.Of(amount.Currency).Code}.";
        for (var count = 1; ; count++)
        {
            if (pen.Ledger.Hold($"{prefix}{count}") is { } before)
            {
                if (before.Amount == amount.Minor && Holding.Over(pen.Ledger, before) is null)
                    return LineSaid.Before;
                continue;
            }
            var wish = new HoldWish($"{prefix}{count}", savings.Number, amount, pen.Leader.Id) { CentsAreMeant = true };
            return Holding.Place(pen.Ledger, wish) is HoldOutcome.Refused { Why: var why } ? Sheets.WordOf(why) : LineSaid.In;
        }
    }
}
