using ChatSupport.Conversations;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class TellingWithoutHerYes
{
    private const string Why = "a child is beaten in the house";

    private static readonly OverrideWish wish = new("The child helpline", "A girl of six needs help tonight.", OverrideGround.Child, Why, TellsHer: true, WhyNotHer: "");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Covers(ReferralState.Proposed), Covers(ReferralState.Decided), Covers(ReferralEvent.Propose), Covers(ReferralEvent.Confirm), Covers(ReferralActions.Decided)]
    public async Task One_begins_it_another_agrees_and_she_and_her_helper_hear_of_it()
    {
        await using var desk = await DeskStaff.Start();
        var (worker, helper, chat) = await Talks(desk);
        var sokha = await desk.SignIn("Sokha", StaffRole.Supervisor);

        await desk.Did(() => desk.Referrals.Begin(desk.Chanthy, chat, wish, Cancel));
        var id = Assert.Single(desk.Referrals.List(sokha)).Id;
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Told, "", Cancel)); // one alone
        await desk.Refused(DeskRefusal.SamePerson, () => desk.Referrals.Confirm(desk.Chanthy, id, Cancel));
        Assert.DoesNotContain("girl of six", worker.Screen, StringComparison.Ordinal);
        Assert.True(Assert.Single(desk.Referrals.List(sokha)).WaitsForMe);
        await desk.Did(() => desk.Referrals.Confirm(sokha, id, Cancel));

        Assert.Contains("We have to tell The child helpline this without your yes, because a child is in danger:\n«A girl of six needs help tonight.»", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("decided to tell, without her yes: The child helpline\nShe is told of it.", helper.Screen, StringComparison.Ordinal);
        await desk.Did(() => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Told, "", Cancel));
        await desk.Did(() => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Accepted, "", Cancel));
        await desk.Did(() => desk.Referrals.Mark(sokha, id, ReferralMark.EndedWell, "", Cancel));
        var line = Assert.Single(desk.Referrals.List(desk.Chanthy));
        Assert.Equal((ReferralState.Done, "Chanthy", "Sokha", OverrideGround.Child), (line.State, line.By, line.ConfirmedBy, line.Ground));
    }

    [Fact]
    public async Task The_log_holds_who_did_what_and_no_word_of_it()
    {
        await using var desk = await DeskStaff.Start();
        var (_, _, chat) = await Talks(desk);
        var sokha = await desk.SignIn("Sokha", StaffRole.Supervisor);
        await desk.Did(() => desk.Referrals.Begin(desk.Chanthy, chat, wish, Cancel));
        var id = Assert.Single(desk.Referrals.List(sokha)).Id;
        Assert.Equal(DeskRefusal.NoReason, (await desk.Referrals.Read(sokha, id, "so", Cancel)).Why);
        var read = await desk.Referrals.Read(sokha, id, "to decide with Chanthy", Cancel);
        await desk.Did(() => desk.Referrals.Confirm(sokha, id, Cancel));
        await desk.Did(() => desk.Referrals.Mark(sokha, id, ReferralMark.Told, "", Cancel));

        Assert.Equal((wish.Text, Why), (read.Shown!.Text, read.Shown.Override!.Reason));
        var entries = desk.Audit("desk.referral").OrderBy(entry => entry.Number).ToList();
        Assert.Equal(
            [("desk.referral-begin", desk.AccountOf(desk.Chanthy)), ("desk.referral-view", desk.AccountOf(sokha)), ("desk.referral-confirm", desk.AccountOf(sokha)), ("desk.referral-send", desk.AccountOf(sokha))],
            entries.Select(entry => (entry.Act, entry.Who!)));
        Assert.All(entries, entry => Assert.Equal(id, entry.Subject));
        Assert.DoesNotContain(entries, entry => entry.Detail.Contains("child", StringComparison.Ordinal) || entry.Detail.Contains("girl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_telling_her_needs_a_reason_of_its_own_and_then_nothing_reaches_her()
    {
        await using var desk = await DeskStaff.Start();
        var (worker, helper, chat) = await Talks(desk);
        var sokha = await desk.SignIn("Sokha", StaffRole.Supervisor);
        await desk.Refused(DeskRefusal.NoReasonToHide, () => desk.Referrals.Begin(desk.Chanthy, chat, wish with { TellsHer = false }, Cancel));
        await desk.Did(() => desk.Referrals.Begin(desk.Chanthy, chat, wish with { TellsHer = false, WhyNotHer = "he reads her phone" }, Cancel));

        await desk.Did(() => desk.Referrals.Confirm(sokha, Assert.Single(desk.Referrals.List(sokha)).Id, Cancel));

        Assert.DoesNotContain("helpline this", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("She is not told of it", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_begun()
    {
        await using var desk = await DeskStaff.Start();
        var (_, _, chat) = await Talks(desk);

        await desk.Refused(DeskRefusal.NoRecipient, () => desk.Referrals.Begin(desk.Chanthy, chat, wish with { To = " " }, Cancel));
        await desk.Refused(DeskRefusal.NoText, () => desk.Referrals.Begin(desk.Chanthy, chat, wish with { Text = "" }, Cancel));
        await desk.Refused(DeskRefusal.NoReason, () => desk.Referrals.Begin(desk.Chanthy, chat, wish with { Reason = "so" }, Cancel));
        await desk.Refused(DeskRefusal.Over, () => desk.Referrals.Begin(desk.Chanthy, "none", wish, Cancel));
        Assert.Empty(desk.Referrals.List(desk.Chanthy));
        Assert.Empty(desk.Audit("desk.referral"));
    }

    [Fact]
    public async Task What_nobody_agrees_to_in_time_or_is_stopped_is_never_told()
    {
        await using var desk = await DeskStaff.Start("--ChatSupport:Desk:Close=- - - -");
        var (_, _, chat) = await Talks(desk);
        await desk.Did(() => desk.Referrals.Begin(desk.Chanthy, chat, wish, Cancel));
        await desk.World.Pass(TimeSpan.FromHours(25));
        var sokha = await desk.SignIn("Sokha", StaffRole.Supervisor);
        var vanna = await desk.SignIn("Vanna", StaffRole.Supervisor);

        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Confirm(sokha, desk.Referrals.List(sokha)[0].Id, Cancel));
        await desk.Did(() => desk.Referrals.Begin(sokha, chat, wish, Cancel));
        var second = desk.Referrals.List(sokha)[0].Id;
        await desk.Did(() => desk.Referrals.Mark(vanna, second, ReferralMark.Dropped, "", Cancel));
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Confirm(vanna, second, Cancel));

        Assert.Equal([ReferralState.Dropped, ReferralState.Expired], desk.Referrals.List(sokha).Select(line => line.State));
    }

    [Fact]
    public async Task What_is_between_a_worker_and_her_helper_is_seen_and_not_touched()
    {
        await using var desk = await DeskStaff.Start();
        var (worker, helper, _) = await Talks(desk);
        await helper.Presses("Refer");
        await helper.Types("Sister Maly");
        await helper.Presses("Use: Sister Maly");
        await helper.Types("She needs a doctor.");
        await helper.Presses("Ask her");
        var line = Assert.Single(desk.Referrals.List(desk.Chanthy));

        Assert.Equal((ReferralState.AskedPerson, "Sister Maly", null), (line.State, line.To, line.Ground));
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Mark(desk.Chanthy, line.Id, ReferralMark.Told, "", Cancel));
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Confirm(desk.Chanthy, line.Id, Cancel));
        Assert.Contains("may she tell", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hers_can_be_stopped_by_a_supervisor_and_her_helper_sees_it()
    {
        await using var desk = await DeskStaff.Start();
        var (worker, helper, _) = await Talks(desk);
        await Telling.Ask(helper);
        await worker.Presses(Telling.Yes);
        var id = Assert.Single(desk.Referrals.List(desk.Chanthy)).Id;

        await desk.Did(() => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Dropped, "", Cancel));

        Assert.Equal(ReferralState.Dropped, Assert.Single(desk.Referrals.List(desk.Chanthy)).State);
        await helper.Presses("I told them"); // on an older card
        Assert.False(Telling.Only(desk.World, worker).IsTold);
        Assert.Equal(desk.AccountOf(desk.Chanthy), Assert.Single(desk.Audit("desk.referral-drop")).Who);
    }

    [Fact]
    public async Task Where_no_helper_is_left_a_supervisor_sees_to_it_that_it_is_forgotten()
    {
        await using var desk = await DeskStaff.Start();
        var (worker, helper, _) = await Talks(desk);
        await Telling.Ask(helper);
        await worker.Presses(Telling.Yes);
        await helper.Presses("I told them");
        var id = Assert.Single(desk.Referrals.List(desk.Chanthy)).Id;
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Forgotten, "", Cancel)); // she took nothing back
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Dropped, "", Cancel)); // what was told cannot be stopped
        await helper.Blocks();
        await Telling.Answers(desk.World, worker, Telling.Only(desk.World, worker).Key, isYes: false);
        Assert.True(Assert.Single(desk.Referrals.List(desk.Chanthy)).OwesForgetting);

        await desk.Did(() => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Forgotten, "", Cancel));

        Assert.False(Assert.Single(desk.Referrals.List(desk.Chanthy)).OwesForgetting);
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Referrals.Mark(desk.Chanthy, id, ReferralMark.Forgotten, "", Cancel)); // once
        Assert.Equal(id, Assert.Single(desk.Audit("desk.referral-forget")).Subject);
    }

    [Fact]
    public async Task A_number_in_it_is_held_until_a_supervisor_lets_her_be_asked()
    {
        await using var desk = await DeskStaff.Start();
        var (worker, helper, _) = await Talks(desk);
        await helper.Presses("Refer");
        await helper.Types("Sister Maly");
        await helper.Presses("Use: Sister Maly");
        await helper.Types("Call her at 012 345 678.");
        await helper.Presses("Ask her");
        Assert.DoesNotContain("may she tell", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("A supervisor decides whether it goes on", helper.Screen, StringComparison.Ordinal);

        var held = Assert.Single(desk.Held.Waiting(desk.Chanthy));
        Assert.Contains("012 345 678", await desk.Held.Read(desk.Chanthy, held.Number, Cancel), StringComparison.Ordinal);
        await desk.Did(() => desk.Held.Refuse(desk.Chanthy, held.Number, Cancel));
        Assert.Contains("did not let your message go on", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("may she tell", worker.Screen, StringComparison.Ordinal);

        await helper.Presses("Ask her");
        await helper.Presses("Write it anew");
        await helper.Types("Call her at 012 345 679.");
        await helper.Presses("Ask her");
        await desk.Did(() => desk.Held.Release(desk.Chanthy, Assert.Single(desk.Held.Waiting(desk.Chanthy)).Number, Cancel)); // of the older text nothing waits any more
        Assert.Contains("012 345 679", worker.Screen, StringComparison.Ordinal);
        await worker.Presses("✅ Yes, she may");
        Assert.Equal(ReferralState.Granted, Assert.Single(desk.Referrals.List(desk.Chanthy)).State);
    }

    private static async Task<(Somebody Worker, Somebody Helper, string Chat)> Talks(DeskStaff desk)
    {
        var helper = await desk.World.Educator();
        var worker = await desk.Asks("hello");
        await helper.Presses("I take it");
        return (worker, helper, desk.ChatOf(worker).Id);
    }
}
