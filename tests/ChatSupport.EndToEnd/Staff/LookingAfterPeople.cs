using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

[Collection(SharedConsole.Name)]
public sealed class LookingAfterPeople(OneConsole console)
{
    [Fact]
    public async Task An_invited_editor_sees_her_pages_only_and_is_out_at_once_when_she_is_stopped()
    {
        var (desk, _) = await console.Member("Vanna", "Editor");
        await using var vanna = desk;
        await Expect(vanna.Page.Locator("nav a")).ToHaveTextAsync(["Home", "Content", "Graph", "Directory", "Translations", "Review", "Insight", "Publish", "Risk words", "Your account"]);
        foreach (var path in new[] { "/console/people", "/console/audit" })
        {
            await vanna.Opens(path, "Not for your role");
            await Expect(vanna.Page.GetByText("An administrator can give one")).ToBeVisibleAsync();
        }
        await vanna.Shows("not-for-your-role");
        Assert.Equal(403, (await vanna.Context.APIRequest.GetAsync(new Uri(vanna.Site, "/console/audit/export").ToString())).Status);
        await vanna.Opens("/console/no/such/page", "Nothing here");
        await vanna.Opens("/console", "What needs you now");

        await Changes("Vanna");
        await console.Sokha.Page.GetByRole(AriaRole.Button, new() { Name = "Stop (can be undone)" }).ClickAsync();

        await vanna.IsAtSignIn();
        await Expect(console.Sokha.Page.GetByText("Vanna (stopped)")).ToBeVisibleAsync();
        await Changes("Vanna");
        await console.Sokha.Page.GetByRole(AriaRole.Button, new() { Name = "Let in again" }).ClickAsync();
        await Expect(console.Sokha.Page.GetByText("Vanna (stopped)")).ToHaveCountAsync(0);
        Assert.DoesNotContain(vanna.Complaints, line => !line.Contains("403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_are_taken_away_only_after_the_person_was_named()
    {
        var (desk, app) = await console.Member("Rithy", "Editor");
        await using var rithy = desk;
        await Changes("Rithy");
        var page = console.Sokha.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New keys by a link" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var take = dialog.GetByRole(AriaRole.Button, new() { Name = "Take the keys away" });
        await Expect(take).ToBeDisabledAsync();
        await dialog.Locator("input").FillAsync("Rithi");
        await Expect(take).ToBeDisabledAsync();
        await console.Sokha.Shows("name-it");
        await dialog.Locator("input").FillAsync("rithy");
        await take.ClickAsync();

        await Expect(page.Locator("#link")).ToBeVisibleAsync();
        await rithy.IsAtSignIn();
        await rithy.SignsIn("Rithy", app.Code());
        await Expect(rithy.Page.GetByText("That does not match")).ToBeVisibleAsync();
        await rithy.JoinsByPasskey(await page.Locator("#link").InputValueAsync());
    }

    [Fact]
    public async Task Markup_and_formulas_typed_as_a_name_are_shown_as_text()
    {
        const string Name = "<img src=x onerror=alert(1)><b>Pisey</b>{{7*7}}";
        var dialogs = 0;
        console.Sokha.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        var link = await console.Sokha.Invites(Name, "Editor");
        await Expect(console.Sokha.Page.GetByText(Name)).ToBeVisibleAsync();
        await using var desk = await console.World.NewDesk();
        await desk.Page.GotoAsync(link);
        await Expect(desk.Page.Locator("[data-known] strong")).ToHaveTextAsync(Name);
        await desk.JoinsByPasskey(link);
        await desk.Goes("/console/account");
        await Expect(desk.Title).ToHaveTextAsync(Name);
        await console.Sokha.Opens("/console/audit", "Audit log");
        await Expect(console.Sokha.Page.GetByText(Name).First).ToBeVisibleAsync();
        await console.Sokha.Shows("audit");

        Assert.Equal(0, dialogs);
        foreach (var one in new[] { desk, console.Sokha })
        {
            Assert.Equal(0, await one.Page.Locator("img[src=x], b:text('Pisey')").CountAsync());
            Assert.Empty(one.Complaints);
        }
    }

    private async Task Changes(string name)
    {
        await console.Sokha.Opens("/console/people", "People");
        await console.Sokha.Page.GetByRole(AriaRole.Button, new() { Name = $"Change {name}", Exact = true }).ClickAsync();
        await Expect(console.Sokha.Page.GetByRole(AriaRole.Button, new() { Name = "Save the roles" })).ToBeVisibleAsync();
    }
}
