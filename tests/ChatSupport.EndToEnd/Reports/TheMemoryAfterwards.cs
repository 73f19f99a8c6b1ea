using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatSupport.BotApi;
using ChatSupport.BotApi.Chats;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.EndToEnd.Leaks;
using ChatSupport.EndToEnd.Telegram;
using Chat = ChatSupport.EndToEnd.DirectLine.Chat;

namespace ChatSupport.EndToEnd.Reports;

/// <summary>Somebody takes the whole server while it runs: its memory, its database, its settings. What was reported, and the numbers that open it, are not there.</summary>
[Collection(Alone.Name)]
public sealed class TheMemoryAfterwards
{
    private const string Mine = "MARK"; // the beginning of all marks in Latin letters

    /// <summary>How long the program may take to let go of it, once she has left.</summary>
    private static readonly TimeSpan within = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_program_that_took_reports_holds_no_word_no_name_and_no_number_of_them()
    {
        using var readers = new SignedReaders();
        var secrets = new Secrets(Random.Shared.Next());
        var folder = ChatSupportProcess.NewFolder();
        await using var api = await BotApiServer.Start();
        var port = TestPort.Find();
        await using var program = await ChatSupportProcess.Serve(folder, port, [.. Bot.Settings(api, Way.Polling, port), .. readers.Settings(folder),
            ("ChatSupport:Conversations:Burst", "1000")]); // nobody presses as fast as a test
        var token = Forms("the token of the bot", api.Token).ToList();
        if (!CanBeRead(program.Id))
            return; // the system itself keeps it from everybody but an administrator, who is not here

        var marks = new List<(string What, string Text)>();
        await InTelegram(api, secrets, marks);
        await InTheWebChat(program, secrets, marks);
        await Numbers(folder, marks.Count(mark => mark.What.StartsWith("the number", StringComparison.Ordinal)));

        var wanted = marks.SelectMany(mark => Forms(mark.What, mark.Text)).ToList();
        IReadOnlyList<string> found;
        long bytes;
        var began = Stopwatch.StartNew();
        api.Clock.Advance(TimeSpan.FromSeconds(51)); // so long nobody writes: what asked for news is answered that there are none
        while ((found = ProcessMemory.Find(program.Id, wanted, out bytes)).Count > 0 && began.Elapsed < within)
            await Task.Delay(1_000, Cancel);
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes / 1024 / 1024} MB of memory, {wanted.Count} forms of {marks.Count} marks; clean after {began.Elapsed.TotalSeconds:0} s.");
        Assert.True(found.Count == 0, $"{found.Count} finds:\n{string.Join('\n', found.Take(60))}");
        Assert.NotEmpty(ProcessMemory.Find(program.Id, token, out _)); // a search that finds nothing proves nothing, unless it finds what is there

