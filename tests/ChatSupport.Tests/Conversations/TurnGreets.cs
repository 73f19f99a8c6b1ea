using ChatSupport.Conversations;

namespace ChatSupport.Tests.Conversations;

public sealed class TurnGreets
{
    [Fact]
    public async Task The_first_word_is_answered_by_the_question_for_consent()
    {
        await using var host = await TurnHost.Start();
        var talk = host.Meet();

        var answer = await talk.Types("overtime");

        Assert.Equal(Receipt.Committed, answer.Receipt);
        Assert.Equal("consent", answer.Screen);
        Assert.Equal(LifecycleState.Consent, (await talk.State()).Lifecycle);
    }
}
