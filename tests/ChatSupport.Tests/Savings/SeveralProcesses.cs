using System.Globalization;
using ChatSupport.Savings;
using ChatSupport.Savings.Office;

namespace ChatSupport.Tests.Savings;

/// <summary>Real processes on one file.</summary>
public sealed class SeveralProcesses
{
    private const int Processes = 4;
    private const int Reversals = 12;

    /// <summary>How many each of them makes; <c>SAVINGS_DEPOSITS</c> sets another even number.</summary>
    private static readonly int deposits = int.TryParse(Environment.GetEnvironmentVariable("SAVINGS_DEPOSITS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 60;

    [Fact]
    public async Task Four_that_do_the_same_at_once_enter_each_id_once_take_back_once_approve_once_and_pay_once()
    {
        await using var host = await SomeHost();
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        for (var n = 1; n <= Reversals; n++)
            await host.Must(host.Deposit(cash, savings, 1_000 * n));
        List<long> holds = [(await host.Hold(savings, 1_000)).Number, (await host.Hold(savings, 2_000)).Number];
        var asked = (await host.Hold(savings, 500)).Number;
        var before = Entries(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(process => WritingProcess.Run(host.Folder, Lines(process, cash, savings, holds, asked))));

        var byId = answers.SelectMany(answer => answer).GroupBy(answer => answer.Id).ToDictionary(same => same.Key, same => same.ToList());
        Assert.All(Enumerable.Range(1, deposits), n => OnceAndTheSame(byId[$"deposit-{n}"]));
        OnceAndTheSame(byId["hold-1"]);
        for (var seq = 1; seq <= Reversals; seq++)
            OneOf(byId, $"back-{seq}", nameof(LedgerRefusal.AlreadyReversed));
        foreach (var hold in holds)
            OneOf(byId, $"pay-{hold}", nameof(LedgerRefusal.HoldIsPaid));
        OneOf(byId, $"yes-{asked}", nameof(OfficeRefusal.ApprovedAlready));
        var recorded = byId.Values.SelectMany(same => same).Count(answer => answer.What == "recorded" && answer.Id != "hold-1" && answer.Which != "approval");
        Assert.Equal(deposits + Reversals + holds.Count, recorded);
        Assert.Equal(before + recorded, Entries(host));
        Assert.Equal((deposits * 1_000) - 3_000, host.Balance(savings));
        Assert.Empty(host.Verify());
        await host.Must(host.Deposit(cash, savings, 100)); // and it goes on
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task One_that_is_killed_between_commit_and_answer_is_asked_again_and_nothing_is_there_twice_or_lost()
    {
        await using var host = await SomeHost();
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        await host.Must(host.Deposit(cash, savings, 9_000));
        List<string> lines =
        [
            $"hold hold-1 {savings} 3000", $"deposit d-1 {cash} {savings} 1000", $"pay pay-1 1 {cash}", $"deposit d-2 {cash} {savings} 2000", "reverse back-1 2", $"deposit d-3 {cash} {savings} 3000",
        ];
        var receipts = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var diesAt in (int[])[1, 2, 3, 5, 6])
        {
            var answers = await WritingProcess.Run(host.Folder, lines, diesAt);
            Assert.Equal(diesAt - 1, answers.Count); // it was killed before its last answer
            Keep(answers);
        }
        var last = await WritingProcess.Run(host.Folder, lines);
        Keep(last);

        Assert.All(last, answer => Assert.Equal("repeated", answer.What)); // also those that nobody was answered for
        Assert.Equal(1 + 5, Entries(host));
        Assert.Equal(9_000 - 3_000 + 2_000 + 3_000, host.Balance(savings));
        Assert.Empty(host.Verify());

        void Keep(IEnumerable<Answer> answers)
        {
            foreach (var answer in answers)
            {
                Assert.NotEqual("refused", answer.What);
                Assert.True(receipts.TryAdd(answer.Id, answer.Which) || receipts[answer.Id] == answer.Which);
            }
        }
    }

    /// <summary>The clock is the real one, because that of the other processes is.</summary>
    private static async Task<SavingsHost> SomeHost()
    {
        var host = new SavingsHost(time: new(DateTimeOffset.UtcNow));
        await host.Employ();
        return host;
    }

    /// <summary>The same wishes in an order of its own, and its own wishes for what can be done once.</summary>
    private static List<string> Lines(int process, long cash, long savings, List<long> holds, long asked)
    {
        List<string> lines =
        [
            .. Enumerable.Range(1, deposits).Select(n => $"deposit deposit-{n} {cash} {savings} 1000"),
            .. Enumerable.Range(1, Reversals).Select(seq => $"reverse back-{seq}-{process} {seq}"),
            .. holds.Select(hold => $"pay pay-{hold}-{process} {hold} {cash}"),
            $"approve yes-{asked}-{process} {asked}",
            $"hold hold-1 {savings} 500",
        ];
        var chance = new Random(process);
        chance.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lines));
        // Money must be there before it is taken back, whatever comes first elsewhere.
        return [.. lines.Where(line => line.StartsWith("deposit", StringComparison.Ordinal)).Take(deposits / 2), .. lines.Where(line => !line.StartsWith("deposit", StringComparison.Ordinal)),
            .. lines.Where(line => line.StartsWith("deposit", StringComparison.Ordinal)).Skip(deposits / 2)];
    }

    private static void OnceAndTheSame(List<Answer> same)
    {
        Assert.Equal(Processes, same.Count);
        Assert.Single(same, answer => answer.What == "recorded");
        Assert.Equal(Processes - 1, same.Count(answer => answer.What == "repeated"));
        Assert.Single(same.Select(answer => answer.Which).Distinct());
    }

    private static void OneOf(Dictionary<string, List<Answer>> byId, string what, string refusal)
    {
        var all = Enumerable.Range(0, Processes).Select(process => byId[$"{what}-{process}"].Single()).ToList();
        Assert.Single(all, answer => answer.What == "recorded");
        Assert.Equal(Processes - 1, all.Count(answer => answer.What == "refused" && answer.Which == refusal));
    }

    private static long Entries(SavingsHost host) => host.Get<ChatSupport.Savings.Checking.LedgerCheck>().Verify(TestContext.Current.CancellationToken).Entries;
}
