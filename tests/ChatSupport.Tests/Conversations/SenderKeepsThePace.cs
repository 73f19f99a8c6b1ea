using ChatSupport.Conversations;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Conversations;

public sealed class SenderKeepsThePace
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The clock of these tests moves in steps of 20 ms, so a place may be noted a few steps after it was given.</summary>
    private static readonly TimeSpan Coarse = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task No_second_sees_more_than_the_channel_allows_and_none_is_wasted()
    {
        var time = new FakeTimeProvider(Some.Night);
        var pace = new Pace(new ChannelPace(30, 1, 3, null), time);
        var went = await Run(time, 200, n => pace.Wait($"chat {n}", TestContext.Current.CancellationToken));

        Assert.All(went, at => Assert.InRange(went.Count(other => other >= at && other < at + Second - Coarse), 1, 30));
        Assert.InRange(went[^1] - went[0], TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(6.5));
    }

    [Fact]
    public async Task One_chat_gets_a_burst_and_then_a_message_a_second()
    {
        var time = new FakeTimeProvider(Some.Night);
        var pace = new Pace(new ChannelPace(30, 1, 3, null), time);
        var went = await Run(time, 8, _ => pace.Wait("chat", TestContext.Current.CancellationToken));

        Assert.Equal([0, 0, 0, 1, 2, 3, 4, 5], went.Select(at => (int)Math.Round((at - Some.Night).TotalSeconds)));
    }

    [Fact]
    public async Task A_deletion_does_not_count_within_its_chat()
    {
        var time = new FakeTimeProvider(Some.Night);
        var pace = new Pace(new ChannelPace(30, 1, 1, null), time);
        await pace.Wait("chat", TestContext.Current.CancellationToken);

        Assert.True(pace.Wait(null, TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
        Assert.False(pace.Wait("chat", TestContext.Current.CancellationToken).AsTask().IsCompleted);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nothing_up()
    {
        var time = new SetClock();
        var pace = new Pace(new ChannelPace(1, 1, 1, null), time);
        await pace.Wait("chat", TestContext.Current.CancellationToken);
        time.Off = TimeSpan.FromHours(-1);

        var next = pace.Wait("chat", TestContext.Current.CancellationToken).AsTask();
        Assert.False(next.IsCompleted);
        time.Advance(Second);

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whatever_the_figures_no_window_is_overrun()
    {
        var gen = Gen.Select(Gen.Double[0.2, 50], Gen.Double[0.1, 5], Gen.Int[1, 5], Gen.Int[1, 5]);
        await gen.SampleAsync(async (perSecond, perChat, burst, chats) =>
        {
            var time = new FakeTimeProvider(Some.Night);
            var pace = new Pace(new ChannelPace(perSecond, perChat, burst, null), time);
            var went = await Run(time, 40, n => pace.Wait($"chat {n % chats}", CancellationToken.None));
            var most = Math.Max(1, (int)perSecond);
            var window = TimeSpan.FromSeconds(most / perSecond) - Coarse;
            return went.All(at => went.Count(other => other >= at && other < at + window) <= most);
        }, iter: 40, threads: 1);
    }

    /// <summary>A clock that somebody sets; what measures how long something takes goes on.</summary>
    private sealed class SetClock() : FakeTimeProvider(Some.Night)
    {
        public TimeSpan Off { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;

        public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
    }

    /// <summary>Asks for many places at once and moves the clock until all were given.</summary>
    private static async Task<List<DateTimeOffset>> Run(FakeTimeProvider time, int count, Func<int, ValueTask<bool>> wait)
    {
        var went = new List<DateTimeOffset>();
        async Task One(int n)
        {
            await wait(n);
            lock (went)
                went.Add(time.GetUtcNow());
        }
        var all = Task.WhenAll(Enumerable.Range(0, count).Select(One));
        for (var steps = 0; !all.IsCompleted; steps++)
        {
            Assert.True(steps < 200_000, "not every place was given");
            time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }
        return went;
    }
}
