using System.Net;
using System.Text;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>The door that anybody on the internet can knock at.</summary>
public sealed class TheWebhook
{
    private static readonly HttpClient http = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret-that-only-tests-knoW")]
    [InlineData("a-secret-that-only-tests-know-and-more")]
    public async Task Who_does_not_know_the_secret_is_refused(string? secret)
    {
        await using var bot = await BotHere.Start(Way.Webhook);

        Assert.Equal(HttpStatusCode.Unauthorized, await Post(bot, """{"update_id":1}""", secret));
    }

    [Fact]
    public async Task Odd_bodies_are_refused_without_a_word_of_theirs_and_an_update_of_an_unknown_form_is_taken()
    {
        await using var bot = await BotHere.Start(Way.Webhook);

        Assert.Equal(HttpStatusCode.BadRequest, await Post(bot, ""));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(bot, "{\"update_id\":1,\"message\":{\"text\":\"CUT-OFF-TEXT"));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(bot, "[]"));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(bot, "{\"update_id\":\"one\"}"));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(bot, new string('[', 5_000)));
        Assert.Equal(HttpStatusCode.OK, await Post(bot, """{"update_id":1,"message":{"message_id":"no number"}}"""));
        Assert.Equal(HttpStatusCode.OK, await Post(bot, """{"update_id":2,"a_kind_of_the_future":{}}"""));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(bot, $$"""{"update_id":3,"x":"{{new string('x', 600_000)}}"}"""));
        Assert.DoesNotContain("CUT-OFF-TEXT", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_is_answered_within_the_answer_without_a_call_of_its_own()
    {
        await using var bot = await BotHere.Start(Way.Webhook);
        var she = await bot.Welcome();

        await she.Presses("My rights", "You can ask anything");

        Assert.Equal(0, bot.Api.Calls.Of("getUpdates"));
        Assert.Contains(she.Worker.History, call => call is { Method: "editMessageText", Succeeded: true });
    }

    [Fact]
    public async Task Without_the_mode_there_is_no_such_door()
    {
        await using var bot = await BotHere.Start(Way.Polling);

        Assert.Equal(HttpStatusCode.NotFound, await Post(bot, """{"update_id":1}"""));
    }

    private static async Task<HttpStatusCode> Post(BotHere bot, string body, string? secret = BotHere.Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/telegram/webhook")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("CUT-OFF-TEXT", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        return answer.StatusCode;
    }
}
