using ChatSupport.Conversations.Insight;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Conversations.Insight;

public sealed class WordsNobodyUnderstood
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_is_read_once_five_workers_typed_it_and_never_before()
    {
        await using var host = await TurnHost.Start();
        foreach (var companion in new[] { "alpha", "bravo", "charlie", "delta" })
            await (await host.Welcome()).Types($"{companion} visa problem");

        Assert.Empty(await Words(host));
        Assert.DoesNotContain(Everything(host), row => row.Contains("visa", StringComparison.Ordinal) || row.Contains("alpha", StringComparison.Ordinal));
        await (await host.Welcome()).Types("echo visa");

        Assert.Equal([("", "visa", 5), ("home", "visa", 5)], await Words(host));
        Assert.Equal(0L, host.Get<StoreReaders>().Read(session => session["SELECT count(DISTINCT hash) FROM missed_by WHERE times > 1"].One()));
    }

    [Fact]
    public async Task One_worker_who_types_it_a_hundred_times_is_one_worker()
    {
        await using var host = await TurnHost.Start();
        for (var times = 0; times < 10; times++)
        {
            await (await host.Welcome()).Types("home"); // others, who are understood
        }
        var talk = await host.Welcome();
        for (var times = 0; times < 12; times++)
            await talk.Types("visa");

        Assert.Empty(await Words(host));
    }

    [Theory]
    [InlineData("Health")] // sensitive
    [InlineData("Note")] // asks for a text of hers
    public async Task Words_of_a_screen_that_is_about_her_are_never_kept(string screen)
    {
        await using var host = await TurnHost.Start();
        for (var workers = 0; workers < 6; workers++)
        {
            var talk = await host.Welcome();
            await talk.Presses(screen);
            await talk.Types("visa");
        }

        Assert.Empty(await Words(host));
        Assert.Equal(0L, host.Get<StoreReaders>().Read(session => session["SELECT count(*) FROM missed_by"].One()));
    }

    [Fact]
    public async Task Who_is_erased_takes_hers_with_her_also_those_that_were_not_written_yet()
    {
        await using var host = await TurnHost.Start();
        var (written, waiting) = (await host.Welcome(), await host.Welcome());
        await written.Types("visa");
        await Words(host);
        await waiting.Types("visa");
        Assert.Equal(2L, Noted(host));

        foreach (var talk in new[] { written, waiting })
        {
            await talk.Commands("forget");
            await talk.Presses("Erase");
        }
        await Words(host);

        Assert.Equal(0L, Noted(host));
    }

    [Fact]
    public async Task A_word_that_nobody_types_any_more_goes_after_ninety_days()
    {
        await using var host = await TurnHost.Start();
        for (var workers = 0; workers < 5; workers++)
            await (await host.Welcome()).Types("visa");
        await (await host.Welcome()).Types("rare");
        Assert.NotEmpty(await Words(host));

        host.Time.Advance(FootstepKeeper.WordsKept + TimeSpan.FromDays(1));

        Assert.Empty(await Words(host));
        Assert.Equal(0L, Noted(host));
    }

    private static long Noted(TurnHost host) => (long)host.Get<StoreReaders>().Read(session => session["SELECT count(*) FROM missed_by"].One()!);

    private static async Task<IReadOnlyList<(string, string, long)>> Words(TurnHost host)
    {
        await host.Get<FootstepKeeper>().Keep(Cancel);
        return [.. host.Get<MissedWordRows>().All().Select(word => (word.Screen, word.Word, word.Times)).Order()];
    }

    private static IReadOnlyList<string> Everything(TurnHost host) => [.. new[] { "missed_by", "missed_words" }.SelectMany(table =>
        host.Get<StoreReaders>().Read(session => session[$"SELECT * FROM {table}"].All(row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)))))];
}
