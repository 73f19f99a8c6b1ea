using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.BotApi;

public sealed class DeliveringToAWebhook : BotApiTest
{
    [Fact]
    public async Task Every_update_comes_with_the_secret()
    {
        await using var hook = await WebhookServer.Start(_ => 200);
        await Result("setWebhook", new { url = hook.Url, secret_token = "Only-the_service-1" });
        WorkerWhoWrote();

        var delivery = await hook.Next(Cancel);

        Assert.Equal("Only-the_service-1", delivery.Secret);
        Assert.Equal("សួស្តី", delivery.Update["message"]!["text"]!.ToString());
    }

    [Fact]
    public async Task What_came_before_the_webhook_is_delivered_too()
    {
        WorkerWhoWrote();
        await using var hook = await WebhookServer.Start(_ => 200);

        await Result("setWebhook", new { url = hook.Url });

        Assert.Equal(Api.LastUpdateId, (await hook.Next(Cancel)).Id);
    }

    [Fact]
    public async Task A_refused_update_blocks_its_chat_and_no_other()
    {
        var (hers, others) = (Api.Worker(), Api.Worker());
        var isOpen = false;
        await using var hook = await WebhookServer.Start(delivery => delivery.ChatId == hers.Id && !Volatile.Read(ref isOpen) ? 500 : 200);
        await Result("setWebhook", new { url = hook.Url });

        hers.Sends("one");
        hers.Sends("two");
        var first = await hook.Next(Cancel);
        Assert.Equal("one", first.Text);
        Assert.Equal("one", (await hook.Next(Cancel)).Text); // the second try comes at once
        others.Sends("other");
        Assert.Equal("other", (await hook.Next(Cancel)).Text);

        Volatile.Write(ref isOpen, true);
        Api.Clock.Advance(TimeSpan.FromSeconds(3)); // the third would come after two seconds
        var again = await hook.Next(Cancel);
        Assert.Equal((first.Id, "one"), (again.Id, again.Text));
        Assert.Equal("two", (await hook.Next(Cancel)).Text);
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", (await Result("getWebhookInfo"))["last_error_message"]!.ToString());
    }

    [Fact]
    public async Task Tries_come_later_and_later_until_a_day_has_passed()
    {
        var backOff = Enumerable.Range(0, 12).Aggregate(
            (Next: new ChatSupport.BotApi.Updates.BackOff(1, 1), Waits: new List<double>()),
            (all, _) =>
            {
                all.Waits.Add(all.Next.Next(retryAfter: 0).TotalSeconds);
                return all;
            }).Waits;
        Assert.Equal([0, 2, 4, 8, 16, 32], backOff.Take(6));
        Assert.All(backOff.Skip(7), seconds => Assert.InRange(seconds, 60, 120));

        await using var hook = await WebhookServer.Start(_ => 503);
        await Result("setWebhook", new { url = hook.Url });
        var worker = WorkerWhoWrote();
        await hook.Next(Cancel);
        await hook.Next(Cancel);
        Api.Clock.Advance(TimeSpan.FromHours(25));
        worker.Sends("later"); // it stands behind the first, and is delivered only once that was dropped
        var next = await hook.Until(delivery => delivery.Text == "later", Cancel);
        Assert.Equal(Api.LastUpdateId, next.Id);
    }

    [Fact]
    public async Task A_method_in_the_answer_is_run_and_one_that_asks_is_not()
    {
        var worker = Api.Worker();
        await using var hook = await WebhookServer.Start(
            _ => 200,
            delivery => new JsonObject { ["method"] = delivery.Text == "ask" ? "getMe" : "sendMessage", ["chat_id"] = delivery.ChatId, ["text"] = "by the way" });
        await Result("setWebhook", new { url = hook.Url });

        worker.Sends("ask");
        worker.Sends("hello");

        await worker.WaitForText("by the way");
        Assert.DoesNotContain(Api.Recorded, call => call.Method == "getMe");
    }

    [Theory]
    [InlineData("not a url", "", "400 Bad Request: invalid webhook URL specified")]
    [InlineData("http://example.org/hook", "", "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.org:9000/hook", "", "400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("http://127.0.0.1:9/hook", "ខ្មែរ", "400 Bad Request: secret token contains unallowed characters")]
    public async Task A_webhook_that_cannot_be_is_refused(string url, string secret, string refusal) =>
        Assert.Equal(refusal, await Refusal("setWebhook", new { url, secret_token = secret }));

    [Fact]
    public async Task Deleting_it_can_drop_what_waits()
    {
        WorkerWhoWrote();
        await Result("deleteWebhook", new { drop_pending_updates = true });

        Assert.Equal(0, Api.PendingUpdates);
    }
}
