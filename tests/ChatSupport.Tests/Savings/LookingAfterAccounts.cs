using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;

namespace ChatSupport.Tests.Savings;

public sealed class LookingAfterAccounts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_has_one_account_of_each_kind_pocket_and_currency()
    {
        await using var host = new SavingsHost();
        var member = (await host.Group(1))[0];

        var all = new[]
        {
            await host.Savings(member), await host.Savings(member, Currency.Usd), await host.Savings(member, pocket: Pocket.Private), await host.Float(), await host.Float("another"),
            await host.Open(AccountKind.NgoSafe),
        };

        Assert.Equal([1, 2, 3, 4, 5, 6], all);
        Assert.Equal(1, await host.Savings(member));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        await using var host = new SavingsHost();
        var member = (await host.Group(1))[0];

        Assert.Equal(LedgerRefusal.NoSuchOwner, await Refused(host, new(AccountKind.MemberSavings, "nobody", Pocket.Open, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.NoSuchOwner, await Refused(host, new(AccountKind.GroupBox, member.Id, Pocket.None, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.NoSuchOwner, await Refused(host, new(AccountKind.NgoSafe, "x", Pocket.None, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.NoSuchOwner, await Refused(host, new(AccountKind.CollectorFloat, "", Pocket.None, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.NotThatWay, await Refused(host, new(AccountKind.MemberSavings, member.Id, Pocket.None, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.NotThatWay, await Refused(host, new(AccountKind.NgoSafe, "", Pocket.Open, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.KindIsOff, await Refused(host, new(AccountKind.Loan, member.Id, Pocket.None, Currency.Khr, "x")));
        Assert.Equal(LedgerRefusal.NotAWord, await Refused(host, new(AccountKind.NgoSafe, "", Pocket.None, Currency.Khr, "")));
    }

    [Fact]
    public async Task More_kinds_can_be_switched_on()
    {
        await using var host = new SavingsHost(options: new SavingsOptions { MoreAccounts = true });
        var member = (await host.Group(1))[0];
        var (box, loan, savings, shares) = (await host.Open(AccountKind.GroupBox, member.Group), await host.Open(AccountKind.Loan, member.Id), await host.Savings(member), await host.Open(AccountKind.Shares, member.Id));
        await host.Must(host.Deposit(box, savings, 10_000));

        await host.Must(new EntryWish(host.Id(), EntryKind.Loan, loan, box, Money.Riel(4_000), "a") { Confirmer = "b" });
        await host.Must(new EntryWish(host.Id(), EntryKind.Repayment, box, loan, Money.Riel(1_000), "a"));
        await host.Must(new EntryWish(host.Id(), EntryKind.Share, box, shares, Money.Riel(2_000), "a"));

        Assert.Equal((9_000, 3_000, 2_000), (host.Balance(box), host.Balance(loan), host.Balance(shares)));
        Assert.Equal(LedgerRefusal.TooLittle, await host.Refused(new EntryWish(host.Id(), EntryKind.Repayment, box, loan, Money.Riel(3_100), "a")));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task An_empty_account_is_closed_for_ever()
    {
        await using var host = new SavingsHost();
        await host.Employ();
        var member = (await host.Group(1))[0];
        var (cash, savings) = (await host.Float(), await host.Savings(member));
        var receipt = await host.Must(host.Deposit(cash, savings, 5_000));
        Assert.Equal(CloseOutcome.NotEmpty, await host.Ledger.Close(savings, "x", "", Cancel));
        Assert.Equal(CloseOutcome.NoSuchAccount, await host.Ledger.Close(99, "x", "", Cancel));
        await host.Ledger.Reverse(new ReversalWish(host.Id(), receipt.Seq, SavingsHost.Officer, "wrong-member"), Cancel);

        Assert.Equal(CloseOutcome.Closed, await host.Ledger.Close(savings, "x", "left", Cancel));
        Assert.Equal(CloseOutcome.Closed, await host.Ledger.Close(savings, "x", "left", Cancel));

        Assert.Equal(LedgerRefusal.AccountIsClosed, await host.Refused(host.Deposit(cash, savings, 5_000)));
        Assert.Equal(LedgerRefusal.AccountIsClosed, await Refused(host, new(AccountKind.MemberSavings, member.Id, Pocket.Open, Currency.Khr, "x")));
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task A_book_belongs_to_one_member_of_a_group_and_is_found_in_either_kind_of_digits()
    {
        await using var host = new SavingsHost();
        var (roll, members) = (host.Get<GroupRoll>(), await host.Group(2));
        var group = members[0].Group;

        Assert.Equal(members[1].Id, roll.Find(group, "២")!.Id);
        Assert.Equal(members[1].Id, roll.Find(group, " 002 ")!.Id);
        Assert.Null(roll.Find(group, "3"));
        Assert.Equal(RollRefusal.BookIsTaken, ((RollOutcome.Refused)await roll.Join(group, "០១", "Other", "x", Cancel)).Why);
        Assert.Equal(RollRefusal.NoSuchGroup, ((RollOutcome.Refused)await roll.Join("none", "1", "Other", "x", Cancel)).Why);
        Assert.Equal(RollRefusal.NotABook, ((RollOutcome.Refused)await roll.Join(group, "1/2", "Other", "x", Cancel)).Why);
        Assert.Equal(RollRefusal.NotAName, ((RollOutcome.Refused)await roll.Join(group, "9", " ", "x", Cancel)).Why);
        Assert.Null(await roll.Found("", "x", Cancel));
        Assert.True(await roll.Rename(members[0].Id, "ផ្កា", "x", Cancel));
        Assert.True(await roll.Leave(members[0].Id, "x", Cancel));
        Assert.False(await roll.Leave("nobody", "x", Cancel));
        Assert.Equal(["ផ្កា", "Flower 2"], roll.Members(group).Select(member => member.Nickname));
        Assert.NotNull(roll.Members(group)[0].LeftAt);
        Assert.Equal("Group", roll.Groups().Single().Name);
        Assert.Empty(host.Verify());
    }

    private static async Task<LedgerRefusal> Refused(SavingsHost host, AccountWish wish) => Assert.IsType<AccountOutcome.Refused>(await host.Ledger.Open(wish, Cancel)).Why;
}
