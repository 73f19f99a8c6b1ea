using System.Text.RegularExpressions;
using ChatSupport.EndToEnd.BotApi;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.DirectLine;

[Collection(OneServed.Name)]
public sealed class ClientsOfMicrosoft(Served served)
{
    private static readonly string folder = Path.Combine(NodePeers.Folder, "webchat");

    [Theory]
    [InlineData("stream")]
    [InlineData("poll")]
    public async Task The_client_library_completes_a_whole_talk_in_Khmer_with_upload_cut_and_leaving(string way)
    {
        var said = await NodePeers.RunIn(folder, "node", ["talk.mjs", way], TestContext.Current.CancellationToken,
            ("CHAT_URL", served.Program.Url.GetLeftPart(UriPartial.Authority)), ("CHAT_SECRET", Served.Secret), ("CHAT_ORIGIN", Served.Origin));

        TestContext.Current.TestOutputHelper!.WriteLine(said);
        Assert.Matches(new Regex("^done: 13 activities", RegexOptions.Multiline), said);
    }

    [Fact]
    public async Task Web_Chat_as_it_is_published_completes_a_whole_talk_in_Khmer_in_Chromium()
    {
        await NodePeers.Install(folder, TestContext.Current.CancellationToken);
        await using var partner = await PartnerPage.Serve(folder);
        var made = await new Chat(served.Program.Url).Call(HttpMethod.Post, "tokens/generate", Served.Secret);
        await using var browser = await Browser.Open();
        var asked = new List<string>();
        browser.Page.Request += (_, request) => asked.Add(new Uri(request.Url).GetLeftPart(UriPartial.Authority));

        var start = Uri.EscapeDataString($"{served.Program.Url.GetLeftPart(UriPartial.Authority)}/v3/directline,{(string)made.Json["token"]!}");
        await browser.Page.GotoAsync($"{Served.PageOrigin}/webchat.html#{start}");
        await Sees(browser.Page, "តើអ្នកយល់ព្រមទេ?");
        await Press(browser.Page, "យល់ព្រម ចាប់ផ្តើម");
        await Sees(browser.Page, "តើអ្នកចង់ដឹងអំពីអ្វី?");
        await Type(browser.Page, "ខ្ញុំចង់សួរអំពីថែមម៉ោង");
        await Sees(browser.Page, "សរុបទាំងម៉ោងថែម មិនឱ្យលើស ១០ ម៉ោងក្នុងមួយថ្ងៃ។");
        await Type(browser.Page, "២");
        await Sees(browser.Page, "កត់ម៉ោងថែម");
        await Send(browser.Page, Path.Combine(folder, "photo.png"), answer: "មើលរូបថតមិនបានទេ");
        var picture = browser.Page.Locator("article img[src*='/v3/directline/conversations/']").First;
        await Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"), "The picture that she sent is not shown.");
        await browser.Shoot("web-chat-of-microsoft");
        await Press(browser.Page, "ចាកចេញភ្លាម");
        await Sees(browser.Page, "សុភាសិតខ្មែរ");

        await Expect(browser.Page.GetByText("Send failed")).ToHaveCountAsync(0);
        Assert.Equal(new[] { Served.PageOrigin, served.Program.Url.GetLeftPart(UriPartial.Authority) }.Order(), asked.Where(origin => origin.StartsWith("http", StringComparison.Ordinal)).Distinct().Order());
    }

    private static Task Sees(IPage page, string text) =>
        Expect(page.Locator("article p", new() { HasText = text }).Last).ToBeVisibleAsync(new() { Timeout = 60_000 });

    /// <summary>Web Chat takes a file in its own time: until it has, there is nothing to send.</summary>
    private static async Task Send(IPage page, string file, string answer)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        var answered = page.Locator("article p", new() { HasText = answer });
        for (var tries = 0; tries < 30 && await answered.CountAsync() == 0; tries++)
        {
            await page.Locator("[data-id=webchat-sendbox-input]").PressAsync("Enter");
            await page.WaitForTimeoutAsync(500);
        }
        await Sees(page, answer);
    }

    private static Task Press(IPage page, string label) =>
        page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last.ClickAsync(new() { Timeout = 30_000 });

    private static async Task Type(IPage page, string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Debian's Chromium.</summary>
    private sealed class Browser(IPlaywright playwright, IBrowser browser, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public static async Task<Browser> Open()
        {
            var playwright = await Playwright.CreateAsync();
            var browser = await Chromium.Launch(playwright);
            return new Browser(playwright, browser, await browser.NewPageAsync(new() { ViewportSize = new() { Width = 400, Height = 800 }, Locale = "km-KH" }));
        }

        /// <summary>A picture beside the test's output.</summary>
        public Task<byte[]> Shoot(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });

        public async ValueTask DisposeAsync()
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }
}
