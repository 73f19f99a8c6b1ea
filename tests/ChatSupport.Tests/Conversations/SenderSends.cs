using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class SenderSends
{
    [Fact]
    public async Task What_a_turn_says_arrives_once_and_its_row_is_gone()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();

        await host.CommitAll(key, [Some.Line("one"), Some.Line("two")], [Some.Line("three")]);
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.Equal(["one", "two", "three"], channel.TextsOf(key));
        Assert.All(channel.Attempts, outbound => Assert.Equal("chat-4711", outbound.Address));
        Assert.Equal(3, host.Count("messages"));
    }

    [Fact]
    public async Task What_an_earlier_run_left_is_sent_in_order_after_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-left-").FullName;
        var keys = Enumerable.Range(0, 40).Select(_ => Some.Key()).ToList();
        await using (var earlier = SenderFixture.Host(new TestChannel(), folder: folder))
        {
            foreach (var key in keys)
                await earlier.CommitAll(key, [.. Enumerable.Range(0, 30).Select(n => new[] { Some.Line($"{n}") })]);
        }
        var channel = new TestChannel();
        await using (var host = SenderFixture.Host(channel, folder: folder))
        {
            await host.Start<Sender>();
            await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");
        }
        Assert.All(keys, key => Assert.Equal(Enumerable.Range(0, 30).Select(n => $"{n}"), channel.TextsOf(key)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task More_than_there_is_room_for_waits_in_the_database_and_keeps_its_order()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel, room: 4);
        await host.Start<Sender>();
        var keys = Enumerable.Range(0, 20).Select(_ => Some.Key()).ToList();

        await Task.WhenAll(keys.Select(key => host.CommitAll(key,
            [.. Enumerable.Range(0, 25).Select(n => new[] { Some.Line($"{n}a"), Some.Line($"{n}b") })])));
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.All(keys, key => Assert.Equal(Enumerable.Range(0, 25).SelectMany(n => new[] { $"{n}a", $"{n}b" }), channel.TextsOf(key)));
        Assert.False(channel.Overlapped);
    }

    [Fact]
    public async Task A_menu_that_replaces_edits_the_one_she_sees()
    {
        var channel = new TestChannel();
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();

        await host.CommitAll(Some.Key(), [Some.Menu("home")], [Some.Menu("rights")], [Some.Menu("hours")]);
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.Equal([null, "1", "1"], channel.Attempts.Select(outbound => outbound.Edits));
        Assert.Equal("hours", Assert.Single(channel.Standing).Value);
    }

    [Fact]
    public async Task A_new_menu_takes_the_older_one_away_even_after_a_restart()
    {
        var channel = new TestChannel();
        var folder = Directory.CreateTempSubdirectory("chatsupport-menu-").FullName;
        var key = Some.Key();
        await using (var earlier = SenderFixture.Host(channel, folder: folder))
        {
            await earlier.Start<Sender>();
            await earlier.Commit(Some.Inbound(key), Some.Turn(1, Some.Menu("home")));
            await earlier.Until(() => earlier.Count("outbox") == 0, "the outbox was not emptied");
        }
        await using (var host = SenderFixture.Host(channel, folder: folder))
        {
            await host.Start<Sender>();
            await host.Commit(Some.Inbound(key), Some.Turn(2, Some.Menu("rights", replaces: false)));
            await host.Until(() => host.Count("messages", "message_id = '2'") == 1 && host.Count("messages") == 1, "the older menu was not taken away");
        }
        Assert.Equal("rights", Assert.Single(channel.Standing).Value);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Only_conversations_of_its_own_channels_are_carried()
    {
        var channel = new TestChannel("term");
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var (mine, other) = (Some.Key("term"), Some.Key("tg"));

        await host.CommitAll(other, [Some.Line()]);
        await host.CommitAll(mine, [Some.Line()]);
        await host.Until(() => channel.Arrived.Count == 1, "its own message was not sent");

        Assert.Equal(mine, Assert.Single(channel.Attempts).Conversation);
        await host.Until(() => host.Count("outbox") == 1, "the sent row was not removed");
        Assert.Equal(1, host.Count("outbox", $"conversation = '{other}'"));
    }
}
