using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Seats;

namespace ChatSupport.EndToEnd.Savings;

/// <summary>A member looks at her savings in Telegram, over real HTTP.</summary>
public sealed class AMemberInTelegram
{
    private const string Pin = "481592";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_links_her_phone_chooses_a_pin_on_keys_sees_what_she_saved_and_it_closes_by_itself()
    {
        await using var bot = await BotHere.Start();
        var (member, code) = await Saver(bot);
        var she = await bot.Welcome();
        await she.Types("my savings", "For members of savings groups");
        await she.Presses("I have a code", "Please type the 12 digits");
        await she.Types(code, "Choose a new PIN");
        await she.Worker.WaitFor(screen => screen.All(message => message.Text != code), what: "the code is gone from the chat");
        await Enters(she, Pin, "Press the same digits once more");
        await Enters(she, Pin, "Your PIN is set");
        await she.Presses("To my savings", "Nothing shows before your PIN");
        await she.Presses("See my savings", "Press the six digits");
        await Enters(she, "294857", "It did not open");
        Assert.True(she.Menu.IsProtected);

        await Enters(she, Pin, "12,500៛");

        Assert.True(she.Menu.IsProtected);
        await she.Presses("All lines", "+12,500៛ given");
        await she.Worker.WaitFor(screen => screen.All(message => !message.Text.Contains("12,500", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), "a minute is over");
        Assert.Contains(she.Worker.Screen, message => message.Text.Contains("Closed.", StringComparison.Ordinal));
        Assert.IsType<SeatAnswer.Done>(await bot.Get<SeatDesk>().TakeOff(member.Id, "officer", Cancel));
        await she.WaitUntilOnly("Drop by drop fills the bamboo tube.");
    }

    private static async Task Enters(Talk she, string pin, string sees)
    {
        for (var digits = 1; digits <= pin.Length; digits++)
            await she.Presses(pin[digits - 1].ToString(), digits == pin.Length ? sees : string.Join(' ', Enumerable.Range(0, pin.Length).Select(at => at < digits ? "●" : "○")));
    }

    private static async Task<(SavingsMember Member, string Code)> Saver(BotHere bot)
    {
        var (roll, ledger) = (bot.Get<GroupRoll>(), bot.Get<Ledger>());
        var group = (await roll.Found("Lotus", "officer", Cancel))!;
        var member = Assert.IsType<RollOutcome.Joined>(await roll.Join(group.Id, "12", "Flower", "officer", Cancel)).Member;
        var savings = Assert.IsType<AccountOutcome.Stands>(await ledger.Open(new AccountWish(AccountKind.MemberSavings, member.Id, Pocket.Open, Currency.Khr, "officer"), Cancel)).Account.Number;
        var cash = Assert.IsType<AccountOutcome.Stands>(await ledger.Open(new AccountWish(AccountKind.CollectorFloat, "leader", Pocket.None, Currency.Khr, "officer"), Cancel)).Account.Number;
        Assert.IsType<EntryOutcome.Recorded>(await ledger.Post(new EntryWish("wish-1", EntryKind.Deposit, cash, savings, Money.Riel(12_500), "leader"), Cancel));
        return (member, Assert.IsType<SeatAnswer.Code>(await bot.Get<SeatDesk>().GiveCode(member.Id, "officer", Cancel)).Digits);
    }
}
