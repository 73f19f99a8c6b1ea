using System.Text;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class LinkGoesOn
{
    [Fact]
    public async Task Her_place_language_answers_way_back_and_consent_go_on_in_the_other_chat()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(channel: "other");
        await first.Put(state => state with
        {
            Dialog = state.Dialog! with { Variables = state.Dialog.Variables.With("topic", new Value.Text("hers")) },
            Notice = "rights",
        });
        var before = await first.State();
        var code = await first.GetsCode();
        host.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await host.WhoHasACode();

        var answer = await second.Types(code);

        Assert.Equal("rights/hours", answer.Screen);
        Assert.StartsWith("You go on where you left off.", answer.Said.Trim(), StringComparison.Ordinal);
        var after = await second.State();
        Assert.Equal(before.Dialog! with { Channel = "test" }, after.Dialog! with { Today = before.Dialog!.Today });
        Assert.Equal((before.ConsentedAt, before.Notice), (after.ConsentedAt, after.Notice));
        Assert.Equal(LifecycleState.Dialog, after.Lifecycle);
        Assert.Equal(host.Time.GetUtcNow() + host.Options.PlaceExpiry, host.Due(second.Key, DueKind.PlaceExpiry));
        Assert.Null(host.Due(second.Key, DueKind.ConsentExpiry));
        Assert.Equal(0, host.Codes());
    }

    [Fact]
    [Covers(DueKind.LinkTaken)]
    public async Task The_first_chat_is_emptied_shows_the_decoy_and_hides_nothing_any_more()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        await host.WhoTypes(await first.GetsCode());

        var left = await first.State();
        Assert.Equal((LifecycleState.Decoy, null, "consent"), (left.Lifecycle, left.ConsentedAt, left.Dialog!.Screen.ToString()));
        Assert.Equal(Variables.None, left.Dialog.Variables);
        Assert.Equal(host.Time.GetUtcNow(), host.Due(first.Key, DueKind.LinkTaken));
        Assert.All(Enum.GetValues<DueKind>().Except([DueKind.LinkTaken]), kind => Assert.Null(host.Due(first.Key, kind)));

        var told = await first.Due(DueKind.LinkTaken);
        Assert.True(told.ErasesEverything);
        Assert.Equal("decoy", told.Screen);
        Assert.All(told.Out.Skip(1), body => Assert.True(body.Silent));
        Assert.Empty((await first.Due(DueKind.LinkTaken)).Out);
        Assert.Equal("decoy", (await first.Types("working hours")).Screen);
        Assert.Equal("consent", (await first.Types("lotus")).Screen);
        Assert.Null((await first.State()).ConsentedAt);
        Assert.NotNull(host.Due(first.Key, DueKind.ConsentExpiry));
    }

    [Fact]
    public async Task Who_is_faster_than_the_schedule_in_her_first_chat_finds_it_emptied_too()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        await host.WhoTypes(await first.GetsCode());

        var answer = await first.Presses("Home");

        Assert.True(answer.ErasesEverything);
        Assert.Equal("decoy", answer.Screen);
        Assert.Null(host.Due(first.Key, DueKind.LinkTaken));
    }

    [Fact]
    public async Task A_long_time_later_her_word_in_the_first_chat_still_leads_to_the_question_first()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt(pin: "4711");
        var second = await host.WhoTypes(await first.GetsCode());
        await second.Types("4711");
        await first.Due(DueKind.LinkTaken);
        await first.Types("hello");
        host.Time.Advance(TimeSpan.FromDays(40));

        Assert.Equal("decoy", (await first.Types("lotus")).Screen);
        Assert.Equal("consent", (await first.Types("4711")).Screen);
    }

    [Fact]
    public async Task A_first_chat_that_blocked_the_bot_is_emptied_once_it_can_be_reached_again()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        await first.Does(new InboundEvent.Unreachable());

        Assert.Equal("rights/hours", (await host.WhoTypes(code)).Last.Screen);
        Assert.Empty((await first.Due(DueKind.LinkTaken)).Out);
        var back = await first.Does(new InboundEvent.Reachable());

        Assert.True(back.ErasesEverything);
        Assert.Equal("decoy", back.Screen);
    }

    [Theory]
    [InlineData("{0}{1}")]
    [InlineData("  {0}-{1} ")]
    [InlineData("khmer")]
    public async Task She_may_type_it_in_either_digits_with_or_without_the_gap(string form)
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        var typed = form == "khmer"
            ? string.Concat(code.Select(c => char.IsAsciiDigit(c) ? (char)('\u17E0' + (c - '0')) : c))
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, form, code[..4], code[5..]);

        Assert.Equal("rights/hours", (await host.WhoTypes(typed)).Last.Screen);
    }

    [Fact]
    public async Task Who_agreed_in_the_other_chat_before_finds_the_question_in_her_privacy_within_four_taps()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        var second = await host.WhoStandsAt("start");
        await second.Presses("My privacy");
        await second.Presses("A shared phone");
        Assert.Equal("link#type", (await second.Presses("I have a code")).Screen);

        var answer = await second.Types(code);

        Assert.Equal("rights/hours", answer.Screen);
        Assert.True(answer.ErasesTyped);
    }

    [Fact]
    public async Task She_goes_on_where_she_is_by_then_not_where_she_asked()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        await first.Types("rest day");

        Assert.Equal("rights/rest-day", (await host.WhoTypes(code)).Last.Screen);
    }

    [Fact]
    public async Task The_code_is_in_her_chat_only_not_in_her_state_the_log_or_a_file()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        var digits = code.Replace(" ", "", StringComparison.Ordinal);

        var state = System.Text.Json.JsonSerializer.Serialize(await first.State(), DialogJson.Options);
        Assert.All(new[] { code, digits }, secret =>
        {
            Assert.DoesNotContain(secret, state, StringComparison.Ordinal);
            Assert.DoesNotContain(host.Get<TestLog>().Lines, line => line.Contains(secret, StringComparison.Ordinal));
            foreach (var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories))
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                Assert.False(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) >= 0, $"The code can be read in {Path.GetFileName(file)}.");
            }
        });
        Assert.Equal("The code is not shown any more. If you have not used it, ask for a new one.", (await first.Sends(new Input.Unreadable())).Menus.Last().Text);
    }

    [Fact]
    [Covers(DueKind.LinkExpiry)]
    public async Task After_ten_minutes_it_goes_from_the_screen_without_a_sound_and_from_the_database()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        await first.GetsCode();
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(10), host.Due(first.Key, DueKind.LinkExpiry));
        host.Time.Advance(TimeSpan.FromMinutes(10));

        var over = await first.Due(DueKind.LinkExpiry);

        var shown = Assert.IsType<OutboundBody.Show>(Assert.Single(over.Out));
        Assert.True(shown is { Replaces: true, Silent: true });
        Assert.StartsWith("The code is not shown any more.", over.Menus.Single().Text, StringComparison.Ordinal);
        Assert.Equal(0, host.Codes());
    }

    [Fact]
    public async Task A_new_code_ends_the_older_one_and_keeps_its_own_ten_minutes()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var older = await first.GetsCode();
        host.Time.Advance(TimeSpan.FromMinutes(6));
        var newer = await first.GetsCode();
        host.Time.Advance(TimeSpan.FromMinutes(4));

        Assert.Empty((await first.Due(DueKind.LinkExpiry)).Out);
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(6), host.Due(first.Key, DueKind.LinkExpiry));
        Assert.StartsWith(LinkHost.NoCode, (await host.WhoTypes(older)).Last.Menus.Last().Text, StringComparison.Ordinal);
        Assert.Equal("rights/hours", (await host.WhoTypes(newer)).Last.Screen);
    }

    [Fact]
    public async Task In_a_real_chat_nothing_stands_but_the_decoy_afterwards_and_no_code_before()
    {
        var channel = new TestChannel("test");
        await using var host = await LinkHost.Start(channel: channel);
        var first = host.Meet();
        await first.Types("hello");
        await Arrives(host, channel, first.Key, "Do you agree?");
        await first.Types("agree");
        await first.Types("link code");
        await first.Types("1");
        await Arrives(host, channel, first.Key, "Code: ");
        Assert.Contains(channel.Standing.Values, text => text.StartsWith("Code: ", StringComparison.Ordinal));
        var code = channel.TextsOf(first.Key).Last(text => text.StartsWith("Code: ", StringComparison.Ordinal))[6..15];
        var second = host.Meet();
        await second.Types("hello");
        await second.Types("6");

        await second.Types(code);

        await Arrives(host, channel, first.Key, "Khmer proverbs");
        await Until(host, () => !channel.Standing.Values.Any(text => text.StartsWith("Code: ", StringComparison.Ordinal)), "the code was not deleted");
        Assert.Equal("home", (await second.State()).Dialog!.Screen.ToString());
    }

    private static Task Arrives(TurnHost host, TestChannel channel, string key, string text) =>
        Until(host, () => channel.TextsOf(key).Any(arrived => arrived.Contains(text, StringComparison.Ordinal)), $"'{text}' did not arrive");

    internal static async Task Until(TurnHost host, Func<bool> isSo, string what)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(20), $"It did not happen within 20 seconds: {what}");
            host.Time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
