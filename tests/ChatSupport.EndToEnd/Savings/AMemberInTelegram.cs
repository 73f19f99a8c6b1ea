using ChatSupport.BotApi;
using ChatSupport.BotApi.People;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Seats;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Savings;

/// <summary>A member looks at her savings in Telegram, over real HTTP.</summary>
public sealed class AMemberInTelegram
{
    private const string Pin = "481592";
    private const string SecondPin = "730264";

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
        await she.Presses("To my savings", "Nothing shows before the PIN");
        await she.Presses("See my savings", "Press the six digits");
        await Enters(she, "294857", "It did not open");
        Assert.True(she.Menu.IsProtected);

        await Enters(she, Pin, "12,500៛");

        Assert.True(she.Menu.IsProtected);
        await she.Presses("All lines", "+12,500៛ given");
        await she.Presses("🖼 As a picture", "The picture comes below");
        var picture = (await she.Worker.WaitFor(screen => screen.Any(IsPicture), TimeSpan.FromSeconds(30), "her statement is a picture")).Single(IsPicture);
        Assert.Equal((true, true, "", true), (picture.IsProtected, picture.IsSilent, picture.Text, picture.Json["has_media_spoiler"]?.GetValue<bool>()));
        var file = Assert.Single(she.Worker.History, call => call.Method == "editMessageMedia").Request.Single(argument => argument.Key.StartsWith("file:", StringComparison.Ordinal)).Value!;
        Assert.Equal("photo.png", file["name"]!.ToString());
        Assert.InRange(file["size"]!.GetValue<int>(), 5_000, 60_000);
        await she.Worker.WaitFor(screen => !screen.Any(message => IsPicture(message) || message.Text.Contains("12,500", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), "a minute is over");
        Assert.DoesNotContain(she.Worker.Screen, message => message.Id == picture.Id);
        Assert.Contains(she.Worker.Screen, message => message.Text.Contains("Closed.", StringComparison.Ordinal));
        Assert.IsType<SeatAnswer.Done>(await bot.Get<SeatDesk>().TakeOff(member.Id, "officer", Cancel));
        await she.WaitUntilOnly("Drop by drop fills the bamboo tube.");
    }

