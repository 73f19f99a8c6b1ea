using System.Reflection;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Figures;
using ChatSupport.Savings.Office;
using ChatSupport.Staff.Roles;
using static ChatSupport.Staff.Roles.StaffAct;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>Each call of the savings' pages for each role. A call without a row here fails.</summary>
public sealed class WhoMayCallWhat
{
    private static readonly OpeningPlan nothing = new([], []);

    private static readonly Dictionary<string, (StaffAct Act, Func<OfficeHost, string?, Task> Call)> rows = new(StringComparer.Ordinal)
    {
        ["RollBook.Groups"] = (RunSavings, At((office, session) => office.Get<RollBook>().Groups(session))),
        ["RollBook.Members"] = (RunSavings, At((office, session) => office.Get<RollBook>().Members(session, "none"))),
        ["RollBook.Found"] = (RunSavings, (office, session) => office.Get<RollBook>().Found(session, "", default)),
        ["RollBook.Rename"] = (RunSavings, (office, session) => office.Get<RollBook>().Rename(session, "none", "x", default)),
        ["RollBook.Retire"] = (RunSavings, (office, session) => office.Get<RollBook>().Retire(session, "none", default)),
        ["RollBook.Join"] = (RunSavings, (office, session) => office.Get<RollBook>().Join(session, "none", "1", "x", default)),
        ["RollBook.Edit"] = (RunSavings, (office, session) => office.Get<RollBook>().Edit(session, "none", "1", "x", default)),
        ["RollBook.SetLeft"] = (RunSavings, (office, session) => office.Get<RollBook>().SetLeft(session, "none", true, default)),
        ["OpeningBook.Waiting"] = (RunSavings, At((office, session) => office.Get<OpeningBook>().Waiting(session))),
        ["OpeningBook.Sheets"] = (RunSavings, At((office, session) => office.Get<OpeningBook>().Sheets(session))),
        ["OpeningBook.Key"] = (RunSavings, (office, session) => office.Get<OpeningBook>().Key(session, "none", "1", "5000", default)),
        ["OpeningBook.Forget"] = (RunSavings, (office, session) => office.Get<OpeningBook>().Forget(session, "none", Currency.Khr, default)),
        ["OpeningBook.Plan"] = (RunSavings, (office, session) => office.Get<OpeningBook>().Plan(session, [])),
        ["OpeningBook.Import"] = (RunSavings, (office, session) => office.Get<OpeningBook>().Import(session, [], nothing, default)),
        ["OpeningBook.Confirm"] = (RunSavings, (office, session) => office.Get<OpeningBook>().Confirm(session, "none", "0", "0", default)),
        ["OpeningBook.ForgetSheet"] = (RunSavings, (office, session) => office.Get<OpeningBook>().ForgetSheet(session, "none", default)),
        ["WithdrawalBook.Waiting"] = (RunSavings, At((office, session) => office.Get<WithdrawalBook>().Waiting(session))),
        ["WithdrawalBook.Ask"] = (RunSavings, (office, session) => office.Get<WithdrawalBook>().Ask(session, "x", "none", "1", "5000", false, default)),
        ["WithdrawalBook.Approve"] = (RunSavings, (office, session) => office.Get<WithdrawalBook>().Approve(session, 0, default)),
        ["WithdrawalBook.Refuse"] = (RunSavings, (office, session) => office.Get<WithdrawalBook>().Refuse(session, 0, "other", default)),
        ["WithdrawalBook.Pay"] = (RunSavings, (office, session) => office.Get<WithdrawalBook>().Pay(session, "x", 0, default)),
        ["CashBook.Look"] = (RunSavings, At((office, session) => office.Get<CashBook>().Look(session))),
        ["CashBook.Places"] = (RunSavings, At((office, session) => office.Get<CashBook>().Places(session))),
        ["CashBook.SetLimit"] = (RunSavings, (office, session) => office.Get<CashBook>().SetLimit(session, "", "x", "", "", default)),
        ["CashBook.Propose"] = (RunSavings, (office, session) => office.Get<CashBook>().Propose(session, "x", new CashWish(EntryKind.Handover, null, null, "5000", false, null), default)),
        ["MeetingBook.Look"] = (RunSavings, At((office, session) => office.Get<MeetingBook>().Look(session))),
        ["MeetingBook.Plan"] = (RunSavings, (office, session) => office.Get<MeetingBook>().Plan(session, "none", "", default)),
        ["MeetingBook.Receive"] = (RunSavings, (office, session) => office.Get<MeetingBook>().Receive(session, "none", "5000", default)),
        ["MeetingBook.TakeBack"] = (CorrectSavings, (office, session) => office.Get<MeetingBook>().TakeBack(session, "none", default)),
        ["MeetingBook.Decline"] = (CorrectSavings, (office, session) => office.Get<MeetingBook>().Decline(session, "none", default)),
        ["MeetingBook.Confirm"] = (RunSavings, (office, session) => office.Get<MeetingBook>().Confirm(session, "none", default)),
        ["MeetingBook.Invite"] = (RunSavings, (office, session) => office.Get<MeetingBook>().Invite(session, "none", default)),
        ["MeetingBook.InviteAgain"] = (RunSavings, (office, session) => office.Get<MeetingBook>().InviteAgain(session, "none", default)),
        ["MeetingBook.End"] = (RunSavings, (office, session) => office.Get<MeetingBook>().End(session, "none", default)),
        ["SeatBook.Find"] = (RunSavings, At((office, session) => office.Get<SeatBook>().Find(session, "none", "1") as object ?? "")),
        ["SeatBook.GiveCode"] = (RunSavings, (office, session) => office.Get<SeatBook>().GiveCode(session, "none", default)),
        ["SeatBook.GiveSecondPin"] = (RunSavings, (office, session) => office.Get<SeatBook>().GiveSecondPin(session, "none", default)),
        ["SeatBook.ResetPin"] = (RunSavings, (office, session) => office.Get<SeatBook>().ResetPin(session, "none", default)),
        ["SeatBook.Release"] = (RunSavings, (office, session) => office.Get<SeatBook>().Release(session, "none", default)),
        ["SeatBook.TakeOff"] = (RunSavings, (office, session) => office.Get<SeatBook>().TakeOff(session, "none", default)),
        ["DisputeBook.Waiting"] = (RunSavings, At((office, session) => office.Get<DisputeBook>().Waiting(session))),
        ["DisputeBook.Answered"] = (RunSavings, At((office, session) => office.Get<DisputeBook>().Answered(session))),
        ["DisputeBook.Answer"] = (RunSavings, (office, session) => office.Get<DisputeBook>().Answer(session, "none", "right", default)),
        ["CorrectionBook.Lines"] = (RunSavings, At((office, session) => office.Get<CorrectionBook>().Lines(session, "none", "1"))),
        ["CorrectionBook.Find"] = (RunSavings, At((office, session) => office.Get<CorrectionBook>().Find(session, 0) as object ?? "")),
        ["CorrectionBook.Propose"] = (CorrectSavings, (office, session) => office.Get<CorrectionBook>().Propose(session, "x", 0, "other", default)),
        ["CorrectionBook.Waiting"] = (RunSavings, At((office, session) => office.Get<CorrectionBook>().Waiting(session))),
        ["CorrectionBook.Confirm"] = (CorrectSavings, (office, session) => office.Get<CorrectionBook>().Confirm(session, "none", default)),
        ["CorrectionBook.Decline"] = (RunSavings, (office, session) => office.Get<CorrectionBook>().Decline(session, "none", default)),
        ["CheckBook.Position"] = (RunSavings, At((office, session) => office.Get<CheckBook>().Position(session))),
        ["CheckBook.Work"] = (RunSavings, At((office, session) => office.Get<CheckBook>().Work(session))),
        ["CheckBook.Check"] = (RunSavings, (office, session) => office.Get<CheckBook>().Check(session, new CheckWish("none", 0, "0", "0", SeenBy.Nobody, ""), default)),
        ["CheckBook.Recent"] = (RunSavings, At((office, session) => office.Get<CheckBook>().Recent(session, 1))),
        ["CheckBook.Verify"] = (RunSavings, (office, session) => office.Get<CheckBook>().Verify(session, "none", "1", 0, "0", "0", "", default)),
        ["FundBook.Look"] = (RunSavings, At((office, session) => office.Get<FundBook>().Look(session))),
        ["FundBook.Enter"] = (RunSavings, (office, session) => office.Get<FundBook>().Enter(session, "x", new FundWish(EntryKind.Share, "none", "1", "5000"), default)),
        ["FundBook.Plan"] = (RunSavings, At((office, session) => office.Get<FundBook>().Plan(session, "none", Currency.Khr))),
        ["FundBook.ShareOut"] = (RunSavings, (office, session) => office.Get<FundBook>().ShareOut(session, "x", "none", Currency.Khr, default)),
        ["FigureBook.Months"] = (SeeSavingsFigures, At((office, session) => office.Get<FigureBook>().Months(session, 3))),
        ["FigureBook.Export"] = (SeeSavingsFigures, (office, session) => office.Get<FigureBook>().Export(session, 3, true, default)),
        ["TakeOutBook.Balances"] = (RunSavings, (office, session) => office.Get<TakeOutBook>().Balances(session, true, default)),
        ["TakeOutBook.Entries"] = (RunSavings, (office, session) => office.Get<TakeOutBook>().Entries(session, true, default)),
        ["TakeOutBook.Journal"] = (RunSavings, (office, session) => office.Get<TakeOutBook>().Journal(session, default)),
    };

