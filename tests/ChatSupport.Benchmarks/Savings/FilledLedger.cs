using System.Globalization;
using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Staff;
using ChatSupport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Benchmarks.Savings;

/// <summary>The ledger of 600 members and ten collectors on a real disk, with very many deposits.</summary>
internal sealed class FilledLedger : IDisposable
{
    private const int Members = 600;
    private const int Collectors = 10;
    private const int PerTransaction = 5_000;

    private readonly ServiceProvider services;
    private readonly List<long> cash = [];
    private readonly List<long> savings = [];

    private FilledLedger(string folder)
    {
        var collection = new ServiceCollection();
        collection.AddLogging().AddMetrics();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<IHostEnvironment>(new Here(folder));
        collection.AddStorage();
        collection.AddAccounts().AddSavings();
        services = collection.BuildServiceProvider();
        services.GetRequiredService<DatabaseStart>().Prepare();
    }

    public Ledger Ledger => services.GetRequiredService<Ledger>();

    public LedgerCheck Check => services.GetRequiredService<LedgerCheck>();

    /// <summary>The file.</summary>
    public string File => services.GetRequiredService<Database>().File;

    /// <summary>Opens the accounts.</summary>
    public static async Task<FilledLedger> Make(string folder)
    {
        var made = new FilledLedger(folder);
        var roll = made.services.GetRequiredService<GroupRoll>();
        var group = (await roll.Found("Group", "bench", CancellationToken.None))!;
        for (var n = 0; n < Collectors; n++)
            made.cash.Add(await made.Open(new AccountWish(AccountKind.CollectorFloat, Name("collector", n), Pocket.None, Currency.Khr, "bench")));
        for (var n = 1; n <= Members; n++)
        {
            var member = ((RollOutcome.Joined)await roll.Join(group.Id, n.ToString(CultureInfo.InvariantCulture), "Member", "bench", CancellationToken.None)).Member;
            made.savings.Add(await made.Open(new AccountWish(AccountKind.MemberSavings, member.Id, Pocket.Open, Currency.Khr, "bench")));
        }
        return made;
    }

    /// <summary>A deposit of its own number; members and collectors take turns.</summary>
    public EntryWish Deposit(int number) => new(Name("deposit", number), EntryKind.Deposit, cash[number % Collectors], Savings(number), Money.Riel(100 * (1 + (number % 50))), "bench");

    public long Savings(int number) => savings[number % Members];

    /// <summary>Enters many, some thousand at a time, through the same checks as one alone.</summary>
    public async Task Fill(int from, int count)
    {
        for (var at = from; at < from + count; at += PerTransaction)
        {
            var begin = at;
            await Ledger.Write(pen => Enumerable.Range(begin, Math.Min(PerTransaction, from + count - begin)).Count(number => Posting.Post(pen, Deposit(number)) is EntryOutcome.Recorded), CancellationToken.None);
        }
    }

    public void Dispose() => services.Dispose();

    private async Task<long> Open(AccountWish wish) => ((AccountOutcome.Stands)await Ledger.Open(wish, CancellationToken.None)).Account.Number;

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private sealed class Here(string folder) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "chatsupport";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = folder;

        public string EnvironmentName { get; set; } = "Development";
    }
}
