using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>Somebody with an account writes what a browser or a spreadsheet would carry out.</summary>
public sealed class HostileTexts
{
    private const string Markup = "\"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}";
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"click\")";

    private static readonly (string Path, string Shows)[] pages =
    [
        ("/console/content", Formula), ("/console/content/services", Markup), ("/console/content/help", Formula), ("/console/graph", Formula), ("/console/graph/help", Formula),
        ("/console/translations", ""), ("/console/review", Formula), ("/console/publish", Markup), ("/console/audit", Markup), ("/console/insight", ""), ("/console", ""),
    ];

    [Fact]
    public async Task Are_shown_as_they_are_on_every_page_and_are_text_in_every_exported_cell()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator();
        var (page, alerts) = (desk.Page, 0);
        page.Dialog += (_, dialog) =>
        {
            alerts++;
            _ = dialog.DismissAsync();
        };
        await Writes(desk, "help", "title en", Formula);
        await desk.Opens("/console/publish", "Publish");
        await page.Locator("#why").FillAsync(Markup);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" }).ClickAsync();
        await Expect(page.GetByText("It is live as revision 2.")).ToBeVisibleAsync();
        await Writes(desk, "services", "title en", Markup);
        await Writes(desk, "services", "start text en", Markup);

        foreach (var (path, shows) in pages)
        {
            await desk.Goes(path);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            if (shows.Length > 0)
                await page.WaitForFunctionAsync("text => document.body.textContent.includes(text) || [...document.querySelectorAll('input, textarea')].some(one => one.value.includes(text))", shows[..Math.Min(shows.Length, 12)]);
            Assert.Equal(0, await page.Locator("img[src='x'], main script").CountAsync());
        }

        Assert.Contains($"\"'{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", await Saved(desk, "/console/content"), StringComparison.Ordinal);
        Assert.Contains($"\"'{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", await Saved(desk, "/console/review"), StringComparison.Ordinal);
        Assert.Equal(0, alerts);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_name_of_a_dialog_that_leads_elsewhere_is_refused()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator();
        await desk.Opens("/console/content", "Content");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New dialog" }).ClickAsync();
        await desk.Page.Locator("#new-km").FillAsync("ថ្មី");
        await desk.Page.Locator("#new-en").FillAsync("New");
        foreach (var name in new[] { "../../../etc/passwd", "rights\\hours", "con", "<script>" })
        {
            await desk.Page.Locator("#new-id").FillAsync(name);
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
            await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"'{name}' cannot name a dialog");
        }
    }

    private static async Task Writes(StaffDesk desk, string dialog, string place, string text)
    {
        await desk.Goes($"/console/content/{dialog}");
        await desk.Page.Locator($"[data-place='{place}']").FillAsync(text);
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Throw the draft away" })).ToBeVisibleAsync();
        await desk.Page.Locator("h1").ClickAsync(); // the field is left, so it is kept at once
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeEnabledAsync();
    }

    private static async Task<string> Saved(StaffDesk desk, string path)
    {
        await desk.Goes(path);
        var saved = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.GetByRole(AriaRole.Button, new() { Name = "Export as a table" }).First.ClickAsync());
        return await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
    }
}
