using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>Small screens, the dark, a voice that reads aloud.</summary>
[Collection(SharedConsole.Name)]
public sealed class TheConsoleIsUsable(OneConsole console)
{
    private static readonly (string Path, string Title)[] pages =
        [("/console", "What needs you now"), ("/console/people", "People"), ("/console/audit", "Audit log"), ("/console/account", "Sokha"), ("/console/nothing-here", "Nothing here")];

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task A_scan_finds_nothing_and_nothing_runs_out_of_the_screen(ColorScheme scheme, int width)
    {
        var desk = console.Sokha;
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await desk.Page.SetViewportSizeAsync(width, 900);
        foreach (var (path, title) in pages)
        {
            await desk.Opens(path, title);
            await desk.IsFine(title, scheme, width);
        }
        await desk.Opens("/console/people", "People");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Change Sokha" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "New keys by a link" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await desk.IsFine("Name it", scheme, width);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await desk.Page.SetViewportSizeAsync(1200, 900);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task A_scan_finds_nothing_before_the_sign_in(ColorScheme scheme, int width)
    {
        var link = await console.Sokha.Invites($"Scanned {scheme}", "Editor");
        await using var desk = await console.World.NewDesk(width, 900, scheme);
        await desk.Opens("/console/sign-in?failed=password", "Sign in");
        await desk.IsFine("Sign in", scheme, width);
        await desk.Page.GotoAsync(link);
        await desk.Page.Locator("details[data-password] summary").ClickAsync();
        await Expect(desk.Page.Locator("[data-picture]")).ToBeVisibleAsync();
        await desk.Page.Locator("[data-with=password]").ClickAsync();
        await Expect(desk.Page.Locator("[data-trouble]")).ToContainTextAsync("at least 12 characters");
        await desk.IsFine("Join", scheme, width);
    }
}
