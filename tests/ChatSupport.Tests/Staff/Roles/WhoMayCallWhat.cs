using System.Reflection;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using static ChatSupport.Staff.Roles.StaffAct;

namespace ChatSupport.Tests.Staff.Roles;

/// <summary>Every call of the staff's features, as each role and as nobody. A new call without a line here fails.</summary>
public sealed class WhoMayCallWhat : IAsyncLifetime
{
    private const string Nobody = "no-such-account";

    private static readonly Dictionary<string, (StaffAct Act, Func<StaffHost, string?, Task> Make)> table = new(StringComparer.Ordinal)
    {
        ["AccountBook.List"] = (ManagePeople, At((host, session) => host.Book.List(session))),
        ["AccountBook.Invite"] = (ManagePeople, (host, session) => host.Book.Invite(session, $"Guest {Guid.NewGuid():N}", [StaffRole.Editor], Cancel)),
        ["AccountBook.SetRoles"] = (ManagePeople, (host, session) => host.Book.SetRoles(session, Nobody, [StaffRole.Editor], Cancel)),
        ["AccountBook.Stop"] = (ManagePeople, (host, session) => host.Book.Stop(session, Nobody, Cancel)),
        ["AccountBook.Start"] = (ManagePeople, (host, session) => host.Book.Start(session, Nobody, Cancel)),
        ["AccountBook.EndSessions"] = (ManagePeople, (host, session) => host.Book.EndSessions(session, Nobody, Cancel)),
        ["AccountBook.Recover"] = (ManagePeople, (host, session) => host.Book.Recover(session, Nobody, Cancel)),
        ["OwnAccount.Sessions"] = (UseConsole, At((host, session) => host.Own.Sessions(session))),
        ["OwnAccount.Keys"] = (UseConsole, At((host, session) => host.Own.Keys(session))),
        ["OwnAccount.EndSession"] = (UseConsole, (host, session) => host.Own.EndSession(session, "no-such-session", Cancel)),
        ["OwnAccount.AddKey"] = (UseConsole, (host, session) => host.Own.AddKey(session, StaffHost.Passkey(), Cancel)),
        ["OwnAccount.RemoveKey"] = (UseConsole, (host, session) => host.Own.RemoveKey(session, "00", Cancel)),
        ["AuditBook.Names"] = (ReadAudit, At((host, session) => host.Audit.Names(session))),
        ["AuditBook.Page"] = (ReadAudit, At((host, session) => host.Audit.Page(session, AuditFilter.Everything, null, 10))),
        ["AuditBook.Export"] = (ReadAudit, (host, session) => host.Audit.Export(session, AuditFilter.Everything, Cancel)),
    };

    private readonly StaffHost host = new();
    private readonly Dictionary<StaffRole, Colleague> people = [];

    public static TheoryData<string> Calls => [.. typeof(AccountBook).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("ChatSupport.Staff", StringComparison.Ordinal) == true && type != typeof(StaffGuard))
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters() is [{ Name: "session", ParameterType: var first }, ..] && first == typeof(string))
            .Select(method => $"{type.Name}.{method.Name}"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var role in Enum.GetValues<StaffRole>())
            people[role] = await host.Joined($"Person {role}", role);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory, MemberData(nameof(Calls))]
    public async Task Each_role_may_call_what_it_is_there_for_and_nothing_else(string call)
    {
        var (act, make) = table[call];
        foreach (var (role, person) in people)
        {
            var session = await person.Session();
            var before = host.Log.Count;

            var refused = await Record.ExceptionAsync(() => make(host, session));

            Assert.Equal(RoleTable.MayDo(act).Contains(role) ? null : act, (refused as StaffDeniedException)?.Act);
            Assert.True(refused is null or StaffDeniedException, $"{role}: {refused}");
            Assert.True(refused is null || host.Log.Count == before, $"{role} was refused, but something was done.");
        }
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task Nobody_calls_anything_without_a_session_that_stands(string call)
    {
        var make = table[call].Make;
        var all = await host.Joined("Everything", Enum.GetValues<StaffRole>());
        var (ended, stopped) = (await all.Session(), await host.Joined("Stopped", Enum.GetValues<StaffRole>()));
        var ofStopped = await stopped.Session();
        var idle = await all.Session();
        await host.Sessions.End(all.Id, ended, Cancel);
        await host.Writer.Write(session => session["UPDATE staff SET is_stopped = 1 WHERE id = $1"].Run(stopped.Id), Cancel); // the session is still there
        await make(host, idle); // it is good until then
        host.Time.Advance(TimeSpan.FromMinutes(30));
        var before = host.Log.Count;

        foreach (var session in new[] { null, "", "no-such-session", all.Id, ended, ofStopped, idle })
            await Assert.ThrowsAsync<SessionEndedException>(() => make(host, session));

        Assert.Equal(before, host.Log.Count);
    }

    [Fact]
    public void Every_call_of_the_books_asks_who_calls()
    {
        var books = new[] { typeof(AccountBook), typeof(OwnAccount), typeof(AuditBook) };
        Assert.All(books.SelectMany(book => book.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)),
            method => Assert.True(method.GetParameters()[0] is { Name: "session" } or { ParameterType.Name: nameof(StaffAtTheMachine) }, method.Name));
        Assert.Equal(table.Keys.Order(StringComparer.Ordinal), Calls.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    /// <summary>Written out, so that nobody gives a role more by the way.</summary>
    [Theory]
    [InlineData(UseConsole, "Editor,Reviewer,CaseWorker,Supervisor,SavingsOfficer,Manager,Administrator")]
    [InlineData(SeeContent, "Editor,Reviewer,CaseWorker,Supervisor,SavingsOfficer,Manager,Administrator")]
    [InlineData(SeeInsight, "Editor,Reviewer,Supervisor,Manager")]
    [InlineData(EditContent, "Editor")]
    [InlineData(ReviewContent, "Reviewer")]
    [InlineData(PublishContent, "Editor,Reviewer")]
    [InlineData(ManagePeople, "Administrator")]
    [InlineData(ReadAudit, "Manager,Administrator")]
    [InlineData(RunDesk, "Supervisor")]
    [InlineData(ReadTranscripts, "Supervisor")]
    [InlineData(SeeDeskFigures, "Supervisor,Manager")]
    [InlineData(SeeRiskWords, "Editor,Reviewer,Supervisor")]
    [InlineData(AnswerChats, "Editor,Reviewer,CaseWorker,Supervisor,SavingsOfficer,Manager,Administrator")]
    public void These_roles_may(StaffAct act, string roles) => Assert.Equal(roles, RoleText.Write(RoleTable.MayDo(act)));

    [Fact]
    public void An_act_that_is_in_no_table_is_for_nobody()
    {
        Assert.Empty(RoleTable.MayDo((StaffAct)999));
        Assert.All(Enum.GetValues<StaffAct>(), act => Assert.NotEmpty(RoleTable.MayDo(act)));
        Assert.False(RoleTable.Allows(RoleText.Read("99,Owner,administrator "), ManagePeople));
    }

    private static Func<StaffHost, string?, Task> At(Func<StaffHost, string?, object> call) => (host, session) =>
    {
        call(host, session);
        return Task.CompletedTask;
    };
}
