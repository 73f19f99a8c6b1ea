using System.Text.RegularExpressions;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Escalation;

public sealed partial class WhoMeansHarmAtTheDesk
{
    [Fact]
    public async Task A_former_helper_reaches_her_by_no_old_button_no_old_line_and_no_old_thread()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var id = world.ChatOf(worker)!.Id;
        await helper.Sends(new Input.Location(11.5, 104.9)); // asked about, not answered
        var ask = world.Lines(id).Single(line => line.State == LineState.Asked).Number;
        await helper.Types("write to me on 098 765 432"); // held
        var held = world.Lines(id).Single(line => line.State == LineState.Held).Number;
        var source = world.Lines(id).Last(line => line.Text == "hello from the helper").Source!;
        var other = await world.Educator();
        await helper.Presses("I can't take this");
        await other.Presses("I take it");
        var before = worker.Sees.Count;

        foreach (var button in new[] { $"d-send-{ask}", $"d-retry-{held}", $"d-to-{held}-{id}", $"d-back-{id}", $"d-out-0-{id}", $"d-raise-{id}", $"d-hand-0-{id}", $"d-tell-0-{id}", $"d-seen-{id}" })
            await helper.Does(new InboundEvent.Did(new Input.Button(button)), pressed: "x");
        await helper.Types("still me", thread: id);
        await helper.Types("still me", answers: source);
        await helper.Edits(source, "changed by who has it no more");
        await world.Desk.Write(pen => { Changes.Release(pen, pen.Chat(id)!, pen.Lines.Find(held)!); return true; }, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.Equal(before, worker.Sees.Count);
        Assert.DoesNotContain("098 765 432", worker.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("changed by", worker.Screen, StringComparison.Ordinal);
        Assert.Equal(other.Educator, world.ChatOf(worker)!.Owner);
        Assert.Equal(2, world.ChatOf(worker)!.Level);
    }

    [Fact]
    public async Task What_a_former_helper_wrote_while_she_was_away_goes_back_to_its_writer()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await worker.Types("leave");
        await helper.Types("written by the first");
        var other = await world.Educator();
        await helper.Presses("I can't take this");
        Assert.Contains("This did not arrive.", helper.Screen, StringComparison.Ordinal);
        await other.Presses("I take it");
        await other.Types("written by the second");

        await worker.Types("back");
        await worker.Types("lotus");
        await world.Desk.Write(pen => { Reaching.Find(pen, world.ChatOf(worker)!.Id, isSafe: true); return true; }, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.DoesNotContain(world.Phones.Sent, sent => sent.Conversation == worker.Key && sent.Body is OutboundBody.Line { Text: var text } && text.Contains("the first", StringComparison.Ordinal));
        Assert.Contains("written by the second", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_tried_again_stops_where_its_chat_changes_hands()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        world.Phones.Trouble = outbound => outbound.Body is OutboundBody.Line { Ticket: var ticket } && ticket?.StartsWith("line:", StringComparison.Ordinal) == true
            ? new SendOutcome.TryAgain("no network") : null;
        await helper.Does(new InboundEvent.Did(new Input.Text("from the first")), settles: false);
        await worker.Does(new InboundEvent.Did(new Input.Text("for whoever has it")), settles: false);
        await world.Breathe();
        await helper.Does(new InboundEvent.Did(new Input.Button($"d-cannot-{world.ChatOf(worker)!.Id}")), pressed: "x", settles: false);
        await world.Breathe();

        world.Phones.Trouble = null;
        world.TimeGoesOn = true;
        await world.Settle();

        Assert.DoesNotContain(world.Phones.Sent, sent => sent.Body is OutboundBody.Line { Text: var text } && (text.Contains("from the first", StringComparison.Ordinal) || text.Contains("for whoever", StringComparison.Ordinal)));
        var other = await world.Educator();
        await other.Presses("I take it");
        Assert.Contains("for whoever has it", other.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_phone_shows_nothing_of_any_chat_and_gets_nothing_more()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await worker.Types("a secret of mine");

        await world.Desk.Write(pen => { ChatSupport.Escalation.Duty.Joining.LosePhone(pen, pen.Educator(helper.Educator)!); return true; }, TestContext.Current.CancellationToken);
        await world.Settle();
        await worker.Types("another secret");

        Assert.DoesNotContain("secret", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", helper.Screen, StringComparison.Ordinal);
        Assert.Null(world.ChatOf(worker)!.Owner);
    }

    [Fact]
    public async Task Buttons_of_one_chat_do_nothing_to_another_that_is_not_hers()
    {
        await using var world = await DeskWorld.Start();
        var (first, helper) = await world.Talk();
        await helper.Does(new InboundEvent.Did(new Input.Button("d-pause")), pressed: "x"); // or she would be asked for the next one too
        var other = await world.Educator();
        var second = await world.Worker();
        await DeskWorld.Asks(second);
        await other.Presses("I take it");
        await second.Types("only for the other");
        var id = world.ChatOf(second)!.Id;
        var before = world.Desk.Read(pen => pen.Chat(id))!;

        foreach (var verb in new[] { "seen", "back", "raise", "call", "trans", "know", "cannot", "close", "out-0", "hand-0", "take", "notnow", "over", "note", "lower", "misuse", "ans", "tell-0" })
        {
            await helper.Does(new InboundEvent.Did(new Input.Button($"d-{verb}-{id}")), pressed: "x");
            await helper.Types("a word");
        }
        await helper.Types("to the wrong thread", thread: id);

        Assert.Equal(before, world.Desk.Read(pen => pen.Chat(id))! with { Offers = before.Offers, Asked = before.Asked, Excluded = before.Excluded });
        Assert.DoesNotContain("only for the other", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong thread", second.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong thread", first.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_goes_on_in_another_chat_takes_her_helper_along_and_nothing_more_comes_to_the_old_phone(bool hadAnother)
    {
        await using var world = await DeskWorld.Start();
        var elsewhere = await world.Worker();
        var (worker, helper) = await world.Talk();
        if (hadAnother)
        {
            await DeskWorld.Asks(elsewhere);
            await elsewhere.Presses("Stop waiting");
            await elsewhere.Presses("⏭ Skip");
            await world.Pass(TimeSpan.FromMinutes(3));
        }
        await worker.Types("leave no trace"); // a line like any other
        await Goes(world, worker, elsewhere);
        var at = world.Phones.Sent.Count;

        await helper.Types("only for the new phone", thread: world.ChatOf(elsewhere)!.Id);
        await elsewhere.Types("from the new phone");

        Assert.Null(world.ChatOf(worker));
        Assert.Contains("only for the new phone", elsewhere.Screen, StringComparison.Ordinal);
        Assert.Contains("from the new phone", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Phones.Sent.Skip(at), sent => sent.Conversation == worker.Key && sent.Body is OutboundBody.Line);
    }

    [Fact]
    public async Task Who_is_erased_leaves_no_line_no_key_and_no_way_back_in_any_chat_of_hers()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var first = world.ChatOf(worker)!.Id;
        await worker.Presses("End the chat");
        await worker.Presses("😊 Yes");
        await world.Pass(TimeSpan.FromHours(2));
        await worker.Types("menu");
        await helper.Presses("I'm on");
        await DeskWorld.Asks(worker, danger: true);
        if (worker.Sees.Any(shown => shown.Buttons.Any(button => button.Label == "Any helper")))
            await worker.Presses("Any helper");
        await helper.Presses("I take it");
        await worker.Types("the second time");
        var second = world.ChatOf(worker)!.Id;
        world.Phones.Trouble = outbound => outbound.Conversation == helper.Key && outbound.Body is OutboundBody.Line { Text: var text } && text.Contains("in flight", StringComparison.Ordinal)
            ? new SendOutcome.TryAgain("no network") : null;
        await worker.Does(new InboundEvent.Did(new Input.Text("in flight")), settles: false);
        await world.Breathe();
        await worker.Does(new InboundEvent.Ended(), settles: false);
        await world.Breathe();
        world.Phones.Trouble = null;
        world.TimeGoesOn = true;
        await world.Settle();

        Assert.Empty(world.Lines(first));
        Assert.Empty(world.Lines(second));
        Assert.DoesNotContain("second time", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Phones.Sent, sent => sent.Conversation == helper.Key && sent.Body is OutboundBody.Line { Text: var text } && text.Contains("in flight", StringComparison.Ordinal));
        world.Host.Get<StoreReaders>().Read(session =>
        {
            foreach (var (table, column) in new[] { ("conversations", "key"), ("outbox", "conversation"), ("desk_copies", "conversation"), ("desk_chats", "worker"), ("messages", "conversation") })
                Assert.Equal(0L, session[$"SELECT count(*) FROM {table} WHERE {column} = $1"].One(worker.Key));
            return true;
        });
        await worker.Types("hello");
        await worker.Presses("I agree. Begin");
        await DeskWorld.Asks(worker);
        Assert.DoesNotContain("Last time", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_erased_while_she_cannot_be_reached_is_erased_all_the_same()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var id = world.ChatOf(worker)!.Id;
        await worker.Blocks();

        await worker.Does(new InboundEvent.Ended());

        Assert.Empty(world.Lines(id));
        Assert.Equal(DeskState.Closed, world.Desk.Read(pen => pen.Chat(id))!.State);
        Assert.DoesNotContain("hello from her", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_waits_has_one_chat_however_often_she_asks()
    {
        await using var world = await DeskWorld.Start();
        var (worker, _) = await world.Talk();
        var id = world.ChatOf(worker)!.Id;

        await worker.Commands("person");
        foreach (var button in worker.Sees.SelectMany(shown => shown.Buttons).Select(button => button.Id).Distinct().Where(button => !button.StartsWith("n-", StringComparison.Ordinal)).Take(30).ToList())
        {
            if (world.ChatOf(worker)?.Id != id)
                break;
            await worker.Does(new InboundEvent.Did(new Input.Button(button)), pressed: "x");
        }

        Assert.Equal(1L, world.Host.Get<StoreReaders>().Read(session => session["SELECT count(*) FROM desk_chats WHERE worker = $1"].One(worker.Key)));
    }

    [Fact]
    public async Task One_conversation_answers_for_one_person()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var id = DeskIds.New();
        var secret = await world.Desk.Write(pen =>
        {
            pen.Save(new ChatSupport.Escalation.Duty.Educator { Id = id, Name = "another", Alias = Aliases.Draw(), Languages = ["en"] });
            return ChatSupport.Escalation.Duty.Joining.Invite(pen, id);
        }, TestContext.Current.CancellationToken);

        await helper.Types("/start desk-" + secret);

        Assert.Equal(helper.Key, world.Desk.Read(pen => pen.Educator(id))!.Conversation);
        Assert.Null(world.Desk.Read(pen => pen.Educator(helper.Educator))!.Conversation);
    }

    [Fact]
    public async Task One_chat_that_does_not_open_keeps_no_other_from_its_clock()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRoles.Supervisor);
        var damaged = await world.Worker();
        var worker = await world.Worker();
        await DeskWorld.Asks(damaged);
        await DeskWorld.Asks(worker);
        await world.Desk.Write(pen => { pen.Session["UPDATE desk_chats SET body = x'00' WHERE worker = $1"].Run(damaged.Key); return true; }, TestContext.Current.CancellationToken);

        for (var minute = 0; minute < 16; minute++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await world.Breathe();
        }

        await DeskWorld.Until(() => supervisor.Count("Somebody waits and nobody took it.") == 1, "the supervisor is called for the other chat");
    }

    private static async Task Goes(DeskWorld world, Somebody from, Somebody to)
    {
        foreach (var label in new[] { "Home", "My privacy", "A shared phone", "Go on in another chat", "Get a code" })
            await from.Presses(label);
        var code = Code().Match(from.Screen).Value;
        Assert.NotEmpty(code);
        foreach (var label in new[] { "Home", "My privacy", "A shared phone", "I have a code" })
        {
            if (to.Sees.Any(shown => shown.Buttons.Any(button => button.Label == label)))
                await to.Presses(label); // whoever is at home sees no way to it
        }
        await to.Types(code);
        await world.Settle();
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4}")]
    private static partial Regex Code();

    [Fact]
    public async Task Who_was_reported_three_times_is_answered_by_a_supervisor_unless_she_is_in_danger()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRoles.Supervisor);
        var helper = await world.Educator();
        var worker = await world.Asks();
        for (var strike = 0; strike < 3; strike++)
        {
            await helper.Presses("I take it");
            await helper.Presses("End");
            await helper.Presses("Misuse");
            await world.Pass(TimeSpan.FromMinutes(3));
            await worker.Commands("start");
            await DeskWorld.Asks(worker);
        }

        var chat = world.ChatOf(worker)!;
        Assert.True(chat.OnlySupervisors);
        Assert.Empty(chat.Offers);
        Assert.Contains("Misuse was reported.", supervisor.Screen, StringComparison.Ordinal);

        await worker.Presses("🔴 I am in danger");
        await helper.Presses("I take it");
        Assert.Equal(helper.Educator, world.ChatOf(worker)!.Owner);
    }
}
