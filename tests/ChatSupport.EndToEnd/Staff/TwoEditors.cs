using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Staff;

/// <summary>Two people at two desks, one dialog.</summary>
public sealed class TwoEditors
{
    private const string Dialog = "/console/content/rights/hours";
    private const string Script = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";

    [Fact]
    public async Task See_each_other_and_never_write_over_one_another_unasked()
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.Administrator(width: 1400);
        await using var dara = await Invited(world, sokha, "Dara");
        await sokha.Goes(Dialog);
        await dara.Goes(Dialog);

        await Expect(sokha.Page.GetByText("Also here now: Dara")).ToBeVisibleAsync();
        await Expect(dara.Page.GetByText("Also here now: Sokha")).ToBeVisibleAsync();

        // What one changes stands on the other's page by itself.
        await Box(sokha, "today text en").FillAsync("Sokha was here first.");
        await Expect(Box(dara, "today text en")).ToHaveValueAsync("Sokha was here first.");

        // Both are at the same text: whose field is under her hand loses nothing and is asked.
        await Box(dara, "start text en").FocusAsync();
        await Box(sokha, "start text en").FillAsync("Sokha's words.");
        await Expect(dara.Page.GetByText("Sokha changed this meanwhile to:")).ToBeVisibleAsync();
        await Box(dara, "start text en").FillAsync("Dara's words.");
        await dara.Shows("two-editors");
        await Expect(Box(sokha, "start text en")).ToHaveValueAsync("Sokha's words.");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await Box(sokha, "today text en").FocusAsync();
        await Expect(Box(sokha, "start text en")).ToHaveValueAsync("Dara's words.");

        await Box(dara, "help text en").FocusAsync();
        await Box(sokha, "help text en").FillAsync("Sokha's help.");
        await Expect(dara.Page.GetByText("Sokha changed this meanwhile to:")).ToBeVisibleAsync();
        await Box(dara, "help text en").FillAsync("Dara's help.");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Take that" }).ClickAsync();
        await Expect(Box(dara, "help text en")).ToHaveValueAsync("Sokha's help.");

