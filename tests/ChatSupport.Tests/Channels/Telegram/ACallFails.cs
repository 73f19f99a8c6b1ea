using System.Net;
using ChatSupport.Channels.Telegram;
using ChatSupport.Conversations;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ChatSupport.Tests.Channels.Telegram;

public sealed class ACallFails
{
    private readonly FakeTimeProvider time = new(Updates.Now);

    [Fact]
    public void One_chat_that_is_asked_to_wait_waits_alone_and_a_second_meanwhile_means_all()
    {
        var trouble = new SendTrouble(time);

        Assert.Equal(new SendOutcome.Wait(TimeSpan.FromSeconds(7)), trouble.Read(TooMany(7), To("1")));
        Assert.Equal(new SendOutcome.Wait(TimeSpan.FromSeconds(7)), trouble.Read(TooMany(7), To("1")));
        Assert.Equal(new SendOutcome.Wait(TimeSpan.FromSeconds(6), Everybody: true), trouble.Read(TooMany(6), To("2")));
        time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(new SendOutcome.Wait(TimeSpan.FromSeconds(3)), trouble.Read(TooMany(3), To("1")));
    }

    [Theory]
    [InlineData(400, "Bad Request: message is not modified: …", typeof(SendOutcome.Sent))]
    [InlineData(400, "Bad Request: message to edit not found", typeof(SendOutcome.EditGone))]
    [InlineData(400, "Bad Request: message can't be edited", typeof(SendOutcome.EditGone))]
    [InlineData(400, "Bad Request: there is no text in the message to edit", typeof(SendOutcome.EditGone))]
    [InlineData(400, "Bad Request: message is too long", typeof(SendOutcome.Refused))]
    [InlineData(403, "Forbidden: bot was blocked by the user", typeof(SendOutcome.Unreachable))]
    [InlineData(403, "Forbidden: user is deactivated", typeof(SendOutcome.Unreachable))]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", typeof(SendOutcome.Unreachable))]
    [InlineData(403, "Forbidden: a proxy that nobody knows", typeof(SendOutcome.TryAgain))]
    [InlineData(401, "Unauthorized", typeof(SendOutcome.TryAgain))]
    [InlineData(500, "Internal Server Error", typeof(SendOutcome.TryAgain))]
    public void An_answer_of_telegram_is_known_by_its_code_and_words(int code, string words, Type outcome) =>
        Assert.IsType(outcome, new SendTrouble(time).Read(new ApiRequestException(words, code), To("1") with { Edits = "70p" }));

    [Fact]
    public void An_edit_that_changes_nothing_counts_as_sent_and_keeps_its_message() =>
        Assert.Equal(new SendOutcome.Sent("70p"), new SendTrouble(time).Read(new ApiRequestException("Bad Request: message is not modified", 400), To("1") with { Edits = "70p" }));

    [Fact]
    public void Network_trouble_and_answers_that_nobody_can_read_are_tried_again()
    {
        var trouble = new SendTrouble(time);

        Assert.IsType<SendOutcome.TryAgain>(trouble.Read(new RequestException("x", new HttpRequestException(HttpRequestError.ConnectionError)), To("1")));
        Assert.IsType<SendOutcome.TryAgain>(trouble.Read(new RequestException("x", HttpStatusCode.BadGateway), To("1")));
        Assert.IsType<SendOutcome.TryAgain>(trouble.Read(new TaskCanceledException(), To("1")));
    }

    [Fact]
    public void No_reason_repeats_what_a_call_or_an_answer_said()
    {
        const string Secret = "https://api.telegram.org/bot1:SECRET/sendMessage SECRET";

        Assert.All(
            (Exception[])[new ApiRequestException(Secret, 400), new RequestException(Secret), new RequestException(Secret, new HttpRequestException(Secret)), new IOException(Secret)],
            fault => Assert.DoesNotContain("SECRET", ApiTrouble.Of(fault), StringComparison.Ordinal));
    }

    private static ApiRequestException TooMany(int seconds) => new("Too Many Requests: retry after", 429, new ResponseParameters { RetryAfter = seconds });

    private static Outbound To(string address) => new() { Id = 1, Conversation = "tg:a", Address = address, Body = new OutboundBody.Say("x") };
}
