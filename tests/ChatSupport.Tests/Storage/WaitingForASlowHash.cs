using ChatSupport.Storage.Encryption;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Storage;

public sealed class WaitingForASlowHash : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly ManualResetEventSlim finish = new();
    private readonly KdfGate gate;
    private int running;
    private int most;

    public WaitingForASlowHash() => gate = new KdfGate(atOnce: 2, waiting: 3, TimeSpan.FromSeconds(10), time);

    public void Dispose()
    {
        finish.Set();
        gate.Dispose();
        finish.Dispose();
    }

    [Fact]
    public async Task Only_so_many_run_at_once_and_the_others_get_their_turn()
    {
        var all = Enumerable.Range(0, 5).Select(number => gate.Run(() => Slow(number), TestContext.Current.CancellationToken)).ToList();
        finish.Set();

        var answers = await Task.WhenAll(all);
        Assert.Equal([0, 1, 2, 3, 4], answers);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task More_than_may_wait_are_turned_away_at_once()
    {
        var all = Enumerable.Range(0, 5).Select(number => gate.Run(() => Slow(number), TestContext.Current.CancellationToken)).ToList();

        await Assert.ThrowsAsync<TimeoutException>(() => gate.Run(() => 0, TestContext.Current.CancellationToken));
        finish.Set();
        await Task.WhenAll(all);
        Assert.Equal(7, await gate.Run(() => 7, TestContext.Current.CancellationToken)); // who was turned away holds no place
    }

    [Fact]
    public async Task Who_waits_too_long_is_not_looked_at()
    {
        var all = Enumerable.Range(0, 2).Select(number => gate.Run(() => Slow(number), TestContext.Current.CancellationToken)).ToList();
        var ran = false;
        var waiting = gate.Run(() => ran = true, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        finish.Set();
        await Task.WhenAll(all);
        Assert.False(ran);
    }

    [Fact]
    public async Task Who_goes_away_is_not_looked_at()
    {
        var all = Enumerable.Range(0, 2).Select(number => gate.Run(() => Slow(number), TestContext.Current.CancellationToken)).ToList();
        using var leaving = new CancellationTokenSource();
        var waiting = gate.Run(() => 0, leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        finish.Set();
        await Task.WhenAll(all);
    }

    [Fact]
    public async Task A_hash_that_fails_gives_its_place_back()
    {
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => gate.Run<int>(() => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        Assert.Equal(1, await gate.Run(() => 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_takes_none_of_the_threads_that_serve_everybody() =>
        Assert.False(await gate.Run(() => Thread.CurrentThread.IsThreadPoolThread, TestContext.Current.CancellationToken));

    private int Slow(int number)
    {
        var now = Interlocked.Increment(ref running);
        lock (finish)
            most = Math.Max(most, now);
        finish.Wait();
        Interlocked.Decrement(ref running);
        return number;
    }
}
