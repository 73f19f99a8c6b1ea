using System.Text.RegularExpressions;
using ChatSupport.BotApi.Chats;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.EndToEnd.Leaks;
using ChatSupport.EndToEnd.Staff;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.EndToEnd.WebPage;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Reports;

/// <summary>Two reports from the first word to the last byte: one came through Telegram and is read again on the page, the other the other way round.</summary>
public sealed partial class TheWholeWayOfAReport : IDisposable
{
    private const string Yes = "ចាស ខ្ញុំយល់ព្រមឱ្យប្រាប់កន្លែងស្នាក់នៅ";
    private const string Mine = "រាយការណ៍របស់អ្នកនៅជាមួយយើង";
    private const string ToldTo = "Told: A shelter";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly string folder = ChatSupportProcess.NewFolder();
    private readonly RootSecret root = RootSecret.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();
    private readonly Secrets secrets = new(Random.Shared.Next());
    private BotHere bot = null!;
    private IBrowser browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        root.Dispose();
        recovery.Dispose();
    }

    [Fact]
    public async Task Is_reported_opened_answered_read_elsewhere_told_with_her_yes_alone_closed_and_gone_from_every_file_after_its_time()
    {
        await using var program = bot = await BotHere.Start(folder: folder, settings: $"--ChatSupport:Reports:RootKey={root.Public}");
        bot.Api.Clock.Run(times: 1);
        using var playwright = await Playwright.CreateAsync();
        await using var window = browser = await Chromium.Launch(playwright);
        await using var dara = await CaseWorker();
        await using var phone = await Phone.New(browser, bot.Url, height: 720);

        var (said, number) = await ReportsInTelegram(await Photo(dara.Page));
        var (wrote, other) = await ReportsOnThePage(phone, await Photo(dara.Page));
        var cases = Rows("SELECT id FROM report_cases ORDER BY created_at").Select(row => (string)row[0]).ToList();
        Assert.Equal(2, cases.Count);

        var (asks, answer) = (secrets.Khmer("question of the case worker"), secrets.Khmer("answer of the case worker"));
        await Opens(dara, cases[0], said);
        await dara.Shows("way-of-a-report-1-opened");
        await Writes(dara, "message", asks, "The answer is sealed");
        await Writes(dara, "identity", $"{secrets.Khmer("name kept apart")} {secrets.Digits("phone number kept apart", 9)}", "kept apart");
        await IsToldToNobody(dara);
        await SaysYesOnThePage(number, asks);
        await IsToldWithHerYes(dara);
        await Closes(dara, "Somebody outside helps");
        await Opens(dara, cases[1], wrote);
        await Writes(dara, "message", answer, "The answer is sealed");
        await ReadsInTelegram(other, answer);
        await Closes(dara, "She was helped");
        Assert.Empty(dara.Complaints);
        dara.AskedNobodyElse();
        phone.IsAtPeace();

        MarkFiles(cases);
        await EndsByTheClock(cases);
        await OpensNothing(number);
        Assert.Empty(Left().Find(secrets.All)); // in the log of the database neither, while it runs
    }

    /// <summary>Dara comes with a passkey, makes a key in her browser, and the root signs it.</summary>
    private async Task<StaffDesk> CaseWorker()
    {
        await using var sokha = await NewDesk();
        await bot.WaitForLog("works once: ");
        await sokha.JoinsByPasskey(FirstLink().Match(bot.Log).Groups[1].Value, "Sokha");
        var dara = await NewDesk();
        await dara.JoinsByPasskey(await sokha.Invites("Dara", "Case worker"));
        await dara.TakesADevice(keepsKeys: true);
        await dara.Opens("/console/reports/key", "My key");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Make my key with a passkey" }).ClickAsync();
        await Expect(dara.Page.Locator("[data-part=recipient]")).ToContainTextAsync("age1");
        await SignedReaders.Sign(folder, root, recovery, 1, await dara.Page.Locator("[data-part=recipient]").InnerTextAsync());
        return dara;
    }

    private Task<StaffDesk> NewDesk() => StaffDesk.New(browser, new UriBuilder(bot.Url) { Host = "localhost" }.Uri, 1200, 900, ColorScheme.Light);

    /// <summary>Somebody whose names are marked reports by text, voice and picture.</summary>
    /// <returns>What she wrote, and her number.</returns>
    private async Task<(string Said, string Number)> ReportsInTelegram(byte[] photo)
    {
        bot.Api.Clock.Run(times: 10); // most of a talk is waiting for the pace of a chat
        var said = $"ថៅកែដកយកលិខិតឆ្លងដែន {secrets.Khmer("narrative")} {secrets.Khmer("name in the narrative")} {secrets.Digits("phone number in the narrative", 9)}";
        var she = new Talk(bot.Api.Worker(new Person(secrets.Number("chat"), secrets.Latin("first name"), "km", secrets.Latin("user name"), LastName: secrets.Khmer("last name"))));
        await Agrees(she);
        await she.Types("ខ្ញុំចង់រាយការណ៍", "ដោយសុវត្ថិភាពទេ?");
        await she.Presses("🟢 មានសុវត្ថិភាព", "ជំនួយដែលមានភ្លាម");
        await she.Presses("ចង់រាយការណ៍", "តេឡេក្រាមខ្លួនឯង ឃើញសារមុនចាក់សោ");
        await she.Presses("យល់ហើយ ចាប់ផ្តើម", "អំពីអ្នកណា?");
        await she.Presses("អំពីខ្ញុំ", "កំពុងមានគ្រោះថ្នាក់ទេ?");
        await she.Presses("🟢 ទេ", "តើជារឿងអ្វី?");
        await she.Presses("គេបង្ខំ ឬឃុំ", "តើមានរឿងអ្វីកើតឡើង?");
        await she.Types(said, "ចាក់សោហើយ");
        await she.Sends("voice", () => she.Worker.SendsVoice(secrets.File("bytes of her voice", [.. "OggS"u8])), "ចាក់សោហើយ");
        await she.Sends("photo", () => she.Worker.SendsPhoto(photo), "ចាក់សោហើយ");
        await she.Presses("▶ បន្ត", "តាំងពីពេលណា?");
        await she.Presses("សប្តាហ៍នេះ", "នៅឯណា?");
        await she.Types(secrets.Khmer("place"), "មិនទាន់ផ្ញើទេ");
        bot.Api.Clock.Run(times: 1); // her number goes after a minute
        await she.Presses("📨 ផ្ញើ", "បានផ្ញើ ទាំងមូល");
        var shown = await she.Worker.WaitFor(screen => screen.Any(message => Number().IsMatch(message.Text)), patience, "her number is shown");
        return (said, Marks("number of Telegram", shown.First(message => Number().IsMatch(message.Text)).Text));
    }

    /// <summary>Another reports on the page by text, with the microphone and a picture of her phone.</summary>
    private async Task<(string Said, string Number)> ReportsOnThePage(Phone phone, byte[] photo)
    {
        var said = $"ម្ចាស់ហាងមិនបើកប្រាក់ខែ {secrets.Khmer("narrative on the page")} {secrets.Latin("name on the page")}";
        await phone.OpenHome();
        await phone.Types("ខ្ញុំចង់រាយការណ៍");
        await phone.Sees("ដោយសុវត្ថិភាពទេ");
        foreach (var (press, sees) in new[]
        {
            ("🟢", "ជំនួយដែលមានភ្លាម"), ("ចង់រាយការណ៍", "ចម្លើយនីមួយៗ"), ("យល់ហើយ", "អំពីអ្នកណា"), ("អំពីអ្នកផ្សេង", "កំពុងមានគ្រោះថ្នាក់ទេ"),
            ("🟢", "តើជារឿងអ្វី"), ("ប្រាក់ ឬឯកសារ", "តើមានរឿងអ្វីកើតឡើង"),
        })
        {
            await phone.Press(press, sees);
        }
        await phone.Types(said);
        await phone.Sees("ចាក់សោហើយ");
        await SendsHerVoice(phone);
        await phone.Page.Locator("#tools input[type=file]").SetInputFilesAsync(new FilePayload { Name = "DCIM_2026.jpg", MimeType = "image/jpeg", Buffer = photo });
        await phone.Photograph("way-of-a-report-photo");
        await phone.Page.Locator("#tools .primary").ClickAsync();
        await Expect(phone.OwnLines).ToHaveCountAsync(0); // sealed, and taken from her page
        await phone.Press("▶", "តាំងពីពេលណា");
        await phone.Press("⏭", "នៅឯណា");
        await phone.Types(secrets.Khmer("place on the page"));
        await phone.Sees("មិនទាន់ផ្ញើទេ");
        await phone.Press("📨", "បានផ្ញើ ទាំងមូល");
        var number = Number().Match(await phone.Page.Locator(".bot").Filter(new() { HasTextRegex = Number() }).First.InnerTextAsync()).Value;
        return (said, Marks("number of the page", number));
    }

    private static async Task SendsHerVoice(Phone phone)
    {
        await phone.Page.Locator("#tools button").First.ClickAsync();
        await Expect(phone.Page.Locator("#tools .state")).ToHaveTextAsync(new Regex("0:0[1-9]"));
        await phone.Page.Locator("#tools .primary").ClickAsync();
        await Expect(phone.Page.Locator("#tools audio")).ToBeVisibleAsync();
        await phone.Page.Locator("#tools .primary").ClickAsync();
        await Expect(phone.OwnLines).ToHaveCountAsync(0);
    }

    /// <summary>She takes the case, opens it with her passkey, reads, listens and looks.</summary>
    private static async Task Opens(StaffDesk dara, string id, string said)
    {
        await dara.Opens("/console/reports", "Reports");
        await dara.Page.Locator("#cases").GetByRole(AriaRole.Button, new() { Name = $"Show {Case.CodeOf(id)}" }).ClickAsync();
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Take the case" }).ClickAsync();
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
        var story = dara.Page.Locator("[data-part=story]");
        await Expect(story).ToContainTextAsync(said);
        await story.Locator("button").First.ClickAsync();
        await Expect(story.Locator("audio")).ToHaveCountAsync(1);
        await story.Locator("button").First.ClickAsync();
        await Expect(story.Locator("img")).ToBeVisibleAsync();
        await dara.Page.WaitForFunctionAsync("document.querySelector('[data-part=story] img').naturalWidth > 0"); // a picture, not its bytes alone
    }

    private static async Task Writes(StaffDesk dara, string box, string text, string said)
    {
        await dara.Page.Locator($"[data-part={box}]").FillAsync(text);
        await dara.Page.Locator($"button[data-act={box}]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=said]")).ToContainTextAsync(said);
    }

    private async Task IsToldToNobody(StaffDesk dara)
    {
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "It is clear what is needed" }).ClickAsync();
        await Expect(dara.Page.Locator("#case h2")).ToContainTextAsync("In progress");
        await dara.Page.Locator("#case details:not(.export) summary").ClickAsync();
        await dara.Selects("Whom", "A shelter");

        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "They are told now" }).ClickAsync();

        await Expect(dara.Page.GetByText(CaseRefusal.NoConsent)).ToBeVisibleAsync();
        await Expect(dara.Page.Locator("#case")).Not.ToContainTextAsync(ToldTo);
        await dara.Shows("way-of-a-report-2-refused");
        Assert.Empty(Rows("SELECT id FROM report_referrals"));
    }

    /// <summary>On another phone she opens the conversation with her number, reads what was asked, and says yes.</summary>
    private async Task SaysYesOnThePage(string number, string asks)
    {
        await using var phone = await Phone.New(browser, bot.Url, height: 720);
        await phone.OpenHome();
        await phone.Types(number);
        await phone.Sees(Mine);
        await phone.Press("អានសារ", "សារនៅខាងលើ");
        await phone.Sees(Regex.Escape(asks));
        await phone.Photograph("way-of-a-report-read-elsewhere");
        await phone.Press("ឆ្លើយ ឬសួរ", "សូមសរសេរ");
        await phone.Types($"{Yes} {secrets.Khmer("her yes")}");
        await phone.Sees("ផ្ញើហើយ");
        await Expect(phone.OwnLines).ToHaveCountAsync(0);
        phone.IsAtPeace();
    }

    private async Task IsToldWithHerYes(StaffDesk dara)
    {
        await dara.Page.Locator("[data-act=lock]").ClickAsync();
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=thread]")).ToContainTextAsync(Yes);
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "She said yes to this, for 30 days" }).ClickAsync();
        await Expect(dara.Page.Locator("#case")).ToContainTextAsync("Her yes: A shelter");

        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "They are told now" }).ClickAsync();

        await Expect(dara.Page.Locator("#case h2")).ToContainTextAsync("Referred");
        await Expect(dara.Page.Locator("#case")).ToContainTextAsync(ToldTo);
        await dara.Shows("way-of-a-report-3-told");
        Assert.Equal(["shelter"], Rows("SELECT detail FROM audit_entries WHERE act = 'report.refer'").Select(row => (string)row[0]));
    }

    private static async Task Closes(StaffDesk dara, string ending)
    {
        if (!await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).IsVisibleAsync())
            await dara.Page.Locator("#case details:not(.export) summary").ClickAsync();
        await dara.Selects("How did it end?", ending);
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();
        await Expect(dara.Page.Locator("#case h2")).ToContainTextAsync("Closed");
        await dara.Shows("way-of-a-report-4-closed");
    }

    private async Task ReadsInTelegram(string number, string answer)
    {
        bot.Api.Clock.Run(times: 10);
        var she = bot.Meet();
        await Agrees(she);
        await she.Types(Digits.ToKhmer(number), Mine);
        await she.Presses("អានសារ", "សារនៅខាងលើ");
        await she.Worker.WaitForText(answer, patience);
    }

    /// <summary>After 179 days both are there; two days later neither is, but for their ids.</summary>
    private async Task EndsByTheClock(IReadOnlyList<string> cases)
    {
        bot.Clock.Leap(TimeSpan.FromDays(179));
        await TheClockRuns();
        Assert.Equal(2L, Rows("SELECT count(*) FROM report_cases")[0][0]);
        bot.Clock.Leap(TimeSpan.FromDays(2));
        await TheClockRuns();

        using (var database = SignedReaders.Open(folder))
        {
            var named = Opened.Columns(database).Select(column => column.Split('.')).Where(column => column[1] == "case_id" || column is ["report_cases", "id"]);
            Assert.All(named, column => Assert.Equal(column[0] == "report_tombstones" ? 2 : 0, SignedReaders.Rows(database, $"SELECT 1 FROM {column[0]} WHERE {column[1]} IN ($1, $2)", [.. cases]).Count));
        }
        Assert.Equal(cases.Order(), (await File.ReadAllLinesAsync(Path.Combine(folder, "data", "chatsupport.db.destroyed"), Cancel)).Order());
    }

    /// <summary>A draft that is too old goes first in each round of the clock: when a second one went, what the first round had to do is done.</summary>
    private async Task TheClockRuns()
    {
        for (var round = 0; round < 2; round++)
        {
            Rows("INSERT INTO report_drafts (case_id, owner, about, in_danger, risk, case_key, began_at, expires_at) VALUES ('mark', 'nobody', 'me', 0, 3, '', 1, 1)");
            using var limit = new CancellationTokenSource(patience);
            while (Rows("SELECT 1 FROM report_drafts WHERE case_id = 'mark'").Count > 0)
            {
                bot.Api.Clock.Advance(TimeSpan.FromSeconds(61)); // longer than it sleeps
                await Task.Delay(50, limit.Token);
            }
        }
    }

    /// <summary>Her number is as any that never was.</summary>
    private async Task OpensNothing(string number)
    {
        var she = bot.Meet();
        await Agrees(she);
        await she.Types(number, "លេខនេះមិនបើកអ្វី");
    }

    /// <summary>Marks what stands in the files as long as the cases are kept: what was sealed, so that it is looked for as well, and what was sent along, as the recovery key opens it.
    /// A search that finds nothing afterwards proves nothing unless it finds now what is there.</summary>
    private void MarkFiles(IReadOnlyList<string> cases)
    {
        Assert.Empty(Left().Find(secrets.All)); // sealed or encrypted, while it is kept
        foreach (var sent in cases.Select(Attachments))
        {
            Assert.Equal(2, sent.Count);
            foreach (var content in sent.Where(content => content.Length > 48)) // the voice in Telegram is shorter, and marked by its letters
                secrets.Remember("what was sent along", content.AsSpan(content.Length / 2, 24).ToArray());
        }
        var before = new Secrets(0);
        foreach (var row in Rows("SELECT sealed FROM report_items UNION ALL SELECT sealed FROM report_messages UNION ALL SELECT sealed FROM report_grants UNION ALL SELECT locked FROM report_receipts"))
        {
            var file = (byte[])row[0];
            foreach (var part in new[] { 0.5, 0.7, 0.95 })
                before.Remember("what was sealed", file.AsSpan((int)((file.Length - 24) * part), 24).ToArray());
        }
        var found = Left().Find(before.All).Count;
        Assert.True(found >= before.All.Count / 2, $"{found} of {before.All.Count} pieces are found while they are there."); // some lie over the end of a page
        foreach (var piece in before.All)
            secrets.Remember(piece.What, piece.Raw!);
    }

    private List<byte[]> Attachments(string id)
    {
        var of = Guid.ParseExact(id, "n");
        var grant = Rows("SELECT id, sealed FROM report_grants WHERE case_id = $1 AND staff = 'recovery' AND purpose = 'case-key'", id).Single();
        using var key = NewKey.Open(new KeyGrant(Guid.ParseExact((string)grant[0], "n"), "recovery", 1, (byte[])grant[1]), Purpose.CaseKey, of, 1, recovery);
        return [.. Rows("SELECT id, sealed FROM report_items WHERE purpose = 'attachment' AND case_id = $1", id)
            .Select(row => SealedFile.Open((byte[])row[1], new SealedPlace(Purpose.Attachment, of, Guid.ParseExact((string)row[0], "n"), 1), key))];
    }

    private Remains Left()
    {
        var remains = new Remains();
        remains.Add("log", bot.Log);
        remains.AddFolder(folder);
        return remains;
    }

    private List<object[]> Rows(string sql, params object[] values)
    {
        using var database = SignedReaders.Open(folder);
        return SignedReaders.Rows(database, sql, values);
    }

    private string Marks(string what, string number)
    {
        secrets.Remember(what, number);
        secrets.Remember(what, number.Replace(" ", "", StringComparison.Ordinal));
        return number;
    }

    private static async Task Agrees(Talk she)
    {
        await she.Types("/start", "តើអ្នកយល់ព្រមទេ?");
        await she.Presses("យល់ព្រម ចាប់ផ្តើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");
    }

    /// <summary>A picture as no other is.</summary>
    private static async Task<byte[]> Photo(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>("""
        () => {
          const canvas = document.createElement("canvas");
          canvas.width = 160; canvas.height = 90;
          const pen = canvas.getContext("2d");
          for (let at = 0; at < 144; at++) {
            pen.fillStyle = `hsl(${Math.random() * 360} 60% 60%)`;
            pen.fillRect(at % 16 * 10, Math.floor(at / 16) * 10, 10, 10);
          }
          return canvas.toDataURL("image/jpeg").split(",")[1];
        }
        """));

    [GeneratedRegex(@"works once: (http\S+)")]
    private static partial Regex FirstLink();

    [GeneratedRegex(@"[0-9]{4}( [0-9]{4}){4}")]
    private static partial Regex Number();
}
