using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Tests.Savings;

/// <summary>A ledger and its model, to which the same is done. Each command is looked at right after it.</summary>
internal sealed class RandomWorld : IAsyncDisposable
{
    public const int AccountCount = 10;
    public const int DollarSavings = 3;
    public const int DollarFloat = 6;
    public const int Safe = 7;
    public const int Opening = 8;
    public const int Over = 9;

    public static readonly int[] RielSavings = [0, 1, 2];
    public static readonly int[] RielFloats = [4, 5];

    private static readonly TimeSpan holdStands = TimeSpan.FromHours(12);

    private readonly SavingsHost host = new(options: new SavingsOptions { HoldStands = holdStands });
    private readonly List<(string Id, Func<string, Task> Run)> wishes = [];
    private readonly Dictionary<string, object> receipts = new(StringComparer.Ordinal);
    private readonly List<long> holdNumbers = [];
    private LedgerModel model = null!;
    private long[] numbers = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public SavingsHost Host => host;

    public static async Task<RandomWorld> Make()
    {
        var world = new RandomWorld();
        var host = world.host;
        await host.Employ();
        var members = await host.Group(2);
        world.numbers =
        [
            await host.Savings(members[0]), await host.Savings(members[0], pocket: Pocket.Private), await host.Savings(members[1]), await host.Savings(members[1], Currency.Usd),
            await host.Float("one"), await host.Float("two"), await host.Float("one", Currency.Usd), await host.Open(AccountKind.NgoSafe), await host.Open(AccountKind.Opening), await host.Open(AccountKind.OverShort),
        ];
        world.model = new LedgerModel
        {
            Accounts =
            [
                new("savings", "0", false), new("savings", "0", false), new("savings", "1", false), new("savings", "1", true), new("float", "one", false), new("float", "two", false), new("float", "one", true),
                new("safe", "", false), new("opening", "", false), new("over", "", false),
            ],
            HoldMinutes = (long)holdStands.TotalMinutes,
        };
        return world;
    }

    public async Task Do(LedgerCommand command)
    {
        switch (command)
        {
            case LedgerCommand.Wait wait:
                model.Wait(wait.Minutes);
                host.Time.Advance(TimeSpan.FromMinutes(wait.Minutes));
                break;
            case LedgerCommand.Release release:
                var hold = model.Holds - 1 - release.Back;
                if (hold >= 0)
                    Assert.Equal(model.Release(hold), await host.Ledger.Release(holdNumbers[hold], "leader", "", Cancel) is null);
                break;
            case LedgerCommand.Close close:
                Assert.Equal(model.Close(close.Account) ? CloseOutcome.Closed : CloseOutcome.NotEmpty, await host.Ledger.Close(numbers[close.Account], "officer", "", Cancel));
                break;
            case LedgerCommand.Again again when again.Back <= wishes.Count:
                await wishes[^again.Back].Run(wishes[^again.Back].Id);
                break;
            case LedgerCommand.OldId old when old.Back <= wishes.Count && Wish(old.What) is { } run:
                await run(wishes[^old.Back].Id);
                break;
            default:
                if (Wish(command) is { } wish)
                {
                    wishes.Add((host.Id(), wish));
                    await wish(wishes[^1].Id);
                }
                break;
        }
        Look();
    }

