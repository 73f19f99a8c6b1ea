using ChatSupport.Conversations;
using CsCheck;

namespace ChatSupport.Tests.Conversations;

public sealed class StoreServesManyAtOnce
{
    /// <summary>Several sources post the same events of the same conversations at once, repeat them and begin from old states, as nodes of a cluster might.</summary>
    [Fact]
    public async Task Each_event_takes_effect_exactly_once_whoever_repeats_it()
    {
        await using var host = new StoreHost();
        var keys = Enumerable.Range(0, 20).Select(_ => Some.Key()).ToList();
        var events = keys.SelectMany(key => Enumerable.Range(0, 15).Select(n => Some.Inbound(key, id: $"{key}/{n}"))).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(source => Task.Run(async () =>
        {
            var random = new Random(source);
            foreach (var inbound in events.OrderBy(_ => random.Next()).ToList())
                await TakeToItsEnd(host, inbound);
        })));

        foreach (var key in keys)
            Assert.Equal(15, (await host.Load(key))!.State.Version);
        Assert.Equal(events.Count, host.Count("inbox"));
        Assert.Equal(events.Count, host.Count("outbox"));
    }

    [Fact]
    public async Task Whatever_is_sent_stays_in_order_whatever_the_channel_answers()
    {
        var gen = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 6], Gen.Int[1, 12], Gen.Int[2, 40]);
        await gen.SampleAsync(RunUnruly, iter: 15, threads: 1);
    }

    private static async Task<bool> RunUnruly(int seed, int conversations, int turns, int room)
    {
        var random = new Random(seed);
        var channel = new TestChannel
        {
            Answer = _ =>
            {
                lock (random)
                {
                    return random.Next(6) switch
                    {
                        0 => new SendOutcome.TryAgain("no network"),
                        1 => new SendOutcome.Wait(TimeSpan.FromSeconds(random.Next(3)), Everybody: random.Next(2) == 0),
                        2 => new SendOutcome.EditGone(),
                        _ => null,
                    };
                }
            },
        };
        await using var host = SenderFixture.Host(channel, room: room);
        await host.Start<Sender>();
        var keys = Enumerable.Range(0, conversations).Select(_ => Some.Key()).ToList();
        await Task.WhenAll(keys.Select(key => host.CommitAll(key,
            [.. Enumerable.Range(0, turns).Select(n => new[] { Some.Line($"{n}a"), Some.Line($"{n}b") })])));
        await host.Until(() => host.Count("outbox", "failure IS NULL") == 0, $"the outbox was not emptied (seed {seed})", TimeSpan.FromSeconds(1));

        Assert.False(channel.Overlapped);
        var refused = host.Count("outbox");
        Assert.Equal((conversations * turns * 2) - refused, channel.Arrived.Count);
        return keys.All(key => channel.TextsOf(key).SequenceEqual(channel.TextsOf(key).OrderBy(text => int.Parse(text[..^1], null)).ThenBy(text => text[^1])));
    }

    private static async Task TakeToItsEnd(StoreHost host, Inbound inbound)
    {
        while (true)
        {
            try
            {
                var version = (await host.Load(inbound.Conversation))?.State.Version ?? 0;
                await host.Commit(inbound, Some.Turn(version + 1, Some.Line()));
                return;
            }
            catch (StaleConversationException)
            {
                // Another source came first: load again, as a conversation does.
            }
        }
    }
}
