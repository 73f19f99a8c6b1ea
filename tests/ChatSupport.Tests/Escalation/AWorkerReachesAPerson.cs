using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

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
        await worker.Types("thank you");
        Assert.Contains("thank you", helper.Screen, StringComparison.Ordinal);

        await helper.Presses("End");
        await helper.Presses("I could help");
        Assert.Contains("Did you feel heard?", worker.Screen, StringComparison.Ordinal);
        await worker.Presses("😊 Yes");
        Assert.Null(world.ChatOf(worker));
        Assert.DoesNotContain("pay", helper.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("thank you", helper.Screen, StringComparison.Ordinal);
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
