using ChatSupport.Savings;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Tests.Savings;

public sealed class KeepingMoneyBack
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_back_is_paid_once_by_two_people()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = await WithFiveThousand(host);
        var hold = await host.Hold(savings, 3_000);
        var pay = new PayOutWish(host.Id(), hold.Number, cash, "payer", SavingsHost.Approver);
        Assert.Equal(new Standing(Money.Riel(5_000), Money.Riel(3_000)), host.Ledger.Balance(savings));
        Assert.Equal(Money.Riel(2_000), host.Ledger.Balance(savings)!.Available);

        Assert.Equal(LedgerRefusal.SamePerson, await Refused(host, pay with { Confirmer = "payer" }));
        Assert.Equal(LedgerRefusal.SamePerson, await Refused(host, pay with { Confirmer = SavingsHost.Leader })); // who asked for it
        Assert.Equal(LedgerRefusal.NoSuchHold, await Refused(host, pay with { Hold = 99 }));
        Assert.Equal(LedgerRefusal.NoSuchAccount, await Refused(host, pay with { From = 99 }));
        Assert.Equal(LedgerRefusal.NotThatWay, await Refused(host, pay with { From = savings }));
        var paid = Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.PayOut(pay, Cancel)).Receipt;

        Assert.Equal(paid, Assert.IsType<EntryOutcome.Repeated>(await host.Ledger.PayOut(pay, Cancel)).Receipt);
        Assert.Equal(LedgerRefusal.HoldIsPaid, await Refused(host, pay with { Id = host.Id() }));
        Assert.Equal(LedgerRefusal.OtherContent, await Refused(host, pay with { Confirmer = "another" }));
        Assert.Equal(LedgerRefusal.HoldIsPaid, await host.Ledger.Release(hold.Number, "x", "", Cancel));
        Assert.Equal(new Standing(Money.Riel(2_000), Money.Riel(0)), host.Ledger.Balance(savings));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task Nothing_else_takes_what_is_kept_back()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = await WithFiveThousand(host);
        var hold = new HoldWish(host.Id(), savings, Money.Riel(3_000), SavingsHost.Leader);
        var receipt = Assert.IsType<HoldOutcome.Placed>(await host.Ledger.Place(hold, Cancel)).Receipt;

        Assert.Equal(receipt, Assert.IsType<HoldOutcome.Repeated>(await host.Ledger.Place(hold, Cancel)).Receipt);
        Assert.Equal(LedgerRefusal.OtherContent, await Refused(host, hold with { Amount = Money.Riel(1_000) }));
        Assert.Equal(LedgerRefusal.KeptBack, await Refused(host, hold with { Id = host.Id() }));
        Assert.Equal(LedgerRefusal.TooLittle, await Refused(host, hold with { Id = host.Id(), Amount = Money.Riel(5_100) }));
        Assert.Equal(LedgerRefusal.NotThatWay, await Refused(host, hold with { Id = host.Id(), Account = cash }));
        Assert.Equal(LedgerRefusal.OtherCurrency, await Refused(host, hold with { Id = host.Id(), Amount = Money.Cents(100) }));
        Assert.Equal(LedgerRefusal.NoNotes, await Refused(host, hold with { Id = host.Id(), Amount = Money.Riel(150) }));
        Assert.Equal(LedgerRefusal.NoSuchAccount, await Refused(host, hold with { Id = host.Id(), Account = 99 }));
        Assert.Equal(LedgerRefusal.NotAWord, await Refused(host, hold with { Id = "" }));
        await host.Hold(savings, 2_000);
    }

    [Fact]
    public async Task Its_time_is_over_to_the_millisecond_without_anybody_doing_anything()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = await WithFiveThousand(host);
        var hold = await host.Hold(savings, 5_000);
        var pay = new PayOutWish(host.Id(), hold.Number, cash, "payer", SavingsHost.Approver);
        host.Time.Advance(hold.ExpiresAt - host.Time.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        Assert.Equal(Money.Riel(0), host.Ledger.Balance(savings)!.Available);

        host.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Money.Riel(5_000), host.Ledger.Balance(savings)!.Available);
        Assert.Equal(LedgerRefusal.HoldIsExpired, await Refused(host, pay));
        Assert.Equal(LedgerRefusal.HoldIsExpired, await host.Ledger.Release(hold.Number, "x", "", Cancel));
        var next = await host.Hold(savings, 5_000);
        Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.PayOut(pay with { Hold = next.Number }, Cancel));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task It_is_released_once_and_paid_no_more()
    {
        await using var host = new SavingsHost();
        var (cash, savings) = await WithFiveThousand(host);
        var hold = await host.Hold(savings, 5_000);

        Assert.Null(await host.Ledger.Release(hold.Number, "x", "changed-her-mind", Cancel));
        Assert.Null(await host.Ledger.Release(hold.Number, "x", "", Cancel));
        Assert.Equal(LedgerRefusal.NoSuchHold, await host.Ledger.Release(99, "x", "", Cancel));
        Assert.Equal(LedgerRefusal.NotAWord, await host.Ledger.Release(hold.Number, "", "", Cancel));

        Assert.Equal(LedgerRefusal.HoldIsReleased, await Refused(host, new PayOutWish(host.Id(), hold.Number, cash, "payer", SavingsHost.Approver)));
        Assert.Equal(Money.Riel(5_000), host.Ledger.Balance(savings)!.Available);
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task A_float_that_does_not_have_it_cannot_pay_it()
    {
        await using var host = new SavingsHost();
        var (_, savings) = await WithFiveThousand(host);
        var hold = await host.Hold(savings, 5_000);

        Assert.Equal(LedgerRefusal.TooLittle, await Refused(host, new PayOutWish(host.Id(), hold.Number, await host.Float("empty"), "payer", SavingsHost.Approver)));
        Assert.Equal(LedgerRefusal.OtherCurrency, await Refused(host, new PayOutWish(host.Id(), hold.Number, await host.Float(currency: Currency.Usd), "payer", SavingsHost.Approver)));
    }

    private static async Task<(long Cash, long Savings)> WithFiveThousand(SavingsHost host)
    {
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        await host.Must(host.Deposit(cash, savings, 5_000));
        return (cash, savings);
    }

    private static async Task<LedgerRefusal> Refused(SavingsHost host, PayOutWish wish) => Assert.IsType<EntryOutcome.Refused>(await host.Ledger.PayOut(wish, Cancel)).Why;

    private static async Task<LedgerRefusal> Refused(SavingsHost host, HoldWish wish) => Assert.IsType<HoldOutcome.Refused>(await host.Ledger.Place(wish, Cancel)).Why;
}
