using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Savings;

public sealed class MakingEntries
{
    [Fact]
    public async Task A_deposit_stands_in_both_accounts_and_in_the_statement()
    {
        await using var host = new SavingsHost();
        var member = (await host.Group(1))[0];
        var (cash, savings) = (await host.Float(), await host.Savings(member));

        var receipt = await host.Must(host.Deposit(cash, savings, 5_000));
        await host.Must(host.Deposit(cash, savings, 2_500));

        Assert.Equal((1, 5_000, 5_000), (receipt.Seq, receipt.DrBalance, receipt.CrBalance));
        Assert.Equal((7_500, 7_500), (host.Balance(cash), host.Balance(savings)));
        Assert.Equal([(2, 2_500, 7_500), (1, 5_000, 5_000)], host.Ledger.Statement(savings, null, 10).Select(line => (line.Seq, line.Change, line.Balance)));
        Assert.Equal([1], host.Ledger.Statement(savings, 2, 10).Select(line => line.Seq));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task The_same_wish_again_gives_the_same_receipt_and_one_entry()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        var wish = host.Deposit(cash, savings, 5_000);
        var first = await host.Must(wish);
        host.Time.Advance(TimeSpan.FromDays(2));

        var again = Assert.IsType<EntryOutcome.Repeated>(await host.Post(wish)).Receipt;

        Assert.Equal(first, again);
        Assert.Equal(5_000, host.Balance(savings));
        await using var restarted = new SavingsHost(host.Folder, host.Time);
        Assert.Equal(first, Assert.IsType<EntryOutcome.Repeated>(await restarted.Post(wish)).Receipt);
    }

    [Fact]
    public async Task The_same_id_with_anything_else_is_refused()
    {
        await using var host = new SavingsHost();
        var members = await host.Group(2);
        var (cash, savings, other) = (await host.Float(), await host.Savings(members[0]), await host.Savings(members[1]));
        var wish = host.Deposit(cash, savings, 5_000) with { Link = "sheet-1" };
        await host.Must(wish);

        EntryWish[] changed =
        [
            wish with { Cr = other }, wish with { Dr = other }, wish with { Amount = Money.Riel(5_100) }, wish with { Amount = Money.Cents(5_000) }, wish with { Maker = "somebody" },
            wish with { Confirmer = "somebody" }, wish with { OccurredOn = PhnomPenh.DayOf(host.Time.GetUtcNow()) }, wish with { Reason = "x" }, wish with { Link = null }, wish with { Kind = EntryKind.Handover },
        ];

        foreach (var one in changed)
            Assert.Equal(LedgerRefusal.OtherContent, await host.Refused(one));
        Assert.IsType<EntryOutcome.Repeated>(await host.Post(wish));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_leaves_nothing()
    {
        await using var host = new SavingsHost();
        var members = await host.Group(2);
        var (cash, savings, other) = (await host.Float(), await host.Savings(members[0]), await host.Savings(members[1]));
        var dollars = await host.Savings(members[0], Currency.Usd);
        var good = host.Deposit(cash, savings, 5_000);
        (EntryWish Wish, LedgerRefusal Why)[] wrong =
        [
            (good with { Amount = Money.Riel(0) }, LedgerRefusal.NotPositive),
            (good with { Amount = Money.Riel(-100) }, LedgerRefusal.NotPositive),
            (good with { Amount = Money.Riel(1_250) }, LedgerRefusal.NoNotes),
            (good with { Amount = Money.Riel(20_000_100) }, LedgerRefusal.TooLarge),
            (good with { Amount = Money.Cents(500) }, LedgerRefusal.OtherCurrency),
            (good with { Cr = dollars }, LedgerRefusal.OtherCurrency),
            (good with { Cr = dollars, Amount = Money.Cents(150) }, LedgerRefusal.CentsNotMeant),
            (good with { Cr = 999 }, LedgerRefusal.NoSuchAccount),
            (good with { Dr = savings, Cr = cash }, LedgerRefusal.NotThatWay),
            (good with { Cr = cash }, LedgerRefusal.NotThatWay),
            (good with { Dr = savings, Cr = other, Kind = EntryKind.Pocket }, LedgerRefusal.NotThatWay), // to somebody else
            (good with { Kind = EntryKind.Withdrawal, Dr = savings, Cr = cash }, LedgerRefusal.NotThatWay), // without a hold
            (good with { Kind = EntryKind.Reversal }, LedgerRefusal.NotThatWay),
            (good with { Confirmer = SavingsHost.Leader }, LedgerRefusal.SamePerson),
            (good with { Id = "" }, LedgerRefusal.NotAWord),
            (good with { Id = "a b" }, LedgerRefusal.NotAWord),
            (good with { Id = new string('a', 65) }, LedgerRefusal.NotAWord),
            (good with { Maker = "" }, LedgerRefusal.NotAWord),
            (good with { Reason = "She is Sokha" }, LedgerRefusal.NotAWord),
            (good with { Link = "x\0" }, LedgerRefusal.NotAWord),
            (good with { OccurredOn = new DateOnly(1999, 12, 31) }, LedgerRefusal.NotThatDay),
        ];

        foreach (var (wish, why) in wrong)
            Assert.Equal(why, await host.Refused(wish));
        Assert.Equal(0, host.Ledger.Statement(cash, null, 10).Count + host.Ledger.Statement(savings, null, 10).Count);
        await host.Must(good);
    }

    [Fact]
    public async Task Cents_are_taken_once_somebody_means_them()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = (await host.Float(currency: Currency.Usd), await host.Savings((await host.Group(1))[0], Currency.Usd));

        await host.Must(new EntryWish(host.Id(), EntryKind.Deposit, cash, savings, Money.Cents(150), SavingsHost.Leader) { CentsAreMeant = true });

        Assert.Equal("$1.50", host.Ledger.Balance(savings)!.Balance.ToString());
    }

