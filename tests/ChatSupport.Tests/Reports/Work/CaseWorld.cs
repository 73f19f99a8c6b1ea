using System.Text;
using ChatSupport.Reports;
using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Threads;
using ChatSupport.Reports.Work;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Reports.Work;

/// <summary>Cases over a real file, with staff who are signed in; Dara has a key that the root signed.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private const string AddCase = """
        INSERT INTO report_cases (id, state, risk, is_child, in_danger, epoch, case_key, thread_key, created_at, last_at, version)
        VALUES ($1, 'New', $2, $3, 0, 1, $4, $5, $6, $6, 1)
        """;

    private readonly StoreHost store;
    private readonly RootSecret root = RootSecret.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();

    public CaseWorld()
    {
        store = new StoreHost(null, null, services =>
        {
            services.AddAccounts().AddReports();
            services.AddSingleton<OwnerHash>();
            services.AddSingleton<RouteSeal>();
            services.AddSingleton<ReportBell>();
            services.AddSingleton<ReportRoutes>();
            services.AddReportPages();
            services.AddSingleton(Options.Create(new ReportsOptions { RootKey = root.Public.ToString(), Readers = "readers.txt" }));
        });
        SignReaders(1, Reader("dara", ReaderRole.Worker, DaraKey.Recipient), Reader("recovery", ReaderRole.Recovery, recovery.Recipient));
    }

    public AgeIdentity DaraKey { get; } = AgeIdentity.New();

    public AgeIdentity Recovery => recovery;

    /// <summary>Where everything lies.</summary>
    public string Folder => store.Folder;

    /// <summary>The public half of the root.</summary>
    public string Root => root.Public.ToString();

    public GivingBook Giving => Get<GivingBook>();

    public FakeTimeProvider Time => store.Time;

    public CaseBook Cases => Get<CaseBook>();

    public SealedCaseBook Sealed => Get<SealedCaseBook>();

    public DecisionBook Decisions => Get<DecisionBook>();

    public ReferralBook Referrals => Get<ReferralBook>();

    public KeyBook Keys => Get<KeyBook>();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => store.Get<T>();

    public long Count(string table) => store.Count(table);

    public Task<T> Write<T>(Func<StoreSession, T> act) => store.Writer.Write(act, Cancel);

    /// <summary>Puts a list of readers there that the root signed.</summary>
    public void SignReaders(uint version, params Reader[] readers) =>
        File.WriteAllText(Path.Combine(store.Folder, "readers.txt"), new ReaderList(root.Public, version, DateTimeOffset.UnixEpoch.AddYears(56), [.. readers]).Sign(root));

    public static Reader Reader(string staff, ReaderRole role, AgeRecipient key, bool revoked = false, uint epoch = 1) =>
        new(staff, key, role, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200), epoch, revoked);

    /// <summary>Signs somebody in.</summary>
    /// <returns>Her session.</returns>
    public async Task<string> SignIn(string name, params StaffRole[] roles)
    {
        var account = new StaffAccount { Id = AccountRows.NewId(), Name = name, Roles = roles, Stamp = AccountRows.NewId(), MadeAt = Time.GetUtcNow() };
        await Write(session =>
        {
            Get<AccountRows>().Add(session, account);
            return true;
        });
        return (await Get<Sessions>().Begin(account.Id, account.Stamp, "test", "test", Cancel))!;
    }

    /// <summary>A case worker whose key is kept, and signed.</summary>
    public Task<string> Dara() => WithKey("Dara", DaraKey, StaffRole.CaseWorker);

    /// <summary>Somebody whose key is kept.</summary>
    /// <returns>Her session.</returns>
    public async Task<string> WithKey(string name, AgeIdentity key, params StaffRole[] roles)
    {
        var session = await SignIn(name, roles);
        var question = Keys.Prove(session, key.Recipient.ToString());
        Assert.Null((await Keys.Keep(session, Locked(key.Recipient), AgeFile.Open(question, key), Cancel)).Why);
        return session;
    }

    public string AccountOf(string session) => Get<Sessions>().Look(session)!.Id;

    /// <summary>What the audit log holds of an act, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Audit(string act) => [.. Get<AuditTrail>().All(new AuditFilter(Act: act))];

    /// <summary>A report that was sent, sealed to Dara and the recovery key.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Report(string text = "ខ្ញុំត្រូវគេវាយ", int risk = 2, bool isChild = false)
    {
        var id = Guid.NewGuid();
        using var caseKey = new NewKey(Purpose.CaseKey, id, 1);
        using var threadKey = new NewKey(Purpose.ThreadKey, id, 1);
        var readers = Get<ReaderBook>().Now(out var wrong) ?? throw new InvalidOperationException(wrong);
        var (caseGrants, threadGrants) = (caseKey.SealTo(readers), threadKey.SealTo(readers));
        var now = Time.GetUtcNow();
        return await Write(session =>
        {
            session[AddCase].Run(id.ToString("n"), risk, isChild ? 1 : 0, caseKey.Public.ToString(), threadKey.Public.ToString(), now.ToUnixTimeMilliseconds());
            foreach (var grant in caseGrants)
                CaseRows.Give(session, id, Purpose.CaseKey, 1, grant);
            foreach (var grant in threadGrants)
                CaseRows.Give(session, id, Purpose.ThreadKey, 1, grant);
            var place = new SealedPlace(Purpose.Answer, id, Guid.NewGuid(), 1);
            CaseRows.Add(session, place, "what", SealedFile.Seal(Encoding.UTF8.GetBytes($$"""{"question":"what","text":"{{text}}"}"""), place, [caseKey.Public]), now);
            return id.ToString("n");
        });
    }

    /// <summary>A text as a browser seals it.</summary>
    public SealedText FromABrowser(string id, Purpose purpose, string text, uint epoch = 1)
    {
        var row = Guid.NewGuid();
        return new SealedText(id, row.ToString("n"), epoch, SealedFile.Seal(Encoding.UTF8.GetBytes(text), new SealedPlace(purpose, Guid.ParseExact(id, "n"), row, epoch), [DaraKey.Recipient]));
    }

    /// <summary>A key in the form in which it is kept: to words, which here are nobody's.</summary>
    public static LockedKey Locked(AgeRecipient recipient) => new(recipient.ToString(), "words", "",
        [.. AgeHeader.Write([new Stanza(["scrypt", "AAAAAAAAAAAAAAAAAAAAAA", "15"], new byte[32])], _ => new byte[32]), .. new byte[100]]);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        DaraKey.Dispose();
        recovery.Dispose();
        root.Dispose();
    }
}
