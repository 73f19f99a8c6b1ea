using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Work;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>Somebody sends very many reports, to hide one or to wear people out.</summary>
public sealed class ManyReportsAtOnce
{
    private static readonly DateTimeOffset start = new(2026, 11, 27, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_one_place_one_goes_at_a_time_and_another_place_does_not_wait_for_it()
    {
        var places = new OnePlace(TimeProvider.System);
        var first = new TaskCompletionSource<string>();
        var one = places.Run(7, () => first.Task, Cancel);
        var second = places.Run(7, () => Task.FromResult("second"), Cancel);

        Assert.Equal("other", await places.Run(8, () => Task.FromResult("other"), Cancel));
        Assert.Equal("unknown", await places.Run(null, () => Task.FromResult("unknown"), Cancel));
        Assert.False(second.IsCompleted);
        first.SetResult("first");

        Assert.Equal(["first", "second"], await Task.WhenAll(one, second));
    }

    [Fact]
    public async Task So_many_wait_and_no_more_and_none_waits_for_ever()
    {
        var time = new FakeTimeProvider();
        var places = new OnePlace(time);
        var first = new TaskCompletionSource<int>();
        var one = places.Run(7, () => first.Task, Cancel);
        var waiting = Enumerable.Range(0, OnePlace.MostWaiting).Select(_ => places.Run(7, () => Task.FromResult(1), Cancel)).ToList();

        await Assert.ThrowsAsync<TimeoutException>(() => places.Run(7, () => Task.FromResult(1), Cancel));
        time.Advance(OnePlace.Patience + TimeSpan.FromSeconds(1));
        foreach (var late in waiting)
            await Assert.ThrowsAsync<TimeoutException>(() => late);
        first.SetResult(1);

        Assert.Equal(1, await one);
        Assert.Equal(2, await places.Run(7, () => Task.FromResult(2), Cancel)); // it is as if nothing had been
    }

    [Fact]
    public async Task One_that_fails_gives_its_turn_to_the_next()
    {
        var places = new OnePlace(TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => places.Run<int>(7, () => throw new InvalidOperationException("no"), Cancel));

        Assert.Equal(1, await places.Run(7, () => Task.FromResult(1), Cancel));
    }

    [Theory]
    [InlineData(29, 0, 0)] // one too few
    [InlineData(30, 0, 30)]
    [InlineData(30, 60, 0)] // a minute apart: never so many within ten
    [InlineData(200, 1, 200)]
    public void Those_that_came_with_many_others_are_counted(int reports, int secondsApart, int marked) =>
        Assert.Equal(marked, ManyAtOnce.Count(Enumerable.Range(0, reports).Select(at => start.AddSeconds(at * secondsApart)).Reverse()));

    [Fact]
    public void One_of_the_day_before_is_not() =>
        Assert.Equal(40, ManyAtOnce.Count([start.AddDays(-1), .. Enumerable.Range(0, 40).Select(at => start.AddSeconds(at))]));
}