        Assert.Equal(0, await program.Stop());
        var remains = new Remains();
        remains.Add("output", program.Output);
        remains.AddFolder(folder);
        Assert.Empty(remains.Find(secrets.All));
    }

    /// <summary>She reports by text, voice and picture, writes in its conversation, and leaves.</summary>
    private static async Task InTelegram(BotApiServer api, Secrets secrets, List<(string What, string Text)> marks)
    {
        var she = new Talk(api.Worker(new Person(secrets.Number("chat"), Marked("first name"), "en", Marked("user name"), LastName: Khmer("last name"))));
        await she.Types("/start", "Do you agree?");
        await she.Presses("I agree. Begin", "What would you like to know?");
        await she.Types("I want to make a report", "is it safe for you to write now");
        await she.Presses("🟢 It is safe", "Help that is there at once");
        await she.Presses("I want to report", "Each answer is locked at once");
        await she.Presses("I understand, begin", "Who is it about?");
        await she.Presses("About me", "Is somebody in danger right now?");
        await she.Presses("🟢 No", "What kind of thing is it?");
        await she.Presses("Forced or held", "What happened?");
        await she.Types($"{Khmer("narrative")} {Marked("name in the narrative")} {Phone("phone number in the narrative")}", "Locked.");
        await she.Sends("voice", () => she.Worker.SendsVoice([.. "OggS"u8, .. Encoding.ASCII.GetBytes(Marked("voice"))]), "Locked.");
        await she.Sends("photo", () => she.Worker.SendsPhoto(Picture(Marked("picture")), Khmer("words under the picture")), "Locked.");
        await she.Presses("▶ Go on", "Since when?");
        await she.Presses("This week", "Where?");
        await she.Types(Khmer("place"), "answers are locked, but not sent");
        await she.Presses("Look again", "Above are your answers");
        await she.Presses("📨 Send", "Sent, all of it");
        var number = (await she.Worker.WaitFor(screen => screen.Any(message => IsNumber(message.Text)), patience, "her number is shown")).First(message => IsNumber(message.Text)).Text;
        marks.Add(("the number of Telegram", number));
        secrets.Remember("the number of Telegram", number);
        await she.Presses("My report", "Your report is with us");
        await she.Presses("Write or ask", "It is locked");
        await she.Types(Khmer("question"), "Sent. You can write more");
        await she.Types("/x", "Drop by drop");
        await she.WaitUntilOnly("Drop by drop");

        string Marked(string what) => Note(what, Mine + secrets.Latin(what));
        string Khmer(string what) => Note(what, secrets.Khmer(what));
        string Phone(string what) => Note(what, secrets.Digits(what, 9));
        string Note(string what, string text)
        {
            marks.Add(($"{what} in Telegram", text));
            return text;
        }
    }

    /// <summary>Another reports in the web chat by text and voice, reads it again with its number, and leaves.</summary>
    private static async Task InTheWebChat(ChatSupportProcess program, Secrets secrets, List<(string What, string Text)> marks)
    {
        var page = await Chat.Begin(program.Url, inPlace: true);
        await page.Sees("Do you agree");
        foreach (var (press, sees) in new[]
        {
            ("I agree. Begin", "What would you like to know"), ("", "is it safe for you to write now"), ("🟢 It is safe", "Help that is there at once"),
            ("I want to report", "Each answer is locked at once"), ("I understand, begin", "Who is it about?"), ("About somebody else", "Is somebody in danger right now?"),
            ("🟢 No", "What kind of thing is it?"), ("Something else", "What happened?"),
        })
        {
            await (press.Length == 0 ? page.Types("I want to make a report") : page.Presses(press));
            await page.Sees(sees);
        }
        await Types($"{Note("narrative", secrets.Khmer("narrative on the page"))} {Note("name", Mine + secrets.Latin("name on the page"))} {Note("phone number", secrets.Digits("phone number on the page", 9))}", "Locked.");
        await Uploads(page, Encoding.ASCII.GetBytes(Note("voice", Mine + secrets.Latin("voice on the page"))));
        await page.Sees("Locked.");
        await Presses("▶ Go on", "Since when?");
        await Presses("⏭ Skip", "Where?");
        await Presses("⏭ Skip", "answers are locked, but not sent");
        await Presses("Look again", "Above are your answers");
        await Presses("📨 Send", "Sent, all of it");
        var number = page.Seen.Where(Chat.IsBot).Select(Chat.TextOf).Last(IsNumber);
        marks.Add(("the number of the page", number));
        secrets.Remember("the number of the page", number);
        await Presses("Done", "What would you like to know");
        await Types(Digits.ToKhmer(number), "Your report is with us");
        await Presses("Write or ask", "It is locked");
        await Types(Note("question", secrets.Khmer("question on the page")), "Sent. You can write more");
        await Presses("My report", "Your report is with us");
        await Presses("Read the messages", "The messages are above");
        Assert.Equal(HttpStatusCode.OK, (await page.Call(HttpMethod.Post, $"conversations/{page.Id}/leave", page.Token)).Status);

        async Task Types(string text, string sees)
        {
            await page.Types(text);
            await page.Sees(sees);
        }

        async Task Presses(string label, string sees)
        {
            await page.Presses(label);
            await page.Sees(sees);
        }

        string Note(string what, string text)
        {
            marks.Add(($"{what} on the page", text));
            return text;
        }
    }

    private static async Task Uploads(Chat page, byte[] mark)
    {
        using var form = new MultipartFormDataContent();
        using var voice = new ByteArrayContent([.. "OggS"u8, .. mark]);
        voice.Headers.ContentType = new MediaTypeHeaderValue("audio/ogg");
        form.Add(voice, "file", "voice.ogg");
        var taken = await page.Call(HttpMethod.Post, $"conversations/{page.Id}/upload?userId=she", page.Token, content: form);
        Assert.True(taken.Status == HttpStatusCode.OK, taken.Body);
    }

    /// <summary>They were taken, and their case worker can read them: it was not for nothing that nobody else finds them.</summary>
    private static Task Numbers(string folder, int count)
    {
        using var database = SignedReaders.Open(folder);
        Assert.Equal(count, SignedReaders.Rows(database, "SELECT id FROM report_cases").Count);
        return Task.CompletedTask;
    }

    /// <summary>How a mark can stand in memory: as text of .NET, as bytes of HTTP, as JSON; a number of a report also without its blanks, in Khmer, and its secret part alone.</summary>
    private static IEnumerable<(string What, byte[] Bytes)> Forms(string what, string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        string[] texts = IsNumber(text) ? [text, bare, Digits.ToKhmer(text), Digits.ToKhmer(bare), bare[6..]] : [text];
        foreach (var one in texts.Concat(texts.Select(one => JsonSerializer.Serialize(one)[1..^1])).Concat(texts.Select(one => JsonSerializer.Serialize(one)[1..^1].ToLowerInvariant())).Distinct())
        {
            yield return ($"{what}, UTF-8", Encoding.UTF8.GetBytes(one));
            yield return ($"{what}, UTF-16", Encoding.Unicode.GetBytes(one));
        }
    }

    private static byte[] Picture(string mark) =>
        [0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xDA, 0x00, 0x04, 0x03, 0x04, .. Encoding.ASCII.GetBytes(mark), 0xFF, 0xD9];

    private static bool IsNumber(string text) => text.Length == 24 && text.All(c => char.IsAsciiDigit(c) || c == ' ');

    private static bool CanBeRead(int process)
    {
        try
        {
            ProcessMemory.Find(process, [], out var bytes);
            return bytes > 0;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
