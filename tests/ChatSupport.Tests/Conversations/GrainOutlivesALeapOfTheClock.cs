using ChatSupport.Conversations;

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
}
