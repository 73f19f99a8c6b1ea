using System.Reflection;
using ChatSupport.Reports.Figures;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Pages;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using static ChatSupport.Staff.Roles.StaffAct;

namespace ChatSupport.Tests.Reports.Work;

/// <summary>Each call of the pages of reports for each role. A call without a row here fails.</summary>
public sealed class WhoMayCallWhat
{
    private const string None = "0123456789abcdef0123456789abcdef";

    private static readonly SealedText text = new(None, None, 1, []);

    private static readonly Dictionary<string, (StaffAct Act, Func<CaseWorld, string?, Task> Call)> rows = new(StringComparer.Ordinal)
    {
        ["CaseBook.List"] = (WorkCases, At((world, session) => world.Cases.List(session))),
        ["CaseBook.Export"] = (SuperviseCases, (world, session) => world.Cases.Export(session, "", default)),
        ["CaseBook.See"] = (SuperviseCases, (world, session) => world.Cases.See(session, None, default)),
        ["CaseBook.WithNobodyReached"] = (WorkCases, At((world, session) => world.Cases.WithNobodyReached(session))),
        ["CaseBook.Take"] = (WorkCases, (world, session) => world.Cases.Take(session, None, default)),
        ["CaseBook.Assign"] = (SuperviseCases, (world, session) => world.Cases.Assign(session, None, "x", default)),
        ["CaseBook.People"] = (SuperviseCases, At((world, session) => world.Cases.People(session))),
        ["CaseBook.LetGo"] = (WorkCases, (world, session) => world.Cases.LetGo(session, None, default)),
        ["CaseBook.Assess"] = (WorkCases, (world, session) => world.Cases.Assess(session, None, default)),
        ["CaseBook.Return"] = (WorkCases, (world, session) => world.Cases.Return(session, None, default)),
        ["CaseBook.Close"] = (WorkCases, (world, session) => world.Cases.Close(session, None, "helped", default)),
        ["CaseBook.Reopen"] = (WorkCases, (world, session) => world.Cases.Reopen(session, None, default)),
        ["CaseBook.SetRisk"] = (WorkCases, (world, session) => world.Cases.SetRisk(session, None, 1, default)),
        ["CaseBook.FollowUp"] = (WorkCases, (world, session) => world.Cases.FollowUp(session, None, null, default)),
        ["CaseBook.FlagChild"] = (WorkCases, (world, session) => world.Cases.FlagChild(session, None, default)),
        ["CaseBook.Know"] = (WorkCases, (world, session) => world.Cases.Know(session, None, default)),
        ["SealedCaseBook.Open"] = (WorkCases, (world, session) => world.Sealed.Open(session, None, default)),
        ["SealedCaseBook.File"] = (WorkCases, (world, session) => world.Sealed.File(session, None, None, default)),
        ["SealedCaseBook.Write"] = (WorkCases, (world, session) => world.Sealed.Write(session, text, default)),
        ["SealedCaseBook.Reply"] = (WorkCases, (world, session) => world.Sealed.Reply(session, text, default)),
        ["SealedCaseBook.Who"] = (WorkCases, (world, session) => world.Sealed.Who(session, None, default)),
        ["SealedCaseBook.WriteWho"] = (WorkCases, (world, session) => world.Sealed.WriteWho(session, text, default)),
        ["ExportBook.Export"] = (WorkCases, (world, session) => world.Get<ExportBook>().Export(session, None, new ExportAsked("her-copy", "key", false), default)),
        ["ExportBook.Print"] = (WorkCases, (world, session) => world.Get<ExportBook>().Print(session, None, default)),
        ["TaskBook.List"] = (WorkCases, (world, session) => world.Get<TaskBook>().List(session, None, default)),
        ["TaskBook.Add"] = (WorkCases, (world, session) => world.Get<TaskBook>().Add(session, None, "call", DateTimeOffset.UnixEpoch, default)),
        ["TaskBook.Finish"] = (WorkCases, (world, session) => world.Get<TaskBook>().Finish(session, None, None, default)),
        ["TaskBook.Undo"] = (WorkCases, (world, session) => world.Get<TaskBook>().Undo(session, None, None, default)),
        ["HoldBook.List"] = (WorkCases, (world, session) => world.Get<HoldBook>().List(session, None, default)),
        ["HoldBook.Waiting"] = (WorkCases, At((world, session) => world.Get<HoldBook>().Waiting(session))),
        ["HoldBook.Begin"] = (WorkCases, (world, session) => world.Get<HoldBook>().Begin(session, None, "life-in-danger", 1, default)),
        ["HoldBook.Confirm"] = (WorkCases, (world, session) => world.Get<HoldBook>().Confirm(session, None, None, default)),
        ["HoldBook.End"] = (SuperviseCases, (world, session) => world.Get<HoldBook>().End(session, None, default)),
        ["KeyBook.Look"] = (WorkCases, At((world, session) => world.Keys.Look(session))),
        ["KeyBook.MayMake"] = (WorkCases, At((world, session) => world.Keys.MayMake(session))),
        ["KeyBook.Prove"] = (WorkCases, At((world, session) => world.Keys.Prove(session, "x") ?? [])),
        ["KeyBook.Keep"] = (WorkCases, (world, session) => world.Keys.Keep(session, new LockedKey("x", "words", "", []), [], default)),
        ["GivingBook.Look"] = (WorkCases, At((world, session) => world.Giving.Look(session))),
        ["GivingBook.Begin"] = (WorkCases, At((world, session) => world.Giving.Begin(session, "x"))),
        ["GivingBook.Next"] = (WorkCases, At((world, session) => world.Giving.Next(session, "x", null) ?? new object())),
        ["GivingBook.Give"] = (WorkCases, (world, session) => world.Giving.Give(session, None, "x", 1, [], default)),
        ["GivingBook.Givers"] = (WorkCases, (world, session) => world.Giving.Givers(session, None, default)),
        ["NewKeyBook.Next"] = (WorkCases, At((world, session) => world.Get<NewKeyBook>().Next(session, null) ?? new object())),
        ["NewKeyBook.Keep"] = (WorkCases, (world, session) => world.Get<NewKeyBook>().Keep(session, None, new MadeKey(2, "x", []), default)),
        ["NewKeyBook.Count"] = (WorkCases, At((world, session) => world.Get<NewKeyBook>().Count(session))),
        ["OwnKeysBook.Next"] = (WorkCases, At((world, session) => world.Get<OwnKeysBook>().Next(session, null) ?? new object())),
        ["OwnKeysBook.TakeBack"] = (WorkCases, (world, session) => world.Get<OwnKeysBook>().TakeBack(session, None, [], default)),
        ["DecisionBook.List"] = (WorkCases, (world, session) => world.Decisions.List(session, None, default)),
        ["DecisionBook.Begin"] = (WorkCases, (world, session) => world.Decisions.Begin(session, None, DecisionBook.NotAChild, "", "mistaken", default)),
        ["DecisionBook.Confirm"] = (WorkCases, (world, session) => world.Decisions.Confirm(session, None, None, default)),
        ["ReferralBook.List"] = (WorkCases, (world, session) => world.Referrals.List(session, None, default)),
        ["ReferralBook.Consent"] = (WorkCases, (world, session) => world.Referrals.Consent(session, None, "health", false, 1, default)),
        ["ReferralBook.Withdraw"] = (WorkCases, (world, session) => world.Referrals.Withdraw(session, None, None, default)),
        ["ReferralBook.Tell"] = (WorkCases, (world, session) => world.Referrals.Tell(session, None, "health", default)),
        ["ReferralBook.Mark"] = (WorkCases, (world, session) => world.Referrals.Mark(session, None, None, "in-progress", "accepted", default)),
        ["ReportFiguresBook.Quarters"] = (SeeCaseFigures, (world, session) => world.Get<ReportFiguresBook>().Quarters(session, default)),
    };

