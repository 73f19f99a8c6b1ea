using ChatSupport.BotApi;
using ChatSupport.BotApi.Crashes;
using ChatSupport.EndToEnd.Telegram;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>The database cannot be written for a while, brought about from outside of the real program, while people go on writing to it.</summary>
public sealed class TheDiskFails
{
    public static TheoryData<string, Way> Faults
    {
        get
        {
            var faults = new TheoryData<string, Way>
            {
                { nameof(DiskFault.NoRoom), Way.Polling }, { nameof(DiskFault.NoRoom), Way.Webhook },
                { nameof(DiskFault.Locked), Way.Polling }, { nameof(DiskFault.Locked), Way.Webhook },
                { nameof(DiskFault.ReadOnly), Way.Polling }, { nameof(DiskFault.ReadOnly), Way.Webhook },
                { nameof(DiskFault.Gone), Way.Polling },
            };
            if (DiskFault.MayMount())
            {
                // Elsewhere the limit on the size of files stands for it.
                faults.Add(nameof(DiskFault.Full), Way.Polling);
                faults.Add(nameof(DiskFault.Full), Way.Webhook);
            }
            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_says_so_acknowledges_nothing_and_goes_on_by_itself_without_loss_or_doubling(string name, Way way)
    {
        var fault = Fault(name);
        await using var api = await BotApiServer.Start(new BotApiOptions { AnswerPressesWithin = TimeSpan.FromHours(1) });
        await using var program = await MortalProgram.Make(api, way, fault.Through);
        await program.Victim.Start();
        await program.Victim.Ready(TestContext.Current.CancellationToken);
        var people = Enumerable.Range(0, 8).Select(_ => new Counting(api.Worker("en"))).ToList();
        await All(people, Doing.Begins, Doing.Agrees, Doing.Counts, Doing.Counts);
        await program.WaitForHealth(health => health.Waiting == 0, "nothing waits to be sent");

        await fault.Begin(program);
        people.ForEach(one => Do(one, Doing.Counts, Doing.Presses, Doing.Counts));
        await program.WaitForHealth(health => !health.Ready, "it is not ready");
        fault.Worsen(program);
        var ill = await program.WaitForHealth(
            health => health.DatabaseTrouble?.Contains(fault.Says, StringComparison.Ordinal) == true, $"it says '{fault.Says}'");
        Assert.Equal("database", ill.Reasons);
        fault.Settle(program);
        people.ForEach(one => Do(one, Doing.Counts));
        Assert.True(api.PendingUpdates >= 8, "What could not be written was acknowledged.");
        fault.End(program);

        await Task.WhenAll(people.Select(one => one.WaitForLast(TimeSpan.FromMinutes(2))));
        await program.WaitForHealth(health => health.Ready, "it is ready again");
        Assert.Equal(new Left(Conversations: 8, Outbox: 0), await program.End());
        var report = CrashJudge.Judge(people, [new LifeTime(DateTimeOffset.MinValue)]);
        Assert.True(report is { IsClean: true, Updates: 64, Answers: 64 }, $"{report}\n{program.Output}");
    }

    private static DiskFault Fault(string name) => name switch
    {
        nameof(DiskFault.NoRoom) => DiskFault.NoRoom,
        nameof(DiskFault.Full) => DiskFault.Full,
        nameof(DiskFault.Locked) => DiskFault.Locked(),
        nameof(DiskFault.ReadOnly) => DiskFault.ReadOnly,
        _ => DiskFault.Gone,
    };

    private static Task All(List<Counting> people, params Doing[] doings)
    {
        people.ForEach(one => Do(one, doings));
        return Task.WhenAll(people.Select(one => one.WaitForLast(TimeSpan.FromMinutes(2))));
    }

    private static void Do(Counting one, params Doing[] doings)
    {
        foreach (var doing in doings)
            one.Do(doing);
    }
}
