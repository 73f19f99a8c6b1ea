using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>Somebody brings her page back after she put the phone down, by whatever way a browser has. Only she herself, who loads it anew at once, goes on.</summary>
[Collection(WebPageForEverybody.Name)]
public sealed class OpeningItAgain(WebPageWorld world)
{
    private const string Elsewhere = "https://elsewhere.example/";
    private const string Marked = "ថែមម៉ោងសម្គាល់";

    [Fact]
    public async Task A_copy_of_the_tab_begins_anew_and_the_first_goes_on()
    {
        await using var phone = await Talk(world.Browser);
        var (conversation, _) = await phone.Kept();
        var copy = await phone.Context.RunAndWaitForPageAsync(() => phone.Page.EvaluateAsync("window.open(document.querySelector('link[rel=icon]').href)"));
        await copy.WaitForLoadStateAsync();
        Assert.Contains(conversation, await copy.EvaluateAsync<string>("sessionStorage.n"), StringComparison.Ordinal); // a browser copies it

        await copy.GotoAsync(phone.Site.ToString());

        await NothingIsShown(copy, conversation);
        await phone.Types("ម៉ឺនុយ");
        await phone.Sees("សិទ្ធិរបស់ខ្ញុំ");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_from_elsewhere_shows_nothing(bool isHeldInMemory)
    {
        await using var browser = await world.Launch(without: "--disable-back-forward-cache"); // as on a real phone
        await using var phone = await Phone.New(browser, world.Program.Url);
        await phone.Context.RouteAsync(Elsewhere + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Elsewhere</title>" }));
        var shown = new List<string>();
        phone.Page.Console += (_, message) => shown.Add(message.Text);
        await phone.Context.AddInitScriptAsync("addEventListener('pageshow', e => console.log(e.persisted + ' ' + getComputedStyle(document.body).display))");
        if (isHeldInMemory)
            await LetItBeHeld(phone);
        await Talk(phone);
        var (conversation, _) = await phone.Kept();
        await phone.Page.GotoAsync(Elsewhere);

        await phone.Page.GoBackAsync();

        await NothingIsShown(phone.Page, conversation);
        if (isHeldInMemory)
            Assert.Contains("true none", shown); // it was held, and what was held was blank
        else
            Assert.DoesNotContain(shown, line => line.StartsWith("true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_starts_anew_and_opens_its_tabs_again_shows_nothing()
    {
        var profile = ChatSupportProcess.NewFolder();
        string conversation;
        await using (var before = await world.LaunchWith(profile))
        {
            await using var phone = await Phone.In(before, world.Program.Url);
            await Talk(phone);
            (conversation, _) = await phone.Kept();
        }

        await using var after = await world.LaunchWith(profile, "--restore-last-session");

        var page = after.Pages.Single(page => page.Url.StartsWith(world.Program.Url.ToString(), StringComparison.Ordinal));
        await NothingIsShown(page, conversation);
    }

    [Fact]
    public async Task A_page_that_stood_still_for_a_minute_and_is_loaded_anew_shows_nothing()
    {
        await using var phone = await Talk(world.Browser);
        var (conversation, _) = await phone.Kept();
        await phone.Context.AddInitScriptAsync("if (sessionStorage.n) sessionStorage.n = JSON.stringify({ ...JSON.parse(sessionStorage.n), at: Date.now() - 60000 })");

        await phone.Page.ReloadAsync();

        await NothingIsShown(phone.Page, conversation);
    }

    private async Task<Phone> Talk(IBrowser browser) => await Talk(await Phone.New(browser, world.Program.Url));

    private static async Task<Phone> Talk(Phone phone)
    {
        await phone.OpenHome();
        await phone.Types(Marked);
        await Expect(phone.OwnLines).ToContainTextAsync(Marked);
        await Expect(phone.OwnLines.Locator(".state")).ToHaveCountAsync(0);
        return phone;
    }

    /// <summary>Takes away what usually keeps a browser from holding the page in memory: that nobody may store it, and its open stream.</summary>
    private static async Task LetItBeHeld(Phone phone)
    {
        await phone.Context.AddInitScriptAsync("window.WebSocket = class { constructor() { setTimeout(() => this.onclose && this.onclose({ code: 1006 })); } close() {} };");
        await phone.Page.RouteAsync(phone.Site.ToString(), async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(header => header.Key != "cache-control").ToDictionary() });
        });
    }

    private static async Task NothingIsShown(IPage page, string conversation)
    {
        await Expect(page.Locator(".bot").First).ToContainTextAsync("យល់ព្រម");
        await Expect(page.Locator("#log")).Not.ToContainTextAsync(Marked);
        await Expect(page.Locator(".own")).ToHaveCountAsync(0);
        Assert.DoesNotContain(conversation, await page.EvaluateAsync<string>("sessionStorage.n"), StringComparison.Ordinal);
    }
}
