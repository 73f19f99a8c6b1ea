using Microsoft.Extensions.Options;

namespace ChatSupport.Tests.Conversations;

public sealed class SettingsOfConversations
{
    [Theory]
    [InlineData("SensitiveExpiry", "00:00:01", "00:10:00")]
    [InlineData("PlaceExpiry", "00:00:01", "3.00:00:00")]
    [InlineData("ConsentExpiry", "00:00:01", "1.00:00:00")]
    [InlineData("QuietFrom", "24:00:00", "04:00")]
    [InlineData("QuietUntil", "-01:00:00", "13:00")]
    [InlineData("UtcOffset", "15:00:00", "07:00")]
    [InlineData("InChatFor", "03:00:00", "00:10:00")]
    [InlineData("Burst", "1", "20")]
    [InlineData("BurstRefill", "00:00:00", "00:00:10")]
    [InlineData("WrongReturns", "0", "5")]
    [InlineData("FirstReturnLock", "00:00:01", "00:01:00")]
    [InlineData("LongestReturnLock", "00:00:01", "01:00:00")]
    [InlineData("QueryLimit", "00:00:00", "00:00:02")]
    [InlineData("IdleAfter", "00:00:30", "00:10:00")]
    [InlineData("InMemory", "10", "5000")]
    public async Task A_wrong_one_stops_the_start_and_names_itself_and_the_mend(string setting, string wrong, string example)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TurnHost.Start(settings: $"--ChatSupport:Conversations:{setting}={wrong}"));

        Assert.Contains($"ChatSupport:Conversations:{setting} must be", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(example, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_has_a_wrong_value_here()
    {
        var named = typeof(SettingsOfConversations).GetMethod(nameof(A_wrong_one_stops_the_start_and_names_itself_and_the_mend))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!).ToHashSet();

        Assert.All(typeof(ChatSupport.Conversations.ConversationOptions).GetProperties(), property => Assert.Contains(property.Name, named));
    }
}
