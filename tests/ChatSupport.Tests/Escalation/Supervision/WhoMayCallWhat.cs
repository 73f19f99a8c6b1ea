using System.Reflection;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;
using static ChatSupport.Staff.Roles.StaffAct;

namespace ChatSupport.Tests.Escalation.Supervision;

/// <summary>Each call of the desk's pages for each role. A call without a row here fails.</summary>
public sealed class WhoMayCallWhat
{
    private static readonly RosterWish nobody = new("", DeskRole.Educator, [], [], null);

    private static readonly Dictionary<string, (StaffAct Act, Func<DeskStaff, string?, Task> Call)> rows = new(StringComparer.Ordinal)
    {
        ["DeskBook.Look"] = (RunDesk, At((desk, session) => desk.Desk.Look(session))),
        ["DeskBook.Free"] = (RunDesk, At((desk, session) => desk.Desk.Free(session, "none"))),
        ["DeskBook.TakeOver"] = (RunDesk, (desk, session) => desk.Desk.TakeOver(session, "none", default)),
        ["DeskBook.Join"] = (RunDesk, (desk, session) => desk.Desk.Join(session, "none", default)),
        ["DeskBook.Leave"] = (RunDesk, (desk, session) => desk.Desk.Leave(session, "none", default)),
        ["DeskBook.Whisper"] = (RunDesk, (desk, session) => desk.Desk.Whisper(session, "none", "x", default)),
        ["DeskBook.Reassign"] = (RunDesk, (desk, session) => desk.Desk.Reassign(session, "none", "none", default)),
        ["DeskBook.SetLevel"] = (RunDesk, (desk, session) => desk.Desk.SetLevel(session, "none", 0, "x", default)),
        ["DeskBook.Close"] = (RunDesk, (desk, session) => desk.Desk.Close(session, "none", "x", default)),
        ["RosterBook.List"] = (RunDesk, At((desk, session) => desk.Roster.List(session))),
        ["RosterBook.Accounts"] = (RunDesk, At((desk, session) => desk.Roster.Accounts(session))),
        ["RosterBook.Languages"] = (RunDesk, At((desk, session) => desk.Roster.Languages(session))),
        ["RosterBook.Add"] = (RunDesk, (desk, session) => desk.Roster.Add(session, nobody, default)),
        ["RosterBook.Edit"] = (RunDesk, (desk, session) => desk.Roster.Edit(session, "none", nobody, default)),
        ["RosterBook.Invite"] = (RunDesk, (desk, session) => desk.Roster.Invite(session, "none", default)),
        ["RosterBook.LosePhone"] = (RunDesk, (desk, session) => desk.Roster.LosePhone(session, "none", default)),
        ["RosterBook.Leave"] = (RunDesk, (desk, session) => desk.Roster.Leave(session, "none", default)),
        ["RosterBook.SetPlan"] = (RunDesk, (desk, session) => desk.Roster.SetPlan(session, "none", [], default)),
        ["HeldBook.Waiting"] = (RunDesk, At((desk, session) => desk.Held.Waiting(session))),
        ["HeldBook.Reports"] = (RunDesk, At((desk, session) => desk.Held.Reports(session))),
        ["HeldBook.Read"] = (RunDesk, (desk, session) => desk.Held.Read(session, 0, default)),
        ["HeldBook.Release"] = (RunDesk, (desk, session) => desk.Held.Release(session, 0, default)),
        ["HeldBook.Refuse"] = (RunDesk, (desk, session) => desk.Held.Refuse(session, 0, default)),
        ["TranscriptBook.List"] = (ReadTranscripts, At((desk, session) => desk.Transcripts.List(session))),
        ["TranscriptBook.Sample"] = (ReadTranscripts, At((desk, session) => desk.Transcripts.Sample(session, 1))),
        ["TranscriptBook.Masked"] = (ReadTranscripts, At((desk, session) => desk.Transcripts.Masked(session, "none"))),
        ["TranscriptBook.Read"] = (ReadTranscripts, (desk, session) => desk.Transcripts.Read(session, "none", "because of a test", default)),
        ["DeskFigures.Weeks"] = (SeeDeskFigures, At((desk, session) => desk.Get<DeskFigures>().Weeks(session, 4))),
        ["DeskFigures.People"] = (SeeDeskFigures, At((desk, session) => desk.Get<DeskFigures>().People(session, 4))),
        ["WordBook.Entries"] = (SeeRiskWords, At((desk, session) => desk.Get<WordBook>().Entries(session))),
        ["WordBook.Try"] = (SeeRiskWords, At((desk, session) => desk.Get<WordBook>().Try(session, "x"))),
        ["HitBook.Hits"] = (RunDesk, At((desk, session) => desk.Get<HitBook>().Hits(session))),
        ["HitBook.Missed"] = (RunDesk, At((desk, session) => desk.Get<HitBook>().Missed(session))),
        ["HitBook.Mark"] = (RunDesk, (desk, session) => desk.Get<HitBook>().Mark(session, 0, true, default)),
        ["ReferralBook.List"] = (RunDesk, At((desk, session) => desk.Referrals.List(session))),
        ["ReferralBook.Chats"] = (RunDesk, At((desk, session) => desk.Referrals.Chats(session))),
        ["ReferralBook.Read"] = (RunDesk, (desk, session) => desk.Referrals.Read(session, "none", "because of a test", default)),
        ["ReferralBook.Begin"] = (RunDesk, (desk, session) => desk.Referrals.Begin(session, "none", new OverrideWish("x", "x", OverrideGround.Life, "because of a test", true, ""), default)),
        ["ReferralBook.Confirm"] = (RunDesk, (desk, session) => desk.Referrals.Confirm(session, "none", default)),
        ["ReferralBook.Mark"] = (RunDesk, (desk, session) => desk.Referrals.Mark(session, "none", ReferralMark.Told, "", default)),
        ["MyReferralBook.Look"] = (AnswerChats, At((desk, session) => desk.MyReferrals.Look(session))),
        ["MyReferralBook.Write"] = (AnswerChats, (desk, session) => desk.MyReferrals.Write(session, "none", "x", "x", default)),
        ["MyReferralBook.Ask"] = (AnswerChats, (desk, session) => desk.MyReferrals.Ask(session, "none", 1, default)),
        ["MyReferralBook.Mark"] = (AnswerChats, (desk, session) => desk.MyReferrals.Mark(session, "none", 1, ReferralMark.Told, "", default)),
        ["MineBook.Look"] = (AnswerChats, (desk, session) => desk.Mine.Look(session, default)),
        ["MineBook.ComeOn"] = (AnswerChats, (desk, session) => desk.Mine.ComeOn(session, default)),
        ["MineBook.Pause"] = (AnswerChats, (desk, session) => desk.Mine.Pause(session, default)),
        ["MineBook.GoOff"] = (AnswerChats, (desk, session) => desk.Mine.GoOff(session, default)),
        ["MineBook.Take"] = (AnswerChats, (desk, session) => desk.Mine.Take(session, "none", default)),
        ["MineBook.NotNow"] = (AnswerChats, (desk, session) => desk.Mine.NotNow(session, "none", default)),
        ["MineBook.Write"] = (AnswerChats, (desk, session) => desk.Mine.Write(session, "none", "x", default)),
        ["MineBook.Retry"] = (AnswerChats, (desk, session) => desk.Mine.Retry(session, "none", 0, default)),
        ["MineBook.Note"] = (AnswerChats, (desk, session) => desk.Mine.Note(session, "none", "x", default)),
        ["MineBook.Lower"] = (AnswerChats, (desk, session) => desk.Mine.Lower(session, "none", "x", default)),
        ["MineBook.ReportMisuse"] = (AnswerChats, (desk, session) => desk.Mine.ReportMisuse(session, "none", "x", default)),
        ["MineBook.Do"] = (AnswerChats, (desk, session) => desk.Mine.Do(session, "none", MyAct.Raise, default)),
        ["MineBook.Close"] = (AnswerChats, (desk, session) => desk.Mine.Close(session, "none", "x", default)),
        ["MineBook.Debrief"] = (AnswerChats, (desk, session) => desk.Mine.Debrief(session, 1, default)),
        ["MineBook.Change"] = (AnswerChats, (desk, session) => desk.Mine.Change(session, "none", 0, "x", default)),
        ["MineBook.HandOver"] = (AnswerChats, (desk, session) => desk.Mine.HandOver(session, "none", "nobody", default)),
        ["MineBook.Plan"] = (AnswerChats, (desk, session) => desk.Mine.Plan(session, [], default)),
        ["AnswerBook.Find"] = (AnswerChats, (desk, session) => Task.FromResult(desk.Answers.Find(session, "none", "x"))),
        ["AnswerBook.Send"] = (AnswerChats, (desk, session) => desk.Answers.Send(session, "none", "rights", default)),
        ["SendingBook.Say"] = (AnswerChats, (desk, session) => desk.Sending.Say(session, "none", Stream.Null, default)),
        ["SendingBook.Show"] = (AnswerChats, (desk, session) => desk.Sending.Show(session, "none", Stream.Null, default)),
        ["SendingBook.ReadAloud"] = (AnswerChats, (desk, session) => desk.Sending.ReadAloud(session, "none", 0, Stream.Null, default)),
        ["MineBook.Media"] = (AnswerChats, (desk, session) => desk.Mine.Media(session, 0, default)),
    };

