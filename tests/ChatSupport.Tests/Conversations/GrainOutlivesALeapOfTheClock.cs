using ChatSupport.Conversations;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace ChatSupport.Tests.Conversations;

public sealed class GrainOutlivesALeapOfTheClock
{
    [Fact]
    public async Task A_clock_that_leaps_by_days_ends_neither_the_process_nor_a_conversation()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();

        for (var leap = 0; leap < 4; leap++)
        {
            host.Time.Advance(TimeSpan.FromHours(30));
            Assert.Equal(Receipt.Committed, (await talk.Types("hello")).Receipt);
        }
    }

    /// <summary>The node ended the process only when the leap met a certain moment of its start, which no test can aim at.</summary>
    [Fact]
    public async Task A_node_without_others_has_no_way_to_declare_itself_dead()
    {
        await using var host = await TurnHost.Start();

        var membership = host.Get<IOptions<ClusterMembershipOptions>>().Value;

        Assert.False(membership.LivenessEnabled);
        Assert.False(membership.EvictWhenMaxJoinAttemptTimeExceeded);
        Assert.Null(membership.SiloGenerationRetirementAge);
        Assert.Null(membership.DefunctSiloCleanupPeriod);
    }
}
