using System.Collections.Immutable;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;

namespace ChatSupport.Savings.Meetings;

/// <summary>Enters what members gave at a meeting. Each line is entered whole or not at all, and answered for itself: none vanishes, and none takes others with it.</summary>
/// <remarks>
/// Sending again doubles nothing: an entry's id is made of the meeting, the member, the currency and a number, and the number goes on only where she gave more in the
/// same meeting, which is asked about. So it does not matter whether an answer, the message or the phone was lost.
/// </remarks>
internal static class Sheets
{
    /// <summary>Enters the lines of a sheet.</summary>
    /// <param name="pen">The transaction.</param>
    /// <param name="meeting">Open.</param>
    /// <param name="text">As <see cref="SheetReader"/> reads it.</param>
    /// <param name="cents">She was asked whether cents are meant, and they are.</param>
    /// <param name="more">She was asked whether members gave a second time, and they did.</param>
    public static Said Record(MeetingPen pen, Meeting meeting, string text, bool cents, bool more)
    {
        var lines = SheetReader.Read(text, new CashRules(pen.Ledger.Options.CashStep)).Select(line => RecordLine(pen, meeting, line, cents, more)).ToImmutableArray();
        if (lines.Any(line => line.Why == LineSaid.In))
            MeetingRows.Uncount(pen.Session, meeting.Id);
        return new Said("done") { Lines = lines, CentsAreMeant = cents };
    }

    /// <summary>Why money that was typed cannot be taken; null where it can.</summary>
    public static LineSaid? Unclear(SheetLine line, bool cents, bool more, out ImmutableArray<Money> amounts)
    {
        amounts = line.Money switch
        {
            MoneyReading.Read read => read.Amounts,
            MoneyReading.Ask { Doubt: MoneyDoubt.BookTwice } ask when more => ask.Perhaps,
            _ => [],
        };
        return line.Money switch
        {
            _ when line.Book is null => new LineSaid(line.Text, "not-understood"),
            MoneyReading.Refused refused => new LineSaid(line.Text, WordOf(refused.Fault)) { Book = line.Book },
            MoneyReading.Ask ask when amounts.IsEmpty => new LineSaid(line.Text, WordOf(ask.Doubt)) { Book = line.Book, Perhaps = ask.Perhaps },
            _ when !cents && amounts.Any(CashRules.HasCents) => new LineSaid(line.Text, LineSaid.Cents) { Book = line.Book, Perhaps = amounts },
            _ => null,
        };
    }

    private static LineSaid RecordLine(MeetingPen pen, Meeting meeting, SheetLine line, bool cents, bool more)
    {
        var unclear = Unclear(line, cents, more, out var amounts);
        var member = line.Book is { } book ? pen.Member(book) : null;
        if (unclear is not null)
            return unclear with { Nickname = member?.Nickname };
        if (member is null)
            return new LineSaid(line.Text, "no-book") { Book = line.Book };
        var isNew = false;
        var why = pen.AllOrNone(() =>
        {
            foreach (var amount in amounts)
            {
                if (Give(pen, meeting, member, amount, more, ref isNew) is { } refused)
                    return refused;
            }
            return null;
        });
        return new LineSaid(line.Text, why ?? (isNew ? LineSaid.In : LineSaid.Before)) { Book = line.Book, Nickname = member.Nickname, Amounts = amounts };
    }

    private static string? Give(MeetingPen pen, Meeting meeting, SavingsMember member, Money amount, bool more, ref bool isNew)
    {
        if (pen.Account(AccountKind.MemberSavings, member.Id, Pocket.Open, amount.Currency) is not { } savings)
            return "closed";
        if (pen.Account(AccountKind.CollectorFloat, pen.Leader.Id, Pocket.None, amount.Currency) is not { } cash)
            return "closed";
        var given = MeetingRows.Given(pen.Session, meeting.Id, savings.Number);
        var stands = given.Where(one => !one.IsGone).ToList();
        if (!more && stands.Exists(one => one.Amount == amount.Minor))
            return null; // sent again
        if (!more && stands.Count > 0)
            return LineSaid.GivenBefore;
        var id = $"m.{meeting.Id}.{member.Id}.{CurrencyFacts.Of(amount.Currency).Code}.{given.Count + 1}";
        var wish = new EntryWish(id, EntryKind.Deposit, cash.Number, savings.Number, amount, pen.Leader.Id) { Link = meeting.Id, CentsAreMeant = true };
        switch (Posting.Post(pen.Ledger, wish))
        {
            case EntryOutcome.Refused refused:
                return WordOf(refused.Why);
            case EntryOutcome.Recorded:
                isNew = true;
                return null;
            default:
                return null;
        }
    }

    /// <summary>What she asks for is more than a limit that she set herself.</summary>
    public const string HerLimit = "her-limit";

    /// <summary>The word of a refusal.</summary>
    public static string WordOf(LedgerRefusal why) => why switch
    {
        LedgerRefusal.TooLarge => "too-large",
        LedgerRefusal.NoNotes => "no-notes",
        LedgerRefusal.NotPositive => "zero",
        LedgerRefusal.CentsNotMeant => LineSaid.Cents,
        LedgerRefusal.AccountIsClosed or LedgerRefusal.NoSuchAccount => "closed",
        LedgerRefusal.OverHerCap => HerLimit,
        LedgerRefusal.TooLittle or LedgerRefusal.KeptBack => "not-enough",
        LedgerRefusal.HoldIsPaid => "paid-before",
        LedgerRefusal.HoldIsExpired or LedgerRefusal.HoldIsReleased or LedgerRefusal.NoSuchHold => "over",
        LedgerRefusal.SamePerson or LedgerRefusal.NotConfirmed => "not-approved",
        _ => "refused",
    };

    private static string WordOf(MoneyFault fault) => fault switch
    {
        MoneyFault.Empty => "no-amount",
        MoneyFault.Nothing => "zero",
        MoneyFault.NoNotes => "no-notes",
        MoneyFault.TooLarge => "too-large",
        MoneyFault.TooMany => "too-many",
        MoneyFault.TooLong => "too-long",
        _ => "not-understood",
    };

    private static string WordOf(MoneyDoubt doubt) => doubt switch
    {
        MoneyDoubt.Mark => "mark",
        MoneyDoubt.NoCurrency => "no-currency",
        MoneyDoubt.WhoseSign => "whose-sign",
        MoneyDoubt.SameTwice => "same-twice",
        MoneyDoubt.LeadingZero => "leading-zero",
        _ => LineSaid.BookTwice,
    };
}
