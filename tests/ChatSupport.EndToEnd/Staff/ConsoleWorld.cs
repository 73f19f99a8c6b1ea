using System.Text.RegularExpressions;
using ChatSupport.EndToEnd.WebPage;
using Microsoft.Playwright;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>A program with a database of its own and a real browser; its staff sit at desks, each with a device that makes passkeys.</summary>
internal sealed partial class ConsoleWorld : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ConsoleWorld(ChatSupportProcess program, IPlaywright playwright, IBrowser browser) => (Program, this.playwright, this.browser) = (program, playwright, browser);

    public ChatSupportProcess Program { get; }

    /// <summary>By name: browsers give passkeys to names only.</summary>
    public Uri Site => new UriBuilder(Program.Url) { Host = "localhost" }.Uri;

    /// <summary>The link that the program printed for the first administrator.</summary>
    public string FirstLink => FirstLinkIn().Match(Program.Output).Groups[1].Value;

    public static Task<ConsoleWorld> Start(params (string Name, string Value)[] settings) => Start(_ => Task.CompletedTask, settings);

    /// <param name="prepare">What is done in its folder before it starts.</param>
    /// <param name="settings">Its settings.</param>
    public static async Task<ConsoleWorld> Start(Func<string, Task> prepare, params (string Name, string Value)[] settings)
    {
        var folder = ChatSupportProcess.NewFolder();
        Repository.CopyDialogs(Path.Combine(folder, "dialogs"));
        await prepare(folder);
        var program = await ChatSupportProcess.Serve(folder, null, settings);
        await program.Says("works once: ");
        var playwright = await Playwright.CreateAsync();
        return new ConsoleWorld(program, playwright, await Chromium.Launch(playwright));
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Task<StaffDesk> NewDesk(int width = 1200, int height = 900, ColorScheme scheme = ColorScheme.Light) => StaffDesk.New(browser, Site, width, height, scheme);

    /// <summary>A worker's phone, on which the web chat is not open yet.</summary>
    public Task<Phone> NewPhone(int width = 360, int height = 720) => Phone.New(browser, Program.Url, width: width, height: height);

    /// <summary>The first administrator at her desk, signed in.</summary>
    public async Task<StaffDesk> Administrator(string name = "Sokha", int width = 1200, int height = 900)
    {
        var desk = await NewDesk(width, height);
        await desk.JoinsByPasskey(FirstLink, name);
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Program.DisposeAsync();
    }

    [GeneratedRegex(@"works once: (http\S+)")]
    private static partial Regex FirstLinkIn();
}
