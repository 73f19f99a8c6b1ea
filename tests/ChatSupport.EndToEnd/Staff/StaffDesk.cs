using ChatSupport.Tests.Staff;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>Somebody on the staff with a browser and a device that makes passkeys. It keeps note of what the browser complained about.</summary>
internal sealed class StaffDesk : IAsyncDisposable
{
    public const string Password = "four plain words here";
    private const float Patience = 60_000; // milliseconds; the machine may be busy with other tests

    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];
    private ICDPSession devices = null!;
    private string? device;

    private StaffDesk(IBrowserContext context, IPage page, Uri site) => (Context, Page, Site) = (context, page, site);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Uri Site { get; }

    /// <summary>What an error or the content security policy said.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>Addresses of all requests so far.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public ILocator Title => Page.Locator("h1");

    public static async Task<StaffDesk> New(IBrowser browser, Uri site, int width, int height, ColorScheme scheme)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Permissions = ["microphone"] });
        context.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        var page = await context.NewPageAsync();
        var desk = new StaffDesk(context, page, site);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
                desk.complaints.Add(line.Text);
        };
        page.PageError += (_, error) => desk.complaints.Add(error);
        page.Request += (_, request) => desk.requests.Add(request.Url);
        desk.devices = await context.NewCDPSessionAsync(page);
        await desk.devices.SendAsync("WebAuthn.enable");
        await desk.TakesADevice();
        return desk;
    }

    /// <summary>Lays her device away, if she has one, and takes a new one that has no passkeys yet.</summary>
    /// <param name="keepsKeys">Its passkeys can open what was sealed to them (PRF).</param>
    public async Task TakesADevice(bool keepsKeys = false)
    {
        if (device is not null)
            await devices.SendAsync("WebAuthn.removeVirtualAuthenticator", new Dictionary<string, object> { ["authenticatorId"] = device });
        var made = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
                ["hasPrf"] = keepsKeys,
            },
        });
        device = made!.Value.GetProperty("authenticatorId").GetString();
    }

    /// <summary>Opens a page of the console.</summary>
    public Task Goes(string path) => Page.GotoAsync(new Uri(Site, path).ToString());

    /// <summary>Opens a link and gives herself a passkey.</summary>
    /// <param name="link">The whole link.</param>
    /// <param name="name">Her name, where the link asks for one.</param>
    public async Task JoinsByPasskey(string link, string? name = null)
    {
        await Page.GotoAsync(link);
        await Expect(Page.Locator("[data-offer]")).ToBeVisibleAsync();
        if (name is not null)
            await Page.Locator("input[name=name]").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await IsHome();
    }

    /// <summary>Opens a link and gives herself a password and a code app.</summary>
    /// <param name="link">The whole link.</param>
    public async Task<CodeApp> JoinsByPassword(string link)
    {
        await Page.GotoAsync(link);
        await Page.Locator("details[data-password] summary").ClickAsync();
        var app = new CodeApp(await Page.Locator("[data-key]").InnerTextAsync());
        await Page.Locator("[data-password] input[name=password]").FillAsync(Password);
        await Page.Locator("[data-password] input[name=code]").FillAsync(app.Code(-1));
        await Page.Locator("[data-with=password]").ClickAsync();
        await IsHome();
        return app;
    }

    /// <summary>Signs in with name, password and code; what comes of it is not waited for.</summary>
    public async Task SignsIn(string name, string code)
    {
        await Goes("/console/sign-in");
        if (!await Page.Locator("input[name=code]").IsVisibleAsync())
            await Page.Locator("details summary").ClickAsync();
        await Page.Locator("input[name=name]").FillAsync(name);
        await Page.Locator("input[name=password]").FillAsync(Password);
        await Page.Locator("input[name=code]").FillAsync(code);
        await Page.Locator("details button[type=submit]").ClickAsync();
    }

    /// <summary>Signs out by the button of the menu.</summary>
    public async Task SignsOut()
    {
        await Page.Locator(".sign-out button").ClickAsync();
        await IsAtSignIn();
    }

    public async Task IsAtSignIn()
    {
        await Page.WaitForURLAsync("**/console/sign-in*");
        await Expect(Title).ToHaveTextAsync("Sign in");
    }

    /// <summary>Opens a live page of the console and waits until it stands.</summary>
    public async Task Opens(string path, string title)
    {
        await Goes(path);
        await Expect(Title).ToHaveTextAsync(title);
    }

    /// <summary>As an administrator: invites somebody on the page of people.</summary>
    /// <returns>Her link.</returns>
    public async Task<string> Invites(string name, params string[] roles)
    {
        await Opens("/console/people", "People");
        await Page.Locator("#invite-name").FillAsync(name);
        foreach (var role in roles)
            await Page.Locator("fieldset").First.GetByLabel(role).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Expect(Page.Locator("#link")).ToBeVisibleAsync();
        return await Page.Locator("#link").InputValueAsync();
    }

    /// <summary>Chooses one of the lines that a box offers.</summary>
    /// <param name="box">What the box is called.</param>
    /// <param name="line">A part of the line.</param>
    public async Task Selects(string box, string line)
    {
        await Page.Locator(".mud-select", new() { HasText = box }).First.ClickAsync();
        await Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = line }).ClickAsync();
        await Expect(Page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses a file, once the page listens to that.</summary>
    public static async Task Chooses(IPage page, FilePayload file)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')?._blazorInputFileNextFileId !== undefined");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
    }

    public async Task IsHome()
    {
        await Page.WaitForURLAsync("**/console");
        await Expect(Title).ToHaveTextAsync("What needs you now");
    }

    /// <summary>Keeps a picture of the page for who reads the test's output.</summary>
    public async Task Shows(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Top, "TestResults", "console")).FullName;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>Keeps a picture, and looks whether a scan for accessibility finds something or the page runs out of the screen.</summary>
    /// <param name="name">What the page is called.</param>
    /// <param name="scheme">As it was opened.</param>
    /// <param name="width">Of the screen.</param>
    public async Task IsFine(string name, ColorScheme scheme, int width)
    {
        await Expect(Page.Locator(".mud-overlay-drawer, .mud-skeleton")).ToHaveCountAsync(0);
        await AccessibilityScan.Rests(Page);
        await Shows($"{name.ToLowerInvariant().Replace(' ', '-')}-{scheme}-{width}");
        var found = await AccessibilityScan.Of(Page);
        Assert.True(found.Count == 0, $"On '{name}', {scheme}, {width}: {string.Join("; ", found)}");
        var wide = await Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
        Assert.True(wide <= 0, $"'{name}' is {wide} points wider than the screen.");
    }

    /// <summary>Everything asked for came from this server.</summary>
    public void AskedNobodyElse() => Assert.All(requests, request => Assert.True(
        request.StartsWith(Site.ToString(), StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal), request));

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
