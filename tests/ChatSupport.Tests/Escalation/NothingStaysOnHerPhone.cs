using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Tests.Escalation;

/// <summary>What both said goes from her phone, also where that is not simple: a chat that goes on for days, one that ended while she could not be reached.</summary>
public sealed class NothingStaysOnHerPhone
{
    [Fact]
    public async Task What_is_older_than_a_messenger_would_delete_goes_while_the_chat_is_open()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:Close=- - - -", "--ChatSupport:Desk:CopiesFor=1.16:00:00");
        var (worker, helper) = await world.Talk();
        var hers = await worker.Types("my boss keeps my pay");
        await helper.Types("I am with you");
        Assert.Contains("I am with you", worker.Screen, StringComparison.Ordinal);
        await world.Pass(TimeSpan.FromHours(39));
        var young = await worker.Types("still here");

        await world.Pass(TimeSpan.FromHours(2));
        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.NotNull(world.ChatOf(worker));
        Assert.DoesNotContain("I am with you", worker.Screen, StringComparison.Ordinal);
        Assert.Contains(hers, Erased(world, worker));
        Assert.DoesNotContain(young, Erased(world, worker));
    }

    [Fact]
    public async Task What_ended_while_she_could_not_be_reached_goes_once_she_can_be()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var hers = await worker.Types("my boss keeps my pay");
        await helper.Types("I am with you");
        await worker.Blocks();
        await helper.Presses("End");
        await helper.Presses("I could help");
        await world.Pass(TimeSpan.FromMinutes(2));
        Assert.Null(world.ChatOf(worker));
        await world.Pass(TimeSpan.FromHours(41));
        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);
        await world.Settle();
        Assert.Contains("I am with you", worker.Screen, StringComparison.Ordinal); // no messenger deletes in a chat that is blocked
        Assert.DoesNotContain(hers, Erased(world, worker));

        await worker.Unblocks();
        await world.Settle();

        Assert.DoesNotContain("I am with you", worker.Screen, StringComparison.Ordinal);
        Assert.Contains(hers, Erased(world, worker));
    }

    [Fact]
    public async Task Also_where_nothing_was_ever_said_to_her()
    {
        await using var world = await DeskWorld.Start();
        await world.Educator(); // is asked, and takes nothing
        var worker = await world.Asks();
        var hers = await worker.Types("my boss keeps my pay");
        var chat = world.ChatOf(worker)!.Id;
        await worker.Blocks();
        await world.Desk.Write(pen => Closing.End(pen, pen.Chat(chat)!), TestContext.Current.CancellationToken);
        await world.Settle();
        Assert.DoesNotContain(hers, Erased(world, worker));

        await worker.Unblocks();
        await world.Settle();

        Assert.Contains(hers, Erased(world, worker));
    }

    private static IEnumerable<string> Erased(DeskWorld world, Somebody worker) =>
        world.Phones.Sent.Where(sent => sent.Conversation == worker.Key).Select(sent => sent.Body).OfType<OutboundBody.Erase>().SelectMany(erase => erase.Messages);
}
