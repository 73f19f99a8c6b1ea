using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Supervision;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class ReferringInTheConsole
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_writes_it_reads_it_asks_tells_and_says_how_it_went()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, worker, chat) = await Talks(desk);
        await desk.Refused(DeskRefusal.NoRecipient, () => desk.MyReferrals.Write(mealea, chat, " ", Telling.Exactly, Cancel));
        await desk.Refused(DeskRefusal.NoText, () => desk.MyReferrals.Write(mealea, chat, Telling.To, "", Cancel));

        await desk.Did(() => desk.MyReferrals.Write(mealea, chat, Telling.To, Telling.Exactly, Cancel));
        Assert.DoesNotContain(Telling.Exactly, worker.Screen, StringComparison.Ordinal); // nobody was asked
        await desk.Refused(DeskRefusal.NotNowReferral, () => Mark(desk, mealea, ReferralMark.Told));
        await desk.Did(() => Ask(desk, mealea));
        Assert.Contains($"«{Telling.Exactly}»", worker.Screen, StringComparison.Ordinal);
        await desk.Refused(DeskRefusal.NotNowReferral, () => Mark(desk, mealea, ReferralMark.Told)); // no answer yet
        await worker.Presses(Telling.Yes);

        await desk.Did(() => Mark(desk, mealea, ReferralMark.Told));
        await desk.Refused(DeskRefusal.NoReason, () => Mark(desk, mealea, ReferralMark.Rejected));
        await desk.Did(() => Mark(desk, mealea, ReferralMark.Accepted));
        await desk.Did(() => Mark(desk, mealea, ReferralMark.EndedWell));
        Assert.Empty(desk.MyReferrals.Look(mealea));
        Assert.Equal(ReferralState.Done, Telling.Only(desk.World, worker).State);
        Assert.Equal(
            ["desk.referral-write", "desk.referral-ask", "desk.referral-told", "desk.referral-accepted", "desk.referral-endedwell"],
            desk.Audit("desk.referral").OrderBy(entry => entry.Number).Select(entry => entry.Act));
    }

    [Fact]
    public async Task A_no_is_not_asked_again_and_a_yes_taken_back_is_to_be_forgotten()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, worker, chat) = await Talks(desk);
        await desk.Did(() => desk.MyReferrals.Write(mealea, chat, Telling.To, Telling.Exactly, Cancel));
        await desk.Did(() => Ask(desk, mealea));
        await worker.Presses(Telling.No);
        Assert.Equal(ReferralState.Refused, Assert.Single(desk.MyReferrals.Look(mealea)).One.State); // she is not left to wonder
        await desk.Did(() => desk.MyReferrals.Write(mealea, chat, Telling.To, Telling.Exactly, Cancel));
        await desk.Refused(DeskRefusal.SaidNo, () => Ask(desk, mealea));
        await desk.Did(() => Mark(desk, mealea, ReferralMark.Dropped));

        await desk.Did(() => desk.MyReferrals.Write(mealea, chat, Telling.To, "Only that she needs a doctor.", Cancel));
        await desk.Did(() => Ask(desk, mealea));
        await worker.Presses(Telling.Yes);
        await desk.Did(() => Mark(desk, mealea, ReferralMark.Told));
        await Telling.Answers(desk.World, worker, desk.MyReferrals.Look(mealea)[0].One.Key, isYes: false);

        Assert.True(desk.MyReferrals.Look(mealea)[0].One.OwesForgetting);
        await desk.Did(() => Mark(desk, mealea, ReferralMark.Forgotten));
        Assert.DoesNotContain(desk.MyReferrals.Look(mealea), one => one.One.OwesForgetting);
    }

    [Fact]
    public async Task A_number_waits_for_a_supervisor_and_who_has_no_part_in_the_chat_does_nothing()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, worker, chat) = await Talks(desk);
        await desk.Did(() => desk.MyReferrals.Write(mealea, chat, Telling.To, "Call her at 012 345 678.", Cancel));

        await desk.Did(() => Ask(desk, mealea));

        Assert.NotNull(Assert.Single(desk.MyReferrals.Look(mealea)).One.HeldLine);
        Assert.DoesNotContain("012", worker.Screen, StringComparison.Ordinal);
        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.MayKnowHer, Cancel));
        Assert.Empty(desk.MyReferrals.Look(mealea));
        await desk.Refused(DeskRefusal.NotYours, () => desk.MyReferrals.Write(mealea, chat, Telling.To, Telling.Exactly, Cancel));
        var one = Telling.Only(desk.World, worker);
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.MyReferrals.Ask(mealea, one.Id, one.Version, Cancel));
    }

    private static async Task<(string Session, Somebody Worker, string Chat)> Talks(DeskStaff desk)
    {
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("my boss keeps my pay");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        await desk.Mine.Look(mealea, Cancel);
        return (mealea, worker, chat);
    }

    private static Task<DeskAnswer> Ask(DeskStaff desk, string session)
    {
        var one = Last(desk, session);
        return desk.MyReferrals.Ask(session, one.Id, one.Version, Cancel);
    }

    private static Task<DeskAnswer> Mark(DeskStaff desk, string session, ReferralMark mark)
    {
        var one = Last(desk, session);
        return desk.MyReferrals.Mark(session, one.Id, one.Version, mark, "", Cancel);
    }

    private static Referral Last(DeskStaff desk, string session) => desk.MyReferrals.Look(session)[0].One;
}
