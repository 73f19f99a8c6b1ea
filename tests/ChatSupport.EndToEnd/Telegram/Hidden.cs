using ChatSupport.BotApi.Faults;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>Somebody looks at her phone, or might.</summary>
public sealed class Hidden
{
    private const string Decoy = "Drop by drop fills the bamboo tube.";
    private const string Home = "What would you like to know?";

    [Theory]
    [InlineData(Way.Polling)]
    [InlineData(Way.Webhook)]
    public async Task Leaving_quickly_leaves_nothing_in_the_chat_but_the_decoy_until_her_word_brings_her_back(Way way)
    {
        await using var bot = await BotHere.Start(way);
        var she = await bot.Welcome();
        await she.Types("do they have to pay overtime", "Overtime is your choice");

        await she.Presses("Leave quickly", Decoy);

        var left = await she.WaitUntilOnly(Decoy);
        Assert.True(left[0].IsSilent);
        await she.Types("home", Decoy); // a stranger tries
        await she.Types("lotus", "Overtime is your choice");
        await she.Worker.WaitFor(screen => screen.All(message => message.Text != "lotus"), what: "her word is gone from the chat");
    }

    [Fact]
    public async Task The_command_does_the_same_and_opens_to_her_pin_only()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Presses("My privacy", "your own affair");
        await she.Presses("Set a PIN or a word", "Choose one of the two");
        await she.Presses("Set a PIN", "4 to 8 digits");
        await she.Types("2580", "only this PIN opens it again");
        await she.Worker.WaitFor(screen => screen.All(message => message.Text != "2580"), what: "her PIN is gone from the chat");

        await she.Types("/x", Decoy);
        await she.WaitUntilOnly(Decoy);

        await she.Types("lotus", Decoy);
        await she.Types("2580", "only this PIN opens it again");
    }

    [Fact]
    public async Task A_sensitive_screen_cannot_be_passed_on_and_what_she_types_there_is_deleted()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        Assert.False(she.Menu.IsProtected);

        await she.Presses("Emergency", "You are not alone");

        Assert.True(she.Menu.IsProtected);
        await she.Worker.WaitFor(screen => screen.Count(message => message.FromBot) == 1, what: "the menu that was not protected is gone");
        await she.Sends("a line", () => she.Worker.Sends("something that nobody may read"), "");
        await she.Worker.WaitFor(screen => screen.All(message => !message.Text.Contains("nobody may read", StringComparison.Ordinal)), what: "what she typed is gone");
    }

    [Fact]
    public async Task A_sensitive_screen_left_alone_for_ten_minutes_turns_into_the_decoy_without_a_sound()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Presses("Emergency", "You are not alone");

        bot.Api.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.True((await she.WaitUntilOnly(Decoy))[0].IsSilent);
    }

    [Fact]
    public async Task Of_a_menu_older_than_telegram_lets_be_deleted_at_least_the_words_go()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Types("metheavy", "1281");
        await she.Worker.WaitFor(screen => screen.Count(message => message.FromBot) == 1, what: "the menu before is gone");

        bot.Api.Clock.Advance(TimeSpan.FromHours(49));
        await she.Types("/x", Decoy);

        await she.Worker.WaitFor(screen => screen.Where(message => message.FromBot).All(message => message.Text == "…" || message.Text.Contains(Decoy, StringComparison.Ordinal)),
            what: "no word of ours but the decoy is left");
    }

    [Fact]
    public async Task To_be_forgotten_empties_the_chat_and_the_next_word_begins_with_the_question_again()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Types("/forget", "Kept 1 day");

        await she.Presses("Yes, delete everything", "Deleted");

        await she.WaitUntilOnly("Deleted");
        await she.Types("hello", "Do you agree?");
    }

    [Fact]
    public async Task Nothing_of_her_and_nothing_secret_is_logged()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        bot.Api.Faults.Next(new Fault.Refuse(400, "Bad Request: a reason with SECRET-OF-HERS in it"), method: "sendMessage");
        she.Worker.Sends("SECRET-OF-HERS");
        await bot.WaitForLog("was refused by channel tg");
        bot.Api.Faults.Next(new Fault.BadGateway(), method: "sendMessage");
        bot.Api.Faults.Next(new Fault.CutBefore(), method: "sendMessage");
        await she.Types("metheavy", "1281");

        Assert.DoesNotContain("SECRET-OF-HERS", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Api.Token, bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Api.Token.Split(':')[1], bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(she.Worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(BotHere.Secret, bot.Log, StringComparison.Ordinal);
    }
}