    /// <summary>The long look: every chain, every statement from its first line.</summary>
    public void LookLong()
    {
        Assert.Empty(host.Verify()); // I1, I6, I7, I10
        for (var account = 0; account < AccountCount; account++)
        {
            var (lines, sum) = (host.Ledger.Statement(numbers[account], null, int.MaxValue).Reverse().ToList(), 0L);
            Assert.Equal(model.Changes(account), lines.Select(line => line.Change));
            Assert.All(lines, line => Assert.Equal(sum += line.Change, line.Balance)); // I11, for every beginning
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private void Look()
    {
        long riel = 0, dollars = 0;
        for (var account = 0; account < AccountCount; account++)
        {
            var (standing, facts) = (host.Ledger.Balance(numbers[account])!, model.Accounts[account]);
            Assert.Equal((model.Balance(account), model.Held(account)), (standing.Balance.Minor, standing.Held.Minor)); // I8: expiry too
            if (facts.Type is not ("opening" or "over"))
                Assert.True(standing.Balance.Minor >= 0 && standing.Available.Minor >= 0, $"Account {account} is below zero."); // I3
            var debit = facts.Type == "savings" ? -standing.Balance.Minor : standing.Balance.Minor;
            (riel, dollars) = facts.IsDollars ? (riel, dollars + debit) : (riel + debit, dollars);
            if (standing.Balance.Minor > 0)
                Assert.Equal([standing.Balance], ((MoneyReading.Read)MoneyReader.Read(MoneyText.Write(standing.Balance, khmerDigits: model.Count % 2 == 0), CashRules.None)).Amounts); // I12
        }
        Assert.Equal((0, 0), (riel, dollars)); // I2, and so I4
    }

    private Func<string, Task>? Wish(LedgerCommand command) => command switch
    {
        LedgerCommand.Post post => id => Post(id, post),
        LedgerCommand.Reverse reverse when model.Count > reverse.Back => Reverse(model.Count - 1 - reverse.Back, reverse),
        LedgerCommand.Place place => id => Place(id, place),
        LedgerCommand.PayOut pay when model.Holds > pay.Back => PayOut(model.Holds - 1 - pay.Back, pay),
        _ => null,
    };

    private async Task Post(string id, LedgerCommand.Post post)
    {
        var wish = new EntryWish(id, Enum.Parse<EntryKind>(post.Kind), numbers[post.Dr], numbers[post.Cr], new Money(post.Amount, post.IsDollars ? Currency.Usd : Currency.Khr), post.Maker)
        {
            Confirmer = post.Confirmer,
            Reason = post.Reason,
        };
        Same(id, model.Post(id, post.Kind, post.Dr, post.Cr, post.Amount, post.IsDollars, post.Maker, post.Confirmer, post.Reason), await host.Post(wish));
    }

    private Func<string, Task> Reverse(int entry, LedgerCommand.Reverse reverse) => async id =>
        Same(id, model.Reverse(id, entry, reverse.By, reverse.Reason), await host.Ledger.Reverse(new ReversalWish(id, entry + 1, reverse.By, reverse.Reason), Cancel));

    private Func<string, Task> PayOut(int hold, LedgerCommand.PayOut pay) => async id =>
        Same(id, model.PayOut(id, hold, pay.From, pay.Maker, pay.Confirmer), await host.Ledger.PayOut(new PayOutWish(id, holdNumbers[hold], numbers[pay.From], pay.Maker, pay.Confirmer), Cancel));

    private async Task Place(string id, LedgerCommand.Place place)
    {
        var wish = new HoldWish(id, numbers[place.Account], new Money(place.Amount, place.IsDollars ? Currency.Usd : Currency.Khr), place.Maker);
        var (expected, outcome) = (model.Place(id, place.Account, place.Amount, place.IsDollars, place.Maker), await host.Ledger.Place(wish, Cancel));
        switch (outcome)
        {
            case HoldOutcome.Placed placed:
                holdNumbers.Add(placed.Receipt.Number);
                Keep("hold " + id, expected, ModelAnswer.Recorded, placed.Receipt);
                break;
            case HoldOutcome.Repeated repeated:
                Keep("hold " + id, expected, ModelAnswer.Repeated, repeated.Receipt);
                break;
            default:
                Assert.Equal(ModelAnswer.Refused, expected);
                break;
        }
    }

    private void Same(string id, ModelAnswer expected, EntryOutcome outcome)
    {
        switch (outcome)
        {
            case EntryOutcome.Recorded recorded:
                Keep(id, expected, ModelAnswer.Recorded, recorded.Receipt);
                break;
            case EntryOutcome.Repeated repeated:
                Keep(id, expected, ModelAnswer.Repeated, repeated.Receipt);
                break;
            default:
                Assert.Equal(ModelAnswer.Refused, expected);
                break;
        }
    }

    /// <summary>I5: the same receipt, however often it is asked for.</summary>
    private void Keep(string id, ModelAnswer expected, ModelAnswer answer, object receipt)
    {
        Assert.Equal(expected, answer);
        if (answer == ModelAnswer.Recorded)
            receipts.Add(id, receipt);
        Assert.Equal(receipts[id], receipt);
    }
}
