using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Places;
using ChatSupport.Storage;
using ChatSupport.Tests.Places;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Escalation;

public sealed class AWorkerReachesAPerson
{
    [Fact]
    public async Task She_asks_one_takes_it_they_talk_and_nothing_stays_on_the_helpers_phone()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator();
        var worker = await world.Worker();

        await worker.Presses("Talk to a person");
        await worker.Presses("🟢 No");
        await worker.Presses("🟢 No");
        await worker.Presses("🟢 No");
        Assert.Contains("We are calling a helper", worker.Screen, StringComparison.Ordinal);
        await worker.Types("my boss keeps my pay");
        Assert.Contains("We keep this for your helper", worker.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("pay", helper.Screen, StringComparison.Ordinal);

        await helper.Presses("I take it");
        Assert.Contains("my boss keeps my pay", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("is here. Write", worker.Screen, StringComparison.Ordinal);

        await helper.Types("I am with you");
        Assert.Contains("I am with you", worker.Screen, StringComparison.Ordinal);
        var hers = await worker.Types("thank you");
        Assert.Contains("thank you", helper.Screen, StringComparison.Ordinal);

        await helper.Presses("End");
        await helper.Presses("I could help");
        Assert.Contains("Did you feel heard?", worker.Screen, StringComparison.Ordinal);
        await worker.Presses("😊 Yes");
        Assert.Null(world.ChatOf(worker));
        Assert.DoesNotContain("pay", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("thank you", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("I am with you", worker.Screen, StringComparison.Ordinal);
        Assert.Contains(world.Phones.Sent, sent => sent.Conversation == worker.Key && sent.Body is OutboundBody.Erase { Everything: false } erase && erase.Messages.Contains(hers));
    }

    [Fact]
    public async Task What_is_over_for_long_says_nothing_of_her_any_more()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Desk:TranscriptsFor=1.00:00:00");
        var helper = await world.Educator();
        var worker = await world.Asks();
        await helper.Presses("I take it");
        await worker.Types("my boss keeps my pay");
        var chat = world.ChatOf(worker)!.Id;
        await worker.Types("stop");
        await worker.Presses("😊 Yes");
        Assert.NotEmpty(world.Lines(chat));

        await world.Host.Get<StoreWriter>().Write(session => session["UPDATE desk_chats SET closed_at = closed_at - 90000000"].Run(), TestContext.Current.CancellationToken); // a day and an hour
        await world.Desk.Write(DeskRetention.Run, TestContext.Current.CancellationToken);

        Assert.Empty(world.Lines(chat));
        var left = world.Desk.Read(pen => pen.Chat(chat))!;
        Assert.DoesNotContain(worker.Key, left.Worker, StringComparison.Ordinal);
        Assert.Equal(new Triage(), left.Triage);
    }

    [Fact]
    public async Task Who_may_know_her_where_she_works_is_not_asked_any_more_once_she_says_where_that_is()
    {
        await using var world = await DeskWorld.Start(services => services.AddSingleton<FindArea>((_, named) => PlaceSearch.FindArea(ShippedPlaces.Book, named)));
        var neighbour = await world.Educator();
        await world.Desk.Write(pen => pen.Save(pen.Educator(neighbour.Educator)! with { NotAreas = ["prey nob"] }), TestContext.Current.CancellationToken);
        var worker = await world.Asks();
        Assert.Contains("Somebody would like to talk", neighbour.Screen, StringComparison.Ordinal);
        var other = await world.Educator();

        await worker.Presses("Where I work");
        await worker.Presses("Prey Nob district");

        Assert.Equal(other.Educator, Assert.Single(world.ChatOf(worker)!.Offers).Educator);
        Assert.Contains("Area: Prey Nob", other.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("I take it", neighbour.Sees.SelectMany(shown => shown.Buttons).Select(button => button.Label));
    }

    [Fact]
    public async Task Who_may_know_her_where_she_works_is_not_given_her_chat_by_another_helper_either()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var neighbour = await world.Educator();
        await world.Desk.Write(pen => pen.Save(pen.Educator(neighbour.Educator)! with { NotAreas = ["prey nob"] }), TestContext.Current.CancellationToken);
        var chat = world.ChatOf(worker)!;
        await world.Desk.Write(pen => pen.Save(chat with { Area = new DeskArea("ព្រៃនប់", "Prey Nob", ["prey nob"]) }), TestContext.Current.CancellationToken);

        await world.Desk.Write(pen =>
        {
            Transfers.Ask(pen, pen.Chat(chat.Id)!, pen.Educator(helper.Educator)!, pen.Educator(neighbour.Educator)!);
            return true;
        }, TestContext.Current.CancellationToken);
        await world.Settle();

        Assert.DoesNotContain("I take it", neighbour.Sees.SelectMany(shown => shown.Buttons).Select(button => button.Label));
        Assert.Equal(helper.Educator, world.ChatOf(worker)!.Owner);
        Assert.Null(world.ChatOf(worker)!.TransferTo);
    }

    [Theory]
    [InlineData("Never, I come and look", 0, false)]
    [InlineData("From 13 to 18", 0, false)]
    [InlineData("From 13 to 18", 6, true)]
    [InlineData("From 9 to 13", 0, false)]
    [InlineData("From 9 to 13", 2, true)]
    public async Task She_is_written_to_only_in_the_hours_that_she_named(string hours, int later, bool isTold)
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator(isOn: false);
        var worker = await world.Asks();
        await worker.Presses("When may we write?");
        await worker.Presses(hours);
        await world.Pass(TimeSpan.FromHours(10)); // 08:00 where she is
        await helper.Presses("I'm on");
        await helper.Presses("I take it");

        await world.Pass(TimeSpan.FromHours(later) + TimeSpan.FromMinutes(1));

        Assert.Equal(isTold, worker.Sees.Any(shown => shown.Buttons.Any(button => button.Label == "Open")));
        await worker.Types("are you there?");
        Assert.Contains("are you there?", helper.Screen, StringComparison.Ordinal);
        Assert.Contains(worker.Sees, shown => shown.Buttons.Any(button => button.Label == "Open")); // it is there now that she came herself
    }

    [Fact]
    public async Task Who_put_her_phone_away_sees_a_neutral_line_even_in_the_quiet_hours_when_a_helper_comes()
    {
        await using var world = await DeskWorld.Start();
        var helper = await world.Educator(isOn: false);
        var worker = await world.Asks();
        await worker.Presses("When may we write?");
        await worker.Presses("At any time");
        await world.Pass(TimeSpan.FromHours(10)); // 08:00 where she is
        await helper.Presses("I'm on");

        await helper.Presses("I take it");

        Assert.DoesNotContain("is here. Write", worker.Screen, StringComparison.Ordinal);
        await worker.Presses("Open");
        Assert.Contains("is here. Write", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_calls_everybody_and_the_supervisor_at_once_and_one_has_it()
    {
        await using var world = await DeskWorld.Start();
        var supervisor = await world.Educator(DeskRole.Supervisor);
        var helpers = new[] { await world.Educator(), await world.Educator(), await world.Educator() };
        var worker = await world.Worker();

        await worker.Presses("Talk to a person");
        await worker.Presses("🔴 Yes");
        await worker.Presses("⏭ Skip");
        await worker.Presses("⏭ Skip");

        Assert.All(helpers, helper => Assert.Contains("0 · danger now", helper.Screen, StringComparison.Ordinal));
        Assert.Contains("Somebody waits and nobody took it", supervisor.Screen, StringComparison.Ordinal);
        await helpers[1].Presses("I take it");
        Assert.All([helpers[0], helpers[2]], helper => Assert.Contains("Another helper has taken it", helper.Screen, StringComparison.Ordinal));
        Assert.Equal(DeskState.Claimed, world.ChatOf(worker)!.State);
    }
}
