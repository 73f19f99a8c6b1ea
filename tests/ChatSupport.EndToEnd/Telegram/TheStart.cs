using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd.Telegram;

/// <summary>The operator starts the program, with everything right and with everything that can be wrong.</summary>
public sealed class TheStart
{
    [Fact]
    public async Task A_token_that_telegram_does_not_know_ends_the_start_with_a_sentence()
    {
        await using var api = await BotApiServer.Start();

        var ended = await ChatSupportProcess.Run(ChatSupportProcess.NewFolder(), ["serve", "--urls", $"http://127.0.0.1:{TestPort.Find()}"],
            ("ChatSupport:Telegram:Token", "700000001:AAAnotherTokenThanThatOfTheBot00000"), ("ChatSupport:Telegram:ApiUrl", api.Url));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("ChatSupport:Telegram:Token: The Bot API server does not know this token. Copy the token from @BotFather", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAnotherToken", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token", "not a token", "ChatSupport:Telegram:Token does not look like a bot token")]
    [InlineData("ApiUrl", "https://example.org/bot", "ChatSupport:Telegram:ApiUrl must be the address of a Bot API server without a path")]
    [InlineData("Mode", "Both", "ChatSupport:Telegram:Mode must be Polling or Webhook")]
    [InlineData("Mode", "Webhook", "ChatSupport:Telegram:WebhookSecret must be 16 to 256")]
    public async Task A_wrong_setting_ends_the_start_with_its_name_and_the_mend(string setting, string value, string sentence)
    {
        var settings = new Dictionary<string, string> { ["Token"] = "700000001:AAEmulatedBotTokenForTestsOnly00000", [setting] = value };

        var ended = await ChatSupportProcess.Run(ChatSupportProcess.NewFolder(), ["serve", "--urls", $"http://127.0.0.1:{TestPort.Find()}"],
            [.. settings.Select(one => ("ChatSupport:Telegram:" + one.Key, one.Value))]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(sentence, ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AAEmulated", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not a token", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_telegram_cannot_be_reached_it_keeps_trying_and_says_so()
    {
        var port = TestPort.Find();
        await using var program = await ChatSupportProcess.Serve(ChatSupportProcess.NewFolder(), null,
            ("ChatSupport:Telegram:Token", new BotApiOptions().Token), ("ChatSupport:Telegram:ApiUrl", $"http://127.0.0.1:{port}"));
        Assert.Contains("Telegram cannot be reached: network trouble", program.Output, StringComparison.Ordinal);

        await using var api = await BotApiServer.Start(new BotApiOptions { Port = port });
        var she = new Talk(api.Worker("en"));

        await she.Types("/start", "Do you agree?");
        Assert.DoesNotContain(api.Token, program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_it_serves_all_the_same()
    {
        await using var program = await ChatSupportProcess.Serve(ChatSupportProcess.NewFolder());

        Assert.Equal(0, await program.Stop());
    }

    [Fact]
    public async Task The_webhook_is_set_looked_at_and_deleted_by_command()
    {
        await using var api = await BotApiServer.Start();
        var folder = ChatSupportProcess.NewFolder();
        var settings = Bot.Settings(api, Way.Webhook, 8443);

        var set = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "set"], settings);
        var info = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "info"], settings);
        var deleted = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "delete"], settings);
        var after = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "info"], settings);

        Assert.Equal((0, "The webhook is set. Telegram calls this address from now on."), (set.ExitCode, set.Output.Trim()));
        Assert.Equal((0, "The webhook is set to http://127.0.0.1:8443/telegram/webhook. 0 updates wait."), (info.ExitCode, info.Output.Trim()));
        Assert.Equal(0, deleted.ExitCode);
        Assert.Equal((0, "No webhook is set. 0 updates wait for long polling."), (after.ExitCode, after.Output.Trim()));
    }

    [Fact]
    public async Task The_command_says_what_is_missing_or_wrong()
    {
        await using var api = await BotApiServer.Start();
        var folder = ChatSupportProcess.NewFolder();

        var none = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "info"]);
        var noUrl = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "set"], ("ChatSupport:Telegram:Token", api.Token), ("ChatSupport:Telegram:ApiUrl", api.Url));
        var away = await ChatSupportProcess.Run(folder, ["telegram", "webhook", "delete"],
            ("ChatSupport:Telegram:Token", api.Token), ("ChatSupport:Telegram:ApiUrl", $"http://127.0.0.1:{TestPort.Find()}"));

        Assert.Equal(2, none.ExitCode);
        Assert.Contains("ChatSupport:Telegram:Token is not set", none.Output, StringComparison.Ordinal);
        Assert.Equal(2, noUrl.ExitCode);
        Assert.Contains("ChatSupport:Telegram:WebhookUrl must be", noUrl.Output, StringComparison.Ordinal);
        Assert.Contains("ChatSupport:Telegram:WebhookSecret must be", noUrl.Output, StringComparison.Ordinal);
        Assert.Equal(1, away.ExitCode);
        Assert.Contains("network trouble", away.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(api.Token, none.Output + noUrl.Output + away.Output, StringComparison.Ordinal);
    }
}