    [Fact]
    public void Every_call_is_in_the_table_and_asks_who_calls() => Assert.Equal(
        typeof(CaseBook).Assembly.GetTypes().Where(type => ((type.Namespace == typeof(CaseBook).Namespace || type.Namespace == typeof(GivingBook).Namespace) && type.Name.EndsWith("Book", StringComparison.Ordinal)) || type == typeof(ReportFiguresBook))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Select(method => $"{type.Name}.{method.Name}{(method.GetParameters() is [{ Name: "session" }, ..] ? "" : " takes no session first")}")).Order(StringComparer.Ordinal),
        rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_role_may_call_what_it_is_there_for_and_a_refusal_is_recorded()
    {
        await using var world = new CaseWorld();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var session = await world.SignIn($"Of role {role}", role);
            foreach (var (name, (act, call)) in rows)
            {
                var denied = await Record.ExceptionAsync(() => call(world, session));
                Assert.True(denied is null or StaffDeniedException && (denied is null) == RoleTable.MayDo(act).Contains(role), $"{name} as {role}: {denied?.GetType().Name ?? "allowed"}");
            }
        }
        foreach (var (name, (_, call)) in rows)
            Assert.True(await Record.ExceptionAsync(() => call(world, null)) is SessionEndedException, name);
        Assert.All(Enum.GetValues<StaffRole>().Where(role => !RoleTable.MayDo(WorkCases).Contains(role)), role =>
            Assert.Contains(world.Audit(CaseGate.Denied), entry => entry.Detail.StartsWith("no role for ", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_pages_say_by_a_word_of_cases_and_what_can_stand_against_an_act_has_its_Khmer()
    {
        var refusals = typeof(CaseRefusal).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!);

        Assert.DoesNotContain(CaseSay.English.Concat(refusals), text => KhmerWords.Of(text) is null);
    }

    private static Func<CaseWorld, string?, Task> At(Func<CaseWorld, string?, object> call) => (world, session) =>
    {
        call(world, session);
        return Task.CompletedTask;
    };
}
