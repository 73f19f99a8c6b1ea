using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>Small screens, large letters, no mouse, a voice that reads aloud, the dark.</summary>
[Collection(WebPageForEverybody.Name)]
public sealed class UsableForEverybody(WebPageWorld world)
{
    [Theory]
    [InlineData("km-KH", ColorScheme.Light, 360, 640)]
    [InlineData("km-KH", ColorScheme.Dark, 360, 640)]
    [InlineData("en-US", ColorScheme.Light, 320, 568)]
    [InlineData("en-US", ColorScheme.Dark, 320, 568)]
    [InlineData("km-KH", ColorScheme.Light, 160, 284)] // 320 points at 200 percent
    public async Task An_accessibility_scan_finds_nothing_on_any_screen(string locale, ColorScheme scheme, int width, int height)
    {
        await using var phone = await world.NewPhone(locale, scheme, width, height);
        await phone.Open();
        await Scan(phone, "consent");
        await phone.Press(0, until: "សិទ្ធិរបស់ខ្ញុំ|My rights");
        await Scan(phone, "home");
        await phone.Types("2");
        await phone.Sees("តើអ្នករកអ្វី|What are you looking for");
        await phone.Press(0, until: "តើអ្នកនៅម្តុំណា|Where are you");
        await Scan(phone, "where");
        await phone.Page.Locator("#tools button").ClickAsync();
        await phone.Sees("ជិតអ្នក|Near you");
        await phone.Press(0, until: "កុំទៅ|do not go there");
        await Scan(phone, "service");
        await phone.Context.SetOfflineAsync(true);
        await phone.Types("1");
        await Expect(phone.Status).ToHaveClassAsync("wait");
        await Scan(phone, "offline");
        await phone.Photograph($"scan-{locale}-{scheme}-{width}");
    }

    [Theory]
    [InlineData(320, 568, 1)]
    [InlineData(320, 568, 2)] // letters twice as large
    [InlineData(160, 284, 1)] // everything twice as large
    public async Task Nothing_runs_out_of_the_screen_and_every_button_is_as_big_as_a_thumb(int width, int height, int letters)
    {
        await using var phone = await world.NewPhone(width: width, height: height);
        await phone.Open();
        await phone.Page.EvaluateAsync($"document.documentElement.style.fontSize = '{letters * 100}%'");
        await phone.Press(0, until: "សិទ្ធិរបស់ខ្ញុំ");
        await phone.Types("2");
        await phone.Sees("តើអ្នករកអ្វី");
        await phone.Press(0, until: "តើអ្នកនៅម្តុំណា");
        await phone.Photograph($"small-{width}-{letters}");

        var outside = await phone.Page.EvaluateAsync<string[]>("""
            Array.from(document.querySelectorAll("body *")).filter(e => !e.closest(".hide") && e.getClientRects().length && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)).map(e => e.outerHTML.slice(0, 80))
            """);
        Assert.Empty(outside);
        var small = await phone.Page.EvaluateAsync<string[]>("""
            Array.from(document.querySelectorAll("button, a, textarea")).filter(e => e.getClientRects().length && (e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)).map(e => e.outerHTML.slice(0, 80))
            """);
        Assert.Empty(small);

        // Whatever can be pressed can be reached, and the way out always stands in sight.
        foreach (var control in await phone.Page.Locator("button:visible, textarea").AllAsync())
        {
            await control.ScrollIntoViewIfNeededAsync();
            await control.ClickAsync(new() { Trial = true });
            await phone.Page.Locator("#leave").ClickAsync(new() { Trial = true });
        }
    }

    [Fact]
    public async Task She_can_do_everything_with_a_keyboard()
    {
        await using var phone = await world.NewPhone("en-US");
        await phone.Open();

        await TabTo(phone, "button", "I agree");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Sees("My rights");
        // The button she pressed is gone; she is at the new screen, not at the top of the page again.
        Assert.Contains("My rights", await phone.Page.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
        await TabTo(phone, "button", "Services near me");
        await phone.Page.Keyboard.PressAsync(" ");
        await phone.Sees("What are you looking for");
        await TabTo(phone, "button", "Back");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Sees("My rights");
        await TabTo(phone, "textarea", "");
        await phone.Page.Keyboard.TypeAsync("1");
        await TabTo(phone, "button", "Send");
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(phone.OwnLines).ToHaveCountAsync(1);
        Assert.Equal("words", await phone.Page.EvaluateAsync<string>("document.activeElement.id"));
        await TabTo(phone, "a", "Leave quickly");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.IsGone();
    }

    [Fact]
    public async Task A_screen_reader_is_told_what_everything_is()
    {
        await using var phone = await world.NewPhone("en-US");
        await phone.OpenHome();
        await phone.Types("២");
        await phone.Sees("What are you looking for");

        var page = phone.Page;
        await Expect(page.GetByRole(AriaRole.Log, new() { Name = "Conversation" })).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Write here" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "1 Doctor and health" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Talk to a person" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Leave quickly" })).ToBeVisibleAsync();
        await Expect(page.Locator(".own .text")).ToHaveAttributeAsync("lang", "km");
        await Expect(phone.LatestAnswer).ToHaveAttributeAsync("lang", "en");
        await Expect(phone.LatestAnswer).ToContainTextAsync("Answer:");
    }

    [Fact]
    public async Task Khmer_stands_in_lines_far_enough_apart_and_breaks_where_the_words_end()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        var style = await phone.Page.EvaluateAsync<double[]>("(s => [parseFloat(s.lineHeight) / parseFloat(s.fontSize), parseFloat(s.fontSize)])(getComputedStyle(document.querySelector('.bot .text')))");
        Assert.True(style[0] >= 1.8, $"The lines are {style[0]} apart.");
        Assert.True(style[1] >= 16);
        await phone.Page.EvaluateAsync("document.querySelector('.bot .text').textContent = 'ក'.repeat(30) + '\\u200b' + 'ខ'.repeat(10)");
        var broken = await phone.Page.EvaluateAsync<bool>("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.bot .text'))");
        Assert.True(broken, "A long word runs out of its line.");
    }

    private static async Task Scan(Phone phone, string screen)
    {
        var found = await AccessibilityScan.Of(phone.Page);
        Assert.True(found.Count == 0, $"On the screen '{screen}': {string.Join("; ", found)}");
    }

    /// <summary>Presses Tab until she is at the thing, as one does who sees nothing.</summary>
    private static async Task TabTo(Phone phone, string tag, string words)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            if (await phone.Page.EvaluateAsync<bool>("([tag, words]) => document.activeElement.matches(tag) && document.activeElement.textContent.includes(words)", new[] { tag, words }))
                return;
        }

        Assert.Fail($"Forty presses of Tab did not come to {tag} '{words}'.");
    }
}