    private static readonly string[] recorded = ["MeetingBook.Receive", "MeetingBook.TakeBack", "MeetingBook.Decline", "MeetingBook.Confirm", "FigureBook.Export", "TakeOutBook.Balances", "TakeOutBook.Entries", "TakeOutBook.Journal"];

    [Fact]
    public void Every_call_is_in_the_table_and_asks_who_calls() => Assert.Equal(
        typeof(RollBook).Assembly.GetTypes().Where(type => type.Namespace is "ChatSupport.Savings.Office" or "ChatSupport.Savings.Figures" && type.Name.EndsWith("Book", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Select(method => $"{type.Name}.{method.Name}{(method.GetParameters() is [{ Name: "session" }, ..] ? "" : " takes no session first")}")).Order(StringComparer.Ordinal),
        rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_role_may_call_what_it_is_there_for_and_nothing_else_and_nobody_calls_anything()
    {
        await using var office = new OfficeHost();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var session = await office.SignIn($"of-role-{role}", role);
            foreach (var (name, (act, call)) in rows)
            {
                var before = office.AuditCount;
                var denied = await Record.ExceptionAsync(() => call(office, session));
                Assert.True(denied is null or StaffDeniedException && (denied is null) == RoleTable.MayDo(act).Contains(role), $"{name} as {role}: {denied?.GetType().Name ?? "allowed"}");
                Assert.Equal(before + (denied is null && recorded.Contains(name) ? 1 : 0), office.AuditCount);
            }
        }
        foreach (var (name, (_, call)) in rows)
        {
            foreach (var session in new[] { null, "", "0123456789abcdef0123456789abcdef" })
                Assert.True(await Record.ExceptionAsync(() => call(office, session)) is SessionEndedException, name);
        }
    }

    [Theory]
    [InlineData(CorrectSavings, "SavingsOfficer")]
    [InlineData(RunSavings, "SavingsOfficer")]
    [InlineData(SeeSavingsFigures, "SavingsOfficer,Manager")]
    public void These_roles_may(StaffAct act, string roles) => Assert.Equal(roles, RoleText.Write(RoleTable.MayDo(act)));

    private static Func<OfficeHost, string?, Task> At(Func<OfficeHost, string?, object> call) => (office, session) =>
    {
        call(office, session);
        return Task.CompletedTask;
    };
}