    [Theory]
    [InlineData("2026-11-24T16:59:59.999Z", "2026-11-24")]
    [InlineData("2026-11-24T17:00:00Z", "2026-11-25")]
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01")]
    public async Task The_day_is_that_of_Phnom_Penh(string utc, string day)
    {
        await using var host = new SavingsHost(time: new(DateTimeOffset.Parse(utc, null)));
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        var today = DateOnly.Parse(day, null);

        var receipt = await host.Must(host.Deposit(cash, savings, 5_000));

        Assert.Equal(today, receipt.OccurredOn);
        Assert.Equal(LedgerRefusal.NotThatDay, await host.Refused(host.Deposit(cash, savings, 5_000) with { OccurredOn = today.AddDays(1) }));
        Assert.Equal(today, (await host.Must(host.Deposit(cash, savings, 5_000) with { OccurredOn = today })).OccurredOn);
        Assert.Equal(today.AddDays(-3), (await host.Must(host.Deposit(cash, savings, 5_000) with { OccurredOn = today.AddDays(-3) })).OccurredOn);
    }

    [Fact]
    public async Task What_needs_two_people_needs_two()
    {
        await using var host = new SavingsHost();
        var savings = await host.Savings((await host.Group(1))[0]);
        var (cash, safe, opening) = (await host.Float(), await host.Open(AccountKind.NgoSafe), await host.Open(AccountKind.Opening));
        var book = new EntryWish(host.Id(), EntryKind.Opening, opening, savings, Money.Riel(12_350), SavingsHost.Leader);

        Assert.Equal(LedgerRefusal.NotConfirmed, await host.Refused(book));
        Assert.Equal(LedgerRefusal.SamePerson, await host.Refused(book with { Confirmer = SavingsHost.Leader }));
        await host.Must(book with { Confirmer = SavingsHost.Approver }); // a paper book need not fit the notes
        await host.Must(host.Deposit(cash, savings, 5_000));
        var handover = new EntryWish(host.Id(), EntryKind.Handover, safe, cash, Money.Riel(5_000), SavingsHost.Leader);
        Assert.Equal(LedgerRefusal.NotConfirmed, await host.Refused(handover));
        await host.Must(handover with { Confirmer = SavingsHost.Approver });

        Assert.Equal((0, 5_000, 17_350, 12_350), (host.Balance(cash), host.Balance(safe), host.Balance(savings), host.Balance(opening)));
        Assert.Equal(LedgerRefusal.TooLittle, await host.Refused(handover with { Id = host.Id(), Confirmer = SavingsHost.Approver }));
    }

    [Fact]
    public async Task Only_an_officer_enters_what_is_short_or_over_and_says_why()
    {
        await using var host = new SavingsHost();
        var (cash, over) = (await host.Float(), await host.Open(AccountKind.OverShort));
        var surplus = new EntryWish(host.Id(), EntryKind.Surplus, cash, over, Money.Riel(300), SavingsHost.Officer) { Reason = "counted" };

        Assert.Equal(LedgerRefusal.NoReason, await host.Refused(surplus with { Reason = "" }));
        Assert.Equal(LedgerRefusal.NotAnOfficer, await host.Refused(surplus));
        await host.Employ("editor", StaffRole.Editor, StaffRole.Administrator);
        Assert.Equal(LedgerRefusal.NotAnOfficer, await host.Refused(surplus with { Maker = "editor" }));
        await host.Employ();
        await host.Must(surplus);
        await host.Must(new EntryWish(host.Id(), EntryKind.Shortage, over, cash, Money.Riel(100), SavingsHost.Officer) { Reason = "counted" });

        Assert.Equal((200, -200), (host.Balance(cash), host.Balance(over)));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task Her_money_moves_between_her_pockets()
    {
        await using var host = new SavingsHost();
        var member = (await host.Group(1))[0];
        var (cash, open, hidden) = (await host.Float(), await host.Savings(member), await host.Savings(member, pocket: Pocket.Private));
        await host.Must(host.Deposit(cash, open, 5_000));

        await host.Must(new EntryWish(host.Id(), EntryKind.Pocket, open, hidden, Money.Riel(2_000), member.Id));

        Assert.Equal((3_000, 2_000), (host.Balance(open), host.Balance(hidden)));
        Assert.Equal(LedgerRefusal.TooLittle, await host.Refused(new EntryWish(host.Id(), EntryKind.Pocket, open, hidden, Money.Riel(3_100), member.Id)));
    }
}
