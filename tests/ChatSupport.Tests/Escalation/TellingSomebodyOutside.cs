using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Places;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Places;
using Microsoft.Extensions.DependencyInjection;
using static ChatSupport.Tests.Escalation.Telling;

namespace ChatSupport.Tests.Escalation;

/// <summary>A helper asks whether she may tell somebody outside; the worker alone decides.</summary>
public sealed class TellingSomebodyOutside
{
    [Fact]
    [Covers(ReferralState.Drafted), Covers(ReferralState.AskedPerson), Covers(ReferralState.Granted), Covers(ReferralState.Sent), Covers(ReferralState.Accepted), Covers(ReferralState.Done)]
    [Covers(ReferralEvent.Write), Covers(ReferralEvent.Ask), Covers(ReferralEvent.Grant), Covers(ReferralEvent.Send), Covers(ReferralEvent.Accept), Covers(ReferralEvent.Finish)]
    [Covers(ReferralActions.Asked), Covers(ReferralActions.Answer)]
    public async Task She_sees_whom_what_and_until_when_says_yes_and_it_is_told_and_helps()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();

        await Ask(helper);
        Assert.Contains($"may she tell {To} exactly this", worker.Screen, StringComparison.Ordinal);
        Assert.Contains($"«{Exactly}»", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("it holds until ", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("You may say no", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("take it back at any time", worker.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("I told them", Labels(helper));
        await worker.Presses(Yes);
        Assert.Contains($"She may tell {To} exactly that", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("She says yes. You may tell them exactly this, until:", helper.Screen, StringComparison.Ordinal);
        await helper.Presses("I told them");
        await helper.Presses("They said yes");
        await helper.Presses("It went well");

        var one = Only(world, worker);
        Assert.Equal((ReferralState.Done, true, Exactly, To), (one.State, one.WentWell, one.Text, one.To));
        Assert.Equal((one.Version, one.GrantedVersion), (one.GrantedVersion, (int?)one.Version));
    }

    [Fact]
    [Covers(ReferralState.Refused), Covers(ReferralEvent.Refuse)]
    public async Task A_no_is_final_and_nothing_can_be_marked_as_told()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await Marks(world, helper, worker, "I told them too early");
        Assert.Contains("Please wait for her yes first", helper.Screen, StringComparison.Ordinal);

        await worker.Presses(No);

        Assert.Contains("Nobody is told", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("She says no, so nothing is told", helper.Screen, StringComparison.Ordinal);
        await Marks(world, helper, worker, "and now");
        Assert.Equal(ReferralState.Refused, Only(world, worker).State);
        Assert.False(Only(world, worker).IsTold);
        await Ask(helper); // the same again
        Assert.Equal(2, helper.Count("She says no, so nothing is told") - 1);
        Assert.DoesNotContain(All(world, worker), one => one.State == ReferralState.AskedPerson);
    }

    [Fact]
    [Covers(ReferralState.NoAnswer), Covers(ReferralEvent.Lapse)]
    public async Task Where_she_does_not_answer_it_may_not_be_told_and_can_be_written_anew_and_asked_again()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:ReferralAnswer=01:00:00", "--ChatSupport:Desk:Close=- - - -");
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        var first = Only(world, worker).Key;

        await world.Pass(TimeSpan.FromMinutes(61));

        Assert.Equal(ReferralState.NoAnswer, Only(world, worker).State);
        Assert.Contains("She did not answer, so nothing may be told", helper.Screen, StringComparison.Ordinal);
        await Answers(world, worker, first, isYes: true);
        Assert.Equal(ReferralState.NoAnswer, Only(world, worker).State);

        await helper.Presses("Write it anew");
        await helper.Types("She would like to see a doctor.");
        await helper.Presses("Ask her");
        await worker.Presses("Open"); // she was away: a neutral line comes first
        await worker.Presses(Yes);
        Assert.Equal(ReferralState.Granted, Only(world, worker).State);
    }

    [Fact]
    [Covers(ReferralState.Expired), Covers(ReferralEvent.Expire)]
    public async Task Her_yes_ends_by_the_clock_also_where_the_power_failed_meanwhile()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:ReferralFor=02:00:00", "--ChatSupport:Desk:Close=- - - -");
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await world.Pass(TimeSpan.FromMinutes(119));
        Assert.Equal(ReferralState.Granted, Only(world, worker).State);

        await world.Restart("--ChatSupport:Desk:ReferralFor=02:00:00", "--ChatSupport:Desk:Close=- - - -");
        await world.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(ReferralState.Expired, Only(world, worker).State);
        Assert.Contains("Its time is over. Nothing may be told any more.", helper.Screen, StringComparison.Ordinal);
        await Marks(world, helper, worker, "too late");
        Assert.False(Only(world, worker).IsTold);
        await worker.Presses("What I allowed");
        Assert.Contains("You have not allowed anything", worker.Screen, StringComparison.Ordinal);
    }

    /// <summary>The clock of the program may be late; the yes is over nevertheless.</summary>
    [Fact]
    public async Task What_is_over_is_over_before_the_clock_has_looked()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:ReferralFor=02:00:00");
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        var one = Only(world, worker);

        Assert.False(one.Can(ReferralEvent.Send, one.Until!.Value));
        Assert.True(one.Can(ReferralEvent.Send, one.Until.Value.AddMilliseconds(-1)));
    }

    [Fact]
    [Covers(ReferralState.Revoked), Covers(ReferralEvent.Revoke), Covers(ReferralActions.Allowed), Covers(ReferralActions.Revoke)]
    public async Task She_takes_it_back_before_it_was_told_with_one_tap()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await worker.Presses("Back to the chat");

        await worker.Presses("What I allowed");
        Assert.Contains($"• {To}: not told yet, until ", worker.Screen, StringComparison.Ordinal);
        await worker.Presses($"Take back: {To}");

        Assert.Contains("She took it back. Nothing may be told.", helper.Screen, StringComparison.Ordinal);
        await Marks(world, helper, worker, "anyway");
        Assert.Equal((ReferralState.Revoked, false), (Only(world, worker).State, Only(world, worker).IsTold));
        await worker.Presses("What I allowed");
        Assert.Contains("You have not allowed anything", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    [Covers(ReferralEvent.Forget)]
    public async Task What_was_told_already_and_is_taken_back_after_the_chat_is_to_be_forgotten()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await helper.Presses("I told them");
        await worker.Types("stop");
        await worker.Presses("😊 Yes");
        Assert.Null(world.ChatOf(worker));
        Assert.DoesNotContain(Exactly, helper.Screen, StringComparison.Ordinal);

        await worker.Commands("privacy");
        await OpensAllowed(worker);
        Assert.Contains($"• {To}: told already", worker.Screen, StringComparison.Ordinal);
        await worker.Presses($"Take back: {To}");

        Assert.Contains("Please tell them to forget what they know of her", helper.Screen, StringComparison.Ordinal);
        await helper.Presses("I told them to forget it");
        Assert.NotNull(Only(world, worker).ForgottenAt);
        await helper.Commands("menu");
        await helper.Presses("My referrals");
        Assert.Contains("You have no referral under way", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_text_asks_again_and_an_answer_to_the_older_question_counts_for_nothing()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        var older = Only(world, worker).Key;
        var button = worker.Sees.Last(shown => shown.Buttons.Any(one => one.Label == Yes));
        await worker.Presses(Yes);
        await helper.Presses("Write it anew");
        await helper.Types("She is pregnant.");
        Assert.Equal(ReferralState.Drafted, Only(world, worker).State);
        await Marks(world, helper, worker, "with the yes to the older one");
        Assert.False(Only(world, worker).IsTold);
        await helper.Presses("Ask her");

        await worker.Does(new InboundEvent.Did(new Input.Button(button.Buttons.Single(one => one.Label == Yes).Id)), pressed: button.Id); // under the older question
        await Answers(world, worker, older, isYes: true);
        Assert.Equal(ReferralState.AskedPerson, Only(world, worker).State);
        await worker.Presses(Yes);

        Assert.Equal((ReferralState.Granted, "She is pregnant."), (Only(world, worker).State, Only(world, worker).Text));
    }

    [Fact]
    public async Task A_second_tap_changes_nothing_and_a_no_from_another_tab_takes_the_yes_back()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        var key = Only(world, worker).Key;

        await Task.WhenAll(Answers(world, worker, key, isYes: true), Answers(world, worker, key, isYes: true));
        Assert.Equal(ReferralState.Granted, Only(world, worker).State);
        Assert.Equal(1, helper.Count("She says yes."));
        await Answers(world, worker, key, isYes: false);
        Assert.Equal(ReferralState.Revoked, Only(world, worker).State);
        await Answers(world, worker, key, isYes: true);
        Assert.Equal(ReferralState.Revoked, Only(world, worker).State);
    }

    [Fact]
    public async Task Nobody_answers_for_another_worker()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var stranger = await world.Worker();
        await Ask(helper);

        await Answers(world, stranger, Only(world, worker).Key, isYes: true);

        Assert.Equal(ReferralState.AskedPerson, Only(world, worker).State);
    }

