using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Office;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>Shares, loans, a fund and fines: off at first, and where they are on, what goes out takes two people.</summary>
public sealed class SharesAndFunds : IAsyncDisposable
{
    private readonly OfficeHost office = new(new SavingsOptions { MoreAccounts = true });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FundBook Book => office.Get<FundBook>();

    private CorrectionBook Second => office.Get<CorrectionBook>();

    [Fact]
    public async Task They_are_off_at_first()
    {
        await using var usual = new OfficeHost();
        var dara = await usual.SignIn("dara");
        var group = (await usual.Savings.Group(1))[0].Group;
        foreach (var kind in FundBook.Kinds)
            OfficeHost.Refused(OfficeRefusal.IsOff, await usual.Get<FundBook>().Enter(dara, "x", new FundWish(kind, group, "1", "5000"), Cancel));
        OfficeHost.Refused(OfficeRefusal.IsOff, await usual.Get<FundBook>().ShareOut(dara, "x", group, Currency.Khr, Cancel));
        Assert.Empty(usual.Get<FundBook>().Look(dara));
    }

    [Fact]
    public async Task What_comes_in_is_entered_and_what_goes_out_is_confirmed_by_another()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var group = (await office.Savings.Group(2))[0].Group;
        await Gives(dara, EntryKind.Share, group, "1", "20000");
        await Gives(dara, EntryKind.Contribution, group, "2", "3000");
        await Gives(dara, EntryKind.Fine, group, "2", "1000");
        OfficeHost.Refused(OfficeRefusal.NoSuchBook, await Book.Enter(dara, "x", new FundWish(EntryKind.Share, group, "9", "5000"), Cancel));
        OfficeHost.Refused(OfficeRefusal.Doubtful, await Book.Enter(dara, "x", new FundWish(EntryKind.Share, group, "1", "5050"), Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.NotThatWay), await Book.Enter(dara, "x", new FundWish(EntryKind.Deposit, group, "1", "5000"), Cancel));

        OfficeHost.Is(OfficeWords.Proposed, await Book.Enter(dara, "loan", new FundWish(EntryKind.Loan, group, "2", "10000"), Cancel));
        OfficeHost.Is(OfficeWords.Proposed, await Book.Enter(dara, "help", new FundWish(EntryKind.Grant, group, "1", "2000"), Cancel));
        OfficeHost.Refused(OfficeRefusal.SamePerson, await Second.Confirm(dara, "loan", Cancel));
        Assert.Equal((AccountKind.Loan, "Group 2"), Second.Waiting(srey).Single(line => line.Proposal.Id == "loan").To is { } to ? (to.Kind, to.Name) : default);
        OfficeHost.Is(OfficeWords.Confirmed, await Second.Confirm(srey, "loan", Cancel));
        OfficeHost.Is(OfficeWords.Confirmed, await Second.Confirm(srey, "help", Cancel));
        await Gives(dara, EntryKind.Repayment, group, "2", "4000");

        var line = Assert.Single(Book.Look(dara));
        Assert.Equal((16_000, 20_000, 6_000, 1_000, 1_000), (line.Box.Minor, line.Shares.Minor, line.Loans.Minor, line.Fund.Minor, line.Fines.Minor));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Shares_and_fines_are_shared_out_whole_by_two_people()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var members = await office.Savings.Group(3);
        var group = members[0].Group;
        await Gives(dara, EntryKind.Share, group, "1", "10000");
        await Gives(dara, EntryKind.Share, group, "2", "20000");
        await Gives(dara, EntryKind.Share, group, "3", "20000");
        await Gives(dara, EntryKind.Fine, group, "3", "1200");
        OfficeHost.Refused(OfficeRefusal.NoShares, await Book.ShareOut(dara, "x", group, Currency.Usd, Cancel));

