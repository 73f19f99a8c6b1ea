using ChatSupport.Conversations.Insight;

namespace ChatSupport.Tests.Conversations.Insight;

public sealed class CountingFootsteps
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_walk_counts_visits_steps_on_steps_back_and_what_was_not_understood()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Rights");
        await talk.Presses("Back");
        await talk.Types("gibberish of hers");

        var counts = await Kept(host);

        Assert.Equal(new ScreenCount(1, 1, 0, 0, 0, 0), counts["consent"]);
        Assert.Equal(new ScreenCount(2, 1, 0, 1, 0, 0), counts["home"]);
        Assert.Equal(new ScreenCount(1, 1, 1, 0, 0, 0), counts["rights"]);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_is_counted()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Types("gibberish");
        await talk.Types("more gibberish");

        Assert.Equal(new ScreenCount(1, 0, 0, 2, 1, 0), (await Kept(host))["home"]);
    }

    [Fact]
    public async Task A_repeated_event_is_counted_once_and_one_behind_the_decoy_never()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        var leaves = new ChatSupport.Conversations.InboundEvent.Commanded("x");
        await talk.Does(leaves, id: "test:1:leaves");
        await talk.Does(leaves, id: "test:1:leaves");
        await talk.Types("what is this");

        var counts = await Kept(host);

        Assert.Equal(["consent", "home"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new ScreenCount(1, 0, 0, 0, 0, 0), counts["home"]);
    }

    [Fact]
    public async Task What_cannot_be_written_is_kept_for_the_next_time()
    {
        await using var host = await TurnHost.Start();
        await (await host.Welcome()).Types("gibberish words");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await host.Get<FootstepKeeper>().Keep(gone.Token);
        Assert.Empty(host.Get<ScreenCountRows>().Sum(DateOnly.MinValue, DateOnly.MaxValue));

        Assert.Equal(new ScreenCount(1, 0, 0, 1, 0, 0), (await Kept(host))["home"]);
    }

    [Fact]
    public async Task Counts_go_after_four_hundred_days()
    {
        await using var host = await TurnHost.Start();
        await host.Welcome();
        Assert.NotEmpty(await Kept(host));

        host.Time.Advance(FootstepKeeper.CountsKept + TimeSpan.FromDays(1));

        Assert.Empty(await Kept(host));
    }

    [Fact]
    public async Task The_end_of_the_program_writes_down_what_was_counted()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-insight-").FullName;
        await using (var host = await TurnHost.Start(folder))
            await host.Welcome();

        await using (var again = await TurnHost.Start(folder))
            Assert.NotEmpty(again.Get<ScreenCountRows>().Sum(DateOnly.MinValue, DateOnly.MaxValue));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IReadOnlyDictionary<string, ScreenCount>> Kept(TurnHost host)
    {
        await host.Get<FootstepKeeper>().Keep(Cancel);
        return host.Get<ScreenCountRows>().Sum(DateOnly.MinValue, DateOnly.MaxValue).ToDictionary(one => one.Screen.Dialog, one => one.Count);
    }
}
