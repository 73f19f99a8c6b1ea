using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class SenderMeetsTrouble
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_chat_that_must_wait_does_not_hold_up_another()
    {
        var slow = Some.Key();
        var waits = 1;
        var channel = new TestChannel
        {
            Answer = outbound => outbound.Conversation == slow && Interlocked.Decrement(ref waits) == 0 ? new SendOutcome.Wait(TimeSpan.FromSeconds(30)) : null,
        };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();

        await host.CommitAll(slow, [Some.Line("slow 1"), Some.Line("slow 2")]);
        await host.Until(() => channel.Attempts.Count == 1, "the first attempt was not made");
        await host.CommitAll(Some.Key(), [Some.Line("quick")]);
        await host.Until(() => channel.Arrived.Count == 1, "the other chat was held up");
        var began = host.Time.GetUtcNow();
        await host.Until(() => channel.Arrived.Count == 3, "the slow chat was never sent", Second);

        Assert.InRange(host.Time.GetUtcNow() - began, TimeSpan.FromSeconds(29), TimeSpan.FromMinutes(5));
        Assert.Equal(["slow 1", "slow 2"], channel.TextsOf(slow));
    }

    [Fact]
    public async Task Nobody_is_sent_anything_while_the_channel_asks_everybody_to_wait()
    {
        var asks = 1;
        var channel = new TestChannel { Answer = _ => Interlocked.Decrement(ref asks) == 0 ? new SendOutcome.Wait(TimeSpan.FromSeconds(30), Everybody: true) : null };
        await using var host = SenderFixture.Host(channel);
        using var waits = new Counted(host, "chatsupport.rate_limit_waits");
        await host.Start<Sender>();
        await host.CommitAll(Some.Key(), [Some.Line()]);
        await host.Until(() => waits["channel"] == 1, "the channel's wish was not taken up");
        var until = host.Time.GetUtcNow() + TimeSpan.FromSeconds(30);

        for (var n = 0; n < 20; n++)
            await host.CommitAll(Some.Key(), [Some.Line()]);
        while (host.Time.GetUtcNow() + Second < until)
        {
            host.Time.Advance(Second);
            Assert.Empty(channel.Arrived);
        }
        await host.Until(() => channel.Arrived.Count == 21, "the messages were never sent", Second);
    }

    [Fact]
    public async Task A_failing_channel_is_tried_again_with_growing_pauses()
    {
        var times = new List<DateTimeOffset>();
        StoreHost? host = null;
        var channel = new TestChannel();
        channel.Answer = _ =>
        {
            times.Add(host!.Time.GetUtcNow());
            return times.Count < 10 ? new SendOutcome.TryAgain("no network") : null;
        };
        await using (host = SenderFixture.Host(channel))
        {
            await host.Start<Sender>();
            await host.CommitAll(Some.Key(), [Some.Line()]);
            await host.Until(() => channel.Arrived.Count == 1, "it was never sent", TimeSpan.FromMilliseconds(250));
        }
        var pauses = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        for (var n = 0; n < pauses.Count; n++)
            Assert.True(pauses[n] >= Math.Min(Math.Pow(2, n), 60), $"pause {n} was {pauses[n]} s");
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_does_not_end_the_sender()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-unforeseen-").FullName;
        var key = Some.Key();
        await using (var earlier = SenderFixture.Host(new TestChannel(), folder: folder))
            await earlier.CommitAll(key, [Some.Line("kept")]);
        var (channel, log) = (new TestChannel(), new TestLog());
        await using (var host = SenderFixture.Host(channel, folder: folder, log: log))
        {
            await host.Writer.Write(session => session["ALTER TABLE outbox RENAME TO away"].Run(), TestContext.Current.CancellationToken);
            await host.Start<Sender>();
            await host.Until(() => log.Lines.Any(line => line.Contains("outbox could not be read", StringComparison.Ordinal)), "the fault was not noticed");
            await host.Writer.Write(session => session["ALTER TABLE away RENAME TO outbox"].Run(), TestContext.Current.CancellationToken);
            await host.Until(() => channel.TextsOf(key).Any(), "the sender did not go on", TimeSpan.FromMilliseconds(100));
        }
        Assert.Equal(["kept"], channel.TextsOf(key));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_message_is_given_up_after_a_day_and_the_next_one_is_sent()
    {
        var channel = new TestChannel { Answer = outbound => outbound.Body is OutboundBody.Say { Text: "never" } ? new SendOutcome.TryAgain("no network") : null };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();

        await host.CommitAll(key, [Some.Line("never"), Some.Line("next")]);
        var began = host.Time.GetUtcNow();
        await host.Until(() => channel.Arrived.Count == 1, "the next message was not sent", TimeSpan.FromMinutes(2));

        Assert.InRange(host.Time.GetUtcNow() - began, TimeSpan.FromHours(24), TimeSpan.FromHours(60));
        Assert.Equal(["next"], channel.TextsOf(key));
        Assert.Equal(1, host.Count("outbox", "failure = 'no network' AND length(body) = 0"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_quickly_does_not_wait_behind_an_older_message_that_is_to_be_tried_again(bool asksToWait)
    {
        var channel = new TestChannel
        {
            Answer = outbound => outbound.Body is not OutboundBody.Say { Text: "old" } ? null
                : asksToWait ? new SendOutcome.Wait(TimeSpan.FromHours(1)) : new SendOutcome.TryAgain("no network"),
        };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();
        await host.Commit(Some.Inbound(key), Some.Turn(1, Some.Line("old")));
        await host.Until(() => channel.Attempts.Count == 1, "the first attempt was not made");

        await host.Commit(Some.Inbound(key, messageId: "hers"), Some.Turn(2, new OutboundBody.Erase([], Everything: true), Some.Line("decoy")));
        await host.Until(() => channel.Arrived.Count == 1, "her chat was not emptied at once"); // the clock stands still

        Assert.Equal(["decoy"], channel.TextsOf(key));
        Assert.IsType<OutboundBody.Erase>(channel.Attempts.ElementAt(1).Body);
    }

    [Fact]
    public async Task A_refused_message_is_recorded_without_its_words_and_passed_over()
    {
        var channel = new TestChannel { Answer = outbound => outbound.Body is OutboundBody.Say { Text: "bad" } ? new SendOutcome.Refused("too long") : null };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();

        await host.CommitAll(key, [Some.Line("bad"), Some.Line("good")]);
        await host.Until(() => channel.Arrived.Count == 1 && host.Count("outbox", "failure IS NULL") == 0, "the good message was not sent");

        Assert.Equal(2, channel.Attempts.Count);
        Assert.Equal(1, host.Count("outbox", "failure = 'too long' AND length(body) = 0"));
    }

    [Fact]
    public async Task A_menu_whose_message_is_gone_is_sent_anew()
    {
        var channel = new TestChannel { Answer = outbound => outbound.Edits == "1" ? new SendOutcome.EditGone() : null };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();

        await host.CommitAll(Some.Key(), [Some.Menu("home")], [Some.Menu("rights")], [Some.Menu("hours")]);
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");

        Assert.Equal("hours", channel.Standing["2"]);
        Assert.Equal("2", channel.Attempts.Last().Edits);
    }

    [Fact]
    public async Task An_unreachable_worker_is_told_of_once_and_what_waits_is_dropped()
    {
        var grains = new TestGrains();
        var channel = new TestChannel { Answer = _ => new SendOutcome.Unreachable() };
        await using var host = SenderFixture.Host(channel, grains);
        var key = Some.Key();
        await host.CommitAll(key, [Some.Line(), Some.Line(), Some.Line()]);

        await host.Start<Sender>();
        await host.Until(() => host.Count("outbox") == 0, "what waited was not dropped");

        var told = Assert.Single(grains.Received);
        Assert.Equal((key, true), (told.Conversation, told.Event is InboundEvent.Unreachable));
        Assert.Contains(channel.Attempts, outbound => outbound.Conversation == key);
    }

    [Fact]
    public async Task A_chat_that_moved_gets_its_message_at_the_new_address_and_keeps_it()
    {
        var channel = new TestChannel { Answer = outbound => outbound.Address == "chat-4711" ? new SendOutcome.Moved("chat-4712") : null };
        await using var host = SenderFixture.Host(channel);
        await host.Start<Sender>();
        var key = Some.Key();

        await host.CommitAll(key, [Some.Line("one")]);
        await host.Until(() => host.Count("outbox") == 0, "the outbox was not emptied");
        await host.Commit(Some.Inbound(key) with { Address = null }, Some.Turn(2, Some.Line("two")));
        await host.Until(() => channel.Arrived.Count == 2, "the second message was not sent");

        Assert.Equal(["chat-4711", "chat-4712", "chat-4712"], channel.Attempts.Select(outbound => outbound.Address));
    }
}
