using ChatSupport.BotApi.Faults;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>One menu is in the chat, whatever she presses and types.</summary>
public sealed class MenusInPlace
{
    private const string Home = "What would you like to know?";

    [Fact]
    public async Task A_press_changes_the_menu_and_a_typed_word_is_answered_below_and_takes_the_older_menu_away()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        var menu = she.Menu.Id;

        Assert.Equal(menu, (await she.Presses("My rights", "You can ask anything")).Id);
        var below = await she.Types("metheavy", "1281");

        Assert.NotEqual(menu, below.Id);
        await she.Worker.WaitFor(screen => screen.Count(message => message.FromBot) == 1, what: "only one menu is left");
    }

    [Fact]
    public async Task A_press_that_changes_nothing_is_answered_and_nothing_is_sent_again()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Presses("My rights", "You can ask anything");
        var menu = she.Menu;
        bot.Api.Faults.Next(new Fault.CutAfter(), method: "editMessageText"); // it arrives, and the program cannot know

        var press = she.Worker.Presses("Home");
        await press.Answered.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await she.Worker.WaitForCalls(calls => calls.Any(call => call.Status == 400 && call.Response.Contains("not modified", StringComparison.Ordinal)));

        Assert.Equal(menu.Id, she.Menu.Id);
        await she.Presses("My rights", "You can ask anything");
        Assert.Single(she.Worker.Screen, message => message.FromBot);
    }

    [Fact]
    public async Task A_menu_that_she_deleted_is_sent_as_a_new_one()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        var menu = she.Menu;
        she.Worker.Deletes(menu);

        var sent = await she.Presses("My rights", "You can ask anything", on: menu); // her app still shows it

        Assert.NotEqual(menu.Id, sent.Id);
    }

    [Fact]
    public async Task An_old_button_never_does_a_wrong_thing()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        await she.Types("do they have to pay overtime", "Overtime is your choice");
        var old = she.Menu;
        await she.Types("home", Home);

        var shown = await she.Presses("How much pay", "That button is an old one", on: old);

        Assert.Contains(Home, shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_button_carries_an_opaque_id_that_says_nothing()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();

        Assert.All(she.Menu.Buttons, button => Assert.Matches("^[A-Za-z0-9_-]{1,24}$", button.Data));
        Assert.All(she.Menu.Buttons, button => Assert.DoesNotContain("right", button.Data!, StringComparison.OrdinalIgnoreCase));
    }
}
