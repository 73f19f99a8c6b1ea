using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>A partner put the chat into its own page with one script tag.</summary>
[Collection(OneWebPage.Name)]
public sealed class InAPartnersPage(WebPageWorld world) : IAsyncLifetime
{
    private const string Partner = WebPageWorld.Partner;
    private const string Stranger = "https://stranger.example";

    private IBrowser browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        browser = await world.Launch(with: $"--disable-features=LocalNetworkAccessChecks,{Chromium.OwnPages}"); // only here does our server stand on loopback

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    [Fact]
    public async Task It_opens_talks_and_closes_and_the_two_pages_see_nothing_of_each_other()
    {
        await using var phone = await Visit(Partner);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        var frame = phone.Page.FrameLocator("iframe");
        await frame.Locator(".choices button").First.ClickAsync();
        await Expect(frame.Locator(".bot").Last).ToContainTextAsync("My rights");
        await phone.Photograph("embed");

        var sandbox = await phone.Page.Locator("iframe").GetAttributeAsync("sandbox");
        Assert.Equal("allow-scripts allow-same-origin allow-popups", sandbox);
        Assert.True(await phone.Page.EvaluateAsync<bool>("document.querySelector('iframe').contentDocument === null"));
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("sessionStorage.length + localStorage.length"));

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(phone.Page.Locator("iframe")).ToBeHiddenAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Expect(frame.Locator(".bot").Last).ToContainTextAsync("My rights"); // where she left it
        Assert.Empty(phone.Complaints);
    }

    [Theory]
    [InlineData("button")]
    [InlineData("escape inside")]
    [InlineData("escape outside")]
    public async Task Leaving_quickly_leaves_the_partners_page_too(string way)
    {
        await using var phone = await Visit(Partner);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        var frame = phone.Page.FrameLocator("iframe");
        await frame.Locator(".choices button").First.ClickAsync();
        await Expect(frame.Locator(".bot").Last).ToContainTextAsync("My rights");

        if (way == "button")
        {
            await frame.Locator("#leave").ClickAsync();
        }
        else
        {
            await (way == "escape inside" ? frame.Locator("#words") : phone.Page.Locator("#search")).FocusAsync();
            await phone.PressesEscapeTwice();
        }

        await phone.IsGone();
        await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal("about:blank", phone.Page.Url);
    }

    [Fact]
    public async Task Another_script_of_the_partners_page_cannot_make_it_leave()
    {
        await using var phone = await Visit(Partner);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Expect(phone.Page.FrameLocator("iframe").Locator(".choices button").First).ToBeVisibleAsync();

        await phone.Page.EvaluateAsync("new Promise(done => { addEventListener('message', () => done()); postMessage({ leave: 'https://elsewhere.example/' }, '*'); })");

        Assert.StartsWith(Partner, phone.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_partner_cannot_frame_it()
    {
        await using var phone = await Visit(Stranger);

        await phone.Page.RunAndWaitForConsoleMessageAsync(
            () => phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync(),
            new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        await Expect(phone.Page.FrameLocator("iframe").Locator("#log")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Only_the_framed_view_may_be_framed_and_only_by_partners()
    {
        using var http = new HttpClient { BaseAddress = world.Program.Url };
        using var whole = await http.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        using var framed = await http.GetAsync(new Uri("/embed", UriKind.Relative), Cancel);
        using var script = await http.GetAsync(new Uri("/embed.js", UriKind.Relative), Cancel);

        Assert.Contains("frame-ancestors 'none'", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains($"frame-ancestors {Partner};", framed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.Equal("cross-origin", script.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    /// <summary>Opens a page elsewhere that holds the script tag, with a strict policy of its own.</summary>
    private async Task<Phone> Visit(string site)
    {
        var phone = await Phone.New(browser, world.Program.Url, "en-US");
        await phone.Context.RouteAsync(site + "/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = $"default-src 'none'; script-src {world.Program.Url}; frame-src {world.Program.Url}" },
            Body = $"""<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A partner</title><body><h1>Our work</h1><input id="search" aria-label="Search"><script src="{world.Program.Url}embed.js" async></script></body></html>""",
        }));
        await phone.Page.GotoAsync(site + "/");
        return phone;
    }
}
