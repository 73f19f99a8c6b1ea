using System.Diagnostics;
using System.Globalization;
using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Reports;
using ChatSupport.EndToEnd.Telegram;

namespace ChatSupport.EndToEnd.Crashes;

/// <summary>The real program is killed with SIGKILL at the awaits of sending a report: in making the number, around the commit, while she is told.
/// <c>CHATSUPPORT_SEND_KILLS=all</c> in the environment kills at each that there is.</summary>
[Collection(Alone.Name)]
public sealed class KilledWhileSending
{
    private const string Setting = "CHATSUPPORT_SEND_KILLS";
    private const string Sent = "Sent, all of it";

    [Fact]
    public async Task Leaves_one_whole_case_and_she_is_told_so_with_a_number_that_opens_it()
    {
        using var readers = new SignedReaders();
        await using var api = await BotApiServer.Start(new BotApiOptions { AnswerPressesWithin = TimeSpan.FromHours(1) });
        await using var mortal = new SendingProgram(api, readers);
        await mortal.Start(null);
        var she = new Talk(api.Worker("en"));
        await she.Types("/start", "Do you agree?");
        await she.Presses("I agree. Begin", "What would you like to know?");

        await Reports(she);
        await mortal.Arms();
        Assert.False(await mortal.DiesOr(Send(she)));
        await mortal.Settles();
        var points = mortal.Points();
        Assert.Fail(string.Join('\n', points));
    }

    /// <summary>She answers, up to where it can be sent.</summary>
    private static async Task Reports(Talk she)
    {
        await she.Types("I want to make a report", "is it safe for you to write now");
        await she.Presses("🟢 It is safe", "Help that is there at once");
        await she.Presses("I want to report", "Each answer is locked at once");
        await she.Presses("I understand, begin", "Who is it about?");
        await she.Presses("About me", "Is somebody in danger right now?");
        await she.Presses("⏭ Skip", "What kind of thing is it?");
        await she.Presses("⏭ Skip", "What happened?");
        await she.Types("what happened to her", "Locked.");
        await she.Presses("▶ Go on", "Since when?");
        await she.Presses("⏭ Skip", "Where?");
        await she.Presses("⏭ Skip", "answers are locked, but not sent");
    }

    /// <summary>She presses, and is told.</summary>
    private static Task Send(Talk she)
    {
        var before = she.Worker.History.Count;
        she.Worker.Presses("1. 📨 Send");
        return she.Worker.WaitForCalls(calls => calls.Skip(before).Any(call => call.Succeeded && call.Request["text"]?.ToString().Contains(Sent, StringComparison.Ordinal) == true),
            TimeSpan.FromMinutes(2), "she is told that it was sent");
    }
}
