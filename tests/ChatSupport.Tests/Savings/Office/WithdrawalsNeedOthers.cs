using ChatSupport.Savings;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Roles;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Savings.Office;

public sealed class WithdrawalsNeedOthers
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<StaffRole> Roles => [.. Enum.GetValues<StaffRole>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task No_role_may_approve_what_it_asked_for_or_pay_what_it_approved(StaffRole also)
    {
        await using var office = new OfficeHost();
        var (dara, srey) = (await office.SignIn("dara", StaffRole.SavingsOfficer, also), await office.SignIn("srey", StaffRole.SavingsOfficer, also));
        var (member, book) = await Member(office, 20_000);
        var safe = await office.Safe(50_000);

        OfficeHost.Is(OfficeWords.Asked, await book.Ask(dara, "wish-1", member.Group, "1", "5000", false, Cancel));
        var hold = Assert.Single(book.Waiting(srey));
        OfficeHost.Refused(OfficeRefusal.SamePerson, await book.Approve(dara, hold.Number, Cancel));
        OfficeHost.Refused(OfficeRefusal.NotApproved, await book.Pay(dara, "pay-1", hold.Number, Cancel));
        OfficeHost.Is(OfficeWords.Approved, await book.Approve(srey, hold.Number, Cancel));
        OfficeHost.Refused(OfficeRefusal.ApprovedAlready, await book.Approve(srey, hold.Number, Cancel));
        OfficeHost.Refused(OfficeRefusal.PayerApproved, await book.Pay(srey, "pay-1", hold.Number, Cancel));
        OfficeHost.Is(OfficeWords.Paid, await book.Pay(dara, "pay-1", hold.Number, Cancel));

        Assert.Equal((45_000, 15_000), (office.Savings.Balance(safe), office.Savings.Balance(await office.Savings.Savings(member))));
        Assert.Empty(book.Waiting(dara));
        Assert.Single(office.Audit("savings.withdrawal-pay"));
        Assert.Empty(office.Savings.Verify());
    }

    [Fact]
    public async Task What_a_leader_asked_for_is_approved_here_and_who_pays_can_see_it()
    {
        await using var office = new OfficeHost();
        var dara = await office.SignIn("dara");
        var (member, book) = await Member(office, 20_000);
        var hold = await office.Savings.Hold(await office.Savings.Savings(member), 3_000);

        await book.Approve(dara, hold.Number, Cancel);

        Assert.Equal("dara", office.Get<OfficePens>().Read(pen => Approvals.ByWhom(pen.Session, pen.Ledger, hold.Number)));
        Assert.Equal((SavingsHost.Leader, "Person dara", true), (book.Waiting(dara)[0].AskedBy, book.Waiting(dara)[0].ApprovedBy, book.Waiting(dara)[0].IApproved));
    }

    [Fact]
    public async Task One_that_is_turned_down_or_over_is_neither_approved_nor_paid()
    {
        await using var office = new OfficeHost();
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var (member, book) = await Member(office, 20_000);
        await book.Ask(dara, "wish-1", member.Group, "1", "5000", false, Cancel);
        await book.Ask(dara, "wish-2", member.Group, "១", "៤០០០", false, Cancel);
        var (first, second) = (book.Waiting(dara)[0].Number, book.Waiting(dara)[1].Number);

        OfficeHost.Refused(OfficeRefusal.NoReason, await book.Refuse(srey, first, "because", Cancel));
        Assert.Equal(OfficeAnswer.Done, await book.Refuse(srey, first, "changed-mind", Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.HoldIsReleased), await book.Approve(srey, first, Cancel));
        office.Savings.Time.Advance(TimeSpan.FromDays(11));
        OfficeHost.Refused(OfficeRefusal.NotThere, await book.Approve(await Again(office, "srey"), 99, Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.HoldIsExpired), await book.Approve(await Again(office, "srey"), second, Cancel));
        Assert.Empty(book.Waiting(await Again(office, "srey")));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_the_same_wish_is_one_withdrawal()
    {
        await using var office = new OfficeHost();
        var dara = await office.SignIn("dara");
        var (member, book) = await Member(office, 20_000);

        OfficeHost.Refused(OfficeRefusal.NoSuchBook, await book.Ask(dara, "a", member.Group, "9", "5000", false, Cancel));
        OfficeHost.Refused(OfficeRefusal.Doubtful, await book.Ask(dara, "a", member.Group, "1", "12.350", false, Cancel));
        OfficeHost.Refused(OfficeRefusal.NoMoneyText, await book.Ask(dara, "a", member.Group, "1", "five", false, Cancel));
        OfficeHost.Refused(OfficeRefusal.OneAmount, await book.Ask(dara, "a", member.Group, "1", "5000 2$", false, Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.TooLittle), await book.Ask(dara, "a", member.Group, "1", "2$", false, Cancel));
        OfficeHost.Refused(OfficeRefusal.Of(LedgerRefusal.TooLittle), await book.Ask(dara, "a", member.Group, "1", "20100", false, Cancel));
        await book.Ask(dara, "a", member.Group, "1", "5000", false, Cancel);
        await book.Ask(dara, "a", member.Group, "1", "5000", false, Cancel);
        Assert.Single(book.Waiting(dara));
        Assert.Single(office.Audit("savings.withdrawal-ask"));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_approval_by_who_asked_and_every_change()
    {
        await using var office = new OfficeHost();
        await office.SignIn("dara");
        var (member, _) = await Member(office, 20_000);
        var hold = await office.Savings.Hold(await office.Savings.Savings(member), 3_000);
        var add = $"INSERT INTO savings_approvals (hold, approved_by, approved_at) VALUES ({hold.Number}, '{SavingsHost.Leader}', 1)";

        Assert.Throws<SqliteException>(() => office.Savings.Raw(add));
        Assert.Throws<SqliteException>(() => office.Savings.Raw("INSERT INTO savings_approvals (hold, approved_by, approved_at) VALUES (99, 'x', 1)"));
        office.Savings.Raw(add.Replace(SavingsHost.Leader, "other", StringComparison.Ordinal));
        foreach (var change in new[] { "UPDATE savings_approvals SET approved_by = 'x'", "DELETE FROM savings_approvals", $"INSERT OR REPLACE INTO savings_approvals (hold, approved_by, approved_at) VALUES ({hold.Number}, 'x', 1)" })
            Assert.Equal(19, Assert.Throws<SqliteException>(() => office.Savings.Raw($"PRAGMA recursive_triggers=OFF; {change}")).SqliteErrorCode);
    }

    [Fact]
    public async Task An_approval_that_was_put_into_the_file_approves_nothing_and_is_found()
    {
        await using var office = new OfficeHost();
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var (member, book) = await Member(office, 20_000);
        await office.Safe(50_000);
        await book.Ask(dara, "wish-1", member.Group, "1", "5000", false, Cancel);
        await book.Ask(dara, "wish-2", member.Group, "1", "4000", false, Cancel);
        var (first, second) = (book.Waiting(dara)[0].Number, book.Waiting(dara)[1].Number);
        office.Savings.Raw($"INSERT INTO savings_approvals (hold, approved_by, approved_at) VALUES ({first}, 'srey', 1)");
        office.Savings.Raw($"INSERT INTO savings_approvals (hold, approved_by, approved_at, seal) VALUES ({second}, 'srey', 1, x'{new string('0', 64)}')");

        OfficeHost.Refused(OfficeRefusal.NotApproved, await book.Pay(dara, "pay-1", first, Cancel));
        OfficeHost.Refused(OfficeRefusal.NotApproved, await book.Pay(dara, "pay-2", second, Cancel));
        Assert.Equal($"Approval of hold {second}", Assert.Single(office.Savings.Verify()).What);
        Assert.NotNull(srey);
    }

    private static async Task<string> Again(OfficeHost office, string name) => await office.SignIn(name);

    private static async Task<(ChatSupport.Savings.Groups.SavingsMember Member, WithdrawalBook Book)> Member(OfficeHost office, long riel)
    {
        var member = (await office.Savings.Group(1))[0];
        await office.Saves(member, riel);
        return (member, office.Get<WithdrawalBook>());
    }
}
