using System.Globalization;
using System.Net;
using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd.DirectLine;

[Collection(OneServed.Name)]
public sealed class RestartingInTheMiddle
{
    [Fact]
    public async Task After_a_kill_the_token_the_place_and_the_watermark_hold_and_the_stream_goes_on_without_loss_or_doubling()
    {
        var folder = ChatSupportProcess.NewFolder();
        var port = TestPort.Find();
        Chat chat;
        await using (var first = await Served.Start(folder, port))
        {
            chat = await Chat.Begin(first.Url);
            using var stream = await chat.OpenStream();
            await chat.Follow(stream, "Do you agree?");
            await chat.Presses("I agree. Begin");
            await chat.Follow(stream, "What would you like to know?");
            await first.Kill();
        }

        await using var second = await Served.Start(folder, port);
        await chat.Return();
        using var again = await chat.OpenStream();
        await chat.Types("overtime");
        await chat.Follow(again, "Overtime");

        var ids = chat.Seen.Select(Chat.IdOf).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal((await chat.Everything()).Select(Chat.IdOf), ids);
    }

    [Fact]
    public async Task Through_five_kills_each_message_takes_effect_once_and_each_answer_comes_in_order()
    {
        const int messages = 60;
        var folder = ChatSupportProcess.NewFolder();
        var port = TestPort.Find();
        var program = await Served.Start(folder, port);
        try
        {
            var chat = await Chat.Begin(program.Url);
            await chat.Sees("Do you agree?");
            await chat.Presses("I agree. Begin");
            await chat.Sees("What would you like to know?");
            for (var n = 0; n < messages; n++)
            {
                var posting = PostUntilTaken(chat, n);
                if (n % 12 == 6)
                {
                    await program.Kill(); // while the message is on its way, or just taken
                    await program.DisposeAsync();
                    program = await Served.Start(folder, port);
                }
                await posting;
            }

            await chat.Types("overtime");
            await chat.Sees("Overtime");
            var all = await chat.Everything();
            var hers = all.Where(activity => !Chat.IsBot(activity)).Select(Chat.TextOf).Where(text => text.StartsWith("number ", StringComparison.Ordinal)).ToList();
            Assert.Equal(Enumerable.Range(0, messages).Select(n => $"number {n}"), hers);
            Assert.Equal(all.Select(Chat.IdOf).Distinct(), chat.Seen.Select(Chat.IdOf));
            Assert.True(all.Count(Chat.IsBot) >= messages + 3, $"Only {all.Count(Chat.IsBot)} answers came to {messages} messages.");
        }
        finally
        {
            await program.DisposeAsync();
        }
    }

    /// <summary>Sends it again, with the same id, until it is taken: as a client does when a connection breaks.</summary>
    private static async Task PostUntilTaken(Chat chat, int n)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"number-{n}");
        for (var began = System.Diagnostics.Stopwatch.StartNew(); ;)
        {
            try
            {
                var answer = await chat.Types($"number {n}", id);
                if (answer.Status == HttpStatusCode.OK)
                    return;
                Assert.True(answer.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable, answer.Body);
            }
            catch (HttpRequestException)
            {
                // The program is down; she tries again.
            }
            Assert.True(began.Elapsed < TimeSpan.FromMinutes(2), $"Message {n} was not taken within two minutes.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
