using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

public sealed class TheGraph
{
    [Fact]
    public async Task An_editor_looks_at_it_zooms_and_moves_by_key_button_wheel_and_mouse_and_follows_a_box_to_its_words()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Graph" }).ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("All dialogs");
        await Ready(desk);
        await desk.Shows("graph-overview");
        var whole = await View(desk);

        await Picture(desk).FocusAsync();
        await Changes(desk, () => desk.Page.Keyboard.PressAsync("+"), (before, after) => Assert.True(after[2] < before[2]));
        await Changes(desk, () => desk.Page.Keyboard.PressAsync("ArrowRight"), (before, after) => Assert.True(after[0] > before[0]));
        await Changes(desk, () => desk.Page.Keyboard.PressAsync("-"), (before, after) => Assert.True(after[2] > before[2]));
        await Changes(desk, () => desk.Page.GetByRole(AriaRole.Button, new() { Name = "Nearer" }).ClickAsync(), (before, after) => Assert.True(after[2] < before[2]));
        await Changes(desk, () => desk.Page.GetByRole(AriaRole.Button, new() { Name = "Farther" }).ClickAsync(), (before, after) => Assert.True(after[2] > before[2]));
        await Changes(desk, () => Drag(desk), (before, after) => Assert.True(after[0] < before[0]));
        await Expect(desk.Title).ToHaveTextAsync("All dialogs"); // a drag that ends on a box is no click
        await Changes(desk, () => desk.Page.Mouse.WheelAsync(0, -300), (before, after) => Assert.True(after[2] < before[2]));
        await Picture(desk).FocusAsync();
        await Changes(desk, () => desk.Page.Keyboard.PressAsync("0"), (_, after) => Assert.Equal(whole, after));

        await desk.Page.Locator("svg.graph a.dialog[href='/console/graph/rights/hours']").ClickAsync();
        await Expect(desk.Title).ToHaveTextAsync("Working hours");
        await Ready(desk);
        Assert.EndsWith("/console/graph/rights/hours", desk.Page.Url, StringComparison.Ordinal);
        await desk.Page.Locator("svg.graph a.screen").First.HoverAsync();
        await desk.Shows("graph-dialog");

        await desk.Page.Locator("svg.graph a[href='/console/content/rights/hours#help']").ClickAsync();
        await desk.Page.Locator("[data-place='help text en']").FillAsync("New words.");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Throw the draft away" })).ToBeVisibleAsync();
        await desk.Goes("/console/graph/rights/hours");
        await Expect(desk.Page.Locator("svg.graph .screen .badge.changed")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("svg.graph a.changed[href$='#help']")).ToContainTextAsync("New words.");
        await Ready(desk);
        await desk.Shows("graph-changed");

        await desk.Goes("/console/graph?all=true");
        await Expect(desk.Title).ToHaveTextAsync("All screens");
        await Ready(desk);
        await desk.Shows("graph-all");
        Assert.Empty(desk.Complaints);
        desk.AskedNobodyElse();
    }

    [Fact]
    public async Task It_can_be_read_in_the_dark_in_Khmer_and_on_a_phone()
    {
        await using var world = await ConsoleWorld.Start();
        await using var desk = await world.Administrator();
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await desk.Goes("/console/language/km");
        await desk.Goes("/console/graph/services");
        await Ready(desk);
        await desk.Shows("graph-dark");

        await desk.Page.SetViewportSizeAsync(390, 800);
        await desk.Goes("/console/graph/rights/hours");
        await Ready(desk);
        await desk.Shows("graph-phone");
        await desk.Goes("/console/graph/no/such");
        await Expect(desk.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("no/such");
        Assert.Empty(desk.Complaints);
    }

    private static ILocator Picture(StaffDesk desk) => desk.Page.Locator("svg.graph");

    /// <summary>The script has taken the picture over: it writes every number with a decimal.</summary>
    private static Task Ready(StaffDesk desk) => Expect(Picture(desk)).ToHaveAttributeAsync("viewBox", new Regex(@"^-?\d+\.\d "));

    private static async Task<double[]> View(StaffDesk desk) =>
        [.. (await Picture(desk).GetAttributeAsync("viewBox"))!.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];

    private static async Task Changes(StaffDesk desk, Func<Task> act, Action<double[], double[]> check)
    {
        var written = (await Picture(desk).GetAttributeAsync("viewBox"))!;
        var before = await View(desk);
        await act();
        await Expect(Picture(desk)).Not.ToHaveAttributeAsync("viewBox", written);
        check(before, await View(desk));
    }

    private static async Task Drag(StaffDesk desk)
    {
        var box = (await desk.Page.Locator("svg.graph a.dialog").First.BoundingBoxAsync())!;
        await desk.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await desk.Page.Mouse.DownAsync();
        await desk.Page.Mouse.MoveAsync(box.X + (box.Width / 2) + 80, box.Y + (box.Height / 2) + 30, new() { Steps = 8 });
        await desk.Page.Mouse.UpAsync();
    }
}
