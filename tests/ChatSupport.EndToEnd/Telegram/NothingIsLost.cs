using ChatSupport.Storage;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>The disk cannot be written for a while: Telegram keeps what was not taken, and brings it again.</summary>
public sealed class NothingIsLost
{
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
