using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using static ChatSupport.Tests.Escalation.Telling;

namespace ChatSupport.Tests.Escalation;

/// <summary>What may be told outside never comes at a wrong moment, and goes when she does.</summary>
public sealed class WhatMayBeToldGoesWithHer
{
    [Fact]
    public async Task While_it_is_asked_whether_it_is_safe_nothing_takes_the_place_of_that_question()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:Close=- - - -");
        var (worker, helper) = await world.Talk();
        await world.Pass(TimeSpan.FromMinutes(31));
        await helper.Types("are you well");

        await Ask(helper);
        await worker.Presses("Open");
        Assert.DoesNotContain(Exactly, worker.Screen, StringComparison.Ordinal);
        Assert.Contains("Is it safe to read it here now?", worker.Screen, StringComparison.Ordinal);
        await worker.Presses("🟢 It is safe");

        Assert.Contains("are you well", worker.Screen, StringComparison.Ordinal);
        Assert.Contains($"«{Exactly}»", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_she_did_not_want_any_more_has_nothing_to_do_with_it_after_the_chat()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await worker.Presses("Back to the chat");
        await worker.Presses("Another helper");
        await worker.Types("stop");
        await world.Pass(TimeSpan.FromMinutes(5));
        Assert.Null(world.ChatOf(worker));
        var one = Only(world, worker);

        await Press(helper, $"d-rf-told-{one.Id}-{one.Version}");

        Assert.False(Only(world, worker).IsTold);
        Assert.DoesNotContain(Exactly, helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_writes_into_another_chat_goes_there_and_not_into_what_would_be_told()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var second = await world.Asks();
        await helper.Presses("I take it");
        await Press(helper, $"d-refer-{world.ChatOf(worker)!.Id}");

        await helper.Does(new InboundEvent.Did(new Input.Text("I am coming")), thread: world.ChatOf(second)!.Id);

        Assert.Contains("I am coming", second.Screen, StringComparison.Ordinal);
        Assert.Empty(All(world, worker));
        Assert.DoesNotContain("I am coming", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_not_safe_now_she_is_asked_once_it_is()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:Close=- - - -");
        var (worker, helper) = await world.Talk();
        await world.Pass(TimeSpan.FromMinutes(31));
        await helper.Types("are you well");
        await worker.Presses("Open");
        await worker.Presses("🔴 Not now");

        await Ask(helper);
        Assert.DoesNotContain(Exactly, worker.Screen, StringComparison.Ordinal);
        await worker.Presses("🟢 Now it is safe");

        Assert.Contains($"«{Exactly}»", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_the_decoy_nothing_is_asked_and_she_finds_it_when_she_is_back()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await worker.Commands("x");

        await Ask(helper);
        Assert.DoesNotContain(Exactly, worker.Screen, StringComparison.Ordinal);
        await worker.Types("lotus");
        Assert.DoesNotContain(Exactly, worker.Screen, StringComparison.Ordinal);
        await worker.Presses("Open");

        Assert.Contains($"«{Exactly}»", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_her_referrals_are_gone_and_who_told_asks_them_to_forget()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await helper.Presses("I told them");

        await worker.Commands("forget");
        await worker.Presses("Yes, delete everything");

        var left = Assert.Single(world.Desk.Read(pen => pen.Referrals.All())); // whom to ask, and nothing else
        Assert.Equal((To, "", null, true), (left.To, left.Text, left.Voice, left.OwesForgetting));
        Assert.Contains($"Please tell them to forget what they know of her: {To}", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(Exactly, helper.Screen, StringComparison.Ordinal);
        await helper.Presses("I told them to forget it");
        Assert.Empty(world.Desk.Read(pen => pen.Referrals.All()));
    }

    [Fact]
    public async Task Whom_to_ask_to_forget_an_erased_worker_is_kept_no_longer_than_what_was_said()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await helper.Presses("I told them");
        await worker.Commands("forget");
        await worker.Presses("Yes, delete everything");

        await world.Host.Get<StoreWriter>().Write(session => session["UPDATE desk_referrals SET sent_at = sent_at - 2678400000, granted_at = granted_at - 2678400000, revoked_at = revoked_at - 2678400000"].Run(), TestContext.Current.CancellationToken); // 31 days
        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);

        Assert.Empty(world.Desk.Read(pen => pen.Referrals.All()));
    }

    [Fact]
    public async Task They_die_with_the_transcript()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await worker.Types("stop");
        await worker.Presses("😊 Yes");
        await world.Host.Get<StoreWriter>().Write(session => session["UPDATE desk_chats SET closed_at = closed_at - 2678400000"].Run(), TestContext.Current.CancellationToken); // 31 days

        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);

        Assert.Equal(0L, world.Host.Get<StoreReaders>().Read(session => (long)session["SELECT count(*) FROM desk_referrals"].One()!));
    }

    /// <summary>The same steps by buttons and by the letters of a terminal are the same turns; what differs is where she is: she goes on in the web chat.</summary>
    [Fact]
    public async Task It_goes_with_her_into_another_conversation()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        var elsewhere = await world.Worker();

        await world.Desk.Write(pen =>
        {
            Reaching.Move(pen, worker.Key, elsewhere.Key);
            return true;
        }, TestContext.Current.CancellationToken);
        await Answers(world, worker, Only(world, elsewhere).Key, isYes: false);
        Assert.Equal(ReferralState.Granted, Only(world, elsewhere).State); // it is not hers there any more
        await elsewhere.Commands("privacy");
        await OpensAllowed(elsewhere);
        await elsewhere.Presses($"Take back: {To}");

        Assert.Equal(ReferralState.Revoked, Only(world, elsewhere).State);
        Assert.Contains("She took it back", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_stands_in_clear_in_the_database_or_the_log()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        await Ask(helper);
        await worker.Presses(Yes);
        await helper.Presses("I told them");

        var stored = string.Concat(Directory.GetFiles(world.Host.Folder, "*", SearchOption.AllDirectories).Where(file => file.Contains(".db", StringComparison.Ordinal)).Select(ReadShared));
        Assert.Contains("desk_referrals", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("doctor this week", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Maly", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Host.Get<TestLog>().Lines, line => line.Contains("Maly", StringComparison.Ordinal) || line.Contains("doctor", StringComparison.Ordinal));
    }
}
