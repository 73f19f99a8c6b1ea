using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

public sealed class TheFirstStart
{
    [Fact]
    public async Task Its_link_makes_an_administrator_with_a_passkey_once()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.NewDesk();

        await desk.JoinsByPasskey(world.FirstLink, "Sokha");
        await desk.Shows("home");
        await desk.Goes("/console/people");
        await Expect(desk.Title).ToHaveTextAsync("People");
        await Expect(desk.Page.GetByText("Administrator, Editor").Or(desk.Page.GetByText("Editor, Administrator"))).ToBeVisibleAsync();
        await desk.Shows("people");

        await using var late = await world.NewDesk();
        await late.Page.GotoAsync(world.FirstLink);
        await Expect(late.Page.GetByText("This link was used already")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }
}
