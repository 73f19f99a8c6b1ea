using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Staff;

/// <summary>The accounts over a real file, with Identity as the program sets it up, but for the hashing of passwords, which is quick here.</summary>
internal sealed class StaffHost : IAsyncDisposable
{
    public const string GoodPassword = "four plain words here";
    public static readonly StaffAtTheMachine Machine = new(AuditNote.CommandLine);

    private readonly StoreHost store;

    public StaffHost(string? folder = null) => store = new StoreHost(folder, null, services =>
    {
        services.AddConsole();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 10);
        services.AddSingleton<CountedHashing>();
        services.AddSingleton<IPasswordHasher<StaffAccount>>(provider => provider.GetRequiredService<CountedHashing>());
    });

    public string Folder => store.Folder;

    public FakeTimeProvider Time => store.Time;

    public AccountBook Book => store.Get<AccountBook>();

    public OwnAccount Own => store.Get<OwnAccount>();

    public AuditBook Audit => store.Get<AuditBook>();

    public Sessions Sessions => store.Get<Sessions>();

    public AccountRows Accounts => store.Get<AccountRows>();

    public StoreWriter Writer => store.Writer;

    public CountedHashing Hashing => store.Get<CountedHashing>();

    /// <summary>All that the audit log holds.</summary>
    public IReadOnlyList<AuditEntry> Log => [.. store.Get<AuditTrail>().All(AuditFilter.Everything)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => store.Get<T>();

    public Task Until(Func<bool> isSo, string what) => store.Until(isSo, what);

    /// <summary>Invites somebody from the machine.</summary>
    /// <returns>What stands in her link.</returns>
    public async Task<string> Invited(string name, params StaffRole[] roles) => TokenOf(await Book.Invite(Machine, name, roles, Cancel));

    public static string TokenOf(BookOutcome outcome) => Assert.IsType<BookOutcome.Link>(outcome).Path.Split('#')[1];

    /// <summary>What the first start prints.</summary>
    public async Task<string> FirstLink()
    {
        var token = StaffLinks.NewToken();
        await Writer.Write(session =>
        {
            StaffLinks.Add(session, null, token, Time.GetUtcNow() + StaffLinks.FirstEndsAfter);
            return true;
        }, Cancel);
        return token;
    }

    /// <summary>Somebody with password and code app.</summary>
    public async Task<Colleague> Joined(string name, params StaffRole[] roles) => await Joins(await Invited(name, roles), name);

    /// <summary>Uses a link with password and code app.</summary>
    public async Task<Colleague> Joins(string token, string name)
    {
        var (outcome, app) = await Tries(token, name);
        return new Colleague(this, name, Assert.IsType<JoinOutcome.Joined>(outcome).Staff, app);
    }

    /// <summary>Tries a link with password and code app.</summary>
    public async Task<(JoinOutcome Outcome, CodeApp App)> Tries(string token, string name = "", string password = GoodPassword)
    {
        var joining = Get<Joining>();
        var (key, sealedKey) = joining.NewCodeKey();
        var app = new CodeApp(key);
        return (await joining.WithPassword(token, name, password, sealedKey, app.Code(-1), Cancel), app);
    }

    public async ValueTask DisposeAsync() => await store.DisposeAsync();

    /// <summary>A passkey as a browser would have made it.</summary>
    public static UserPasskeyInfo Passkey(params byte[] credential) =>
        new(credential is [] ? Guid.NewGuid().ToByteArray() : credential, [1, 2, 3], Some.Night, 0, [], true, true, true, [], []);

}

/// <summary>A person on the staff.</summary>
internal sealed record Colleague(StaffHost Host, string Name, string Id, CodeApp App)
{
    public StaffAccount Account => Host.Accounts.Find(Id)!;

    /// <summary>A session that begins now.</summary>
    public async Task<string> Session() => (await Host.Sessions.Begin(Id, Account.Stamp, "Firefox, Linux", "test", TestContext.Current.CancellationToken))!;

    /// <summary>Tries to sign in.</summary>
    public Task<StaffAccount?> SignsIn(string code, string password = StaffHost.GoodPassword) =>
        Host.Get<SigningIn>().WithPassword(Name, password, code, TestContext.Current.CancellationToken);
}

/// <summary>Identity's own hashing, counted.</summary>
internal sealed class CountedHashing(Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> options) : IPasswordHasher<StaffAccount>
{
    private readonly PasswordHasher<StaffAccount> real = new(options);

    public int Hashed { get; private set; }

    /// <summary>What a look at a password waits for; null for nothing.</summary>
    public Task? Holds { get; set; }

    public string HashPassword(StaffAccount user, string password)
    {
        Hashed++;
        return real.HashPassword(user, password);
    }

    public PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword)
    {
        Hashed++;
        Holds?.Wait(TimeSpan.FromMinutes(1));
        return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
