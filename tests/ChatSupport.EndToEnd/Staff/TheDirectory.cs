using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Staff.Sheets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>Staff look after the services that workers are sent to.</summary>
public sealed class TheDirectory
{
    private const string Testing = "/console/places/referral-hospital-testing";

    [Fact]
    public async Task She_finds_what_is_due_changes_it_checks_it_publishes_it_and_a_worker_sees_the_new_hours()
    {
        await using var api = await BotApiServer.Start();
        await using var world = await ConsoleWorld.Start(Bot.Settings(api, Way.Polling, 0));
        var worker = new Talk(api.Worker("en"));
        await worker.Types("/start", "Do you agree?");
        await worker.Presses("I agree. Begin", "What would you like to know?");
        await using var desk = await world.Administrator(width: 1400, height: 1000);
        var page = desk.Page;

        await desk.Goes("/console");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("places and numbers are due") }).ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("Directory");
        await Expect(page.GetByText("Sample clinic 1")).ToHaveCountAsync(0);
        await desk.Shows("directory-due");
        await page.GetByRole(AriaRole.Link, new() { Name = "RH Preah Sihanouk, voluntary testing V18-01" }).ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("RH Preah Sihanouk, voluntary testing V18-01");

        await Box(desk, "mon").FillAsync("7:30–11:30; 14–17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Same until Friday" }).ClickAsync();
        await Expect(Box(desk, "fri")).ToHaveValueAsync("07:30-11:30, 14:00-17:00");
        await Expect(page.Locator("#hours-in-words")).ToHaveTextAsync("Monday – Friday 07:30–11:30, 14:00–17:00");
        await page.GetByLabel("Day and night, every day").CheckAsync();
        await page.Locator("#paste").FillAsync("https://www.google.com/maps/place/x/@10.6,103.5,17z/data=!3d10.62!4d103.54");
        await Expect(Box(desk, "latitude")).ToHaveValueAsync("10.62");
        await Expect(page.Locator(".spot svg circle.other")).ToHaveCountAsync(3);
        await Box(desk, "location source").FillAsync("Read on the spot");
        await Box(desk, "phone").FillAsync("12");
        await Expect(page.Locator(".finding", new() { HasText = "PLC003" })).ToBeVisibleAsync();
        await Box(desk, "phone").FillAsync("000 000 009");
        await Expect(page.Locator(".finding", new() { HasText = "PLC003" })).ToBeHiddenAsync();
        await page.Locator("#commune").FillAsync("Lek Muoy"); // another spelling
        await page.Locator(".mud-popover-open .mud-list-item", new() { HasText = "Sangkat 1, Preah Sihanouk" }).ClickAsync();
        await Expect(page.Locator("#commune")).ToHaveValueAsync("Sangkat 1, Preah Sihanouk");
        await page.GetByLabel("Verified: workers may see it").CheckAsync();
        await Expect(page.Locator(".finding", new() { HasText = "PLC013" })).ToBeVisibleAsync();
        await desk.Shows("place");
        await page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "Review" }).ClickAsync(); // not saved yet: she is asked, and stays
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(Box(desk, "latitude")).ToHaveValueAsync("10.62");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();
        await Expect(page.GetByText("Kept as a draft. Workers see it")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I called" }).ClickAsync();
        await Expect(page.GetByText("Sokha, called")).ToBeVisibleAsync();
        await Expect(page.Locator(".finding.Error")).ToHaveCountAsync(0);

        await desk.Goes("/console/publish");
        await Expect(page.Locator("ins", new() { HasText = "always: true" })).ToBeVisibleAsync();
        await page.Locator("#why").FillAsync("The testing site answers day and night");
        await desk.Shows("publish-places");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" }).ClickAsync();
        await Expect(page.GetByText("It is live as revision 2.")).ToBeVisibleAsync();

        await worker.Presses("Services near me", "What");
        await worker.Presses("HIV and STI test", "Where");
        await worker.Types("sangkat 1", "RH Preah Sihanouk, voluntary testing V18-01, Sangkat 1\nopen day and night");
        var written = await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "dialogs", "places", "services.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("# Services that are known.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Sokha", written, StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    [Fact]
    public async Task A_broken_spreadsheet_lists_every_problem_and_a_mended_one_is_taken_in()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator(width: 1400);
        var page = desk.Page;
        await desk.Goes("/console/places");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Export these places as a spreadsheet").ClickAsync());
        var exported = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var rows = XlsxBook.Read(exported, "places", 100, out _)!;
        Assert.Contains(rows, row => row.Cells.Values.Any(cell => cell.Text == "sample-lawyer"));

        await desk.Goes("/console/places/import");
        await Brings(page, Table(("sample-clinic-1", "12", "morning"), ("", "000 000 009", "8-12")));
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "'12' is not a number that can be dialled in Cambodia. (PLC003)" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "tue", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("problems. Nothing was imported")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("Take these in") })).ToHaveCountAsync(0);
        await desk.Shows("import-problems");

        await Brings(page, exported);
        await Expect(page.GetByText("Nothing: the spreadsheet says what the directory says.")).ToBeVisibleAsync();
        await Brings(page, Table(("sample-clinic-1", "000 000 009", "8-12")));
        await Expect(page.Locator("ins", new() { HasText = "phone: 000 000 009" })).ToBeVisibleAsync();
        await Expect(page.GetByText("sample-lawyer")).ToBeVisibleAsync(); // not in the table: it stays
        await desk.Shows("import-preview");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Take these in as drafts") }).ClickAsync();
        await Expect(page.GetByText("Taken in as drafts.")).ToBeVisibleAsync();
        await desk.Goes("/console/places/sample-clinic-1");
        await Expect(Box(desk, "tue")).ToHaveValueAsync("08:00-12:00");
        await Expect(Box(desk, "phone")).ToHaveValueAsync("000 000 009");
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    [Fact]
    public async Task Two_at_one_place_are_told_and_a_place_comes_and_goes()
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.Administrator(width: 1400);
        var link = await sokha.Invites("Dara", "Editor");
        await using var dara = await world.NewDesk(1400);
        await dara.JoinsByPasskey(link);
        await sokha.Goes(Testing);
        await dara.Goes(Testing);

        await Box(dara, "phone").FillAsync("000 000 008");
        await Box(sokha, "cost (en)").FillAsync("free");
        await Box(sokha, "cost (km)").FillAsync("ឥតគិតថ្លៃ");
        await sokha.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();
        await Expect(dara.Page.GetByText("Somebody else changed this meanwhile:")).ToBeVisibleAsync();
        await Expect(Box(dara, "phone")).ToHaveValueAsync("000 000 008");
        await dara.Shows("place-two-editors");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();
        await Expect(Box(sokha, "phone")).ToHaveValueAsync("000 000 008"); // by itself
        await Expect(Box(sokha, "cost (en)")).ToHaveValueAsync("free");

        await dara.Goes("/console/places/new");
        await Box(dara, "name (km)").FillAsync("<b>គ្លីនិក</b>");
        await Box(dara, "name (en)").FillAsync("A \"new\" clinic <script>");
        await dara.Page.GetByLabel("Legal help").CheckAsync();
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();
        await Expect(dara.Title).ToHaveTextAsync("A \"new\" clinic <script>");
        Assert.EndsWith("/console/places/a-new-clinic-script", dara.Page.Url, StringComparison.Ordinal);
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await dara.Page.Locator("#name-it").FillAsync("A \"new\" clinic <script>");
        await dara.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(dara.Title).ToHaveTextAsync("Directory");
        await Expect(dara.Page.GetByText("A \"new\" clinic")).ToHaveCountAsync(0);
        Assert.Empty(sokha.Complaints.Concat(dara.Complaints));
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(1400, ColorScheme.Light, false)]
    public async Task The_pages_fit_a_phone_and_an_accessibility_scan_finds_nothing(int width, ColorScheme scheme, bool isKhmer)
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.NewDesk(width, 800, scheme);
        await sokha.JoinsByPasskey(world.FirstLink, "Sokha");
        if (isKhmer)
            await sokha.Goes("/console/language/km?to=/console/places");
        var found = new List<string>();

        await sokha.Goes("/console/places");
        await Expect(sokha.Page.Locator(".mud-table tbody tr").First).ToBeVisibleAsync();
        found.AddRange(await Scan(sokha, $"places-{width}-{scheme}"));
        await sokha.Page.Locator("#search").FillAsync("nothing like this");
        await Expect(sokha.Page.Locator(".mud-table tbody tr")).ToHaveCountAsync(1);
        found.AddRange(await Scan(sokha, $"places-none-{width}-{scheme}"));
        await sokha.Goes("/console/places/sample-clinic-1");
        await Expect(sokha.Page.Locator(".spot svg")).ToBeVisibleAsync();
        await Box(sokha, "phone").FillAsync("12");
        await Expect(sokha.Page.Locator(".finding.Error").First).ToBeVisibleAsync();
        found.AddRange(await Scan(sokha, $"place-{width}-{scheme}"));
        await sokha.Goes("/console/places/police-117");
        await Expect(Box(sokha, "number")).ToHaveValueAsync("117");
        found.AddRange(await Scan(sokha, $"number-{width}-{scheme}"));
        await sokha.Goes("/console/places/new");
        await Expect(Box(sokha, "name (km)")).ToBeVisibleAsync();
        found.AddRange(await Scan(sokha, $"new-place-{width}-{scheme}"));
        await sokha.Goes("/console/places/import");
        await Brings(sokha.Page, Table(("sample-clinic-1", "12", "morning")));
        await Expect(sokha.Page.GetByText("PLC003")).ToBeVisibleAsync();
        found.AddRange(await Scan(sokha, $"import-{width}-{scheme}"));

        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Empty(sokha.Complaints);
    }

    private static ILocator Box(StaffDesk desk, string column) => desk.Page.Locator($"[data-column='{column}']");

    private static byte[] Table(params (string Id, string Phone, string Tuesday)[] rows) => XlsxTable.Write("places", [new("id", 20), new("phone", 20), new("tue", 20)], [.. rows.Select(row => new[] { row.Id, row.Phone, row.Tuesday })]);

    private static Task Brings(IPage page, byte[] bytes) =>
        StaffDesk.Chooses(page, new FilePayload { Name = "places.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes });

    private static async Task<IEnumerable<string>> Scan(StaffDesk desk, string page)
    {
        await AccessibilityScan.Rests(desk.Page);
        await desk.Shows(page);
        var found = await AccessibilityScan.Of(desk.Page);
        var outside = await desk.Page.EvaluateAsync<string[]>("""
            document.documentElement.scrollWidth <= innerWidth + 1 ? [] : Array.from(document.querySelectorAll("body *")).filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 5)
            """);
        return found.Select(line => $"{page}: {line}")
            .Concat(outside.Select(element => $"{page}: runs out of the screen: {element}"));
    }
}
