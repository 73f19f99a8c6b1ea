using ChatSupport.Savings;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Checking;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Savings;

/// <summary>The ledger over a real file; a second one on the same folder is another process, or a restart.</summary>
internal sealed class SavingsHost(string? folder = null, FakeTimeProvider? time = null, SavingsOptions? options = null) : IAsyncDisposable
{
    public const string Leader = "leader";
    public const string Approver = "approver";
    public const string Officer = "officer";

    private readonly StoreHost store = new(folder, time, services =>
    {
        services.AddAccounts().AddSavings().AddSavingsPages();
        if (options is not null)
            services.AddSingleton(Options.Create(options));
    });

    private int ids;

    public string Folder => store.Folder;

    public FakeTimeProvider Time => store.Time;

    public Ledger Ledger => Get<Ledger>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => store.Get<T>();

    /// <summary>An id that no wish had before.</summary>
    public string Id() => $"wish-{Interlocked.Increment(ref ids)}-{Guid.NewGuid():N}"[..20];

    /// <summary>Gives somebody on the staff the role that may correct.</summary>
    public Task Employ(string account = Officer, params StaffRole[] roles) => Get<StoreWriter>().Write(session =>
    {
        if (Get<AccountRows>().Find(session, account) is null)
        {
            Get<AccountRows>().Add(session, new StaffAccount
            {
                Id = account,
                Name = $"Person {account}",
                Roles = roles is [] ? [StaffRole.SavingsOfficer] : roles,
                Stamp = "x",
                MadeAt = Time.GetUtcNow(),
            });
        }
        return true;
    }, Cancel);

    /// <summary>A group with so many members, whose books are 1, 2, 3 …</summary>
    public async Task<IReadOnlyList<SavingsMember>> Group(int members, string name = "Group")
    {
        var roll = Get<GroupRoll>();
        var group = (await roll.Found(name, Officer, Cancel))!;
        var joined = new List<SavingsMember>();
        for (var book = 1; book <= members; book++)
            joined.Add(((RollOutcome.Joined)await roll.Join(group.Id, $"{book}", $"Flower {book}", Officer, Cancel)).Member);
        return joined;
    }

    public async Task<long> Open(AccountKind kind, string owner = "", Pocket pocket = Pocket.None, Currency currency = Currency.Khr) =>
        Assert.IsType<AccountOutcome.Stands>(await Ledger.Open(new AccountWish(kind, owner, pocket, currency, Officer), Cancel)).Account.Number;

    /// <summary>A member's open pocket.</summary>
    public Task<long> Savings(SavingsMember member, Currency currency = Currency.Khr, Pocket pocket = Pocket.Open) => Open(AccountKind.MemberSavings, member.Id, pocket, currency);

    public Task<long> Float(string collector = Leader, Currency currency = Currency.Khr) => Open(AccountKind.CollectorFloat, collector, currency: currency);

    public Task<EntryOutcome> Post(EntryWish wish) => Ledger.Post(wish, Cancel);

    /// <summary>Posts what must be taken.</summary>
    public async Task<EntryReceipt> Must(EntryWish wish) => Assert.IsType<EntryOutcome.Recorded>(await Post(wish)).Receipt;

    public EntryWish Deposit(long cash, long savings, long riel) => new(Id(), EntryKind.Deposit, cash, savings, Money.Riel(riel), Leader);

    public async Task<LedgerRefusal> Refused(EntryWish wish) => Assert.IsType<EntryOutcome.Refused>(await Post(wish)).Why;

    public async Task<HoldReceipt> Hold(long account, long riel) =>
        Assert.IsType<HoldOutcome.Placed>(await Ledger.Place(new HoldWish(Id(), account, Money.Riel(riel), Leader), Cancel)).Receipt;

    public long Balance(long account) => Ledger.Balance(account)!.Balance.Minor;

    public IReadOnlyList<LedgerFinding> Verify() => Get<LedgerCheck>().Verify(Cancel).Findings;

    /// <summary>Runs a statement as somebody with a tool of his own does.</summary>
    public int Raw(string sql, params (string Name, object? Value)[] values)
    {
        using var connection = new SqliteConnection($"{Get<Database>().ConnectionString};Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
