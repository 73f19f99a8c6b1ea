using ChatSupport.BotApi;
using ChatSupport.EndToEnd.Telegram;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>From the first look at a dialog to the worker who reads the new words in her running talk, and back.</summary>
public sealed class AnEditorsDay
{
    [Fact]
    public async Task She_changes_a_text_tries_it_publishes_it_into_a_running_talk_and_takes_it_back()
    {
        await using var api = await BotApiServer.Start();
        await using var world = await ConsoleWorld.Start(Bot.Settings(api, Way.Polling, 0));
        var worker = new Talk(api.Worker("en"));
        await worker.Types("/start", "Do you agree?");
        await worker.Presses("I agree. Begin", "What would you like to know?");
        await using var desk = await world.Administrator(width: 1400, height: 1000);
        var page = desk.Page;

        await desk.Goes("/console/content");
        await page.Locator("#search").FillAsync("ម៉ោងធ្វើការ");
        await page.Locator(".found").GetByRole(AriaRole.Link, new() { Name = "rights/hours", Exact = true }).ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("Working hours");
        await desk.Shows("dialog");

        await page.Locator("[data-place='start text en']").FillAsync("New words about hours from the console.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Throw the draft away" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move down: 1" }).First.ClickAsync();
        await Expect(page.Locator("[data-place='start label help en']").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try from here: start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("New words about hours from the console.");
        await page.Locator(".phone .buttons").GetByRole(AriaRole.Button, new() { Name = "Who can help" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("You can call the legal help line");
        await desk.Shows("try-it");
        await page.Locator("#talk-name").FillAsync("She asks who can help with her hours");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(page.GetByText("Kept. It is played")).ToBeVisibleAsync();
        await worker.Types("overtime", "Overtime is your choice"); // nothing of it reached her

        await desk.Goes("/console/publish");
        await Expect(page.Locator("ins", new() { HasText = "New words about hours" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Count the conversations" }).ClickAsync();
        await Expect(page.GetByText("No conversation stands on a screen that changes or goes.")).ToBeVisibleAsync();
        await desk.Shows("publish-refused");
        await Expect(page.Locator(".findings")).ToContainTextAsync("the bot should say '8 hours'"); // an older test holds what the law says
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" })).ToBeDisabledAsync();

        await desk.Goes("/console/content/rights/hours");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move down: 1" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await page.Locator("[data-place='start text en']").FillAsync("New words about hours from the console: at most 8 hours a day or 48 hours a week.");
        await Expect(page.GetByText("81 / 300")).ToBeVisibleAsync();
        await Records(page);
        await Reads(world, desk);
        await desk.Goes("/console/publish");
        await Expect(page.GetByText("No errors, and all conversation tests pass.")).ToBeVisibleAsync();
        await page.Locator("#why").FillAsync("Clearer words");
        await desk.Shows("publish");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" }).ClickAsync();
        await Expect(page.GetByText("It is live as revision 2.")).ToBeVisibleAsync();

        await worker.Types("how many hours", "New words about hours from the console: at most 8 hours");
        var written = await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "dialogs", "rights", "hours.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("New words about hours from the console: at most", written, StringComparison.Ordinal);
        Assert.Contains("She asks who can help with her hours", await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "dialogs", "rights", "hours.talk"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Bring back 1" }).ClickAsync();
        await Expect(page.GetByText("It is live as revision 3.")).ToBeVisibleAsync();
        await worker.Types("how many hours", "at most 8 hours a day");
        Assert.DoesNotContain("New words", await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "dialogs", "rights", "hours.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    /// <summary>She reads the new words aloud.</summary>
    private static async Task Records(IPage page)
    {
        var row = page.Locator("[data-voice='start en']");
        var recorder = page.Locator("dialog.recorder");
        await Expect(page.Locator("dialog.recorder[data-attended]")).ToBeAttachedAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Record: start (en)" }).ClickAsync();
        await Expect(recorder.GetByRole(AriaRole.Timer)).ToHaveTextAsync("0:02");
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await recorder.GetByRole(AriaRole.Button, new() { Name = "Keep the recording" }).ClickAsync();
        await Expect(row).ToContainTextAsync("seconds, Sokha, ");
    }

    /// <summary>A second person reads them and stands for them; she herself cannot.</summary>
    private static async Task Reads(ConsoleWorld world, StaffDesk author)
    {
        var link = await author.Invites("Vanna", "Reviewer");
        await using var reviewer = await world.NewDesk();
        await reviewer.JoinsByPasskey(link);
        await Expect(reviewer.Page.GetByText("wait to be read by a second person")).ToBeVisibleAsync();
        await reviewer.Opens("/console/review", "Review");
        await reviewer.Page.Locator("#find-dialog").FillAsync("rights/hours");
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Working hours" }).First.ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "I read it and stand for it (en)" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("en: reviewed, Vanna, ")).ToBeVisibleAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "It says what its source says: I compared them today" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("source: reviewed, Vanna, ")).ToBeVisibleAsync();
        await reviewer.Shows("reviewed");
        Assert.Empty(reviewer.Complaints);
    }
}
