using ChatSupport.Dialogs.Model;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class AnsweringInTheConsole
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_is_asked_takes_it_reads_writes_and_ends_it_without_a_phone()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("my boss keeps my pay");

        var offer = Assert.Single((await Look(desk, mealea)).Offers);
        Assert.Empty((await Look(desk, mealea)).Chats);
        await desk.Did(() => desk.Mine.Take(mealea, offer.Id, Cancel));
        Assert.Contains("is here. Write", worker.Screen, StringComparison.Ordinal);
        Assert.Equal(LineState.Waiting, desk.World.Lines(offer.Id)[0].State); // nobody saw it yet
        var chat = Assert.Single((await Look(desk, mealea)).Chats);
        Assert.Equal(("my boss keeps my pay", LineState.Delivered), (Assert.Single(chat.Lines).Text, desk.World.Lines(offer.Id)[0].State));

        await desk.Did(() => desk.Mine.Write(mealea, offer.Id, " I am with you ", Cancel));
        Assert.Contains("I am with you", worker.Screen, StringComparison.Ordinal);
        Assert.NotNull(desk.World.Lines(offer.Id)[0].ReadAt);
        Assert.Equal(DeskState.WaitingPerson, desk.ChatOf(worker).State);
        await worker.Types("thank you");
        Assert.Equal(["my boss keeps my pay", "I am with you", "thank you"], Assert.Single((await Look(desk, mealea)).Chats).Lines.Select(line => line.Text));

        await desk.Refused(DeskRefusal.NoOutcome, () => desk.Mine.Close(mealea, offer.Id, "x", Cancel));
        await desk.Did(() => desk.Mine.Close(mealea, offer.Id, DeskOutcome.Helped, Cancel));
        await worker.Presses("😊 Yes");
        Assert.Empty((await Look(desk, mealea)).Chats);
        await desk.Refused(DeskRefusal.NotYours, () => desk.Mine.Write(mealea, offer.Id, "one more", Cancel));
    }

    [Fact]
    public async Task What_was_shown_and_not_answered_waits_for_the_next_helper()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("my boss keeps my pay");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        await Look(desk, mealea);
        var helper = await desk.World.Educator();

        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.Cannot, Cancel));

        Assert.Empty((await Look(desk, mealea)).Chats);
        await helper.Presses("I take it");
        Assert.Contains("my boss keeps my pay", helper.Screen, StringComparison.Ordinal);
        Assert.Equal("desk.cannot", Assert.Single(desk.Audit("desk.cannot")).Act);
    }

    [Fact]
    public async Task She_is_asked_whether_she_is_still_on_and_pauses_where_she_does_not_say()
    {
        await using var desk = await DeskStaff.Start("--ChatSupport:Desk:StillOn=00:05:00", "--ChatSupport:Desk:StillOnAnswer=00:05:00");
        var mealea = await desk.EducatorAtTheConsole();

        await desk.World.Pass(TimeSpan.FromMinutes(6));
        Assert.NotNull((await Look(desk, mealea)).Own.AskedAt);
        await desk.Did(() => desk.Mine.ComeOn(mealea, Cancel));
        Assert.Null((await Look(desk, mealea)).Own.AskedAt);
        await desk.World.Pass(TimeSpan.FromMinutes(6));
        await desk.World.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(DutyState.Paused, (await Look(desk, mealea)).Own.Duty);
        await desk.Did(() => desk.Mine.GoOff(mealea, Cancel));
        await desk.Did(() => desk.Mine.ComeOn(mealea, Cancel));
        await desk.Did(() => desk.Mine.Pause(mealea, Cancel));
        Assert.Equal(DutyState.Paused, (await Look(desk, mealea)).Own.Duty);
    }

    [Fact]
    public async Task Numbers_are_held_from_her_and_by_her()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        await worker.Types("call me at 012 345 678");
        await desk.Did(() => desk.Mine.Write(mealea, chat, "call me at 098 765 432", Cancel));

        var lines = Assert.Single((await Look(desk, mealea)).Chats).Lines;

        Assert.Equal([("hello", LineState.Delivered), ("", LineState.Held), ("call me at 098 765 432", LineState.Held)], lines.Select(line => (line.Text, line.State)));
        Assert.DoesNotContain("098", worker.Screen, StringComparison.Ordinal);
        await desk.Did(() => desk.Held.Release(desk.Chanthy, lines[1].Number, Cancel));
        Assert.Contains("012 345 678", Assert.Single((await Look(desk, mealea)).Chats).Lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_who_joins_reads_and_writes_there_and_marks_nothing_as_arrived()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        await desk.Did(() => desk.Desk.Join(desk.Chanthy, chat, Cancel));

        var joined = Assert.Single((await Look(desk, desk.Chanthy)).Chats);
        Assert.Equal((false, "hello"), (joined.IsOwn, Assert.Single(joined.Lines).Text));
        Assert.Equal(LineState.Waiting, desk.World.Lines(chat)[0].State);
        await desk.Did(() => desk.Mine.Write(desk.Chanthy, chat, "I am the supervisor", Cancel));
        Assert.Contains("I am the supervisor", worker.Screen, StringComparison.Ordinal);
        await desk.Did(() => desk.Desk.Whisper(desk.Chanthy, chat, "ask where she is", Cancel));
        var own = Assert.Single((await Look(desk, mealea)).Chats);
        Assert.Contains(own.Lines, line => line is { IsWhisper: true, IsOwn: false, Text: "ask where she is" });
        await desk.Refused(DeskRefusal.NotNow, () => desk.Mine.Do(desk.Chanthy, chat, MyAct.Cannot, Cancel));
    }

    [Fact]
    public async Task She_notes_raises_lowers_reports_takes_back_and_says_how_she_is()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        await desk.Refused(DeskRefusal.NothingToTakeBack, () => desk.Mine.Do(mealea, chat, MyAct.TakeBack, Cancel));
        await desk.Did(() => desk.Mine.Write(mealea, chat, "wrong words", Cancel));

        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.TakeBack, Cancel));
        Assert.DoesNotContain("wrong words", worker.Screen, StringComparison.Ordinal);
        await desk.Did(() => desk.Mine.Note(mealea, chat, "mine alone", Cancel));
        await desk.Refused(DeskRefusal.NothingWritten, () => desk.Mine.Note(mealea, chat, " ", Cancel));
        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.Seen, Cancel));
        foreach (var level in new[] { 1, 0 })
        {
            await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.Raise, Cancel));
            Assert.Equal(level, desk.ChatOf(worker).Level);
        }
        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.CallSupervisor, Cancel));
        await desk.Did(() => desk.Mine.ReportMisuse(mealea, chat, "he is no worker", Cancel));
        await desk.Did(() => desk.Mine.Lower(mealea, chat, "it was a joke", Cancel));
        Assert.Equal(1, desk.ChatOf(worker).Level);
        Assert.Equal(["it was a joke", "he is no worker"], desk.Held.Reports(desk.Chanthy).Select(report => report.Text));

        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.Raise, Cancel));
        await desk.Did(() => desk.Mine.Close(mealea, chat, DeskOutcome.Helped, Cancel));
        await worker.Presses("😊 Yes");
        Assert.NotNull((await Look(desk, mealea)).Own.Debrief);
        await desk.Did(() => desk.Mine.Debrief(mealea, 1, Cancel));
        Assert.Null((await Look(desk, mealea)).Own.Debrief);
        Assert.DoesNotContain(desk.Audit("desk."), entry => entry.Detail.Length > 10);
    }

    [Fact]
    public async Task Who_is_on_no_roster_sees_and_does_nothing()
    {
        await using var desk = await DeskStaff.Start();
        var editor = await desk.SignIn("Bopha", StaffRole.Editor);
        await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");

        Assert.Null(await desk.Mine.Look(editor, Cancel));
        await desk.Refused(DeskRefusal.NotOnRoster, () => desk.Mine.Take(editor, desk.ChatOf(worker).Id, Cancel));
        await desk.Refused(DeskRefusal.NotOnRoster, () => desk.Mine.Write(editor, desk.ChatOf(worker).Id, "hello", Cancel));
        Assert.Null(await desk.Mine.Media(editor, 1, Cancel));
    }

    [Fact]
    public async Task Another_who_is_asked_is_not_shown_what_was_said_and_says_not_now()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, dara) = (await desk.EducatorAtTheConsole(), await desk.EducatorAtTheConsole("Dara"));
        var worker = await desk.Asks("hello", "🔴 Yes");
        var chat = desk.ChatOf(worker).Id;
        Assert.Single((await Look(desk, dara)).Offers);

        await desk.Did(() => desk.Mine.NotNow(dara, chat, Cancel));
        await desk.Refused(DeskRefusal.AlreadyTaken, () => desk.Mine.NotNow(dara, chat, Cancel));
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));

        await desk.Refused(DeskRefusal.AlreadyTaken, () => desk.Mine.Take(dara, chat, Cancel));
        Assert.Empty((await Look(desk, dara)).Chats);
        await desk.Refused(DeskRefusal.NotYours, () => desk.Mine.Write(dara, chat, "hello", Cancel));
    }

    [Fact]
    public async Task Ready_sentences_and_answers_go_to_the_worker_in_her_language_with_one_click()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        Assert.Empty(desk.Answers.Find(mealea, chat, "")); // not hers yet
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));

        var ready = desk.Answers.Find(mealea, chat, "  ");
        await desk.Did(() => desk.Answers.Send(mealea, chat, ready.Single(one => one.Text.StartsWith("Thank you for telling me", StringComparison.Ordinal)).Key, Cancel));
        Assert.Contains("Thank you for telling me. It is not your fault.", worker.Screen, StringComparison.Ordinal);
        var found = desk.Answers.Find(mealea, chat, "overtime");
        await desk.Did(() => desk.Answers.Send(mealea, chat, found[0].Key, Cancel));
        Assert.Contains(found[0].Text, worker.Screen, StringComparison.Ordinal);

        Assert.Empty(desk.Answers.Find(mealea, chat, "qqqq zzzz"));
        foreach (var notThere in new[] { "decoy", AnswerScreens.KeyOf(ScreenId.Of("decoy")), AnswerScreens.KeyOf(ScreenId.Of("replies")), "" })
            await desk.Refused(DeskRefusal.NoAnswer, () => desk.Answers.Send(mealea, chat, notThere, Cancel));
        await desk.Refused(DeskRefusal.NotOnRoster, () => desk.Answers.Send(desk.Chanthy, chat, ready[0].Key, Cancel));
    }

    [Fact]
    public async Task She_changes_what_she_wrote_hands_over_and_plans_her_hours()
    {
        await using var desk = await DeskStaff.Start();
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        await desk.Did(() => desk.Mine.Write(mealea, chat, "come at nine", Cancel));
        var (hers, own) = (desk.World.Lines(chat)[0].Number, desk.World.Lines(chat)[1].Number);

        await desk.Did(() => desk.Mine.Change(mealea, chat, own, "come at ten", Cancel));
        Assert.Contains("come at ten", worker.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("come at nine", worker.Screen, StringComparison.Ordinal);
        await desk.Refused(DeskRefusal.NotYourLine, () => desk.Mine.Change(mealea, chat, hers, "other words", Cancel));
        await desk.Refused(DeskRefusal.NothingWritten, () => desk.Mine.Change(mealea, chat, own, " ", Cancel));

        await desk.Refused(DeskRefusal.NotFree, () => desk.Mine.HandOver(mealea, chat, "nobody", Cancel));
        var helper = await desk.World.Educator();
        var other = Assert.Single(Assert.Single((await Look(desk, mealea)).Chats).Others);
        await desk.Did(() => desk.Mine.HandOver(mealea, chat, other.Id, Cancel));
        Assert.Equal(DeskState.Transferring, desk.ChatOf(worker).State);
        await helper.Presses("I take it");
        Assert.Equal(other.Id, desk.ChatOf(worker).Owner);
        Assert.Empty((await Look(desk, mealea)).Chats);

        await desk.Did(() => desk.Mine.Plan(mealea, [new ShiftBlock(DayOfWeek.Monday, 20), new ShiftBlock(DayOfWeek.Monday, 20)], Cancel));
        Assert.Equal([new ShiftBlock(DayOfWeek.Monday, 20)], (await Look(desk, mealea)).Own.Plan);
        await desk.Refused(DeskRefusal.BadPlan, () => desk.Mine.Plan(mealea, [new ShiftBlock(DayOfWeek.Monday, 21)], Cancel));
    }

    private static async Task<MyDesk> Look(DeskStaff desk, string session) => (await desk.Mine.Look(session, Cancel))!;
}
