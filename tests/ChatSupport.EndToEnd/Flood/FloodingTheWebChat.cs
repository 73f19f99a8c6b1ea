using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ChatSupport.EndToEnd.DirectLine;

namespace ChatSupport.EndToEnd.Flood;

/// <summary>One address sends far more than a person can write to its chat, as fast as the machine can, while others talk from theirs.</summary>
[Collection(Alone.Name)]
public sealed class FloodingTheWebChat
{
    private const int Flood = 3_000;
    private const int AtOnce = 8;
    private const int Others = 40;
    private const string Flooder = "203.0.113.9";
    private const string TooFast = "Please wait a moment, then write again.";
    private const long MostMemory = 500L * 1024 * 1024;

    [Fact]
    public async Task One_address_is_refused_with_a_time_to_wait_and_told_kindly_while_every_other_is_answered_and_loses_nothing()
    {
        await using var program = await ChatSupportProcess.Serve(ChatSupportProcess.NewFolder());
        var flooder = await Chat.Begin(program.Url, Flooder);
        await flooder.Sees("Do you agree?");

        var flood = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(caller => Post(flooder, caller)));
        await Parallel.ForEachAsync(Enumerable.Range(1, Others), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (other, _) => await TalksOn(program.Url, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{other}")));
        var answers = (await flood).SelectMany(some => some).ToList();

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, answer.Body));
        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.True(refused.Count > Flood / 2, $"Only {refused.Count} of {Flood} were refused.");
        Assert.All(refused, answer => Assert.Equal("TooManyRequests", (string?)answer.Json["error"]?["code"]));
        Assert.InRange(FloodingTheBot.MemoryOf(program.Id), 1, MostMemory);

        for (var tries = 0; (await flooder.Types("agree")).Status == HttpStatusCode.TooManyRequests; tries++)
        {
            Assert.True(tries < 600, "The pause was not over within two minutes.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await flooder.Sees("What would you like to know?");
        var everything = await flooder.Everything();
        Assert.InRange(everything.Count(activity => Chat.IsBot(activity) && Chat.TextOf(activity).Contains(TooFast, StringComparison.Ordinal)), 1, 5);
        Assert.Equal(answers.Count - refused.Count, everything.Count(activity => !Chat.IsBot(activity) && Chat.TextOf(activity) == "flood")); // what was taken, and nothing that was refused
    }

    private static async Task TalksOn(Uri server, string address)
    {
        var chat = await Chat.Begin(server, address);
        await chat.Sees("Do you agree?");
        Assert.Equal(HttpStatusCode.OK, (await chat.Presses("I agree. Begin")).Status);
        await chat.Sees("What would you like to know?");
        Assert.Equal(HttpStatusCode.OK, (await chat.Types("overtime")).Status);
        await chat.Sees("Overtime");
        Assert.DoesNotContain(await chat.Everything(), activity => Chat.TextOf(activity).Contains(TooFast, StringComparison.Ordinal));
    }

    private static async Task<List<Answer>> Post(Chat flooder, int caller)
    {
        var answers = new List<Answer>();
        for (var n = 0; n < Flood / AtOnce; n++)
        {
            var activity = new JsonObject
            {
                ["type"] = "message",
                ["text"] = "flood",
                ["channelData"] = new JsonObject { ["clientActivityID"] = string.Create(CultureInfo.InvariantCulture, $"flood-{caller}-{n}") },
            };
            answers.Add(await flooder.Call(HttpMethod.Post, $"conversations/{flooder.Id}/activities", flooder.Token, activity));
        }
        return answers;
    }
}