        await dara.Goes("/console");
        await Expect(sokha.Page.GetByText("Also here now: Dara")).ToBeHiddenAsync();
        Assert.Empty(sokha.Complaints.Concat(dara.Complaints));
    }

    [Fact]
    public async Task What_was_typed_in_a_hurry_is_kept_and_words_a_line_each_as_well()
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.Administrator(width: 1400);
        await sokha.Goes(Dialog);

        await Box(sokha, "start text en").FillAsync("");
        await Box(sokha, "start text en").PressSequentiallyAsync("One word after the other, with rests: ", new() { Delay = 30 });
        await Box(sokha, "start text en").PressSequentiallyAsync("and another.", new() { Delay = 120 });
        await Box(sokha, "keywords en").PressAsync("Control+End");
        await Box(sokha, "keywords en").PressSequentiallyAsync("\nnight hours\n", new() { Delay = 200 });
        await Expect(sokha.Page.GetByText("changed this meanwhile to:")).ToHaveCountAsync(0);
        await sokha.Page.GetByRole(AriaRole.Navigation, new() { Name = "Where you are" }).GetByRole(AriaRole.Link, new() { Name = "Content" }).ClickAsync(); // within the pause
        await Expect(sokha.Title).ToHaveTextAsync("Content");
        await sokha.Goes(Dialog);

        await Expect(Box(sokha, "start text en")).ToHaveValueAsync("One word after the other, with rests: and another.");
        await Expect(Box(sokha, "keywords en")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("hours a day\nnight hours$"));
        Assert.Empty(sokha.Complaints);
    }

    [Fact]
    public async Task Markup_in_a_text_a_title_or_the_reason_is_shown_as_text_everywhere()
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.Administrator(width: 1400);
        await sokha.Goes(Dialog);
        await Box(sokha, "title en").FillAsync($"Hours {Script}");
        await Box(sokha, "today text en").FillAsync($"{await Box(sokha, "today text en").InputValueAsync()} Today {Script}");
        await Expect(sokha.Title).ToHaveTextAsync($"Hours {Script}");
        await sokha.Goes("/console/content");
        await Expect(sokha.Page.GetByRole(AriaRole.Link, new() { Name = $"Hours {Script}" })).ToBeVisibleAsync();
        await sokha.Page.Locator("#search").FillAsync("onerror");
        await Expect(sokha.Page.Locator(".found")).ToContainTextAsync("onerror");
        await sokha.Goes("/console/publish");
        await Expect(sokha.Page.Locator("ins", new() { HasText = $"Today {Script}" })).ToBeVisibleAsync();
        await sokha.Page.Locator("#why").FillAsync($"Why {Script}");
        await sokha.Page.GetByRole(AriaRole.Button, new() { Name = "Publish to workers" }).ClickAsync();
        await Expect(sokha.Page.GetByText("It is live as revision 2.")).ToBeVisibleAsync();
        await Expect(sokha.Page.GetByRole(AriaRole.Cell, new() { Name = $"Why {Script}" })).ToBeVisibleAsync();
        await sokha.Goes("/console");

        foreach (var path in new[] { Dialog, "/console/content", "/console/publish", "/console/audit", "/console" })
        {
            await sokha.Goes(path);
            await Expect(sokha.Title).ToBeVisibleAsync();
            Assert.False(await sokha.Page.EvaluateAsync<bool>("'hit' in window || document.querySelector('img[src=x]') !== null"), path);
        }
        Assert.Empty(sokha.Complaints);
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Light)]
    public async Task The_pages_fit_a_phone_and_an_accessibility_scan_finds_nothing(int width, ColorScheme scheme)
    {
        await using var world = await ConsoleWorld.Start();
        await using var sokha = await world.NewDesk(width, 800, scheme);
        await sokha.JoinsByPasskey(world.FirstLink, "Sokha");
        await sokha.Goes(Dialog);
        await Box(sokha, "start text en").FillAsync("New words: at most 8 hours a day or 48 hours a week.");
        await sokha.Page.GetByRole(AriaRole.Button, new() { Name = "Try from here: start" }).ClickAsync();
        await Expect(sokha.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("New words");

        var found = new List<string>();
        found.AddRange(await Scan(sokha, $"dialog-{width}-{scheme}"));
        await sokha.Goes("/console/content");
        await Expect(sokha.Page.Locator(".tree-line").First).ToBeVisibleAsync();
        await sokha.Page.Locator("#search").FillAsync("hours");
        await Expect(sokha.Page.Locator(".found li").First).ToBeVisibleAsync();
        found.AddRange(await Scan(sokha, $"content-{width}-{scheme}"));
        await sokha.Goes("/console/publish");
        await Expect(sokha.Page.Locator("#why")).ToBeVisibleAsync();
        found.AddRange(await Scan(sokha, $"publish-{width}-{scheme}"));

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static ILocator Box(StaffDesk desk, string place) => desk.Page.Locator($"[data-place='{place}']");

    /// <summary>Somebody whom the administrator invited as an editor, at a desk of her own.</summary>
    private static async Task<StaffDesk> Invited(ConsoleWorld world, StaffDesk administrator, string name)
    {
        await administrator.Goes("/console/people");
        await administrator.Page.Locator("#invite-name").FillAsync(name);
        await administrator.Page.Locator("fieldset.roles").First.GetByLabel("Editor").CheckAsync();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        var link = await administrator.Page.Locator("#link").InputValueAsync();
        var desk = await world.NewDesk(1400);
        await desk.JoinsByPasskey(link);
        return desk;
    }

    private static async Task<IEnumerable<string>> Scan(StaffDesk desk, string page)
    {
        await desk.Shows(page);
        var found = await AccessibilityScan.Of(desk.Page);
        var outside = await desk.Page.EvaluateAsync<string[]>("""
            document.documentElement.scrollWidth <= innerWidth + 1 ? [] : Array.from(document.querySelectorAll("body *")).filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 5)
            """);
        return found.Select(line => $"{page}: {line}")
            .Concat(outside.Select(element => $"{page}: runs out of the screen: {element}"));
    }
}
