using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Escalation;

public sealed class AnEducatorAtWork
{
    [Fact]
    [Covers(LifecycleState.AtDesk)]
    public async Task A_link_is_good_once_and_for_who_never_wrote_before()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator(isOn: false);
        var secret = await world.Desk.Write(pen => Joining.Invite(pen, helper.Educator!), TestContext.Current.CancellationToken);
        var stranger = world.Meet();

        await helper.Types("desk-" + secret);
        await stranger.Types("/start desk-" + secret);

        Assert.Contains("You are off", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("This link does not work any more", stranger.Screen, StringComparison.Ordinal);
        Assert.Null(world.Host.Get<ChatSupport.Storage.StoreReaders>().Read(session => session["SELECT 1 FROM conversations WHERE key = $1 AND version > 0"].One(stranger.Key)));
    }

    [Fact]
    [Covers(typeof(InboundEvent.News))]
    public async Task Leaving_quickly_empties_her_phone_and_gives_her_chat_to_another_and_she_comes_back_to_the_desk()
    {
        await using var world = await DeskWorld.Start();
        var (one, two) = (await world.Educator(), await world.Educator());
        var worker = await world.Asks();
        var taker = one.Screen.Contains("I take it", StringComparison.Ordinal) || one.Sees.Any(shown => shown.Buttons.Any(button => button.Label == "I take it")) ? one : two;
        var other = taker == one ? two : one;
        await taker.Presses("I take it");
        await worker.Types("I must tell you something");
        Assert.Contains("I must tell you something", taker.Screen, StringComparison.Ordinal);

        await taker.Commands("x");

        Assert.DoesNotContain("something", taker.Screen, StringComparison.Ordinal);
        Assert.Contains("Your helper had to go", worker.Screen, StringComparison.Ordinal);
        await other.Presses("I take it");
        Assert.Contains("I must tell you something", other.Screen, StringComparison.Ordinal);
        await taker.Types("lotus");
        Assert.Contains("You are off", taker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    [Covers(typeof(InboundEvent.Reacted))]
    public async Task A_sign_under_her_message_says_that_it_was_read()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");
        var hers = await worker.Types("are you there");

        await helper.Reacts(helper.Sees.Single(shown => shown.Text.EndsWith("are you there", StringComparison.Ordinal)).Id, "❤");

        Assert.Equal("❤", world.Phones.Of(worker.Key).Signs[hers]);
        await worker.Presses("Has she read it?");
        Assert.Contains("Seen by your helper", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_phone_is_off_the_desk_in_one_act()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");
        await worker.Types("nobody may read this");

        await world.Desk.Write(pen =>
        {
            Joining.LosePhone(pen, pen.Educator(helper.Educator)!);
            return true;
        }, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.DoesNotContain("nobody may read this", helper.Screen, StringComparison.Ordinal);
        Assert.Null(world.ChatOf(worker)!.Owner);
        await helper.Types("is anybody there");
        Assert.DoesNotContain(world.Lines(world.ChatOf(worker)!.Id), line => line.Text.Contains("anybody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task She_sends_an_answer_of_the_content_that_she_found_by_a_word()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");

        await helper.Presses("Answers");
        await helper.Types("overtime");
        var answers = helper.Sees.Last(shown => shown.Text.Contains("Choose one to send to her", StringComparison.Ordinal)).Buttons;
        await helper.Presses(answers[0].Label);

        var sent = world.Lines(world.ChatOf(worker)!.Id)[^1].Text;
        Assert.True(sent.Length > 20);
        Assert.Contains(sent, worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ready_sentence_goes_to_her_with_two_taps()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");

        await helper.Presses("Quick replies");
        await helper.Presses("Are you somewhere safe right now?");

        Assert.Contains("Are you somewhere safe right now?", worker.Screen, StringComparison.Ordinal);
        Assert.Equal(LineState.Delivered, world.Lines(world.ChatOf(worker)!.Id)[^1].State);
    }

    [Fact]
    public async Task A_button_of_before_a_publish_sends_nothing_else_than_it_said()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");
        var chat = world.ChatOf(worker)!.Id;

        foreach (var button in new[] { $"d-ready-00000000-{chat}", $"d-tell-00000000-{chat}", $"d-ready-1-{chat}" })
            await helper.Does(new InboundEvent.Did(new Input.Button(button)), pressed: "x");

        Assert.Equal(3, helper.Count("Nothing was sent. Please choose again."));
        Assert.DoesNotContain(world.Lines(chat), line => line.From == LineFrom.Helper);
    }

    [Fact]
    public async Task A_number_that_one_gives_the_other_waits_for_a_supervisor()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");

        await helper.Types("call me 012 345 678");
        await worker.Types("my telegram is @sreynich168");

        Assert.DoesNotContain("012", worker.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("sreynich", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("A supervisor decides", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("A supervisor looks first", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_a_menu_offer_her_a_person_and_make_her_chat_more_urgent()
    {
        await using var world = await DeskWorld.Start();
        await world.Educator();
        var worker = await world.Worker();

        await worker.Types("he has a knife and beats me");

        if (!worker.Screen.Contains("Would you like to talk to a helper?", StringComparison.Ordinal))
            await worker.Commands("person"); // the content knows these words as a crisis of its own
        else
            await worker.Presses("💬 Yes, a person");
        await worker.Presses("⏭ Skip");
        await worker.Presses("⏭ Skip");
        await worker.Presses("⏭ Skip");
        Assert.InRange(world.ChatOf(worker)!.Level, 0, 1);
    }
}
