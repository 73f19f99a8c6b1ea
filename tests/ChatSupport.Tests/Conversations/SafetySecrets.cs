using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class SafetySecrets
{
    [Fact]
    [Covers(EngineActions.PinSet)]
    public async Task A_PIN_is_deleted_from_the_chat_and_kept_only_as_a_salted_hash()
    {
        await using var host = await TurnHost.Start();
        var first = await WithPin(host, "4711");
        var second = await WithPin(host, "4711");

        var (one, other) = ((await first.State()).ReturnSecret!, (await second.State()).ReturnSecret!);

        Assert.True(first.Last.ErasesTyped);
        Assert.DoesNotContain("4711", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
        Assert.True(int.Parse(one.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture) >= 100_000);
    }

    [Fact]
    public async Task A_PIN_that_does_not_fit_is_deleted_as_well()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Privacy");
        await talk.Presses("Pin");

        var answer = await talk.Types("12");

        Assert.Equal("pin", answer.Screen);
        Assert.True(answer.ErasesTyped);
        Assert.Null((await talk.State()).ReturnSecret);
    }

    [Fact]
    [Covers(EngineActions.WordSet)]
    public async Task A_word_is_deleted_from_the_chat_and_kept_only_as_a_salted_hash()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Privacy");
        await talk.Presses("Word");

        var answer = await talk.Types("blue lamp");

        Assert.True(answer.ErasesTyped);
        Assert.StartsWith("word:", (await talk.State()).ReturnSecret, StringComparison.Ordinal);
        Assert.DoesNotContain("lamp", (await talk.State()).ReturnSecret!, StringComparison.Ordinal);
    }

    [Fact]
    [Covers(EngineActions.PinClear)]
    public async Task Who_clears_her_secret_comes_back_by_the_words_of_the_content()
    {
        await using var host = await TurnHost.Start();
        var talk = await WithPin(host, "4711");
        await talk.Presses("Privacy");
        await talk.Presses("Clear");
        await talk.Commands("x");

        Assert.Equal("home", (await talk.Types("lotus")).Screen);
    }

    [Theory]
    [InlineData("123", false)]
    [InlineData("1234", true)]
    [InlineData("១២៣៤៥៦៧៨", true)]
    [InlineData("123456789", false)]
    [InlineData("12a4", false)]
    public async Task A_PIN_is_four_to_eight_digits(string typed, bool fits)
    {
        var cancel = TestContext.Current.CancellationToken;
        if (fits)
        {
            Assert.True(await ReturnSecret.Fits(await ReturnSecret.OfPin(typed, cancel), typed, cancel));
        }
        else
        {
            var refusal = await Assert.ThrowsAsync<ArgumentException>(() => ReturnSecret.OfPin(typed, cancel));
            Assert.DoesNotContain(typed, refusal.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<Talk> WithPin(TurnHost host, string pin)
    {
        var talk = await host.Welcome();
        await talk.Presses("Privacy");
        await talk.Presses("Pin");
        await talk.Types(pin);
        return talk;
    }
}
