using System.Globalization;
using ChatSupport.Savings;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;
using ChatSupport.Savings.Office;
using ChatSupport.Staff;
using ChatSupport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatSupport.LedgerWriter;

/// <summary>The ledger of a folder, driven by words.</summary>
internal sealed class Writer : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Ledger ledger;

    public Writer(string folder)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None)).AddMetrics();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<IHostEnvironment>(new Here(folder));
        collection.AddStorage();
        collection.AddAccounts().AddSavings();
        services = collection.BuildServiceProvider();
        services.GetRequiredService<DatabaseStart>().Prepare();
        ledger = services.GetRequiredService<Ledger>();
    }

    /// <summary>Does what a line says.</summary>
    /// <param name="line"><c>deposit ID DR CR AMOUNT</c>, <c>reverse ID SEQ</c>, <c>hold ID ACCOUNT AMOUNT</c>, <c>approve ID HOLD</c> or <c>pay ID HOLD FROM</c>.</param>
    /// <returns><c>ID recorded RECEIPT</c>, <c>ID repeated RECEIPT</c> or <c>ID refused WHY</c>.</returns>
    public async Task<string> Do(string line)
    {
        var words = line.Split(' ');
        while (true)
        {
            try
            {
                return $"{words[1]} {await Do(words)}";
            }
            catch (StoreUnavailableException)
            {
                // Another process had the lock for too long. Nothing was written, and the same id is entered once: so it is asked again, as everybody does.
            }
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<string> Do(string[] words) => words switch
    {
        ["deposit", var id, var dr, var cr, var amount] => Say(await ledger.Post(new EntryWish(id, EntryKind.Deposit, Number(dr), Number(cr), Money.Riel(Number(amount)), "leader"), default)),
        ["reverse", var id, var seq] => Say(await ledger.Reverse(new ReversalWish(id, Number(seq), "officer", "wrong-amount"), default)),
        ["pay", var id, var hold, var from] => Say(await ledger.PayOut(new PayOutWish(id, Number(hold), Number(from), "payer", "approver"), default)),
        ["approve", _, var hold] => Say(await services.GetRequiredService<OfficePens>().Write(pen => Approvals.Approve(pen, Number(hold), "approver"), default)),
        ["hold", var id, var account, var amount] => Say(await ledger.Place(new HoldWish(id, Number(account), Money.Riel(Number(amount)), "leader"), default)),
        _ => throw new ArgumentException($"'{string.Join(' ', words)}' is not understood.", nameof(words)),
    };

    private static string Say(EntryOutcome outcome) => outcome switch
    {
        EntryOutcome.Recorded recorded => $"recorded {recorded.Receipt.Seq}:{recorded.Receipt.Hash}",
        EntryOutcome.Repeated repeated => $"repeated {repeated.Receipt.Seq}:{repeated.Receipt.Hash}",
        _ => $"refused {((EntryOutcome.Refused)outcome).Why}",
    };

    private static string Say(HoldOutcome outcome) => outcome switch
    {
        HoldOutcome.Placed placed => $"recorded {placed.Receipt.Number}",
        HoldOutcome.Repeated repeated => $"repeated {repeated.Receipt.Number}",
        _ => $"refused {((HoldOutcome.Refused)outcome).Why}",
    };

    private static string Say(OfficeAnswer answer) => answer switch
    {
        OfficeAnswer.Good => "recorded approval",
        OfficeAnswer.Refused { Why: OfficeRefusal.ApprovedAlready } => $"refused {nameof(OfficeRefusal.ApprovedAlready)}",
        _ => "refused otherwise",
    };

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);

    private sealed class Here(string folder) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "chatsupport";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = folder;

        public string EnvironmentName { get; set; } = "Testing";
    }
}
