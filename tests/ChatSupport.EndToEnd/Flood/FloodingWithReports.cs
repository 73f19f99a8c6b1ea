using System.Globalization;
using System.Net;
using ChatSupport.EndToEnd.DirectLine;
using ChatSupport.EndToEnd.Reports;
using ChatSupport.Reports.Work;

namespace ChatSupport.EndToEnd.Flood;

/// <summary>One address sends reports from ever new chats, as fast as it can, while others report from theirs. How fast the others are served is a benchmark (<c>-- reports</c>); here it is
/// looked at what happens. <c>CHATSUPPORT_FLOOD_REPORTS=10000</c> in the environment makes it a large one.</summary>
[Collection(Alone.Name)]
public sealed class FloodingWithReports
{
    private const string Setting = "CHATSUPPORT_FLOOD_REPORTS";
    private const string Flooder = "203.0.113.9";
    private const string Sent = "Sent, all of it";
    private const string Later = "Not sent yet";
    private const int Usual = 32;
    private const int AtOnce = 30; // more than may wait of one place
    private const int Others = 3;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_is_lost_others_are_answered_and_who_looks_sees_that_many_came_at_once()
    {
        var flood = int.TryParse(Environment.GetEnvironmentVariable(Setting), CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        using var readers = new SignedReaders();
        var folder = ChatSupportProcess.NewFolder();
        await using var program = await ChatSupportProcess.Serve(folder, null,
            [.. readers.Settings(folder), ("ChatSupport:DirectLine:ChatsPerAddress", "10000"), ("ChatSupport:DirectLine:CallsPerAddress", "10000")]);

        var waited = 0;
        var flooding = Parallel.ForEachAsync(Enumerable.Range(0, flood), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (_, _) =>
        {
            var chat = await Reports(program.Url, Flooder);
            for (var again = false; await Sends(chat, again) == Later; again = true)
                Interlocked.Increment(ref waited);
        });
        var told = new List<string>();
        for (var other = 1; other <= Others; other++)
            told.Add(await Sends(await Reports(program.Url, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{other}"))));
        await flooding;

        Assert.All(told, said => Assert.Equal(Sent, said)); // at the first try, in the midst of it
        using var database = SignedReaders.Open(folder);
        var came = SignedReaders.Rows(database, "SELECT id, created_at FROM report_cases").Select(row => (Id: (string)row[0], At: DateTimeOffset.FromUnixTimeMilliseconds((long)row[1]))).ToList();
        Assert.Equal(flood + Others, came.Count);
        Assert.Equal(0L, SignedReaders.Rows(database, "SELECT count(*) FROM report_drafts")[0][0]);
        Assert.InRange(ManyAtOnce.Count(came.Select(one => one.At)), ManyAtOnce.Most, came.Count);
        Assert.Contains("what happened to her", readers.Reads(database, came[^1].Id));
        TestContext.Current.TestOutputHelper?.WriteLine($"{flood} reports of one address, {waited} times one was told to send it again; {Others} of others at the first try.");
    }

    /// <summary>She answers, up to where it can be sent.</summary>
    private static async Task<Chat> Reports(Uri server, string address)
    {
        var chat = await Chat.Begin(server, address);
        await chat.Sees("Do you agree?");
        await Presses(chat, "I agree. Begin", "What would you like to know");
        await Types(chat, "I want to make a report", "is it safe for you to write now");
        await Presses(chat, "🟢 It is safe", "Help that is there at once");
        await Presses(chat, "I want to report", "Each answer is locked at once");
        await Presses(chat, "I understand, begin", "Who is it about?");
        await Presses(chat, "About me", "Is somebody in danger right now?");
        await Presses(chat, "⏭ Skip", "What kind of thing is it?");
        await Presses(chat, "⏭ Skip", "What happened?");
        await Types(chat, "what happened to her", "Locked.");
        await Presses(chat, "▶ Go on", "Since when?");
        await Presses(chat, "⏭ Skip", "Where?");
        await Presses(chat, "⏭ Skip", "answers are locked, but not sent");
        return chat;
    }

    /// <returns>What she is told.</returns>
    private static async Task<string> Sends(Chat chat, bool again = false)
    {
        var from = chat.Seen.Count;
        while ((await chat.Presses(again ? "📨 Send again" : "📨 Send")).Status != HttpStatusCode.OK)
            await Task.Delay(1_000, Cancel); // as she is told: the chat pressed too fast
        for (var began = System.Diagnostics.Stopwatch.StartNew(); began.Elapsed < patience; await Task.Delay(50, Cancel))
        {
            await chat.Poll();
            foreach (var said in chat.Seen.Skip(from).Where(Chat.IsBot).Select(Chat.TextOf))
            {
                if (said.Contains(Sent, StringComparison.Ordinal))
                    return Sent;
                if (said.Contains(Later, StringComparison.Ordinal))
                    return Later;
            }
        }
        throw new InvalidOperationException("She was told nothing.");
    }

    private static async Task Presses(Chat chat, string label, string sees)
    {
        Assert.Equal(HttpStatusCode.OK, (await chat.Presses(label)).Status);
        await chat.Sees(sees);
    }

    private static async Task Types(Chat chat, string text, string sees)
    {
        Assert.Equal(HttpStatusCode.OK, (await chat.Types(text)).Status);
        await chat.Sees(sees);
    }
}
