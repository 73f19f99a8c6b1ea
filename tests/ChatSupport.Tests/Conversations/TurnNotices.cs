using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class TurnNotices
{
    private static readonly InboundEvent notice = new InboundEvent.Notice("rights");

    [Fact]
    [Covers(typeof(InboundEvent.Notice))]
    public async Task What_arrives_unasked_is_a_line_that_any_stranger_may_read()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        var answer = await talk.Does(notice);

        Assert.Equal("There is something new for you.", answer.Said.Trim());
        Assert.Equal("Open", Assert.Single(Assert.Single(answer.Menus).Choices).Label);
        Assert.Equal("home", (await talk.State()).Dialog!.Screen.ToString());
    }

    [Fact]
    public async Task Her_tap_opens_the_screen_and_a_second_tap_finds_an_old_button()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Does(notice);

        Assert.Equal("rights", (await talk.Presses("Open")).Screen);
        var again = await talk.Presses("Open");

        Assert.Equal("rights", again.Screen);
        Assert.NotNull(again.Menus.Last().Notice);
    }

    [Fact]
    public async Task With_a_PIN_the_tap_asks_for_it_and_what_she_types_is_deleted()
    {
        await using var host = await TurnHost.Start();
        var talk = await WithPin(host);
        await talk.Does(notice);

        Assert.Equal("Please write your PIN or your word.", (await talk.Presses("Open")).Said);
        var wrong = await talk.Types("1111");
        var right = await talk.Types("4711");

        Assert.Equal("Not found. Please try again.", wrong.Said.Trim());
        Assert.True(wrong.ErasesTyped);
        Assert.True(right.ErasesTyped);
        Assert.Equal("rights", right.Screen);
        Assert.Equal(0, (await talk.State()).WrongReturns);
    }

    [Fact]
    public async Task Five_wrong_PINs_lock_the_notice_too()
    {
        await using var host = await TurnHost.Start();
        var talk = await WithPin(host);
        await talk.Does(notice);
        await talk.Presses("Open");
        for (var wrong = 0; wrong < 5; wrong++)
            await talk.Types("1111");

        Assert.Equal("Not found. Please try again.", (await talk.Types("4711")).Said.Trim());

        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("rights", (await talk.Types("4711")).Screen);
    }

    [Fact]
    public async Task Who_removes_the_PIN_leaves_and_comes_back_has_no_more_tries_at_the_notice()
    {
        await using var host = await TurnHost.Start();
        var talk = await WithPin(host);
        await talk.Does(notice);
        await talk.Commands("start");
        await talk.Presses("Privacy");
        await talk.Presses("Clear");
        await talk.Does(notice with { });
        await talk.Presses("Open");
        for (var wrong = 0; wrong < 5; wrong++)
            await talk.Types("1111");

        host.Time.Advance(TimeSpan.FromSeconds(10)); // so many lines at once would be a flood
        await talk.Commands("x");
        await talk.Types("lotus");

        Assert.Equal(LifecycleState.Dialog, (await talk.State()).Lifecycle);
        Assert.Equal(5, (await talk.State()).WrongReturns);
        Assert.True((await talk.State()).ReturnLockedUntil > host.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_cry_for_help_is_heard_instead_of_being_called_wrong()
    {
        await using var host = await LinkHost.Start();
        var talk = await host.WhoStandsAt(word: "yellow mango");
        await talk.Does(notice);
        await talk.Does(new InboundEvent.Did(new Input.Button(NoticeTurn.OpenButton)));

        var answer = await talk.Types("he is beating me");

        Assert.True(host.Get<Library>().Current.Dialogs.Dialogs[answer.Menus.Last().Screen.Dialog].Crisis);
        Assert.True(answer.ErasesTyped);
    }

    [Fact]
    public async Task Who_goes_on_with_something_else_is_not_asked_any_more_and_the_notice_stays()
    {
        await using var host = await TurnHost.Start();
        var talk = await WithPin(host);
        await talk.Does(notice);
        await talk.Presses("Open");

        Assert.Equal("home", (await talk.Commands("start")).Screen);
        Assert.Equal("rights", (await talk.Types("overtime")).Screen);
        Assert.Equal("rights", (await talk.State()).Notice);
    }

    [Theory]
    [InlineData("Clear", null)]
    [InlineData("Pin", "2222")]
    public async Task Who_takes_the_PIN_away_or_sets_another_is_still_asked_for_the_one_it_came_under(string button, string? other)
    {
        await using var host = await TurnHost.Start();
        var talk = await WithPin(host);
        await talk.Does(notice);
        for (var round = 0; round < 2; round++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(10)); // so many lines at once would be a flood
            await talk.Commands("start");
            await talk.Presses("Privacy");
            await talk.Presses(button);
            if (other is not null)
                await talk.Types(other);
            await talk.Does(notice with { }); // the same again does not bring it under the new one
            await talk.Presses("Open");
            for (var wrong = 0; wrong < 3; wrong++)
                Assert.Equal("Not found. Please try again.", (await talk.Types("1111")).Said.Trim());
        }

        Assert.Equal("Not found. Please try again.", (await talk.Types("4711")).Said.Trim());
        host.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("rights", (await talk.Types("4711")).Screen);
    }

    [Theory]
    [InlineData("03:59", false)]
    [InlineData("04:00", true)]
    [InlineData("12:59", true)]
    [InlineData("13:00", false)]
    public async Task In_the_quiet_hours_nothing_arrives_before_their_end(string phnomPenh, bool waits)
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        AdvanceTo(host, phnomPenh);

        var answer = await talk.Does(notice);

        Assert.Equal(waits, answer.Out.Count == 0);
        if (waits)
        {
            var end = Assert.NotNull(host.Due(talk.Key, DueKind.Notice));
            Assert.Equal(TimeSpan.FromHours(13), end.ToOffset(TimeSpan.FromHours(7)).TimeOfDay);
        }
    }

    [Fact]
    [Covers(DueKind.Notice)]
    public async Task At_the_end_of_the_quiet_hours_the_line_arrives_once()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        AdvanceTo(host, "05:00");
        await talk.Does(notice);
        AdvanceTo(host, "13:00");

        Assert.Single((await talk.Due(DueKind.Notice)).Menus);
        Assert.Null(host.Due(talk.Key, DueKind.Notice));
    }

    [Fact]
    public async Task Who_is_in_a_chat_is_told_at_any_hour()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        AdvanceTo(host, "05:00");
        await talk.Commands("start");
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Single((await talk.Does(notice)).Menus);
    }

    [Fact]
    public async Task Behind_the_decoy_it_waits_until_she_is_back()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Commands("x");

        Assert.Empty((await talk.Does(notice)).Out);
        Assert.Empty((await talk.Due(DueKind.Notice)).Out);
        Assert.Equal("decoy", (await talk.Sends(new ChatSupport.Dialogs.Running.Input.Button(NoticeTurn.OpenButton))).Screen);

        await talk.Types("lotus");
        Assert.Equal(host.Time.GetUtcNow(), host.Due(talk.Key, DueKind.Notice));
        Assert.Single((await talk.Due(DueKind.Notice)).Menus);
    }

    [Fact]
    public async Task While_she_cannot_be_reached_it_waits_until_she_can()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Does(new InboundEvent.Unreachable());

        Assert.Empty((await talk.Does(notice)).Out);
        Assert.Empty((await talk.Does(new InboundEvent.Reachable())).Out);
        Assert.Equal(host.Time.GetUtcNow(), host.Due(talk.Key, DueKind.Notice));
    }

    [Fact]
    public async Task A_screen_that_is_gone_when_she_taps_shows_where_she_stands()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Does(new InboundEvent.Notice("no/such#screen"));

        Assert.Equal("home", (await talk.Presses("Open")).Screen);
    }

    [Fact]
    public void Quiet_hours_may_run_over_midnight_and_may_be_switched_off()
    {
        var overMidnight = new ConversationOptions { QuietFrom = TimeSpan.FromHours(22), QuietUntil = TimeSpan.FromHours(6) };
        var none = new ConversationOptions { QuietFrom = TimeSpan.FromHours(4), QuietUntil = TimeSpan.FromHours(4) };
        var late = new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal(late.AddHours(7), QuietHours.End(late, overMidnight));
        Assert.Equal(late.AddHours(7), QuietHours.End(late.AddHours(5), overMidnight));
        Assert.Null(QuietHours.End(late.AddHours(-2), overMidnight));
        Assert.All(Enumerable.Range(0, 24), hour => Assert.Null(QuietHours.End(late.AddHours(hour), none)));
    }

    private static async Task<Talk> WithPin(TurnHost host)
    {
        var talk = await host.Welcome();
        await talk.Presses("Privacy");
        await talk.Presses("Pin");
        await talk.Types("4711");
        return talk;
    }

    private static void AdvanceTo(TurnHost host, string phnomPenh)
    {
        var now = host.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        var wanted = now.Date + TimeSpan.Parse(phnomPenh, System.Globalization.CultureInfo.InvariantCulture);
        host.Time.Advance(wanted - now.DateTime + (wanted <= now.DateTime ? TimeSpan.FromDays(1) : TimeSpan.Zero));
    }
}
