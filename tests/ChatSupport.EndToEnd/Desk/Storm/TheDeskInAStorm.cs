using System.Globalization;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Crashes;
using ChatSupport.EndToEnd.Crashes;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.EndToEnd.Desk.Storm;

/// <summary>Fifty workers and ten helpers talk through the real program while it is killed, its calls go wrong, people block it and delete topics.
/// <c>STORM_SEED</c> in the environment draws the same plan again.</summary>
[Collection(Alone.Name)]
public sealed class TheDeskInAStorm
{
    private const int Kills = 12;
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task No_message_is_lost_and_none_reaches_the_wrong_person()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("STORM_SEED"), CultureInfo.InvariantCulture, out var asked) ? asked : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"STORM_SEED={seed}");
        await using var api = await BotApiServer.Start(new BotApiOptions { Seed = seed, TopicsInPrivateChats = true, AnswerPressesWithin = TimeSpan.FromHours(1) });
        var folder = ChatSupportProcess.NewFolder();
        var secrets = await MakeRoster(folder, 10);
        await using var program = MortalProgram.Of(api, folder, [("ChatSupport:Desk:Capacity", "5"), ("ChatSupport:Desk:OfferTo", "0 3 3 1"),
            .. Normal(("OfferLapse", 5), ("Alarm", 20), ("AlarmAgain", 20))]);
        var storm = new Storm(api, seed, secrets);

        await storm.Run(program.Victim, CrashPlan.Deaths(new Random(seed), Kills, polls: true), patience, TestContext.Current.CancellationToken);
        await program.End();

        var judge = new StormJudge(storm.Workers, storm.Helpers, storm.Lives);
        var faults = judge.Judge();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{storm.Lives.Count - 1} kills; workers said {storm.Workers.Sum(worker => worker.Said.Count())}, helpers {storm.Helpers.Sum(helper => helper.Said.Count)}; {judge.Repeated} brought again after a kill or a cut"));
        Assert.True(faults.Count == 0, $"STORM_SEED={seed}\n{string.Join('\n', faults.Take(20))}\n{program.Output}");
        AssertKept(program.Database, storm);

        var planted = await new StormPlants(api, storm.Workers, storm.Helpers).Put(TestContext.Current.CancellationToken);
        var seen = new StormJudge(storm.Workers, storm.Helpers, storm.Lives).Judge();
        Assert.All(planted, plant => Assert.Contains(seen, fault => fault.Contains(plant, StringComparison.Ordinal)));
    }

    /// <summary>Times in seconds for chats of the normal level; for the other levels nothing ends.</summary>
    private static IEnumerable<(string Name, string Value)> Normal(params (string Name, int Seconds)[] times) =>
        times.Select(time => ($"ChatSupport:Desk:{time.Name}", string.Create(CultureInfo.InvariantCulture, $"00:10:00 00:10:00 00:00:{time.Seconds:00} 00:10:00")));

    /// <summary>Each update took effect once, each worker has one open chat, and each of these has a next time or a helper.</summary>
    private static void AssertKept(string database, Storm storm)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Assert.Equal(storm.Workers.Sum(worker => worker.Said.Count()), Count(connection, "SELECT count(*) FROM desk_lines WHERE author = 0"));
        Assert.Equal(storm.Workers.Count, Count(connection, "SELECT count(*) FROM desk_chats WHERE is_open = 1"));
        Assert.Equal(storm.Workers.Count, Count(connection, "SELECT count(DISTINCT worker) FROM desk_chats"));
        Assert.Equal(0, Count(connection, "SELECT count(*) FROM desk_chats WHERE owner IS NULL AND next_at IS NULL"));
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <returns>The secrets of the links, that of the supervisor last.</returns>
    private static async Task<List<string>> MakeRoster(string folder, int helpers)
    {
        await using var app = Serve.Build([$"--contentRoot={folder}", "--environment=Development", "--urls=http://127.0.0.1:0", $"--ChatSupport:Content:Folder={Repository.Dialogs}"], _ => { });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var secrets = await app.Services.GetRequiredService<DeskPens>().Write(pen => Enumerable.Range(0, helpers + 1).Select(number =>
        {
            var id = DeskIds.New();
            pen.Save(new Educator { Id = id, Name = "Sreymom of the roster", Alias = Aliases.Draw(), Role = number < helpers ? DeskRole.Educator : DeskRole.Supervisor, Languages = ["km", "en"] });
            return Joining.Invite(pen, id);
        }).ToList(), TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
        return secrets;
    }
}

/// <summary>Who takes part, and what they do in each life of the program.</summary>
internal sealed class Storm(BotApiServer api, int seed, IReadOnlyList<string> secrets)
{
    private const double Hurry = 4;
    private static readonly TimeSpan pace = TimeSpan.FromMilliseconds(20);

    private readonly Random random = new(seed);
    private Lives? lives;

    public IReadOnlyList<StormWorker> Workers { get; } = [.. Enumerable.Range(0, 50).Select(number => new StormWorker(api.Worker(Person(700_000_000, "Worker", number)), number))];

    /// <summary>Those who take chats, and the supervisor as the last.</summary>
    public IReadOnlyList<StormHelper> Helpers { get; } = [.. secrets.Select((_, number) => new StormHelper(api.Worker(Person(800_000_000, "Helper", number)), number, number == secrets.Count - 1))];

    public IReadOnlyList<LifeTime> Lives => lives!.All;

    public async Task Run(Victim victim, Death[] deaths, TimeSpan patience, CancellationToken cancel)
    {
        lives = new Lives(api, victim);
        await victim.Start();
        await victim.Ready(cancel);
        await Task.WhenAll(Helpers.Zip(secrets, (helper, secret) => helper.Joins(secret, patience)));
        await Task.WhenAll(Workers.Select(worker => worker.Asks(patience)));
        await Quieten(patience, cancel);
        await victim.Kill();

        api.Clock.Run(Hurry);
        api.Faults.Random(seed, 0.06, [.. CrashPlan.Faults]);
        api.Faults.RepeatUpdates(seed, 0.05);
        foreach (var death in deaths)
            await lives.Live(death, Act, cancel);
        api.Faults.Clear();
        await lives.Live(new Death.None(), _ => Task.CompletedTask, cancel);
        api.Clock.Run(times: 20);
        await Quieten(patience, cancel);
    }

    private static Person Person(long from, string name, int number) =>
        new(from + (number * 7919), $"{name}Firstname{number:00}x", "en", $"{name}_handle_{number:00}x");

    private async Task Act(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (random.Next(5) < 2)
                Helpers[random.Next(Helpers.Count - 1)].Does(random);
            else
                Workers[random.Next(Workers.Count)].Does(random);
            await Task.Delay(pace, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // also while it starts: nobody knows that the bot is down
        }
    }

    /// <summary>Everybody can be reached again, and helpers take whatever they are asked to until all that was said has been seen by one of them.</summary>
    private async Task Quieten(TimeSpan patience, CancellationToken cancel)
    {
        foreach (var worker in Workers)
        {
            worker.Unblocks();
            worker.Says();
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        while (!limit.IsCancellationRequested)
        {
            var seen = Helpers.SelectMany(helper => helper.She.Screen).Select(message => message.Text).ToList();
            if (Workers.All(worker => seen.Exists(text => text.Contains(worker.Said.Last(), StringComparison.Ordinal))))
                return;
            foreach (var helper in Helpers)
                helper.Takes();
            await Task.Delay(200, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
