using System.Text.Json.Nodes;
using ChatSupport.BotApi.Faults;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>Calls go wrong in every way that the service and the network know. Nothing is lost, and what can arrive does.</summary>
public sealed class TelegramHasTrouble
{
    private const string Rights = "You can ask anything";

    public static TheoryData<string> Passing => ["TooMany", "ServerError", "BadGateway", "CutBefore", "SlowBody", "Delay"];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_call_that_fails_and_would_go_through_later_does(string fault)
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        bot.Api.Faults.Next(Fault(fault), times: 2, method: "sendMessage", chat: she.Worker.ChatId);

        await she.Types("metheavy", "1281");

        Assert.Single(she.Worker.Screen, message => message.FromBot && message.Text.Contains("1281", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_one_chat_is_asked_to_wait_the_others_go_on()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        var other = await bot.Welcome();
        bot.Api.Faults.Flood(seconds: 40, she.Worker.ChatId);
        var before = she.Worker.History.Count;

        she.Worker.Sends("metheavy");
        await she.Worker.WaitForCalls(calls => calls.Skip(before).Any(call => call.Status == 429));
        await other.Types("metheavy", "1281");

        Assert.DoesNotContain(she.Worker.Screen, message => message.Text.Contains("1281", StringComparison.Ordinal));
        await she.Worker.WaitForText("1281");
        Assert.Single(she.Worker.History.Skip(before), call => call.Status == 429); // not tried again before its time
    }

    [Fact]
    public async Task A_flood_over_all_chats_is_waited_for_by_all()
    {
        await using var bot = await BotHere.Start();
        var talks = new[] { await bot.Welcome(), await bot.Welcome(), await bot.Welcome() };
        bot.Api.Faults.Flood(seconds: 30);

        foreach (var she in talks)
            she.Worker.Sends("metheavy");

        foreach (var she in talks)
            await she.Worker.WaitForText("1281");
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_not_written_to_until_she_comes_back()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        she.Worker.BlocksBot();
        await bot.Welcome(); // somebody else is answered: the program heard of the block before
        Assert.DoesNotContain(she.Worker.History, call => call.Status == 403);
        she.Worker.UnblocksBot();

        await she.Types("metheavy", "1281");
        await she.Presses("Home", "What would you like to know?"); // her place is as it was
    }

    [Fact]
    public async Task A_block_that_only_shows_when_something_is_sent_ends_the_sending()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        bot.Api.Faults.Next(new Fault.Refuse(403, "Forbidden: bot was blocked by the user"), method: "sendMessage", chat: she.Worker.ChatId);
        var before = she.Worker.History.Count;
        she.Worker.Sends("metheavy");
        await she.Worker.WaitForCalls(calls => calls.Skip(before).Any(call => call.Status == 403));

        await she.Types("home", "What would you like to know?"); // she wrote again, so she can be reached again

        Assert.DoesNotContain(she.Worker.Screen, message => message.Text.Contains("1281", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deactivated_account_does_not_keep_the_others()
    {
        await using var bot = await BotHere.Start();
        var gone = await bot.Welcome();
        var she = await bot.Welcome();
        var before = gone.Worker.History.Count;
        gone.Worker.Sends("metheavy");
        gone.Worker.Deactivates();

        await she.Types("metheavy", "1281");
        await gone.Worker.WaitForCalls(calls => calls.Skip(before).Any());
    }

    [Fact]
    public async Task A_chat_with_a_new_id_is_written_to_there()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        var now = bot.Api.Worker("en");
        now.Sends("x"); // so that the chat exists
        await now.WaitForText("Do you agree?");
        bot.Api.Faults.Next(
            new Fault.Refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = now.ChatId }),
            method: "sendMessage", chat: she.Worker.ChatId);

        she.Worker.Sends("metheavy");

        await now.WaitForText("1281");
    }

    [Fact]
    public async Task What_can_never_arrive_is_passed_over_and_the_next_arrives()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        bot.Api.Faults.Next(new Fault.Refuse(400, "Bad Request: message is too long"), method: "sendMessage", chat: she.Worker.ChatId);
        she.Worker.Sends("metheavy");
        await bot.WaitForLog("answer 400 (message is too long)");

        await she.Types("home", "What would you like to know?");
    }

    [Fact]
    public async Task An_update_that_comes_twice_is_answered_once()
    {
        await using var bot = await BotHere.Start();
        bot.Api.Faults.RepeatUpdates(seed: 1, share: 1);
        var she = await bot.Welcome();
        await she.Types("metheavy", "1281");
        await she.Types("home", "What would you like to know?");

        Assert.Single(she.Worker.History, call => call.Request["text"]?.ToString().Contains("1281", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Asking_for_updates_may_fail_in_every_way_and_goes_on()
    {
        await using var bot = await BotHere.Start();
        foreach (var fault in new Fault[]
        {
            new Fault.ServerError(), new Fault.BadGateway(), new Fault.CutBefore(), new Fault.CutAfter(), new Fault.TooMany(2),
            new Fault.Refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"),
            new Fault.Refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"),
            new Fault.Refuse(401, "Unauthorized"),
        })
        {
            bot.Api.Faults.Next(fault, method: "getUpdates");
        }

        var she = await bot.Welcome();
        await she.Presses("My rights", Rights);
        she.Worker.Sends("home"); // ends the poll that waits, so that the next meets the next fault
        bot.Api.Clock.Advance(TimeSpan.FromMinutes(2));

        await bot.WaitForLog("Another program asks Telegram for the updates of this bot");
        await bot.WaitForLog("Run 'chatsupport telegram webhook delete'");
        bot.Api.Clock.Advance(TimeSpan.FromMinutes(2));
        await bot.WaitForLog("Telegram does not know the token");
        bot.Api.Clock.Advance(TimeSpan.FromMinutes(2));
        await she.Types("metheavy", "1281");
    }

    [Fact]
    public async Task A_press_that_cannot_be_answered_changes_nothing_else()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        bot.Api.Faults.Next(new Fault.Refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), method: "answerCallbackQuery");

        she.Worker.Presses("My rights");

        await she.Worker.WaitForText(Rights);
        await bot.WaitForLog("A button press could not be answered: answer 400 (query is too old)");
    }

    private static Fault Fault(string name) => name switch
    {
        "TooMany" => new Fault.TooMany(2),
        "ServerError" => new Fault.ServerError(),
        "BadGateway" => new Fault.BadGateway(),
        "CutBefore" => new Fault.CutBefore(),
        "SlowBody" => new Fault.SlowBody(TimeSpan.FromSeconds(5)),
        _ => new Fault.Delay(TimeSpan.FromSeconds(5)),
    };
}
