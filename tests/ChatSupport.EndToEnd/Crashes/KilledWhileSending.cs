using System.Reflection;
using ChatSupport.BotApi;
using ChatSupport.BotApi.People;
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
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Where it is killed in every run, besides all of <c>Sending.cs</c>: while the number is made, and before and after the commit.</summary>
    private static readonly string[] usual = ["KdfGate.Run#1", "StoreWriter.Write#1", "ConversationGrain.Commit#1", "StoreWriter.Write#2"];

    /// <summary>And where it is, if it has to wait there at all: an answer of Telegram may be there at once.</summary>
    private static readonly string[] perhaps = ["TelegramOut.Send#1", "SenderLane.Show#1", "SenderLane.Show#2"];

    [Fact]
    public async Task Leaves_one_whole_case_or_none_and_she_is_told_that_it_was_sent_with_a_number_that_opens_it()
    {
        using var readers = new SignedReaders();
        await using var api = await BotApiServer.Start(new BotApiOptions { AnswerPressesWithin = TimeSpan.FromHours(1) });
        await using var program = new SendingProgram(api, readers);
        await program.Start(null);
        var she = new Talk(api.Worker("en"));
        await she.Types("/start", "Do you agree?");
        await she.Presses("I agree. Begin", "What would you like to know?");
        var points = await LooksWhereItWaits(program, she);
        string[] always = [.. usual, .. points.Where(point => point.StartsWith("Sending.", StringComparison.Ordinal))];
        IReadOnlyList<string> chosen = Environment.GetEnvironmentVariable(Setting) == "all" ? points : [.. always, .. perhaps];
        Assert.All(chosen, IsOurs);

        var (cases, killed) = (1, new List<string>());
        await program.Start(chosen[0]);
        for (var next = 0; next < chosen.Count; next++)
        {
            await Reports(she);
            await program.Arms();
            var told = Send(she);
            if (await program.DiesOr(told))
            {
                killed.Add(chosen[next]);
                WholeOrNone(program, cases);
            }
            await program.Start(chosen.ElementAtOrDefault(next + 1)); // as after a power cut; also where it never had to wait at that point
            await told;
            WholeOrNone(program, ++cases);
            await she.Worker.WaitFor(screen => screen.Any(IsNumber), TimeSpan.FromMinutes(1), "she sees her number");
            await she.Presses("Done", "What would you like to know?");
        }

        Say($"Killed at {killed.Count} of {chosen.Count} awaits; of {points.Count} that there are: {string.Join(' ', points)}");
        Assert.Empty(always.Except(killed));
        Assert.Equal(cases, SignedReaders.Rows(program.Database(), "SELECT id FROM report_cases").Count);
        var numbers = she.Worker.Screen.Where(IsNumber).Select(message => message.Text).Distinct().TakeLast(2).ToList();
        Assert.NotEmpty(numbers);
        foreach (var number in numbers)
            await she.Types(number, "Your report is with us");
    }

    /// <summary>Each await of <c>Sending.cs</c> is one of the points: a new one that never stops, and so would never be killed at, is noticed.</summary>
    private static async Task<IReadOnlyList<string>> LooksWhereItWaits(SendingProgram program, Talk she)
    {
        await Reports(she);
        await program.Arms();
        Assert.False(await program.DiesOr(Send(she)));
        await program.Settles();
        await she.Presses("Done", "What would you like to know?");
        IReadOnlyList<string> points = [.. program.Points().Select(line => line.Split(' ')[1])];
        var awaits = (await File.ReadAllTextAsync(Path.Combine(Repository.Top, "src", "ChatSupport", "Reports", "Intake", "Sending.cs"))).Split("await ").Length - 1;
        Assert.Equal(awaits, points.Count(point => point.StartsWith("Sending.", StringComparison.Ordinal)));
        return points;
    }

    /// <summary>What lies on the disk now: each case with all its keys and its number and no draft of it, or the draft and nothing else.</summary>
    private static void WholeOrNone(SendingProgram program, int atLeast)
    {
        using var database = program.Database();
        var cases = SignedReaders.Rows(database, """
            SELECT (SELECT count(*) FROM report_grants g WHERE g.case_id = c.id AND g.purpose = 'case-key'), (SELECT count(*) FROM report_grants g WHERE g.case_id = c.id AND g.purpose = 'thread-key'),
                (SELECT count(*) FROM report_receipts r WHERE r.case_id = c.id), (SELECT count(*) FROM report_drafts d WHERE d.case_id = c.id), (SELECT count(*) FROM report_items i WHERE i.case_id = c.id) > 0
            FROM report_cases c
            """);
        Assert.InRange(cases.Count, atLeast, atLeast + 1);
        Assert.All(cases, row => Assert.Equal([2L, 2L, 1L, 0L, 1L], row));
        Assert.Equal((long)cases.Count, SignedReaders.Rows(database, "SELECT count(*) FROM report_receipts")[0][0]);
    }

    /// <summary>A point that was renamed would never be reached.</summary>
    private static void IsOurs(string point)
    {
        var (type, method) = (point.Split('.')[0], point.Split('.', '#')[1]);
        Assert.Contains(typeof(Hosting.Serve).Assembly.GetTypes(), one => one.Name == type && (method.Length == 0 || one.GetMethods(Everything).Any(own => own.Name == method)));
    }

    private static bool IsNumber(ScreenMessage message) => message.FromBot && message.Text.Length == 24 && message.Text.All(c => char.IsAsciiDigit(c) || c == ' ');

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

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
    private static async Task Send(Talk she)
    {
        var before = she.Worker.History.Count;
        she.Worker.Presses("1. 📨 Send");
        await she.Worker.WaitForCalls(calls => calls.Skip(before).Any(call => call.Succeeded && call.Request["text"]?.ToString().Contains(Sent, StringComparison.Ordinal) == true),
            TimeSpan.FromMinutes(2), "she is told that it was sent");
    }
}
