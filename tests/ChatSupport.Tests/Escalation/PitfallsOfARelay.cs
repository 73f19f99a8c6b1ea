using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Tests.Escalation;

/// <summary>What goes wrong with other relays, each with what it does here.</summary>
public sealed class PitfallsOfARelay
{
    [Fact]
    public async Task A_thread_that_she_deleted_begins_again_with_what_she_may_not_have_read_and_she_is_told()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await worker.Types("first of two");
        world.Phones.Of(helper.Key).DeleteThread(world.ChatOf(worker)!.Id);

        await worker.Types("second of two");

        Assert.Contains("first of two", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("second of two", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("deleted", helper.Sees.Single(shown => shown.Text.StartsWith("ℹ️", StringComparison.Ordinal) && shown.Text.Contains("new one", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_changed_before_it_arrives_never_shows_its_older_version_and_never_overtakes()
    {
        await using var world = await DeskWorld.Start();
        await world.Educator(isOn: false);
        var worker = await world.Worker();
        await DeskWorld.Asks(worker);
        var message = await worker.Types("my boss is KIM");
        await worker.Edits(message, "my boss is unkind");

        var helper = await world.Educator();
        await helper.Presses("I take it");
        Assert.Contains("my boss is unkind", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Phones.Sent, sent => sent.Conversation == helper.Key && sent.Body is OutboundBody.Line { Text: var text } && text.Contains("KIM", StringComparison.Ordinal));

        world.Phones.Trouble = outbound => outbound.Conversation == helper.Key ? new SendOutcome.TryAgain("no network") : null;
        var second = await worker.Does(new InboundEvent.Did(new Input.Text("one word")), settles: false);
        await worker.Does(new InboundEvent.Did(new Input.Edited("another word")), message: second, settles: false);
        world.Phones.Trouble = null;
        world.TimeGoesOn = true;
        await world.Settle();
        var shown = world.Phones.Sent.Where(sent => sent.Conversation == helper.Key).Select(sent => sent.Body).OfType<OutboundBody.Line>()
            .Where(line => line.Text.Contains(" word", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, shown.Count);
        Assert.Contains("one word", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("another word", shown[1].Text, StringComparison.Ordinal);
        Assert.Contains("✏️ another word", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("one word", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_message_is_gone_is_a_message_that_goes_with_the_chat()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var message = await worker.Types("a word");
        var phone = world.Phones.Of(helper.Key);
        lock (phone)
            phone.Shown.RemoveAll(shown => shown.Text.Contains("a word", StringComparison.Ordinal));

        await worker.Edits(message, "a better word");
        Assert.Contains("a better word", helper.Screen, StringComparison.Ordinal);
        lock (phone) // a phone without threads
        {
            for (var at = 0; at < phone.Shown.Count; at++)
                phone.Shown[at] = phone.Shown[at] with { Thread = null };
        }
        await helper.Presses("End");
        await helper.Presses("I could help");
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain("a better word", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_could_be_for_two_is_asked_about_and_never_guessed()
    {
        await using var world = await DeskWorld.Start();
        var (first, helper) = await world.Talk();
        var second = await world.Worker();
        await DeskWorld.Asks(second);
        await helper.Presses("I take it");

        await helper.Types("which of you?");
        Assert.DoesNotContain("which of you?", first.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("which of you?", second.Screen, StringComparison.Ordinal);
        await helper.Presses(world.ChatOf(second)!.Alias.In("en"));
        Assert.DoesNotContain("which of you?", first.Screen, StringComparison.Ordinal);
        Assert.Contains("which of you?", second.Screen, StringComparison.Ordinal);

        await helper.Types("in the thread", thread: world.ChatOf(first)!.Id);
        Assert.Contains("in the thread", first.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("in the thread", second.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_was_asked_about_and_never_said_goes_from_her_phone_by_its_age()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:Close=- - - -", "--ChatSupport:Desk:CopiesFor=1.16:00:00");
        var (_, helper) = await world.Talk();
        await DeskWorld.Asks(await world.Worker());
        await helper.Presses("I take it");
        var hers = await helper.Types("which of you?");
        Assert.Contains("Who is this for?", helper.Screen, StringComparison.Ordinal);

        await world.Pass(TimeSpan.FromHours(41));
        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.DoesNotContain("Who is this for?", helper.Screen, StringComparison.Ordinal);
        Assert.Contains(hers, world.Phones.Sent.Where(sent => sent.Conversation == helper.Key).Select(sent => sent.Body).OfType<OutboundBody.Erase>().SelectMany(erase => erase.Messages));
    }

    [Fact]
    public async Task What_crosses_the_end_of_the_chat_is_not_lost_without_a_word()
    {
        await using var world = await DeskWorld.Start();
        var (worker, _) = await world.Talk();
        var id = world.ChatOf(worker)!.Id;
        await world.Desk.Write(pen =>
        {
            Closing.End(pen, pen.Chat(id)!, DeskOutcome.Helped);
            Relaying.FromWorker(pen, id, new Said("wait, one more thing", null, "m-late"), []);
            return true;
        }, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.Contains("The chat had ended before your last message arrived.", worker.Screen, StringComparison.Ordinal);
        Assert.Contains("m-late", world.Phones.Sent.Where(sent => sent.Conversation == worker.Key).Select(sent => sent.Body).OfType<OutboundBody.Erase>().SelectMany(erase => erase.Messages));
        Assert.DoesNotContain(world.Lines(id), line => line.Text.Contains("one more thing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_for_a_helper_is_not_shown_to_her_once_the_chat_was_taken_from_her()
    {
        await using var world = await DeskWorld.Start();
        var (worker, first) = await world.Talk();
        await worker.Types("he took my papers");
        await first.Types("I am with you");
        var (second, id) = (await world.Educator(), world.ChatOf(worker)!.Id);
        await world.Desk.Write(pen => { Requeueing.Requeue(pen, pen.Chat(id)!, null); return true; }, TestContext.Current.CancellationToken);
        await world.Settle();
        world.Phones.Trouble = outbound => outbound.Conversation == second.Key ? new SendOutcome.TryAgain("no network") : null;

        await world.Desk.Write(pen =>
        {
            Claiming.Take(pen, id, pen.Educator(second.Educator)!, null); // its head, and what was said before, wait for her phone
            return true;
        }, TestContext.Current.CancellationToken);
        await world.Desk.Write(pen => { Requeueing.Requeue(pen, pen.Chat(id)!, null); return true; }, TestContext.Current.CancellationToken);
        world.Phones.Trouble = null;
        world.TimeGoesOn = true;
        await world.Settle();

        Assert.DoesNotContain(world.Phones.Sent, sent => sent.Conversation == second.Key && sent.Body is OutboundBody.Line { Text: var text } && text.Contains("he took my papers", StringComparison.Ordinal));
        Assert.Contains("I take it", second.Sees.SelectMany(shown => shown.Buttons).Select(button => button.Label)); // she was asked, as before
    }

    [Fact]
    public async Task What_answers_a_chat_that_is_gone_or_comes_just_after_it_went_is_asked_about()
    {
        await using var world = await DeskWorld.Start();
        var (first, helper) = await world.Talk();
        await first.Types("from the first");
        var bubble = helper.Sees.Last(shown => shown.Text.Contains("from the first", StringComparison.Ordinal)).Id;
        var second = await world.Worker();
        await DeskWorld.Asks(second);
        await helper.Presses("I take it");
        await world.Desk.Write(pen => { Requeueing.Requeue(pen, pen.Chat(world.ChatOf(first)!.Id)!, null); return true; }, TestContext.Current.CancellationToken);
        await world.Settle();

        await helper.Types("meant for the first", answers: bubble);
        await helper.Types("and this as well");
        Assert.DoesNotContain("meant for the first", second.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("and this as well", second.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromMinutes(4));
        await helper.Types("for you");

        Assert.Contains("for you", second.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_educator_who_blocked_had_goes_to_another_and_from_her_phone_once_she_is_back()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await worker.Types("not answered yet");
        var other = await world.Educator();
        var phone = world.Phones.Of(helper.Key);
        world.Phones.Trouble = outbound => outbound.Conversation == helper.Key ? new SendOutcome.Unreachable() : null;

        await worker.Types("she does not see this");

        Assert.Null(world.ChatOf(worker)!.Owner);
        await other.Presses("I take it");
        Assert.Contains("not answered yet", other.Screen, StringComparison.Ordinal);
        Assert.Contains("she does not see this", other.Screen, StringComparison.Ordinal);
        Assert.Contains("not answered yet", helper.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromHours(41));
        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);
        await world.Settle();
        world.Phones.Trouble = null;
        await helper.Unblocks();
        Assert.DoesNotContain("not answered yet", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_to_a_worker_who_blocked_waits_for_her_and_her_helper_knows()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        world.Phones.Trouble = outbound => outbound.Conversation == worker.Key ? new SendOutcome.Unreachable() : null;

        await helper.Types("while you were away");
        Assert.Contains("She cannot be reached", helper.Screen, StringComparison.Ordinal);
        Assert.Equal(DeskState.Unreachable, world.ChatOf(worker)!.State);
        await helper.Types("and this");
        world.Phones.Trouble = null;
        await world.Pass(TimeSpan.FromHours(5));
        Assert.Equal(helper.Educator, world.ChatOf(worker)!.Owner);

        await worker.Types("I am back");
        Assert.Contains("while you were away", worker.Screen, StringComparison.Ordinal);
        Assert.True(worker.Screen.IndexOf("while you were away", StringComparison.Ordinal) < worker.Screen.IndexOf("and this", StringComparison.Ordinal));
        Assert.Contains("I am back", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_can_take_over_a_chat_whose_worker_cannot_be_reached()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRoles.Supervisor);
        var (worker, _) = await world.Talk();
        await worker.Blocks();

        await supervisor.Does(new InboundEvent.Did(new Input.Button($"d-over-{world.ChatOf(worker)!.Id}")), pressed: "alarm");

        Assert.Equal(supervisor.Educator, world.ChatOf(worker)!.Owner);
        await worker.Types("here again");
        Assert.Contains("here again", supervisor.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_that_cannot_be_shown_arrive_as_a_word_and_contacts_and_spots_are_held_or_asked_about()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();

        await worker.Sends(new Input.Unreadable("sticker"));
        Assert.Contains("📎 a sticker", helper.Screen, StringComparison.Ordinal);
        await worker.Sends(new Input.Unreadable("contact"));
        Assert.DoesNotContain("📎 a contact", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("A supervisor looks first", worker.Screen, StringComparison.Ordinal);
        await worker.Types("call me on 012 345 678");
        Assert.DoesNotContain("012 345 678", helper.Screen, StringComparison.Ordinal);
        await worker.Sends(new Input.Location(11.55, 104.92));
        Assert.DoesNotContain(helper.Sees, shown => shown.Media?.Kind == LineMediaKind.Location);
        await worker.Presses("Send it");
        Assert.Contains(helper.Sees, shown => shown.Media?.Kind == LineMediaKind.Location);

        await helper.Types("my number is 098 765 432");
        Assert.DoesNotContain("098 765 432", worker.Screen, StringComparison.Ordinal);
        await helper.Sends(new Input.Location(11.5, 104.9));
        Assert.DoesNotContain(worker.Sees, shown => shown.Media?.Kind == LineMediaKind.Location);
        await helper.Presses("Do not send");
        Assert.DoesNotContain(worker.Sees, shown => shown.Media?.Kind == LineMediaKind.Location);
        await helper.Sends(new Input.Unreadable("contact"));
        Assert.Contains("Contact details are not passed on.", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_arrives_at_the_helper_is_brought_again_and_a_supervisor_knows()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRoles.Supervisor);
        var (worker, helper) = await world.Talk();
        var refusals = 1;
        world.Phones.Trouble = outbound => outbound.Conversation == helper.Key && outbound.Body is OutboundBody.Line { Text: var text } && text.Contains("stubborn", StringComparison.Ordinal)
            && refusals-- > 0 ? new SendOutcome.Refused("no") : null;

        await worker.Types("a stubborn line");
        Assert.Contains("A message does not arrive.", supervisor.Screen, StringComparison.Ordinal);
        await helper.Types("what did you say?");
        Assert.NotNull(world.ChatOf(worker)!.OwedSince);
        await world.Pass(TimeSpan.FromMinutes(15));

        Assert.Contains("a stubborn line", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_says_while_it_is_on_its_way_keeps_the_chat_from_ending()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        world.Phones.Trouble = outbound => outbound.Conversation == helper.Key && outbound.Body is OutboundBody.Line { Ticket: var ticket } && ticket?.StartsWith("line:", StringComparison.Ordinal) == true
            ? new SendOutcome.TryAgain("no network") : null;
        await worker.Does(new InboundEvent.Did(new Input.Text("wait, one thing")), settles: false);
        await world.Breathe();
        await helper.Does(new InboundEvent.Did(new Input.Button($"d-out-0-{world.ChatOf(worker)!.Id}")), pressed: "x", settles: false);
        await world.Breathe();

        Assert.NotEqual(DeskState.Closing, world.ChatOf(worker)!.State);
        world.Phones.Trouble = null;
        world.TimeGoesOn = true;
        await world.Settle();
        Assert.Contains("wait, one thing", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_shown_twice_at_most()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var losses = 1;
        world.Phones.LosesAnswer = outbound => outbound.Conversation == helper.Key && losses-- > 0;
        world.TimeGoesOn = true;

        await worker.Types("only once");

        Assert.Equal(2, helper.Count("only once"));
        Assert.Equal(LineState.Delivered, world.Lines(world.ChatOf(worker)!.Id).Single(line => line.Text == "only once").State);
    }

    [Fact]
    public async Task A_change_that_tells_of_danger_raises_the_chat_as_a_new_message_does()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");
        var message = await worker.Types("he is here");
        Assert.NotEqual(0, world.ChatOf(worker)!.Level);

        await worker.Does(new InboundEvent.Did(new Input.Edited("he is here, I want to die")), message: message);

        Assert.Equal(0, world.ChatOf(worker)!.Level);
        Assert.Equal(FoundBy.Words, world.ChatOf(worker)!.FoundBy);
    }
}

/// <summary>Short names.</summary>
internal static class DeskRoles
{
    public const ChatSupport.Escalation.Duty.DeskRole Supervisor = ChatSupport.Escalation.Duty.DeskRole.Supervisor;
}
