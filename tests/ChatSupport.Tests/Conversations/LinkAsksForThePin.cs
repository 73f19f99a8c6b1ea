using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class LinkAsksForThePin
{
    [Fact]
    public async Task Nothing_of_her_place_shows_before_it_and_it_guards_the_new_chat_from_then_on()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(pin: "4711");
        var second = await host.WhoTypes(await first.GetsCode());

        Assert.Equal(LinkHost.AskPin, second.Last.Said.Trim());
        Assert.True(second.Last.ErasesTyped);
        Assert.Null((await second.State()).ConsentedAt);
        var wrong = await second.Types("1111");
        Assert.Equal((LinkHost.WrongPin, true), (wrong.Said.Trim(), wrong.ErasesTyped));
        Assert.Equal("link#code", (await first.State()).Dialog!.Screen.ToString());
        var right = await second.Types("៤៧១១");

        Assert.Equal(("rights/hours", true), (right.Screen, right.ErasesTyped));
        await second.Commands("x");
        Assert.Equal("decoy", (await second.Types("lotus")).Screen);
        Assert.Equal("rights/hours", (await second.Types("4711")).Screen);
    }

    [Fact]
    public async Task A_word_of_her_own_is_asked_for_as_well()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(word: "yellow mango");
        var second = await host.WhoTypes(await first.GetsCode());

        Assert.Equal(LinkHost.WrongPin, (await second.Types("green mango")).Said.Trim());
        Assert.Equal("rights/hours", (await second.Types("Yellow Mango")).Screen);
    }

    [Fact]
    public async Task Wrong_ones_from_whichever_chats_lock_the_code_for_a_time_that_grows()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt(pin: "4711")).GetsCode();
        var (second, third) = (await host.WhoTypes(code), await host.WhoTypes(code));
        for (var wrong = 0; wrong < 5; wrong++)
            await (wrong % 2 == 0 ? second : third).Types("1111");

        Assert.Equal(LinkHost.WrongPin, (await second.Types("4711")).Said.Trim());
        Assert.Equal(LinkHost.WrongPin, (await third.Types("4711")).Said.Trim());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await third.Types("1112");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(LinkHost.WrongPin, (await second.Types("4711")).Said.Trim());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("rights/hours", (await second.Types("4711")).Screen);
    }

    [Fact]
    public async Task Wrong_ones_count_on_with_every_further_code()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(pin: "4711");
        var second = await host.WhoTypes(await first.GetsCode());
        for (var wrong = 0; wrong < 3; wrong++)
            await second.Types("1111");
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await first.Due(DueKind.LinkExpiry);
        await first.Commands("start");
        var third = await host.WhoTypes(await first.GetsCode());
        await third.Types("1111");
        await third.Types("1111");

        Assert.Equal(LinkHost.WrongPin, (await third.Types("4711")).Said.Trim());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("home", (await third.Types("4711")).Screen);
    }

    [Fact]
    public async Task A_lock_that_somebody_earned_in_the_first_chat_holds_here_too()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(pin: "4711");
        var second = await host.WhoTypes(await first.GetsCode());
        await first.Put(state => state with { WrongReturns = 5, ReturnLockedUntil = host.Time.GetUtcNow().AddMinutes(1) });

        Assert.Equal(LinkHost.WrongPin, (await second.Types("4711")).Said.Trim());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("rights/hours", (await second.Types("4711")).Screen);
    }

    [Fact]
    public async Task A_code_that_falls_meanwhile_is_answered_like_any_that_is_none()
    {
        await using var host = await LinkHost.Start();
        var second = await host.WhoTypes(await (await host.WhoStandsAt(pin: "4711")).GetsCode());
        host.Time.Advance(TimeSpan.FromMinutes(10));

        var answer = await second.Types("4711");

        Assert.Equal("consent#no-code", answer.Screen);
        Assert.StartsWith(LinkHost.NoCode, answer.Menus.Last().Text, StringComparison.Ordinal);
        Assert.True(answer.ErasesTyped);
    }

    [Fact]
    public async Task Who_goes_on_with_something_else_is_not_asked_any_more_and_the_code_stands()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt(pin: "4711")).GetsCode();
        var second = await host.WhoTypes(code);

        Assert.Equal("consent", (await second.Presses("Go back")).Screen);
        Assert.Equal("consent", (await second.Types("4711")).Screen);
        await second.Presses("I have a code");
        await second.Types(code);
        Assert.Equal("rights/hours", (await second.Types("4711")).Screen);
    }

    [Fact]
    public async Task Leaving_quickly_works_there_and_her_PIN_then_opens_nothing()
    {
        await using var host = await LinkHost.Start();
        var second = await host.WhoTypes(await (await host.WhoStandsAt(pin: "4711")).GetsCode());

        Assert.True((await second.Types("leave")).ErasesEverything);
        Assert.Equal("decoy", (await second.Types("4711")).Screen);
        Assert.Equal("consent#link", (await second.Types("lotus")).Screen);
        Assert.NotEqual("rights/hours", (await second.Types("4711")).Screen);
    }

    [Theory]
    [InlineData("4711", null)]
    [InlineData(null, "yellow mango")]
    public async Task A_cry_for_help_is_heard_instead_of_being_called_wrong(string? pin, string? word)
    {
        await using var host = await LinkHost.Start();
        var second = await host.WhoTypes(await (await host.WhoStandsAt(pin: pin, word: word)).GetsCode());

        var answer = await second.Types("he is beating me");

        Assert.True(host.Get<Library>().Current.Dialogs.Dialogs[answer.Menus.Last().Screen.Dialog].Crisis);
        Assert.Null((await second.State()).ConsentedAt);
    }

    [Fact]
    public async Task The_place_stays_where_it_is_until_the_PIN_was_right()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(pin: "4711");
        await host.WhoTypes(await first.GetsCode());

        Assert.Equal("rights/rest-day", (await first.Types("rest day")).Screen);
        Assert.Equal(1, host.Codes());
    }
}
