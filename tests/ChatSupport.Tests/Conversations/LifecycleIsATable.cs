using System.CommandLine;
using System.Runtime.CompilerServices;
using ChatSupport.Conversations;
using ChatSupport.Hosting.Commands;
using CsCheck;

namespace ChatSupport.Tests.Conversations;

public sealed class LifecycleIsATable
{
    [Fact]
    public async Task The_command_draws_it_as_in_the_golden_file()
    {
        var golden = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "lifecycle.mmd"), TestContext.Current.CancellationToken);
        using var output = new StringWriter();

        var code = await MachinesCommand.Build().Parse(["graph", "lifecycle"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Equal($"%% lifecycle\n{golden.ReplaceLineEndings("\n").Trim()}\n\n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_leaving_hides_forgetting_erases_and_only_agreeing_opens()
    {
        Gen.Select(Gen.Enum<LifecycleEvent>().List[0, 40], Gen.Bool, Gen.Bool).Sample((events, agreed, hidden) =>
        {
            var holder = new Holder { Agreed = agreed, Hidden = hidden };
            foreach (var what in events)
            {
                var machine = Lifecycle.For(holder);
                if (!machine.CanFire(what))
                    continue;
                var before = holder.Lifecycle;
                machine.Fire(what);
                var after = holder.Lifecycle;
                Assert.Equal(what == LifecycleEvent.Leave, before != LifecycleState.Blocked && after == LifecycleState.Decoy);
                Assert.Equal(what == LifecycleEvent.Forget, after == LifecycleState.Erased);
                Assert.Equal(what == LifecycleEvent.Block, after == LifecycleState.Blocked);
                Assert.False(before == LifecycleState.Erased && after != before && what != LifecycleEvent.Greet, "What is erased came back.");
                Assert.False(before == LifecycleState.Blocked && hidden && after == LifecycleState.Dialog, "What was hidden is seen.");
                Assert.False(!agreed && after == LifecycleState.Dialog && what is LifecycleEvent.Return or LifecycleEvent.Unblock,
                    "Who has not agreed is in the dialogs.");
            }
        });
    }

    [Fact]
    public void Every_state_can_be_reached_and_left()
    {
        foreach (var state in Enum.GetValues<LifecycleState>())
        {
            var left = Enum.GetValues<LifecycleEvent>().Any(what => Lifecycle.For(new Holder { Lifecycle = state, Agreed = true }).CanFire(what));
            Assert.True(left, $"{state} cannot be left.");
        }

        var reached = new HashSet<LifecycleState> { LifecycleState.New };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var (from, what, agreed) in reached.ToList().SelectMany(from => Enum.GetValues<LifecycleEvent>().SelectMany(what => new[] { (from, what, true), (from, what, false) })))
            {
                var holder = new Holder { Lifecycle = from, Agreed = agreed };
                var machine = Lifecycle.For(holder);
                if (machine.CanFire(what))
                    machine.Fire(what);
                reached.Add(holder.Lifecycle);
            }
        }

        Assert.Equal(Enum.GetValues<LifecycleState>().Length, reached.Count);
    }

    [Theory]
    [InlineData(nameof(LifecycleState.Consent))]
    [InlineData(nameof(LifecycleState.Dialog))]
    [InlineData(nameof(LifecycleState.WaitingForPeer))]
    [InlineData(nameof(LifecycleState.WithPeer))]
    public void From_wherever_she_can_be_seen_she_can_leave_be_erased_and_block(string state)
    {
        var machine = Lifecycle.For(new Holder { Lifecycle = Enum.Parse<LifecycleState>(state) });

        Assert.True(machine.CanFire(LifecycleEvent.Leave));
        Assert.True(machine.CanFire(LifecycleEvent.Forget));
        Assert.True(machine.CanFire(LifecycleEvent.Block));
    }

    [Fact]
    public void Without_consent_no_way_leads_into_the_dialogs()
    {
        var entrances = Enum.GetValues<LifecycleState>().Except([LifecycleState.WaitingForPeer, LifecycleState.WithPeer, LifecycleState.AtDesk]) // only who agreed comes there
            .SelectMany(state => Enum.GetValues<LifecycleEvent>().Select(what => (state, what)))
            .Where(one =>
            {
                var holder = new Holder { Lifecycle = one.state };
                var machine = Lifecycle.For(holder);
                if (!machine.CanFire(one.what))
                    return false;
                machine.Fire(one.what);
                return one.state != LifecycleState.Dialog && holder.Lifecycle == LifecycleState.Dialog;
            });

        Assert.Equal((LifecycleState.Consent, LifecycleEvent.Agree), Assert.Single(entrances));
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed class Holder : ILifecycleHolder
    {
        public LifecycleState Lifecycle { get; set; }

        public bool Agreed { get; init; }

        public bool Hidden { get; init; }
    }
}