        // 1200 are 12 steps: 2.4, 4.8 and 4.8 of them
        Assert.Equal([(10_000L, 200L, 10_200L), (20_000L, 500L, 20_500L), (20_000L, 500L, 20_500L)], Book.Plan(dara, group, Currency.Khr).Select(part => (part.Own.Minor, part.Extra.Minor, part.Paid.Minor)));
        OfficeHost.Is(OfficeWords.Proposed, await Book.ShareOut(dara, "out", group, Currency.Khr, Cancel));
        OfficeHost.Refused(OfficeRefusal.SamePerson, await Second.Confirm(dara, "out", Cancel));
        await Gives(dara, EntryKind.Fine, group, "1", "500"); // it is another plan now
        OfficeHost.Refused(OfficeRefusal.Overtaken, await Second.Confirm(srey, "out", Cancel));
        OfficeHost.Is(OfficeWords.Proposed, await Book.ShareOut(dara, "out-2", group, Currency.Khr, Cancel));
        OfficeHost.Is(OfficeWords.Confirmed, await Second.Confirm(srey, "out-2", Cancel));

        Assert.Empty(Book.Look(dara)); // nothing is left, and nothing was lost
        Assert.Equal(0, office.Savings.Balance(await office.Savings.Open(AccountKind.GroupBox, group)));
        Assert.Equal([10_300L, 20_700L, 20_700L], members.Select(member => Paid(member)));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Where_the_box_has_lent_it_out_nothing_is_shared_out()
    {
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var group = (await office.Savings.Group(2))[0].Group;
        await Gives(dara, EntryKind.Share, group, "1", "10000");
        await Book.Enter(dara, "loan", new FundWish(EntryKind.Loan, group, "2", "4000"), Cancel);
        OfficeHost.Is(OfficeWords.Proposed, await Book.ShareOut(dara, "out", group, Currency.Khr, Cancel));
        await Second.Confirm(srey, "loan", Cancel);

        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.TooLittle), await Second.Confirm(srey, "out", Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.TooLittle), await Book.ShareOut(dara, "out-2", group, Currency.Khr, Cancel));
        Assert.Equal(10_000, Assert.Single(Book.Look(dara)).Shares.Minor);
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task Money_never_goes_from_one_member_s_shares_to_another_s_nor_from_fines_to_a_hand()
    {
        var members = await office.Savings.Group(2);
        var (one, other) = (await office.Savings.Open(AccountKind.Shares, members[0].Id), await office.Savings.Open(AccountKind.Shares, members[1].Id));
        var (box, fines) = (await office.Savings.Open(AccountKind.GroupBox, members[0].Group), await office.Savings.Open(AccountKind.Fines, members[0].Group));
        await office.Savings.Must(new EntryWish("s", EntryKind.Share, box, one, Money.Riel(5_000), "a"));
        await office.Savings.Must(new EntryWish("f", EntryKind.Fine, box, fines, Money.Riel(5_000), "a"));

        Assert.Equal(LedgerRefusal.NotThatWay, await office.Savings.Refused(new EntryWish("x", EntryKind.ShareOut, one, other, Money.Riel(1_000), "a") { Confirmer = "b" }));
        Assert.Equal(LedgerRefusal.NotThatWay, await office.Savings.Refused(new EntryWish("x", EntryKind.ShareOut, fines, box, Money.Riel(1_000), "a") { Confirmer = "b" }));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private long Paid(SavingsMember member) => office.Savings.Ledger.Read(pen => pen.Statement(pen.Account(AccountKind.Shares, member.Id, Pocket.None, Currency.Khr)!.Number, long.MaxValue, 10))
        .Where(line => line.Kind == EntryKind.ShareOut && line.Change < 0).Sum(line => -line.Change);

    private async Task Gives(string session, EntryKind kind, string group, string book, string text) =>
        Assert.Equal(OfficeAnswer.Done, await Book.Enter(session, office.Savings.Id(), new FundWish(kind, group, book, text), Cancel));
}
