using System.Text.RegularExpressions;
using ChatSupport.BotApi;

namespace ChatSupport.EndToEnd.BotApi;

/// <summary>grammY, an independent client in another language, understands the emulator. An emulator must not certify itself.</summary>
public sealed partial class TalkingThroughGrammy
{
    [Theory]
    [InlineData("polling")]
    [InlineData("webhook")]
    [InlineData("refusals")]
    public async Task Its_own_tests_pass_against_the_emulator(string file)
    {
        await using var api = await BotApiServer.Start(new BotApiOptions { HasControl = true });

        var output = await NodePeers.Run(
            "node",
            ["--test", "--test-reporter=tap", $"grammy/{file}.test.mjs"],
            TestContext.Current.CancellationToken,
            ("BOT_API_URL", api.Url),
            ("BOT_API_TOKEN", api.Token));

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Matches(SomePassed(), output);
        Assert.True(api.Calls.Total > 0, "The tests passed without calling the emulator.");
    }

    [GeneratedRegex("# pass [1-9]")]
    private static partial Regex SomePassed();
}
