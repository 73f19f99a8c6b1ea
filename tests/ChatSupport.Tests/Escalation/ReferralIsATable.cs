using System.CommandLine;
using System.Runtime.CompilerServices;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Hosting.Commands;
using ChatSupport.Storage;
using CsCheck;

namespace ChatSupport.Tests.Escalation;

public sealed class ReferralIsATable
{
    private static readonly DateTimeOffset begins = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_command_draws_it_as_the_guide_does()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/hand-over.md"), TestContext.Current.CancellationToken);
        var golden = guide.Split("```mermaid")[2].Split("```")[0];
        using var output = new StringWriter();

        var code = await MachinesCommand.Build().Parse(["graph", "referral"]).InvokeAsync(new InvocationConfiguration { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Equal($"%% referral\n{golden.ReplaceLineEndings("\n").Trim()}\n\n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_state_can_be_reached_and_every_event_happens_somewhere()
    {
        var reached = new HashSet<ReferralState> { ReferralState.Drafted };
        var happened = new HashSet<ReferralEvent>();
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var (from, what, decided) in reached.ToList().SelectMany(from => Enum.GetValues<ReferralEvent>().SelectMany(what => new[] { (from, what, true), (from, what, false) })))
            {
                var one = (decided ? Of(from) with { Override = Decision("two") } : Of(from)) with { Until = begins.AddDays(7), GrantedAt = begins, GrantedVersion = 0 };
                if (!one.Can(what, begins))
                    continue;
                reached.Add(one.After(what, begins).State);
                happened.Add(what);
            }
        }

        Assert.Equal(Enum.GetValues<ReferralState>().Length, reached.Count);
        Assert.Equal(Enum.GetValues<ReferralEvent>().Length, happened.Count);
    }

    [Fact]
    public void Nobody_is_told_without_her_yes_to_exactly_this_while_it_holds_or_a_decision_of_two()
    {
        var step = Gen.Select(Gen.Enum<ReferralEvent>(), Gen.Int[0, 4], Gen.Bool);
        Gen.Select(step.List[1, 80], Gen.Bool).Sample((steps, isOverride) =>
        {
            var one = isOverride ? Of(ReferralState.Drafted) with { Override = Decision(null) } : Of(ReferralState.Drafted);
            var now = begins;
            (int Version, DateTimeOffset Until)? yes = null;
            foreach (var (what, days, isFirst) in steps)
            {
                now += TimeSpan.FromDays(days);
                var wish = Prepared(one, what, now, isFirst ? "one" : "two");
                if (!wish.Can(what, now))
                {
                    Assert.Throws<InvalidOperationException>(() => wish.After(what, now));
                    continue;
                }
                var after = wish.After(what, now);
                if (what == ReferralEvent.Grant)
                    yes = (after.Version, after.Until!.Value);
                if (what == ReferralEvent.Revoke)
                    yes = null;
                if (what == ReferralEvent.Send)
                {
                    var isAllowed = isOverride ? after.Override is { BegunBy: "one", ConfirmedBy: "two" } && now < after.Until : yes is { } given && given.Version == after.Version && now < given.Until;
                    Assert.True(isAllowed, $"It was told at {now} in version {after.Version}: {yes}, {after.Override}.");
                }
                one = after;
            }
        });
    }

    /// <summary>Whatever the program gets wrong, the database does not keep it.</summary>
    [Fact]
    public async Task The_database_refuses_what_was_told_without_a_yes_that_holds()
    {
        await using var world = await DeskWorld.Start();
        var told = Of(ReferralState.Sent) with { Version = 3, GrantedVersion = 3, GrantedAt = begins, Until = begins.AddDays(7), SentAt = begins.AddDays(1) };
        var decided = Of(ReferralState.Sent) with { Until = begins.AddDays(7), SentAt = begins.AddDays(1), Override = Decision("two") };

        Assert.True(await IsKept(world, told));
        Assert.True(await IsKept(world, decided));
        Assert.True(await IsKept(world, told with { State = ReferralState.Revoked, RevokedAt = begins.AddDays(2) }));
        Assert.All(
            new[]
            {
                told with { SentAt = null },
                told with { State = ReferralState.Accepted, SentAt = null },
                told with { GrantedVersion = 2 },
                told with { GrantedVersion = null },
                told with { GrantedAt = null },
                told with { GrantedAt = begins.AddDays(2) },
                told with { Until = null },
                told with { SentAt = begins.AddDays(7) },
                told with { RevokedAt = begins },
                decided with { Override = Decision(null) },
                decided with { Override = Decision("one") },
                decided with { SentAt = begins.AddDays(8) },
                decided with { State = ReferralState.Done, SentAt = null },
            },
            wrong => Assert.False(IsKept(world, wrong).GetAwaiter().GetResult(), wrong.ToString()));
    }

    [Fact]
    public void What_is_over_has_nothing_due_and_all_else_that_waits_has()
    {
        var options = new ChatSupport.Escalation.DeskOptions();
        ReferralState[] waits = [ReferralState.Drafted, ReferralState.AskedPerson, ReferralState.Granted, ReferralState.Proposed, ReferralState.Decided];

        Assert.All(Enum.GetValues<ReferralState>(), state =>
        {
            var next = ReferralTimers.Next(Of(state) with { Until = begins.AddDays(7) }, options);
            Assert.Equal(waits.Contains(state), next is not null);
            Assert.True(next is null || Of(state).Can(next.Value.What, begins), $"{next} cannot happen to {state}.");
        });
    }

    private static async Task<bool> IsKept(DeskWorld world, Referral one)
    {
        var id = DeskIds.New();
        var failed = await Record.ExceptionAsync(() => world.Desk.Write(pen => pen.Referrals.Save(one with { Id = id }), TestContext.Current.CancellationToken));
        Assert.Equal(failed is null, world.Host.Get<StoreReaders>().Read(session => session["SELECT 1 FROM desk_referrals WHERE id = $1"].One(id)) is not null);
        return failed is null;
    }

    /// <summary>What whoever fires an event writes beside it.</summary>
    private static Referral Prepared(Referral one, ReferralEvent what, DateTimeOffset now, string who) => what switch
    {
        ReferralEvent.Write => one with { Version = one.Version + 1 },
        ReferralEvent.Ask => one with { Version = one.Version + 1, Until = now.AddDays(7) },
        ReferralEvent.Grant => one with { GrantedAt = now, GrantedVersion = one.Version },
        ReferralEvent.Confirm when one.Override is { } decision => one with { Override = decision with { ConfirmedBy = who }, Until = now.AddDays(7) },
        ReferralEvent.Send => one with { SentAt = now },
        _ => one,
    };

    private static Override Decision(string? second) => new(OverrideGround.Child, "a child is beaten", "one", true, null) { ConfirmedBy = second };

    private static Referral Of(ReferralState state) => new() { Id = "r", Chat = "c", State = state, To = "a clinic", Text = "she needs a doctor", At = begins };

    private static string Here([CallerFilePath] string path = "") => path;
}
