using ChatSupport.Conversations.Insight;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Conversations.Insight;

public sealed class WordsNobodyUnderstood
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_is_read_once_five_workers_typed_it_and_the_week_is_over_and_never_before()
    {
        await using var host = await TurnHost.Start();
        var workers = await Settled(host, 6);
        foreach (var (worker, companion) in workers.Zip(["alpha", "bravo", "charlie", "delta"]))
            await worker.Types($"{companion} visa problem");

        Assert.Empty(await Words(host));
        Assert.DoesNotContain(Everything(host), row => row.Contains("visa", StringComparison.Ordinal) || row.Contains("alpha", StringComparison.Ordinal));
        await workers[4].Types("echo visa");
        await workers[5].Types("visa");

        Assert.Empty(await Words(host)); // who looks while it is typed sees nothing
        host.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal([("", "visa", 6), ("home", "visa", 6)], await Words(host));
    }

    [Fact]
    public async Task Conversations_that_somebody_just_began_show_nothing_of_what_another_typed()
    {
        await using var host = await TurnHost.Start();
        var victim = Assert.Single(await Settled(host, 1));
        await victim.Types("sokunthea");
        for (var guesses = 0; guesses < 10; guesses++)
            await (await host.Welcome()).Types("sokunthea chanthavy");
        host.Time.Advance(TimeSpan.FromDays(7));

        Assert.Empty(await Words(host));
        Assert.Equal(2L, Noted(host)); // hers alone: on the screen, and over all
    }

    [Fact]
    public async Task One_worker_who_types_it_a_hundred_times_is_one_worker_and_notes_so_many_words_only()
    {
        await using var host = await TurnHost.Start();
        var talk = Assert.Single(await Settled(host, 1));
        for (var times = 0; times < 12; times++, host.Time.Advance(TimeSpan.FromSeconds(10)))
            await talk.Types("visa");
        Assert.Equal(2L, await NotedNow(host));

        for (var times = 0; times < 20; times++, host.Time.Advance(TimeSpan.FromSeconds(10)))
            await talk.Types($"{(char)('a' + times)}aaa {(char)('a' + times)}bbb {(char)('a' + times)}ccc {(char)('a' + times)}ddd {(char)('a' + times)}eee {(char)('a' + times)}fff");

        Assert.Equal(MissedWordRows.MostOfOne, await NotedNow(host));
        host.Time.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await Words(host));
    }

    [Theory]
    [InlineData("Health")] // sensitive
    [InlineData("Note")] // asks for a text of hers
    public async Task Words_of_a_screen_that_is_about_her_are_never_kept(string screen)
    {
        await using var host = await TurnHost.Start();
        foreach (var talk in await Settled(host, 6))
        {
            await talk.Presses(screen);
            await talk.Types("visa");
        }

        Assert.Equal(0L, await NotedNow(host));
    }

    [Fact]
    public async Task Nothing_is_kept_before_she_agreed()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();
        await talk.Types("hello");
        await talk.Types("elephant");

        Assert.Equal(0L, await NotedNow(host));
    }

    [Fact]
    public async Task Who_is_erased_takes_hers_with_her_also_those_that_were_not_written_yet_and_where_she_comes_back_at_once()
    {
        await using var host = await TurnHost.Start();
        var workers = await Settled(host, 2);
        await workers[0].Types("visa");
        Assert.Equal(2L, await NotedNow(host));
        await workers[1].Types("zebrafish");

        foreach (var talk in workers)
        {
            await talk.Commands("forget");
            await talk.Presses("Erase");
            await talk.Types("hi");
        }

        Assert.Equal(0L, await NotedNow(host));
    }

    [Fact]
    public async Task Who_typed_a_word_is_forgotten_after_four_weeks_and_a_word_that_nobody_types_any_more_after_thirteen()
    {
        await using var host = await TurnHost.Start();
        var workers = await Settled(host, 6);
        foreach (var talk in workers.Take(5))
            await talk.Types("visa");
        await workers[5].Types("rare");
        Assert.Equal(2L, await NotedNow(host));

        await Age(host, "missed_by", FootstepKeeper.TypedByKept + 1);
        await Age(host, "missed_words", FootstepKeeper.TypedByKept + 1);
        Assert.Equal(0L, await NotedNow(host));
        Assert.NotEmpty(await Words(host));

        await Age(host, "missed_words", FootstepKeeper.WordsKept);
        Assert.Empty(await Words(host));
    }

    /// <summary>Workers who agreed long enough ago, and are there again.</summary>
    private static async Task<IReadOnlyList<Talk>> Settled(TurnHost host, int count)
    {
        var workers = new List<Talk>();
        for (var worker = 0; worker < count; worker++)
            workers.Add(await host.Welcome());
        host.Time.Advance(Footstep.Young);
        foreach (var worker in workers)
            await worker.Commands("menu");
        return workers;
    }

    /// <summary>What is stored gets older by so many weeks, without every clock of the program ticking through them; then a week ends.</summary>
    private static async Task Age(TurnHost host, string table, int weeks)
    {
        await host.Get<StoreWriter>().Write(session => session[$"UPDATE {table} SET last_week = last_week - $1"].Run(7 * weeks), Cancel);
        host.Time.Advance(TimeSpan.FromDays(7));
    }

    private static long Noted(TurnHost host) => (long)host.Get<StoreReaders>().Read(session => session["SELECT count(*) FROM missed_by"].One()!);

    private static async Task<long> NotedNow(TurnHost host)
    {
        await host.Get<FootstepKeeper>().Keep(Cancel);
        return Noted(host);
    }

    private static async Task<IReadOnlyList<(string, string, long)>> Words(TurnHost host)
    {
        await host.Get<FootstepKeeper>().Keep(Cancel);
        return [.. host.Get<MissedWordRows>().All().Order()];
    }

    private static IReadOnlyList<string> Everything(TurnHost host) => [.. new[] { "missed_by", "missed_words" }.SelectMany(table =>
        host.Get<StoreReaders>().Read(session => session[$"SELECT * FROM {table}"].All(row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)))))];
}
