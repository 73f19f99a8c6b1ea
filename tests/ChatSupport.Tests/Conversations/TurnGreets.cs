using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class TurnGreets
{
    [Fact]
    [Covers(LifecycleState.New)]
    [Covers(LifecycleState.Consent)]
    [Covers(typeof(Input.Text))]
    public async Task The_first_word_is_answered_by_the_question_for_consent()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();

        var answer = await talk.Types("overtime");

        Assert.Equal(Receipt.Committed, answer.Receipt);
        Assert.Equal("consent", answer.Screen);
        Assert.Equal(LifecycleState.Consent, (await talk.State()).Lifecycle);
        Assert.Equal(host.Time.GetUtcNow() + host.Options.ConsentExpiry, host.Due(talk.Key, DueKind.ConsentExpiry));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-US", "en")]
    [InlineData("KM_kh", "km")]
    [InlineData("fr", "km")]
    [InlineData(null, "km")]
    public async Task She_is_greeted_in_the_language_of_her_app_or_else_in_the_first(string? hint, string language)
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();

        await talk.Does(new InboundEvent.Commanded("start"), language: hint);

        Assert.Equal(language, (await talk.State()).Dialog!.Language);
    }

    [Theory]
    [InlineData("overtime")]
    [InlineData("home")]
    [InlineData("/start")]
    [InlineData("/language")]
    [InlineData("/person")]
    [Covers(typeof(InboundEvent.Commanded))]
    public async Task Before_she_agreed_nothing_but_the_question_is_reached_by_typing(string typed)
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        var answer = typed.StartsWith('/') ? await talk.Commands(typed[1..]) : await talk.Types(typed);

        Assert.Equal("consent", answer.Screen);
    }

    [Fact]
    public async Task Before_she_agreed_a_choice_that_leads_elsewhere_asks_again()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        Assert.Equal("consent", (await talk.Presses("Sneak")).Screen);
        Assert.Equal(LifecycleState.Consent, (await talk.State()).Lifecycle);
    }

    [Theory]
    [InlineData("home")]
    [InlineData("overtime")]
    [InlineData("language")]
    public async Task Before_she_agreed_urgent_help_and_where_it_leads_is_open_and_nothing_beyond(string typed)
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        Assert.Equal("emergency", (await talk.Presses("Urgent")).Screen);
        Assert.Equal("person", (await talk.Presses("Shelter")).Screen);
        Assert.Equal("consent", (await talk.Types(typed)).Screen);
    }

    [Fact]
    public async Task Before_she_agreed_a_word_of_crisis_opens_help_from_where_only_the_question_is_reached()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        await talk.Presses("Urgent");
        Assert.Equal("crisis", (await talk.Types("they hurt me")).Screen);
        Assert.Equal("consent", (await talk.Commands("start")).Screen);
    }

    [Fact]
    [Covers(EngineActions.ConsentGive)]
    [Covers(LifecycleState.Dialog)]
    public async Task Who_agrees_stands_at_home_and_her_place_begins_to_be_kept()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        var answer = await talk.Presses("Agree");

        Assert.Equal("home", answer.Screen);
        Assert.Equal(host.Time.GetUtcNow(), (await talk.State()).ConsentedAt);
        Assert.Null(host.Due(talk.Key, DueKind.ConsentExpiry));
        Assert.Equal(host.Time.GetUtcNow() + host.Options.PlaceExpiry, host.Due(talk.Key, DueKind.PlaceExpiry));
    }

    [Fact]
    [Covers(EngineActions.ConsentDecline)]
    public async Task Of_who_declines_nothing_is_kept_and_her_next_word_is_a_first_one()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        var answer = await talk.Presses("Decline");

        Assert.Equal("emergency", answer.Screen);
        Assert.True(answer.ErasesEverything); // the question says what this is
        Assert.Null(await host.Get<TurnStore>().Load(talk.Key, TestContext.Current.CancellationToken));
        Assert.Null(host.Due(talk.Key, DueKind.ConsentExpiry));
        Assert.Equal("consent", (await talk.Types("hello")).Screen);
    }

    [Fact]
    [Covers(DueKind.ConsentExpiry)]
    public async Task A_question_that_stays_unanswered_is_erased_from_the_chat_too_without_a_word()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");

        var answer = await talk.Due(DueKind.ConsentExpiry);

        Assert.True(answer.ErasesEverything);
        Assert.Single(answer.Out);
        Assert.Null(await host.Get<TurnStore>().Load(talk.Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_late_expiry_of_the_question_does_not_touch_who_agreed()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        await talk.Due(DueKind.ConsentExpiry);

        Assert.Equal(LifecycleState.Dialog, (await talk.State()).Lifecycle);
    }

    [Fact]
    public async Task Events_that_are_not_hers_begin_nothing()
    {
        await using var host = await TurnHost.Start();
        InboundEvent[] others =
        [
            new InboundEvent.Unreachable(), new InboundEvent.Reachable(), new InboundEvent.Moved(),
            new InboundEvent.Due(DueKind.PlaceExpiry), new InboundEvent.Due(DueKind.SensitiveExpiry), new InboundEvent.Notice("rights"),
        ];

        foreach (var other in others)
        {
            var talk = host.Meet();
            Assert.Empty((await talk.Does(other)).Out);
            Assert.Null(await host.Get<TurnStore>().Load(talk.Key, TestContext.Current.CancellationToken));
        }
    }
}
