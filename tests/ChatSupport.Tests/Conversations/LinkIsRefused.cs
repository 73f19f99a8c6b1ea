using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class LinkIsRefused
{
    [Fact]
    [Covers(LinkActions.Draw)]
    [Covers(LinkActions.Offer)]
    [Covers(LinkActions.Take)]
    public async Task A_wrong_an_old_a_used_and_an_ended_code_all_get_the_same_kind_answer()
    {
        await using var host = await LinkHost.Start();
        var answers = new List<(string Why, Answer Answer)>();
        var used = await (await host.WhoStandsAt()).GetsCode();
        await host.WhoTypes(used);
        answers.Add(("used", (await host.WhoTypes(used)).Last));

        var left = await host.WhoStandsAt();
        var ended = await left.GetsCode();
        await left.Commands("x");
        answers.Add(("left quickly", (await host.WhoTypes(ended)).Last));

        var erased = await host.WhoStandsAt();
        var forgotten = await erased.GetsCode();
        await erased.Commands("forget");
        await erased.Presses("Yes, delete everything");
        answers.Add(("forgotten", (await host.WhoTypes(forgotten)).Last));

        var old = await (await host.WhoStandsAt()).GetsCode();
        host.Time.Advance(TimeSpan.FromMinutes(10));
        answers.Add(("old", (await host.WhoTypes(old)).Last));
        answers.Add(("wrong", (await host.WhoTypes("0000 0000")).Last));
        answers.Add(("letters", (await host.WhoTypes("overtime")).Last));

        Assert.All(answers, one =>
        {
            Assert.True(one.Answer.Screen == "consent#no-code", $"{one.Why}: {one.Answer.Screen}");
            Assert.Equal(answers[0].Answer.Said, one.Answer.Said);
            Assert.True(one.Answer.ErasesTyped, one.Why);
        });
    }

    [Fact]
    public async Task Who_left_quickly_and_came_back_has_no_code_standing_any_more()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        await first.Commands("x");
        await first.Types("lotus");

        Assert.Equal("consent#no-code", (await host.WhoTypes(code)).Last.Screen);
        Assert.Equal("link#code", (await first.State()).Dialog!.Screen.ToString());
    }

    [Fact]
    public async Task To_the_last_millisecond_of_ten_minutes_it_works()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt()).GetsCode();
        host.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));

        Assert.Equal("rights/hours", (await host.WhoTypes(code)).Last.Screen);
    }

    [Fact]
    public async Task Typed_where_it_was_shown_it_does_nothing_and_goes_on_standing()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        await first.Types("link code");
        await first.Presses("I have a code");

        Assert.Equal("link#no-code", (await first.Types(code)).Screen);
        Assert.Equal("rights/hours", (await host.WhoTypes(code)).Last.Screen);
    }

    [Fact]
    public async Task Typed_into_the_decoy_it_does_nothing_and_goes_on_standing()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt()).GetsCode();
        var second = await host.WhoHasACode();
        await second.Commands("x");

        var answer = await second.Types(code);

        Assert.Equal("decoy", answer.Screen);
        Assert.Equal(LifecycleState.Decoy, (await second.State()).Lifecycle);
        Assert.Equal(1, host.Codes());
    }

    [Fact]
    public async Task After_five_wrong_ones_none_of_this_chat_is_looked_at_for_a_time_that_grows()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt()).GetsCode();
        var guesser = await host.WhoHasACode();
        for (var wrong = 0; wrong < 5; wrong++)
            await Again(guesser, $"0000 000{wrong}");

        Assert.Equal("consent#no-code", (await Again(guesser, code)).Screen);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await Again(guesser, "0000 0009");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("consent#no-code", (await Again(guesser, code)).Screen);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("rights/hours", (await Again(guesser, code)).Screen);
    }

    [Fact]
    public async Task Many_chats_that_try_a_few_each_share_one_limit()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt()).GetsCode();
        for (var chat = 0; chat < LinkGuard.Most; chat++)
            Assert.Equal("consent#no-code", (await host.WhoTypes($"0000 00{chat:00}")).Last.Screen);

        var late = await host.WhoTypes(code);
        Assert.Equal("consent#no-code", late.Last.Screen);
        Assert.Contains(host.Get<TestLog>().Lines, line => line.Contains("Link codes may be guessed", StringComparison.Ordinal));
        host.Time.Advance(LinkGuard.RefillEvery);
        Assert.Equal("rights/hours", (await Again(late, code)).Screen);
    }

    [Fact]
    public async Task Right_codes_of_others_do_not_use_the_limit_up()
    {
        await using var host = await LinkHost.Start();
        for (var chat = 0; chat <= LinkGuard.Most; chat++)
            Assert.Equal("rights/hours", (await host.WhoTypes(await (await host.WhoStandsAt()).GetsCode())).Last.Screen);
    }

    [Theory]
    [InlineData("he is beating me")]
    [InlineData("ចង់ស្លាប់")]
    public async Task A_cry_for_help_is_heard_before_the_code(string cry)
    {
        await using var host = await LinkHost.Start();
        var crisis = host.Get<Library>().Current.Dialogs.Dialogs.Values.Where(dialog => dialog.Crisis).Select(dialog => dialog.Id);

        var answer = await (await host.WhoHasACode()).Types(cry);

        Assert.Contains(answer.Menus.Last().Screen.Dialog, crisis);
    }

    [Fact]
    public async Task Before_she_agreed_the_question_for_a_code_opens_nothing_else()
    {
        await using var host = await LinkHost.Start();
        var talk = await host.WhoHasACode();

        Assert.Equal("consent#link", (await talk.Types("working hours")).Screen);
        Assert.Equal("consent", (await talk.Presses("Go back")).Screen);
        Assert.Equal("consent#link", (await talk.Types("code")).Screen);
        Assert.Equal("decoy", (await talk.Types("leave")).Screen);
        Assert.Null((await talk.State()).ConsentedAt);
    }

    [Fact]
    public async Task Nothing_is_offered_before_she_agreed()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        await first.Types("link code");
        var stranger = host.Meet();
        await stranger.Types("hello");

        await stranger.Types("link code");
        await stranger.Sends(new Input.Button(first.Last.Menus.Last().Choices[0].Id));

        Assert.Equal(0, host.Codes());
    }

    private static async Task<Answer> Again(Talk talk, string code)
    {
        if ((await talk.State()).Dialog!.Screen.Screen == "no-code")
            await talk.Presses("Type a code again");
        return await talk.Types(code);
    }
}