    [Fact]
    public async Task Five_wrong_pins_lock_it_also_where_the_program_is_killed_and_starts_again_and_after_the_wait_each_pin_shows_its_pockets()
    {
        var folder = ChatSupportProcess.NewFolder();
        string code, member;
        await using (var before = await BotHere.Start(folder: folder))
            (member, code) = await Saver(before, otherPocket: 70_000) is var (who, linking) ? (who.Id, linking) : default;
        await using var api = await BotApiServer.Start();
        var port = TestPort.Find();
        (string, string)[] settings = [.. Bot.Settings(api, Way.Polling, port), ("ChatSupport:Content:Folder", Repository.Dialogs), ("ChatSupport:Telegram:PerChatPerSecond", "100"), ("ChatSupport:Conversations:Burst", "1000")];
        var she = new Talk(api.Worker("en"));
        await using (var program = await ChatSupportProcess.Serve(folder, port, settings))
        {
            await she.Types("/start", "Do you agree?");
            await she.Presses("I agree. Begin", "What would you like to know?");
            await she.Types("my savings", "For members of savings groups");
            await she.Presses("I have a code", "Please type the 12 digits");
            await she.Types(code, "Choose a new PIN");
            await Enters(she, Pin, "Press the same digits once more");
            await Enters(she, Pin, "Your PIN is set");
            AskedInTheConsole(folder, member);
            var second = await ChatSupportProcess.Run(folder, ["savings", "seat", "Lotus", "12", "--second-pin"], settings);
            await she.Presses("To my savings", "Nothing shows before the PIN");
            await she.Presses("I have a code", "Please type the 12 digits");
            await she.Types(second.Output.Split('\n').Single(line => line.Length == 14 && line.All(c => char.IsAsciiDigit(c) || c == ' ')), "press your PIN as it is now");
            await Enters(she, Pin, "Choose a new PIN");
            await Enters(she, SecondPin, "Press the same digits once more");
            await Enters(she, SecondPin, "Your PIN is set");
            await she.Presses("To my savings", "Nothing shows before the PIN");
            await she.Presses("See my savings", "Press the six digits");
            for (var wrong = 1; wrong <= 5; wrong++)
                await Enters(she, "294857", "It did not open");
            await program.Kill();
        }
        await using (var program = await ChatSupportProcess.Serve(folder, port, settings))
        {
            await Enters(she, Pin, "It did not open");
            await Enters(she, SecondPin, "It did not open");
            await program.Kill();
        }
        TimePasses(folder, TimeSpan.FromMinutes(15));
        await using (await ChatSupportProcess.Serve(folder, port, settings))
        {
            await Enters(she, Pin, "💰 12,500៛");
            Assert.DoesNotContain("second pocket", she.Menu.Text, StringComparison.Ordinal);
            await she.Presses("Hide now", "Closed.");
            await she.Types("my savings", "Nothing shows before the PIN");
            await she.Presses("See my savings", "Press the six digits");
            await Enters(she, SecondPin, "Of these, in the second pocket: 70,000៛");
            Assert.Contains("💰 82,500៛", she.Menu.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A quarter of an hour is over for who is locked out: nobody waits so long for a test.</summary>
    private static void TimePasses(string folder, TimeSpan by)
    {
        using var database = new SqliteConnection($"Data Source={Directory.GetFiles(Path.Combine(folder, "data"), "*.db").Single()};Pooling=False");
        database.Open();
        using var locked = database.CreateCommand();
        locked.CommandText = $"UPDATE savings_pins SET locked_until = locked_until - {(long)by.TotalMilliseconds} WHERE wrong = 5 AND locked_until IS NOT NULL";
        Assert.Equal(1, locked.ExecuteNonQuery());
    }

    /// <summary>One officer pressed "Code for a second PIN": the next who asks is the second.</summary>
    private static void AskedInTheConsole(string folder, string member)
    {
        using var database = new SqliteConnection($"Data Source={Directory.GetFiles(Path.Combine(folder, "data"), "*.db").Single()};Pooling=False");
        database.Open();
        using var asked = database.CreateCommand();
        asked.CommandText = "INSERT INTO savings_seat_asks (member, what, asked_by, until) VALUES ($member, 'Second', 'officer', $until)";
        asked.Parameters.AddWithValue("$member", member);
        asked.Parameters.AddWithValue("$until", TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds());
        Assert.Equal(1, asked.ExecuteNonQuery());
    }

    private static bool IsPicture(ScreenMessage message) => message.Kind == "photo";

    private static async Task Enters(Talk she, string pin, string sees)
    {
        for (var digits = 1; digits <= pin.Length; digits++)
            await she.Presses(pin[digits - 1].ToString(), digits == pin.Length ? sees : string.Join(' ', Enumerable.Range(0, pin.Length).Select(at => at < digits ? "●" : "○")));
    }

    private static async Task<(SavingsMember Member, string Code)> Saver(BotHere bot, long otherPocket = 0)
    {
        var (roll, ledger) = (bot.Get<GroupRoll>(), bot.Get<Ledger>());
        var group = (await roll.Found("Lotus", "officer", Cancel))!;
        var member = Assert.IsType<RollOutcome.Joined>(await roll.Join(group.Id, "12", "Flower", "officer", Cancel)).Member;
        var savings = Assert.IsType<AccountOutcome.Stands>(await ledger.Open(new AccountWish(AccountKind.MemberSavings, member.Id, Pocket.Open, Currency.Khr, "officer"), Cancel)).Account.Number;
        var cash = Assert.IsType<AccountOutcome.Stands>(await ledger.Open(new AccountWish(AccountKind.CollectorFloat, "leader", Pocket.None, Currency.Khr, "officer"), Cancel)).Account.Number;
        Assert.IsType<EntryOutcome.Recorded>(await ledger.Post(new EntryWish("wish-1", EntryKind.Deposit, cash, savings, Money.Riel(12_500), "leader"), Cancel));
        if (otherPocket > 0)
        {
            var other = Assert.IsType<AccountOutcome.Stands>(await ledger.Open(new AccountWish(AccountKind.MemberSavings, member.Id, Pocket.Private, Currency.Khr, "officer"), Cancel)).Account.Number;
            Assert.IsType<EntryOutcome.Recorded>(await ledger.Post(new EntryWish("wish-2", EntryKind.Deposit, cash, other, Money.Riel(otherPocket), "leader"), Cancel));
        }
        return (member, Assert.IsType<SeatAnswer.Code>(await bot.Get<SeatDesk>().GiveCode(member.Id, "officer", Cancel)).Digits);
    }
}
