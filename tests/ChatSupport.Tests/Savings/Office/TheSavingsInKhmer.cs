using System.Reflection;
using ChatSupport.Savings;
using ChatSupport.Savings.Office;
using ChatSupport.Savings.Pages;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Tests.Savings.Office;

public sealed class TheSavingsInKhmer
{
    [Fact]
    public void Everything_that_pages_say_by_a_word_of_the_office_has_its_Khmer() => Assert.DoesNotContain(SavingsSay.English, text => KhmerWords.Of(text) is null);

    [Theory]
    [InlineData(typeof(OfficeRefusal))]
    [InlineData(typeof(OfficeWords))]
    [InlineData(typeof(OpeningProblem))]
    public void Everything_that_can_be_said_of_an_act_has_its_Khmer(Type texts)
    {
        var all = texts.GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, text => KhmerWords.Of(text) is null);
        Assert.DoesNotContain(Enum.GetValues<LedgerRefusal>(), why => KhmerWords.Of(OfficeRefusal.Of(why)) is null);
    }

    [Fact]
    public async Task The_home_page_says_what_waits_for_somebody_else()
    {
        await using var office = new OfficeHost();
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var member = (await office.Savings.Group(1))[0];
        await office.Saves(member, 9_000);
        await office.Get<WithdrawalBook>().Ask(dara, "w", member.Group, "1", "5000", false, TestContext.Current.CancellationToken);
        await office.Get<CorrectionBook>().Propose(dara, "c", 1, "other", TestContext.Current.CancellationToken);
        await office.Get<OpeningBook>().Key(dara, member.Group, "1", "5000", TestContext.Current.CancellationToken);
        await office.Get<OpeningBook>().Key(srey, member.Group, "1", "6000", TestContext.Current.CancellationToken);

        Assert.Equal(["One opening balance was read in two ways"], Lines(dara)); // what she wants herself waits for others
        Assert.Equal(["One withdrawal waits for approval", "One entry waits for a second person", "One opening balance was read in two ways"], Lines(srey));
        Assert.Empty(SavingsNeeds.Of(office.Get<Sessions>().Look(await office.SignIn("vanna", StaffRole.Manager))!, office.Get<OfficePens>(), office.Get<AccountRows>()));

        IEnumerable<string> Lines(string session) => SavingsNeeds.Of(office.Get<Sessions>().Look(session)!, office.Get<OfficePens>(), office.Get<AccountRows>()).Select(line => line.Text);
    }
}
