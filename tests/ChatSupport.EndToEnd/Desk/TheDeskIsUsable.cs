using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Desk;

/// <summary>The pages of the desk with real chats on them: small screens, the dark, Khmer, no mouse, a voice that reads aloud.</summary>
public sealed class TheDeskIsUsable(DeskWithChats desk) : IClassFixture<DeskWithChats>
{
    private static readonly (string Path, string English, string Khmer)[] pages =
    [
        ("desk", "Desk", "តុជំនួយ"), ("desk/held", "Held", "សារដែលទប់ទុក"), ("desk/roster", "Roster", "បញ្ជីអ្នកជួយ"), ("desk/chats", "Chats", "ការជជែក"),
        ("desk/figures", "Figures of the desk", "តួលេខតុជំនួយ"), ("desk/words", "Risk words", "ពាក្យគ្រោះថ្នាក់"), ("desk/mine", "My chats", "ការជជែករបស់ខ្ញុំ"),
        ("desk/referrals", "Referrals", "ការបញ្ជូន"),
    ];

    [Theory]
    [InlineData("en", ColorScheme.Light, 1200)]
    [InlineData("km", ColorScheme.Dark, 360)]
    public async Task A_scan_finds_nothing_and_nothing_runs_out_of_the_screen(string language, ColorScheme scheme, int width)
    {
        var page = desk.Dara.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await desk.Dara.Goes($"/console/language/{language}?to=/console/desk");
        foreach (var (path, english, khmer) in pages)
        {
            await desk.Dara.Opens($"/console/{path}", language == "km" ? khmer : english);
            await OpensWhatCanBeOpened(page, path);
            await desk.Dara.IsFine($"{path.Replace('/', '-')}-{language}", scheme, width);
            if (language == "km")
                await IsAllKhmer(page);
        }
        Assert.Empty(desk.Dara.Complaints);
    }

    [Fact]
    public async Task A_supervisor_can_do_everything_with_a_keyboard()
    {
        var page = desk.Dara.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(360, 740);
        await desk.Dara.Goes("/console/language/en?to=/console/desk");
        await Expect(page.Locator("#open tbody tr")).ToHaveCountAsync(1);

        await TabsTo(page, "#open button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#acts")).ToBeInViewportAsync(); // she is led to what her key brought
        await TabsTo(page, "#whisper");
        await page.Keyboard.TypeAsync("Ask her about the window");
        await TabsTo(page, "#acts button:has-text('Whisper')");
        await page.Keyboard.PressAsync("Enter");
        await Evening.Sees(desk.Cast.Sreymom, "Ask her about the window");
        await TabsTo(page, "#level-reason");
        await TabsTo(page, "#acts button:has-text('Close the box')", back: true);
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Locator("#acts")).ToHaveCountAsync(0);
        await TabsTo(page, "#open button");

        await desk.Dara.Opens("/console/desk/mine", "My chats");
        await TabsTo(page, "[data-chat] textarea");
        await page.Keyboard.TypeAsync("I am reading along");
        await TabsTo(page, "[data-chat] button:has-text('Send')");
        await page.Keyboard.PressAsync("Enter");
        await Evening.Sees(desk.Cast.Bopha.Worker, "I am reading along");
    }

    [Fact]
    public async Task Her_voice_and_a_picture_reach_the_worker_from_the_console()
    {
        var (page, worker) = (desk.Dara.Page, desk.Cast.Bopha.Worker);
        await desk.Dara.Goes("/console/language/en?to=/console/desk/mine");
        var chat = page.Locator("[data-chat]");
        var recorder = page.Locator("dialog.recorder");

        await Expect(page.Locator("dialog.recorder[data-attended]")).ToBeAttachedAsync();
        await chat.GetByRole(AriaRole.Button, new() { Name = "Speak to her" }).ClickAsync();
        await Expect(recorder.GetByRole(AriaRole.Timer)).Not.ToHaveTextAsync("0:00");
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Send the recording" }).ClickAsync();
        await Expect(recorder).ToBeHiddenAsync();
        await worker.WaitFor(screen => screen.Any(message => message is { FromBot: true, Kind: "voice" }), TimeSpan.FromMinutes(1), "the voice is there");

        await chat.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "DCIM.jpg", MimeType = "image/jpeg", Buffer = await AWholeEvening.Picture(page, "#a54") });
        await worker.WaitFor(screen => screen.Count(message => message is { FromBot: true, Kind: "photo" }) == 2, TimeSpan.FromMinutes(1), "the second picture is there");
        await Expect(chat.Locator("audio")).ToHaveCountAsync(1); // she sees what she sent
        Assert.Empty(desk.Dara.Complaints);
    }

    /// <summary>Boxes that a click opens are looked at as well.</summary>
    private static async Task OpensWhatCanBeOpened(IPage page, string path)
    {
        switch (path)
        {
            case "desk/referrals":
                await page.Locator("main button.my-2").ClickAsync();
                await Expect(page.Locator("#override")).ToBeVisibleAsync();
                break;
            case "desk":
                await page.Locator("#open td button").ClickAsync();
                await Expect(page.Locator("#acts")).ToBeInViewportAsync();
                break;
            case "desk/held":
                await page.Locator("#held td button").First.ClickAsync();
                await Expect(page.Locator("#held .said")).ToContainTextAsync(Cast.Number);
                break;
            case "desk/roster":
                await page.Locator("#roster tr", new() { HasText = Cast.SreymomsName }).Locator("button").ClickAsync();
                await Expect(page.Locator(".plan-block").First).ToBeVisibleAsync();
                break;
            case "desk/chats":
                await page.Locator("#chats td button:enabled").First.ClickAsync();
                await page.Locator("#why-read").FillAsync("A look at how danger is answered");
                await page.Locator("#transcript button").First.ClickAsync();
                await Expect(page.Locator("#transcript")).ToContainTextAsync("he has locked the door");
                break;
            case "desk/words":
                await page.Locator("#try-words").FillAsync($"he hits me, call {Cast.Number}");
                await Expect(page.Locator("#hits mark").First).ToBeVisibleAsync();
                break;
            default:
                await Expect(page.Locator(path == "desk/mine" ? "[data-chat]" : ".bars").First).ToBeVisibleAsync();
                break;
        }
    }

    /// <summary>Presses Tab until she is there, as one does who has no mouse.</summary>
    private static async Task TabsTo(IPage page, string what, bool back = false)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            if (await page.Locator(what).EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
                return;
        }

        Assert.Fail($"Sixty presses of Tab did not come to {what}.");
    }

    /// <summary>Headings, buttons and labels are in her language; names stay as they are.</summary>
    private static async Task IsAllKhmer(IPage page)
    {
        var english = await page.EvaluateAsync<string[]>("""
            names => Array.from(document.querySelectorAll("main :is(h1, h2, h3, th, label, legend, summary, .mud-button-label, .mud-chip-content, .mud-alert-message, nav a)"))
              .filter(e => e.getClientRects().length && /[A-Za-z]{3,}/.test(e.textContent) && !/[\u1780-\u17ff]/.test(e.textContent) && !names.includes(e.textContent)).map(e => e.outerHTML.slice(0, 120))
            """, new[] { Cast.SreymomsName, Cast.KuntheasName });
        Assert.Empty(english);
    }
}
