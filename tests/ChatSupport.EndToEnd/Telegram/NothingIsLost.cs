using ChatSupport.Storage;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>The disk cannot be written for a while: Telegram keeps what was not taken, and brings it again.</summary>
public sealed class NothingIsLost
{
    [Theory]
    [InlineData(Way.Polling)]
    [InlineData(Way.Webhook)]
    public async Task One_conversation_that_does_not_open_any_more_keeps_nobody_else_waiting(Way way)
    {
        await using var bot = await BotHere.Start(way);
        var (she, other) = (await bot.Welcome(), await bot.Welcome());
        await bot.Get<StoreWriter>().Write(
            session => session["UPDATE conversations SET state = x'00', version = version + 1 WHERE rowid = (SELECT min(rowid) FROM conversations)"].Run(),
            TestContext.Current.CancellationToken);

        she.Worker.Sends("metheavy"); // what is in memory is a version behind, so the row is read again
        await bot.WaitForLog("does not open with the keys");
        other.Worker.Sends("metheavy");

        await other.Worker.WaitForText("1281");
        Assert.DoesNotContain(she.Worker.Screen, message => message.Text.Contains("1281", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Way.Polling, "The conversations cannot be written now")]
    [InlineData(Way.Webhook, "failed with ConversationUnavailableException")]
    public async Task What_she_writes_meanwhile_is_answered_when_the_database_can_be_written_again(Way way, string said)
    {
        await using var bot = await BotHere.Start(way);
        var she = await bot.Welcome();
        using (var other = bot.Get<Database>().OpenForWriting())
        {
            other.Begin();
            she.Worker.Sends("metheavy");
            await bot.WaitForLog(said);
            Assert.NotEqual(0, bot.Api.PendingUpdates);
        }

        await she.Worker.WaitForText("1281", TimeSpan.FromSeconds(30));
        Assert.Single(she.Worker.Screen, message => message.FromBot && message.Text.Contains("1281", StringComparison.Ordinal));
    }
}
