namespace ChatSupport.EndToEnd.Telegram;

/// <summary>A service manager asks the program to end while workers write: a deployment, or a restart of the machine.</summary>
public sealed class StopsInTheMiddle
{
    private const int Workers = 150; // at 30 answers a second most of them still wait when it is asked to end
    private const string Question = "តើអ្នកយល់ព្រមទេ?";

    [Theory]
    [InlineData(Way.Polling)]
    [InlineData(Way.Webhook)]
    public async Task Turns_in_hand_are_finished_and_each_message_is_answered_exactly_once(Way way)
    {
        await using var bot = await Bot.Start(way);
        var workers = Enumerable.Range(0, Workers).Select(_ => bot.Api.Worker("km")).ToList();
        foreach (var she in workers)
            she.Sends("/start");
        await await Task.WhenAny(workers.Select(she => she.WaitForText(Question))); // whoever is first: most wait behind her

        var exitCode = await bot.Program.Stop();

        Assert.True(exitCode == 0, $"It ended with {exitCode} and wrote:\n{bot.Program.Output}");
        Assert.Contains(workers, she => !she.Screen.Any(message => message.FromBot));

        await bot.Restart();
        foreach (var she in workers)
            await she.WaitForText(Question, TimeSpan.FromMinutes(1));
        Assert.All(workers, she => Assert.Single(she.Screen, message => message.FromBot));
        Assert.Equal(Workers, bot.Api.Calls.Of("sendMessage"));
    }
}
