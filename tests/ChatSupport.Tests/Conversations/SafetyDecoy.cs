using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class SafetyDecoy
{
    [Theory]
    [InlineData("/start")]
    [InlineData("/menu")]
    [InlineData("/forget")]
    [InlineData("/person")]
    [InlineData("home")]
    [InlineData("overtime")]
    [InlineData("they hurt me")]
    [InlineData("I like the lotus")]
    [InlineData("1")]
    public async Task Nothing_that_a_stranger_types_shows_anything_else(string typed)
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host);

        var answer = typed.StartsWith('/') ? await talk.Commands(typed[1..]) : await talk.Types(typed);

        Assert.Equal("decoy", answer.Screen);
        Assert.All(answer.Menus, menu => Assert.Empty(menu.Navigation));
        Assert.Equal("health", (await talk.State()).Dialog!.Screen.ToString());
    }

    [Fact]
    public async Task An_old_button_of_hers_shows_nothing_else_either()
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host);

        Assert.Equal("decoy", (await talk.Presses("Rights")).Screen);
        Assert.Equal("decoy", (await talk.Presses("Agree")).Screen);
        Assert.Equal("decoy", (await talk.Presses("Home")).Screen);
    }

    [Theory]
    [InlineData("lotus")]
    [InlineData(" LOTUS ")]
    [InlineData("ផ្កាឈូក")]
    public async Task Without_a_secret_of_her_own_a_return_word_brings_her_place_back_and_is_deleted(string word)
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host);

        var answer = await talk.Types(word);

        Assert.Equal("health", answer.Screen);
        Assert.True(answer.ErasesTyped);
        Assert.Equal(LifecycleState.Dialog, (await talk.State()).Lifecycle);
        Assert.Equal(host.Time.GetUtcNow() + host.Options.SensitiveExpiry, host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    public async Task Who_left_before_she_agreed_comes_back_to_the_question()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");
        await talk.Commands("x");

        Assert.Equal("consent", (await talk.Types("lotus")).Screen);
        Assert.Equal(LifecycleState.Consent, (await talk.State()).Lifecycle);
    }

    [Fact]
    public async Task With_a_PIN_only_the_PIN_brings_her_place_back_in_either_digits()
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host, pin: "4711");

        Assert.Equal("decoy", (await talk.Types("lotus")).Screen);
        Assert.Equal("decoy", (await talk.Types("4712")).Screen);
        var answer = await talk.Types("៤៧១១");

        Assert.Equal("health", answer.Screen);
        Assert.True(answer.ErasesTyped);
        Assert.Equal(0, (await talk.State()).WrongReturns);
    }

    [Fact]
    public async Task With_a_word_of_her_own_only_that_word_brings_her_place_back()
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host, word: "Blue Lamp");

        Assert.Equal("decoy", (await talk.Types("lotus")).Screen);
        Assert.Equal("health", (await talk.Types("blue lamp")).Screen);
    }

    [Fact]
    public async Task A_wrong_PIN_is_answered_like_any_other_number()
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host, pin: "4711");

        var wrong = await talk.Types("4712");
        var noTry = await talk.Types("47");

        Assert.Equal(noTry.Said, wrong.Said);
        Assert.False(wrong.ErasesTyped);
        Assert.Equal(1, (await talk.State()).WrongReturns);
    }

    [Fact]
    public async Task After_five_wrong_PINs_none_is_looked_at_for_a_time_that_grows()
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host, pin: "4711");
        for (var wrong = 0; wrong < 5; wrong++)
            await talk.Types("1111");

        Assert.Equal("decoy", (await talk.Types("4711")).Screen);
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(1), (await talk.State()).ReturnLockedUntil);

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await talk.Types("1111");
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(2), (await talk.State()).ReturnLockedUntil);

        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("health", (await talk.Types("4711")).Screen);
        Assert.Null((await talk.State()).ReturnLockedUntil);
    }

    [Fact]
    public async Task The_lock_never_grows_beyond_an_hour()
    {
        await using var host = await TurnHost.Start();
        var talk = await Hidden(host, pin: "4711");
        await talk.Put(state => state with { WrongReturns = 400 });

        await talk.Types("1111");

        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromHours(1), (await talk.State()).ReturnLockedUntil);
    }

    private static async Task<Talk> Hidden(TurnHost host, string? pin = null, string? word = null)
    {
        var talk = await host.Welcome();
        if (pin is not null || word is not null)
        {
            await talk.Presses("Privacy");
            await talk.Presses(pin is null ? "Word" : "Pin");
            await talk.Types(pin ?? word!);
        }

        await talk.Presses("Health");
        await talk.Commands("x");
        return talk;
    }
}
