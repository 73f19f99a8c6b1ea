using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>Somebody on the staff with a browser and a device that makes passkeys. It keeps note of what the browser complained about.</summary>
internal sealed class StaffDesk : IAsyncDisposable
{
    private const float Patience = 60_000; // milliseconds; the machine may be busy with other tests

    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

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
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return desk;
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

    /// <summary>Everything asked for came from this server.</summary>
    public void AskedNobodyElse() => Assert.All(requests, request => Assert.True(
        request.StartsWith(Site.ToString(), StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal) || request.StartsWith("blob:", StringComparison.Ordinal), request));

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
