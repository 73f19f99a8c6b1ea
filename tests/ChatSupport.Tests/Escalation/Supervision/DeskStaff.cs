using ChatSupport.Escalation;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Escalation.Supervision;

/// <summary>The desk at work, with staff who are signed in to the console.</summary>
internal sealed class DeskStaff : IAsyncDisposable
{
    private DeskStaff(DeskWorld world, string chanthy) => (World, Chanthy) = (world, chanthy);

    public DeskWorld World { get; }

    /// <summary>The session of a supervisor.</summary>
    public string Chanthy { get; }

    public DeskBook Desk => Get<DeskBook>();

    public RosterBook Roster => Get<RosterBook>();

    public HeldBook Held => Get<HeldBook>();

    public TranscriptBook Transcripts => Get<TranscriptBook>();

    public ReferralBook Referrals => Get<ReferralBook>();

    public MineBook Mine => Get<MineBook>();

    public SendingBook Sending => Get<SendingBook>();

    public AnswerBook Answers => Get<AnswerBook>();

    public MyReferralBook MyReferrals => Get<MyReferralBook>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DeskStaff> Start(params string[] settings)
    {
        var world = await DeskWorld.Start(services => services.AddAccounts().AddDeskPages(), settings);
        return new DeskStaff(world, await SignIn(world, "Chanthy", StaffRole.Supervisor));
    }

    public T Get<T>() where T : notnull => World.Host.Get<T>();

    /// <summary>Somebody without Telegram, whom the roster knows by her account, and who is on.</summary>
    /// <returns>Her session.</returns>
    public async Task<string> EducatorAtTheConsole(string name = "Mealea")
    {
        var session = await SignIn(name, StaffRole.CaseWorker);
        await Did(() => Roster.Add(Chanthy, new RosterWish(name, DeskRole.Educator, ["en", "km"], [], AccountOf(session)), Cancel));
        await Did(() => Mine.ComeOn(session, Cancel));
        return session;
    }

    public Task<string> SignIn(string name, params StaffRole[] roles) => SignIn(World, name, roles);

    public string AccountOf(string session) => Get<Sessions>().Look(session)!.Id;

    /// <summary>What the audit log holds of an act.</summary>
    public IReadOnlyList<AuditEntry> Audit(string act) => [.. Get<AuditTrail>().All(new AuditFilter(Act: act))];

    /// <summary>A worker who asked for a person and wrote this.</summary>
    public async Task<Somebody> Asks(string says, string danger = "🟢 No")
    {
        var worker = await World.Worker();
        await worker.Presses("Talk to a person");
        await worker.Presses(danger);
        await worker.Presses("🟢 No");
        await worker.Presses("🟢 No");
        await worker.Types(says);
        return worker;
    }

    public DeskChat ChatOf(Somebody worker) => World.ChatOf(worker)!;

    /// <summary>Does something at the desk, and waits for what follows.</summary>
    public async Task<DeskAnswer> Does(Func<Task<DeskAnswer>> act)
    {
        var answer = await act();
        await World.Settle();
        return answer;
    }

    /// <summary>Does something that must be done.</summary>
    public async Task Did(Func<Task<DeskAnswer>> act) => Assert.IsType<DeskAnswer.IsDone>(await Does(act));

    /// <summary>Does something that is refused.</summary>
    public async Task Refused(string why, Func<Task<DeskAnswer>> act) => Assert.Equal(DeskAnswer.Not(why), await Does(act));

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private static async Task<string> SignIn(DeskWorld world, string name, params StaffRole[] roles)
    {
        var accounts = world.Host.Get<AccountRows>();
        var account = new StaffAccount { Id = AccountRows.NewId(), Name = name, Roles = roles, Stamp = AccountRows.NewId(), MadeAt = world.Time.GetUtcNow() };
        await world.Host.Get<StoreWriter>().Write(session =>
        {
            accounts.Add(session, account);
            return true;
        }, Cancel);
        return (await world.Host.Get<Sessions>().Begin(account.Id, account.Stamp, "test", "test", Cancel))!;
    }
}
