using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class LinkHappensOnce
{
    [Fact]
    public async Task Of_two_chats_that_type_a_code_at_the_same_moment_one_goes_on_and_one_is_told_that_there_is_none()
    {
        await using var host = await LinkHost.Start();
        for (var round = 0; round < 8; round++)
        {
            var first = await host.WhoStandsAt();
            var code = await first.GetsCode();
            var (second, third) = (await host.WhoHasACode(), await host.WhoHasACode());

            await Task.WhenAll(Task.Run(() => second.Types(code)), Task.Run(() => third.Types(code)));

            Assert.Equal(["consent#no-code", "rights/hours"], new[] { second.Last.Screen, third.Last.Screen }.Order(StringComparer.Ordinal));
            Assert.Single(new[] { await second.State(), await third.State() }, state => state.ConsentedAt is not null);
            Assert.True((await first.State()).MovedAway);
        }
    }

    [Fact]
    public async Task Of_two_turns_that_were_decided_on_the_same_code_only_one_can_be_written()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var code = await first.GetsCode();
        var found = host.Get<LinkStore>().Find(host.Get<LinkCodes>().HashOf(LinkCodes.Read(code)!), host.Time.GetUtcNow())!;
        var (second, third) = (Some.Key("test"), Some.Key("test"));

        Assert.Equal(Receipt.Committed, await Take(host, second, found));
        await Assert.ThrowsAsync<StaleConversationException>(() => Take(host, third, found));

        Assert.Null(await host.Get<TurnStore>().Load(third, TestContext.Current.CancellationToken));
        Assert.Equal(found.State.Version + 1, (await first.State()).Version);
    }

    [Fact]
    public async Task A_code_that_fell_or_a_place_that_changed_since_the_turn_began_makes_it_begin_again()
    {
        await using var host = await LinkHost.Start();
        var first = await host.WhoStandsAt();
        var hash = host.Get<LinkCodes>().HashOf(LinkCodes.Read(await first.GetsCode())!);
        var asItWas = host.Get<LinkStore>().Find(hash, host.Time.GetUtcNow())!;
        await first.Types("rest day");
        await Assert.ThrowsAsync<StaleConversationException>(() => Take(host, Some.Key("test"), asItWas));

        var asItIs = host.Get<LinkStore>().Find(hash, host.Time.GetUtcNow())!;
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<StaleConversationException>(() => Take(host, Some.Key("test"), asItIs));

        Assert.Equal("rights/rest-day", (await first.State()).Dialog!.Screen.ToString());
    }

    [Fact]
    public async Task Of_PINs_that_are_tried_at_the_same_moment_neither_a_wrong_nor_a_right_one_slips_past_the_lock()
    {
        await using var host = await LinkHost.Start();
        var hash = host.Get<LinkCodes>().HashOf(LinkCodes.Read(await (await host.WhoStandsAt(pin: "4711")).GetsCode())!);
        LinkFound Read() => host.Get<LinkStore>().Find(hash, host.Time.GetUtcNow())!;
        var before = Read();
        Assert.Equal(Receipt.Committed, await Commit(host, new LinkChange.WrongSecret(before, null)));

        await Assert.ThrowsAsync<StaleConversationException>(() => Commit(host, new LinkChange.WrongSecret(before, null)));
        await Assert.ThrowsAsync<StaleConversationException>(() => Take(host, Some.Key("test"), before));

        Assert.Equal(1, Read().Wrong);
        Assert.Equal(Receipt.Committed, await Take(host, Some.Key("test"), Read()));
    }

    [Fact]
    public async Task What_she_types_in_the_first_chat_at_that_moment_never_makes_a_second_copy()
    {
        await using var host = await LinkHost.Start();
        for (var round = 0; round < 8; round++)
        {
            var first = await host.WhoStandsAt();
            var code = await first.GetsCode();
            var second = await host.WhoHasACode();

            await Task.WhenAll(Task.Run(() => second.Types(code)), Task.Run(() => first.Types("rest day")), Task.Run(() => second.Does(new InboundEvent.Moved())));

            Assert.Contains((await second.State()).Dialog!.Screen.ToString(), new[] { "rights/hours", "rights/rest-day" });
            var left = await first.State();
            Assert.Equal((LifecycleState.Decoy, null), (left.Lifecycle, left.ConsentedAt));
            Assert.Equal("consent", left.Dialog!.Screen.ToString());
        }
    }

    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt()).GetsCode();
        var second = await host.WhoHasACode();
        var typed = new InboundEvent.Did(new ChatSupport.Dialogs.Running.Input.Text(code));
        await second.Does(typed, id: "test:1:linked");
        var version = (await second.State()).Version;

        Assert.Equal(Receipt.Repeated, (await second.Does(typed, id: "test:1:linked")).Receipt);
        Assert.Equal(version, (await second.State()).Version);
    }

    [Fact]
    public async Task Two_wrong_PINs_at_the_same_moment_count_as_two()
    {
        await using var host = await LinkHost.Start();
        var code = await (await host.WhoStandsAt(pin: "4711")).GetsCode();
        var guessers = new List<Talk>();
        for (var chat = 0; chat < 2; chat++)
            guessers.Add(await host.WhoTypes(code));

        await Task.WhenAll(guessers.Select(guesser => Task.Run(() => guesser.Types("1111"))));

        Assert.Equal(2, host.Get<LinkStore>().Find(host.Get<LinkCodes>().HashOf(LinkCodes.Read(code)!), host.Time.GetUtcNow())!.Wrong);
    }

    /// <summary>The program ends after the one commit and before the first chat was told.</summary>
    [Fact]
    public async Task Killed_between_the_two_sides_the_next_start_empties_the_first_chat()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-link-").FullName;
        Talk first, second;
        await using (var host = await LinkHost.Start(folder))
        {
            first = await host.WhoStandsAt();
            second = await host.WhoTypes(await first.GetsCode());
        }

        var channel = new TestChannel("test");
        await using (var host = await LinkHost.Start(folder, channel: channel))
        {
            await LinkGoesOn.Until(host, () => channel.TextsOf(first.Key).Any(text => text.StartsWith("Khmer proverbs", StringComparison.Ordinal)), "the decoy did not arrive");
            await LinkGoesOn.Until(host, () => host.Due(first.Key, DueKind.LinkTaken) is null, "the row stayed");

            Assert.Contains(channel.Attempts, sent => sent.Conversation == first.Key && sent.Body is OutboundBody.Erase { Everything: true });
            Assert.All(channel.TextsOf(first.Key), text => Assert.StartsWith("Khmer proverbs", text, StringComparison.Ordinal)); // nothing that still waited
            Assert.Equal("rights/hours", (await second.After(host).State()).Dialog!.Screen.ToString());
            Assert.False((await first.After(host).State()).MovedAway);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The program ends before the one commit: nothing happened, and the code goes on standing.</summary>
    [Fact]
    public async Task Killed_before_it_was_written_nothing_happened()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-link-").FullName;
        Talk first;
        string code;
        DateTimeOffset now;
        await using (var host = await LinkHost.Start(folder))
        {
            first = await host.WhoStandsAt();
            code = await first.GetsCode();
            now = host.Time.GetUtcNow();
        }

        await using (var host = await LinkHost.Start(folder, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now)))
        {
            Assert.Equal("link#code", (await first.After(host).State()).Dialog!.Screen.ToString());
            Assert.Equal("rights/hours", (await host.WhoTypes(code)).Last.Screen);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<Receipt> Take(TurnHost host, string key, LinkFound found) => Commit(host, new LinkChange.Take(found, LinkLeft.Of(found.State)), key);

    private static Task<Receipt> Commit(TurnHost host, LinkChange change, string? key = null) => host.Get<TurnStore>().Commit(
        Some.Inbound(key ?? Some.Key("test")), Some.Turn(1) with { Link = change }, TestContext.Current.CancellationToken);
}
