using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

[Collection(SharedConsole.Name)]
public sealed class TheFirstStart(OneConsole console)
{
    [Fact]
    public async Task Its_link_made_an_administrator_with_a_passkey_once()
    {
        var desk = console.Sokha; // she came by it
        await desk.Opens("/console", "What needs you now");
        await desk.Shows("home");
        await desk.Opens("/console/people", "People");
        await Expect(desk.Page.Locator("tr", new() { HasText = "Sokha" }).GetByText("Editor, Administrator")).ToBeVisibleAsync();
        await desk.Shows("people");

        await using var late = await console.World.NewDesk();
        await late.Page.GotoAsync(console.World.FirstLink);
        await Expect(late.Page.GetByText("This link was used already")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }
}
