using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>A file for a translator; drafts that wait for their hour; a dialog that goes.</summary>
public sealed class TextsGoOutAndComeBack
{
    private const string New = "ច្បាប់ថ្មីសម្រាប់សាកល្បង";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_translators_file_is_taken_over_planned_and_called_off_and_a_dialog_is_deleted_and_kept()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator();
        var page = desk.Page;

        await desk.Opens("/console/translations", "Translations");
        await page.Locator("#find-text").FillAsync("rights/hours.yaml start text");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        var handed = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "XLIFF of these" }).ClickAsync());
        Assert.Equal("texts-km.xliff", handed.SuggestedFilename);
        var xliff = await File.ReadAllTextAsync(await handed.PathAsync(), Cancel);
        var target = xliff[(xliff.IndexOf("<target", StringComparison.Ordinal) + 1)..];
        target = target[(target.IndexOf('>', StringComparison.Ordinal) + 1)..target.IndexOf("</target>", StringComparison.Ordinal)];

        await Chooses(page, "texts.xliff", xliff.Replace(target, "=cmd|' /C calc'!A1", StringComparison.Ordinal).Replace("The labour law says", "Something else says", StringComparison.Ordinal));
        await Expect(page.Locator("ol.problems li").First).ToBeVisibleAsync();
        await desk.Shows("translations-refused");
        await Chooses(page, "bomb.xlsx", "PK\u0003\u0004 not really");
        await Expect(page.Locator("ol.problems li").First).ToContainTextAsync("It cannot be read");
        await Chooses(page, "texts.xliff", xliff.Replace(target, New, StringComparison.Ordinal));
        await Expect(page.GetByText("1 texts would change:")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take them over as drafts" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(New);

        await desk.Opens("/console/publish", "Publish");
        await Expect(page.Locator("ins", new() { HasText = New })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw the draft away: rights/hours.yaml" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Expect(page.GetByText("There are no drafts.")).ToBeVisibleAsync();

        await desk.Opens("/console/content/services", "Services near me");
        await page.Locator("[data-place='title en']").FillAsync("Services close to me");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Throw the draft away" })).ToBeVisibleAsync();
        await desk.Opens("/console/publish", "Publish");
        await Expect(page.GetByText("No errors, and all conversation tests pass.")).ToBeVisibleAsync();
        await page.Locator("#why").FillAsync("With the campaign");
        await page.Locator("#later").FillAsync("2020-01-01 20:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish at that time" }).ClickAsync();
        await Expect(page.GetByText("The time must lie ahead")).ToBeVisibleAsync();
        await page.Locator("#later").FillAsync(DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd 20:00", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish at that time" }).ClickAsync();
        await Expect(page.Locator(".planned li")).ToContainTextAsync("With the campaign");
        await desk.Shows("publish-planned");
        await page.GetByRole(AriaRole.Button, new() { Name = "Call it off" }).ClickAsync();
        await Expect(page.Locator(".planned li")).ToContainTextAsync("Called off.");

        await desk.Opens("/console/content/legal", "Legal help");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete this dialog" }).ClickAsync();
        await page.Locator("#name-it").FillAsync("Legal help");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete this dialog" }).ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("Publish");
        await Expect(page.Locator(".findings")).ToContainTextAsync("legal"); // others lead to it
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" })).ToBeDisabledAsync();
        Assert.Empty(desk.Complaints);
    }

    private static Task Chooses(IPage page, string name, string text) =>
        StaffDesk.Chooses(page, new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
}