    [Fact]
    public async Task An_educator_without_the_chat_can_do_nothing_with_it_and_who_takes_it_over_goes_on()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var other = await world.Educator();
        await Ask(helper);
        await worker.Presses(Yes);
        var one = Only(world, worker);

        await Press(other, $"d-rf-told-{one.Id}-{one.Version}");
        Assert.False(Only(world, worker).IsTold);
        Assert.Contains("This chat is not yours any more", other.Screen, StringComparison.Ordinal);

        await helper.Presses("I can't take this");
        await other.Presses("I take it");
        Assert.Contains($"«{Exactly}»", other.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(Exactly, helper.Screen, StringComparison.Ordinal);
        await Press(helper, $"d-rf-told-{one.Id}-{one.Version}");
        Assert.False(Only(world, worker).IsTold);
        await other.Presses("I told them");
        Assert.True(Only(world, worker).IsTold);
    }

    [Fact]
    [Covers(ReferralActions.Hear)]
    public async Task She_hears_her_helper_read_it_and_a_changed_text_is_not_read_by_the_older_voice()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper, isAsked: false);
        await helper.Presses("Read it aloud for her");
        await helper.Sends(new Input.Voice("voice-of-it"));
        Assert.DoesNotContain(worker.Sees, shown => shown.Media is not null); // not before she is asked

        await helper.Presses("Ask her");
        Assert.Equal(1, worker.Sees.Count(shown => shown.Media?.Media == "voice-of-it"));
        await worker.Presses("🎤 Hear her read it");
        Assert.Equal(2, worker.Sees.Count(shown => shown.Media?.Media == "voice-of-it"));

        await helper.Presses("Write it anew");
        await helper.Types("Something else.");
        Assert.Null(Only(world, worker).Voice);
        await helper.Presses("Ask her");
        await worker.Presses(Yes);
        await worker.Types("stop");
        await worker.Presses("😊 Yes");
        Assert.DoesNotContain(worker.Sees, shown => shown.Media is not null);
    }

    [Fact]
    public async Task A_service_is_found_by_words_and_named_as_she_reads_it()
    {
        await using var world = await DeskWorld.Start(services => services.AddSingleton<FindPlaces>((_, typed, most) => PlaceSearch.Find(ShippedPlaces.Book, typed, most)));
        var helper = await world.Educator();
        var worker = await world.Worker("km");
        await worker.Commands("person");
        for (var question = 0; question < 3; question++)
            await worker.Presses("🟢 ទេ");
        await helper.Presses("I take it");

        await helper.Presses("Refer");
        await helper.Types("clinic");
        await helper.Presses("Sample clinic 1");
        await helper.Types(Exactly);
        await helper.Presses("Ask her");

        Assert.Contains("គំរូ – មន្ទីរពេទ្យទី១", worker.Screen, StringComparison.Ordinal);
        Assert.True(Only(world, worker).IsKnown);
        await worker.Presses("✅ បាទ/ចាស យល់ព្រម");
        Assert.Equal(ReferralState.Granted, Only(world, worker).State);
    }

    [Fact]
    [Covers(ReferralState.Rejected), Covers(ReferralEvent.Reject)]
    public async Task What_they_answer_is_kept_with_its_reason()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await helper.Presses("I told them");
        await helper.Presses("They said no");
        await helper.Types("no bed is free");
        Assert.Equal((ReferralState.Rejected, "no bed is free"), (Only(world, worker).State, Only(world, worker).Reason));

        await helper.Presses("It did not go well");
        await helper.Types("she sleeps at a friend's");

        Assert.Equal((ReferralState.Done, false, "she sleeps at a friend's"), (Only(world, worker).State, Only(world, worker).WentWell, Only(world, worker).Reason));
        Assert.DoesNotContain("bed", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    [Covers(ReferralState.Dropped), Covers(ReferralEvent.Drop)]
    public async Task What_nobody_goes_on_with_or_finishes_is_dropped()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:Close=- - - -");
        var (worker, helper) = await world.Talk();
        await Ask(helper, isAsked: false);
        await helper.Presses("Do not refer");
        Assert.Equal(ReferralState.Dropped, Only(world, worker).State);

        await Ask(helper, isAsked: false);
        await world.Pass(TimeSpan.FromHours(25));

        Assert.All(All(world, worker), one => Assert.Equal(ReferralState.Dropped, one.State));
        Assert.DoesNotContain("may she tell", worker.Screen, StringComparison.Ordinal);
    }
}
