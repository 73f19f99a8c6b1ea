using ChatSupport.Conversations.Insight;
using ChatSupport.Dialogs.Model;
using ChatSupport.Storage;

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
        Assert.Equal(0L, Count(host, "screen_counts"));

        Assert.Equal(new ScreenCount(1, 0, 0, 1, 0, 0), (await Kept(host))["home"]);
    }

    [Fact]
    public async Task Who_came_is_forgotten_once_five_did_and_where_fewer_did_at_the_end_of_the_week()
    {
        await using var host = await TurnHost.Start();
        for (var workers = 0; workers < 4; workers++)
            await (await host.Welcome()).Presses("Rights");
        var erased = await host.Welcome();
        await erased.Presses("Rights");
        await erased.Commands("forget");
        await erased.Presses("Erase");
        await host.Get<FootstepKeeper>().Keep(Cancel);
        Assert.Equal(4L, Count(host, "screen_seen WHERE screen = 'rights'"));
        Assert.Equal(0L, Count(host, "screen_counts WHERE screen = 'rights' AND workers IS NOT NULL"));
        await (await host.Welcome()).Presses("Privacy"); // one alone

        for (var workers = 0; workers < 3; workers++)
            await (await host.Welcome()).Presses("Rights");
        await host.Get<FootstepKeeper>().Keep(Cancel);
        await (await host.Welcome()).Presses("Rights");
        await host.Get<FootstepKeeper>().Keep(Cancel);

        Assert.Equal(0L, Count(host, "screen_seen WHERE screen = 'rights'"));
        Assert.Equal(9L, host.Get<StoreReaders>().Read(session => session["SELECT visits FROM screen_counts WHERE screen = 'rights' AND workers = 5"].One()));
        Assert.NotEqual(0L, Count(host, "screen_seen"));
        host.Time.Advance(TimeSpan.FromDays(7));
        await host.Get<FootstepKeeper>().Keep(Cancel);
        Assert.Equal(0L, Count(host, "screen_seen"));
        Assert.Equal(["consent", "home", "rights"], Closed(host).Select(one => one.Screen.Dialog).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_back_and_forth_is_one_worker()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        for (var times = 0; times < 6; times++)
        {
            await talk.Presses("Rights");
            await talk.Presses("Back");
        }
        await host.Get<FootstepKeeper>().Keep(Cancel);
        host.Time.Advance(TimeSpan.FromDays(7));
        await host.Get<FootstepKeeper>().Keep(Cancel);

        Assert.Empty(Closed(host));
        Assert.NotEqual(0L, Count(host, "screen_counts WHERE screen = 'rights' AND visits = 6"));
    }

    [Fact]
    public async Task Counts_go_after_more_than_a_year()
    {
        await using var host = await TurnHost.Start();
        await host.Welcome();
        var counted = (await Kept(host)).Count;
        await host.Get<StoreWriter>().Write(session =>
        {
            foreach (var weeks in new[] { FootstepKeeper.CountsKept - 1, FootstepKeeper.CountsKept })
                ScreenCountRows.Add(session, new CountKey(host.Get<FootstepCounts>().Week().AddDays(-7 * weeks), ScreenId.Of("home"), "en"), new ScreenCount(9, 0, 0, 0, 0, 0));
            return true;
        }, Cancel);

        host.Time.Advance(TimeSpan.FromDays(7));
        await host.Get<FootstepKeeper>().Keep(Cancel);

        Assert.Equal(counted + 1, Count(host, "screen_counts")); // the older of the two is gone
    }

    [Fact]
    public async Task The_end_of_the_program_writes_down_what_was_counted()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-insight-").FullName;
        await using (var host = await TurnHost.Start(folder))
            await host.Welcome();

        await using (var again = await TurnHost.Start(folder))
            Assert.NotEqual(0L, Count(again, "screen_counts"));
        Directory.Delete(folder, recursive: true);
    }

    private static long Count(TurnHost host, string rows) => (long)host.Get<StoreReaders>().Read(session => session[$"SELECT count(*) FROM {rows}"].One()!);

    private static IReadOnlyList<(ScreenId Screen, string Language, ScreenCount Count)> Closed(TurnHost host) =>
        host.Get<ScreenCountRows>().Closed(DateOnly.MinValue, DateOnly.MaxValue);

    private static async Task<IReadOnlyDictionary<string, ScreenCount>> Kept(TurnHost host)
    {
        await host.Get<FootstepKeeper>().Keep(Cancel);
        return host.Get<StoreReaders>().Read(session => session["SELECT screen, visits, went_on, back, missed, found_nothing, listened FROM screen_counts"].All(row =>
            (Screen: row.GetString(0), Count: new ScreenCount(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6))))).ToDictionary(one => one.Screen, one => one.Count);
    }
}
