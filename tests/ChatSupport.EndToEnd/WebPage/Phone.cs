using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>A worker's phone with the page open. It keeps note of everything the browser asked for and complained about.</summary>
internal sealed class Phone : IAsyncDisposable
{
    private const float Patience = 30_000; // milliseconds; the machine may be busy with other tests

    private readonly List<string> requests = [];
    private readonly List<string> complaints = [];

    private Phone(IBrowserContext context, IPage page, Uri site) => (Context, Page, Site) = (context, page, site);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Uri Site { get; }

    /// <summary>Addresses of all requests so far, WebSockets too.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>What the console, an error or the content security policy said, without what a test broke on purpose (a lost connection).</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public ILocator Log => Page.Locator("#log");

    public ILocator Choices => Page.Locator(".choices:not([hidden]) button");

    public ILocator LatestAnswer => Page.Locator(".bot").Last;

    public ILocator OwnLines => Page.Locator(".own");

    public ILocator Status => Page.Locator("#status");

    public ILocator Box => Page.Locator("#words");

    public static async Task<Phone> New(IBrowser browser, Uri site, string locale = "km-KH", ColorScheme scheme = ColorScheme.Light, int width = 360, int height = 640)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = 2,
            IsMobile = true,
            HasTouch = true,
            Geolocation = new() { Latitude = 10.6271234f, Longitude = 103.5223456f }, // a made-up spot
            Permissions = ["geolocation", "microphone"],
        });
        return await In(context, site);
    }

    /// <summary>A phone whose browser is open already.</summary>
    public static async Task<Phone> In(IBrowserContext context, Uri site)
    {
        context.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        await context.RouteAsync(WebPageWorld.LeaveTo + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Weather</title><p>Sunny." }));
        var page = await context.NewPageAsync();
        var phone = new Phone(context, page, site);
        phone.Watch(page);
        return phone;
    }

    private void Watch(IPage page)
    {
        page.Request += (_, request) => requests.Add(request.Url);
        page.WebSocket += (_, socket) => requests.Add(socket.Url);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("net::ERR_", StringComparison.Ordinal) && !message.Text.Contains("status of 50", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
    }

    /// <summary>Opens the page and waits for the first screen.</summary>
    public async Task<Phone> Open()
    {
        await Page.GotoAsync(Site.ToString());
        await Expect(Choices.First).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Opens the page and agrees.</summary>
    public async Task<Phone> OpenHome()
    {
        await Open();
        await Press(0, until: "សិទ្ធិរបស់ខ្ញុំ|My rights");
        return this;
    }

    /// <summary>Presses a choice and waits until the next screen shows some words.</summary>
    /// <param name="index">Which choice, from 0.</param>
    /// <param name="until">A pattern that the next screen matches and this one does not.</param>
    public async Task Press(int index, string until)
    {
        await Choices.Nth(index).ClickAsync();
        await Sees(until);
    }

    /// <summary>Presses the choice with these words in it.</summary>
    public async Task Press(string label, string until)
    {
        await Choices.Filter(new() { HasText = label }).First.ClickAsync();
        await Sees(until);
    }

    /// <summary>Presses back, home, listen or person.</summary>
    public Task Go(string kind) => Page.Locator($"#places [data-kind={kind}]").ClickAsync();

    public async Task Types(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Twice, and on until the page goes: on a busy machine two presses may lie further apart than the page takes for one wish.</summary>
    public async Task PressesEscapeTwice()
    {
        var before = Page.Url;
        for (var presses = 0; presses < 2 || (presses < 20 && Page.Url == before); presses++)
            await Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Waits until an answer that matches is on the screen.</summary>
    public Task Sees(string pattern) => Expect(Page.Locator(".bot").Filter(new() { HasTextRegex = new Regex(pattern) }).First).ToBeVisibleAsync();

    /// <summary>Waits until a harmless site stands where the page was.</summary>
    public async Task IsGone()
    {
        try
        {
            await Expect(Page).ToHaveURLAsync(WebPageWorld.LeaveTo);
        }
        catch (PlaywrightException e)
        {
            var shown = await Page.EvaluateAsync<string>("document.visibilityState + ' ' + document.body.className + ' ' + document.body.innerText + ' ' + sessionStorage.n");
            throw new InvalidOperationException($"The page still stands at {Page.Url} and shows: {shown}\nIt asked last for:\n{string.Join('\n', Requests.TakeLast(8))}\nand complained: {string.Join('\n', Complaints)}", e);
        }
    }

    /// <summary>What the page keeps for the tab.</summary>
    public async Task<(string Conversation, string Token)> Kept()
    {
        var kept = JsonDocument.Parse(await Page.EvaluateAsync<string>("sessionStorage.getItem('n')")).RootElement;
        return (kept.GetProperty("c").GetString()!, kept.GetProperty("t").GetString()!);
    }

    /// <summary>The protocol of the browser itself, for what Playwright has no words for.</summary>
    public Task<ICDPSession> Protocol() => Context.NewCDPSessionAsync(Page);

    /// <summary>A slow 3G connection: 400 kbit/s both ways, 400 ms there and back.</summary>
    public async Task SlowDown()
    {
        var protocol = await Protocol();
        await protocol.SendAsync("Network.enable");
        await protocol.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 50_000,
            ["uploadThroughput"] = 50_000,
        });
    }

    /// <summary>Keeps a picture among the results of the tests.</summary>
    public async Task Photograph(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Top, "TestResults", "screenshots"));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}.png") });
    }

    /// <summary>Nothing went wrong in the browser, and it asked nobody but us.</summary>
    public void IsAtPeace()
    {
        Assert.Empty(Complaints);
        Assert.DoesNotContain(Requests, request => !IsOurs(request));
    }

    private bool IsOurs(string address) =>
        address.StartsWith("blob:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal)
        || new Uri(address).Authority == Site.Authority;

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
