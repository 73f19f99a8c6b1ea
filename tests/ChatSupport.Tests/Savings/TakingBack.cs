using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Tests.Savings;

public sealed class TakingBack
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_entry_is_taken_back_once_by_an_officer_for_a_reason()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        var wrong = await host.Must(host.Deposit(cash, savings, 5_000));
        var wish = new ReversalWish(host.Id(), wrong.Seq, SavingsHost.Officer, "wrong-amount");
        Assert.Equal(LedgerRefusal.NotAnOfficer, await Refused(host, wish));
        await host.Employ();
        Assert.Equal(LedgerRefusal.NoReason, await Refused(host, wish with { Reason = "" }));
        Assert.Equal(LedgerRefusal.NotAWord, await Refused(host, wish with { Reason = "Wrong amount!" }));
        Assert.Equal(LedgerRefusal.NoSuchEntry, await Refused(host, wish with { Entry = 99 }));

        var reversal = Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.Reverse(wish, Cancel)).Receipt;

        Assert.Equal((0, 0), (host.Balance(cash), host.Balance(savings)));
        Assert.Equal(reversal, Assert.IsType<EntryOutcome.Repeated>(await host.Ledger.Reverse(wish, Cancel)).Receipt);
        Assert.Equal(LedgerRefusal.AlreadyReversed, await Refused(host, wish with { Id = host.Id() }));
        Assert.Equal(LedgerRefusal.IsAReversal, await Refused(host, wish with { Id = host.Id(), Entry = reversal.Seq }));
        Assert.Equal(LedgerRefusal.OtherContent, await Refused(host, wish with { Reason = "other" }));
        Assert.Equal([(2, -5_000, null), (1, 5_000, 2L)], host.Ledger.Statement(savings, null, 10).Select(line => (line.Seq, line.Change, line.ReversedBy)));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task Nothing_is_taken_back_that_would_leave_less_than_nothing_or_what_is_kept_back()
    {
        await using var host = new SavingsHost();
        await host.Employ();
        var (cash, savings, safe) = (await host.Float(), await host.Savings((await host.Group(1))[0]), await host.Open(AccountKind.NgoSafe));
        var first = await host.Must(host.Deposit(cash, savings, 5_000));
        var second = await host.Must(host.Deposit(cash, savings, 3_000));
        await host.Hold(savings, 4_000);

        Assert.Equal(LedgerRefusal.KeptBack, await Refused(host, new ReversalWish(host.Id(), first.Seq, SavingsHost.Officer, "x")));
        Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.Reverse(new ReversalWish(host.Id(), second.Seq, SavingsHost.Officer, "x"), Cancel));
        await host.Must(new EntryWish(host.Id(), EntryKind.Handover, safe, cash, Money.Riel(5_000), "a") { Confirmer = "b" });
        host.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(LedgerRefusal.TooLittle, await Refused(host, new ReversalWish(host.Id(), first.Seq, SavingsHost.Officer, "x"))); // the float has given it away
    }

    [Fact]
    public async Task A_payment_that_is_taken_back_gives_her_the_money_again_and_its_hold_stays_over()
    {
        await using var host = new SavingsHost();
        await host.Employ();
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        await host.Must(host.Deposit(cash, savings, 5_000));
        var hold = await host.Hold(savings, 2_000);
        var pay = new PayOutWish(host.Id(), hold.Number, cash, SavingsHost.Leader, SavingsHost.Approver);
        var paid = Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.PayOut(pay, Cancel)).Receipt;

        Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.Reverse(new ReversalWish(host.Id(), paid.Seq, SavingsHost.Officer, "not-given"), Cancel));

        Assert.Equal(new Standing(Money.Riel(5_000), Money.Riel(0)), host.Ledger.Balance(savings));
        Assert.Equal(LedgerRefusal.HoldIsPaid, Assert.IsType<EntryOutcome.Refused>(await host.Ledger.PayOut(pay with { Id = host.Id() }, Cancel)).Why);
    }

    private static async Task<LedgerRefusal> Refused(SavingsHost host, ReversalWish wish) => Assert.IsType<EntryOutcome.Refused>(await host.Ledger.Reverse(wish, Cancel)).Why;
}
