using ChatSupport.Staff.Shell;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>An empty database is filled with samples, and every page of the console is alive.</summary>
[Collection(SharedConsole.Name)]
public sealed class ANewcomerLooksAround
{
    /// <summary>Pages that the menu does not lead to by itself.</summary>
    private static readonly (string Href, string Name)[] inner = [("/console/content/rights/hours", "dialog"), ("/console/graph/rights/hours", "graph of a dialog")];

    [Fact]
    public async Task Every_page_shows_something_says_that_it_is_made_up_and_passes_a_scan()
    {
        var link = "";
        await using var world = await ConsoleWorld.Start(async folder =>
        {
            var filled = await ChatSupportProcess.Run(folder, ["demo"]);
            Assert.Equal(0, filled.ExitCode);
            link = filled.Output.Split('#')[1].Split('\n')[0].Trim();
            Assert.Equal(1, (await ChatSupportProcess.Run(folder, ["demo"])).ExitCode);
        });
        await using var desk = await world.NewDesk();
        await desk.JoinsByPasskey($"{world.Site}console/join#{link}");

        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1200), (ColorScheme.Dark, 360) })
        {
            await desk.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await desk.Page.SetViewportSizeAsync(width, 900);
            foreach (var (href, name) in Menu.Entries.Select(entry => (entry.Href, entry.Title)).Concat(inner))
            {
                await desk.Goes(href);
                await Expect(desk.Page.GetByText("Sample data")).ToBeVisibleAsync();
                await Expect(desk.Page.Locator("[role=progressbar]")).ToHaveCountAsync(0);
                await desk.IsFine($"sample {name}", scheme, width);
            }
        }

        await desk.Page.SetViewportSizeAsync(1200, 900);
        await desk.Opens("/console/insight", "Insight");
        await Expect(desk.Page.Locator("tbody tr").First).ToContainTextAsync("home");
        await Expect(desk.Page.GetByText("ទិដ្ឋាការ").First).ToBeVisibleAsync();
        var saved = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.GetByRole(AriaRole.Button, new() { Name = "Export as a table" }).First.ClickAsync());
        Assert.StartsWith("\u00EF\u00BB\u00BFscreen,language,visits", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        await desk.Opens("/console/graph", "All dialogs");
        await Expect(desk.Page.Locator("svg .visits, svg .said").First).ToContainTextAsync("visits");
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    [Fact]
    public async Task A_production_start_refuses_such_a_database()
    {
        var folder = ChatSupportProcess.NewFolder();
        Repository.CopyDialogs(Path.Combine(folder, "dialogs"));
        Assert.Equal(0, (await ChatSupportProcess.Run(folder, ["demo"])).ExitCode);

        var refused = await ChatSupportProcess.Run(folder, ["serve", "--urls", "http://127.0.0.1:0"], ("ASPNETCORE_ENVIRONMENT", "Production"), ("ChatSupport:Places:AllowUnverified", "true"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("filled with sample people", refused.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
