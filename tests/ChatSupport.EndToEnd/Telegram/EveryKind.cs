using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>Everything that people and Telegram can send has an answer, or is left alone on purpose.</summary>
public sealed class EveryKind
{
    private const string CannotRead = "I cannot read this kind of message";
    private const string Private = "Please write to me alone";

    [Fact]
    public async Task What_cannot_be_read_is_said_kindly()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();

        await she.Sends("a sticker", () => she.Worker.SendsSticker(), CannotRead);
        await she.Sends("a video", () => she.Worker.SendsVideo([1, 2, 3]), CannotRead);
        await she.Sends("a document", () => she.Worker.SendsDocument([1, 2, 3], "a.pdf"), CannotRead);
        await she.Sends("a contact", () => she.Worker.SendsContact("000", "Sample"), CannotRead);
        await she.Sends("a poll", () => she.Worker.SendsPoll("?", "a", "b"), CannotRead);
        await she.Sends("a voice note", () => she.Worker.SendsVoice([1, 2, 3]), "I cannot listen to voice messages here");
        await she.Sends("a photo", () => she.Worker.SendsPhoto([1, 2, 3]), "I cannot look at photos here");
        await she.Sends("something of the future", () => she.Worker.SendsContent(new JsonObject { ["hologram"] = new JsonObject() }), CannotRead);
        var line = she.Worker.Sends("metheavy");
        await she.Worker.WaitForText("1281");
        await she.Sends("an edit", () => she.Worker.Edits(line, "other words"), "I do not read messages that were edited");
    }

    [Fact]
    public async Task An_album_is_answered_once_and_goes_with_everything_when_she_leaves()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();
        var picture = new JsonObject
        {
            ["media_group_id"] = "135",
            ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "f", ["file_unique_id"] = "u", ["width"] = 90, ["height"] = 60 }),
        };

        for (var i = 0; i < 3; i++)
            she.Worker.SendsContent((JsonObject)picture.DeepClone());
        await she.Worker.WaitForText("I cannot look at photos here");
        await she.Types("/x", "Drop by drop");

        await she.WaitUntilOnly("Drop by drop");
        Assert.Single(she.Worker.History, call => call.Request["text"]?.ToString().Contains("look at photos", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task In_a_group_it_asks_once_in_every_language_to_be_written_to_alone_and_leaves()
    {
        await using var bot = await BotHere.Start();
        var she = bot.Meet();
        var group = bot.Api.Group();

        group.Says(she.Worker, "/start@emulated_bot");
        group.Says(she.Worker, "/help@emulated_bot");

        var said = await group.WaitForText(Private);
        Assert.Contains("សូមសរសេរមកខ្ញុំតែម្នាក់ឯង", said.Text, StringComparison.Ordinal);
        await group.WaitForCalls(calls => calls.Any(call => call is { Method: "leaveChat", Succeeded: true }));
        Assert.Single(group.Screen, message => message.FromBot && message.Text.Contains(Private, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_means_nothing_here_is_confirmed_and_the_next_is_heard()
    {
        await using var bot = await BotHere.Start();
        var she = await bot.Welcome();

        bot.Api.Channel().Posts("news");
        bot.Api.Delivers("message", new JsonObject { ["message_id"] = "not a number" });
        bot.Api.Delivers("message", new JsonObject { ["message_id"] = 5, ["date"] = 1, ["chat"] = new JsonObject { ["id"] = -9, ["type"] = "a kind of the future" } });
        bot.Api.Delivers("callback_query", new JsonObject { ["id"] = "1" });
        await she.Types("metheavy", "1281");

        await bot.WaitForLog("has a form that this program cannot read");
        await she.Types("home", "What would you like to know?");
        Assert.InRange(bot.Api.PendingUpdates, 0, 1); // the last one is confirmed by the next request
    }

    [Fact]
    public async Task The_command_list_of_her_app_is_in_her_language_and_harmless()
    {
        await using var bot = await BotHere.Start();
        for (var tries = 0; bot.Api.Calls.Of("setMyCommands") < 3 && tries < 100; tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);

        var sets = bot.Api.Recorded.Where(call => call.Method == "setMyCommands").ToDictionary(call => call.Request["language_code"]?.ToString() ?? "", call => call.Request["commands"]!.ToString());
        Assert.Equal(["", "en", "km"], sets.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(sets["km"], sets[""]);
        Assert.Contains("ទំព័រដើម", JsonNode.Parse(sets["km"])!.AsArray()[0]!["description"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("leave", sets["en"], StringComparison.OrdinalIgnoreCase);
    }
}