    [Fact]
    public void Every_call_is_in_the_table_and_asks_who_calls() => Assert.Equal(
        typeof(DeskBook).Assembly.GetTypes().Where(type => type.Namespace == typeof(DeskBook).Namespace && type.Name.EndsWith("Book", StringComparison.Ordinal)).Append(typeof(DeskFigures))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Select(method => $"{type.Name}.{method.Name}{(method.GetParameters() is [{ Name: "session" }, ..] ? "" : " takes no session first")}")).Order(StringComparer.Ordinal),
        rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_role_may_call_what_it_is_there_for_and_nothing_else_and_nobody_calls_anything()
    {
        await using var desk = await DeskStaff.Start();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var session = await desk.SignIn($"Of role {role}", role);
            foreach (var (name, (act, call)) in rows)
            {
                var before = desk.Audit("desk.").Count;
                var denied = await Record.ExceptionAsync(() => call(desk, session));
                Assert.True(denied is null or StaffDeniedException && (denied is null) == RoleTable.MayDo(act).Contains(role), $"{name} as {role}: {denied?.GetType().Name ?? "allowed"}");
                Assert.Equal(before, desk.Audit("desk.").Count);
            }
        }
        foreach (var (name, (_, call)) in rows)
        {
            foreach (var session in new[] { null, "", "0123456789abcdef0123456789abcdef" })
                Assert.True(await Record.ExceptionAsync(() => call(desk, session)) is SessionEndedException, name);
        }
    }

    [Fact]
    public async Task A_page_that_looks_by_itself_keeps_no_session_alive()
    {
        await using var desk = await DeskStaff.Start();
        for (var minutes = 0; minutes < 40; minutes += 5)
        {
            await desk.World.Pass(TimeSpan.FromMinutes(5));
            if (Record.Exception(() => desk.Desk.Look(desk.Chanthy, byItself: true)) is SessionEndedException)
                return;
        }
        Assert.Fail("The session of a page that nobody touches does not end.");
    }

    private static Func<DeskStaff, string?, Task> At(Func<DeskStaff, string?, object> call) => (desk, session) =>
    {
        call(desk, session);
        return Task.CompletedTask;
    };
}
