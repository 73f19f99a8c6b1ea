using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>Somebody looks over her shoulder.</summary>
[Collection(OneWebPage.Name)]
public sealed class LeavingQuickly(WebPageWorld world)
{
    private const string Before = "https://before.example/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("button")]
    [InlineData("escape")]
    [InlineData("words")]
    public async Task The_page_is_gone_and_nothing_brings_it_back(string way)
    {
        await using var browser = await world.Launch(without: "--disable-back-forward-cache"); // as on a real phone
        await using var phone = await Phone.New(browser, world.Program.Url);
        await phone.Context.RouteAsync(Before + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Before</title>" }));
        await phone.Page.GotoAsync(Before);
        await phone.OpenHome();
        await phone.Types("ថែមម៉ោង");
        await phone.Sees("ថែមម៉ោង");
        var (conversation, token) = await phone.Kept();
        var entries = await phone.Page.EvaluateAsync<int>("history.length");

        await Leave(phone, way);

        await phone.IsGone();
        await Expect(phone.Page).ToHaveTitleAsync("Weather");
        Assert.Equal(entries, await phone.Page.EvaluateAsync<int>("history.length"));
        await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal(Before, phone.Page.Url);
        await phone.Page.GoForwardAsync(new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal(WebPageWorld.LeaveTo, phone.Page.Url);
        await TheServerKeepsNothing(conversation, token);

        await phone.Open(); // she comes later: a new talk, nothing of the old one
        Assert.NotEqual(conversation, (await phone.Kept()).Conversation);
        await Expect(phone.Log).Not.ToContainTextAsync("ថែមម៉ោង");
    }

    [Fact]
    public async Task The_page_is_empty_within_the_press_whatever_the_network_does()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        var left = await phone.Page.EvaluateAsync<string[]>("""
            (() => {
              document.getElementById("leave").click();
              return [document.title, document.body.textContent.trim(), String(document.body.childElementCount), String(sessionStorage.length), getComputedStyle(document.body).display];
            })()
            """);

        Assert.Equal(["", "", "0", "0", "none"], left);
    }

    [Fact]
    public async Task One_escape_alone_does_not_leave()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Page.Keyboard.PressAsync("Escape");
        await phone.Types("២"); // more than enough happens after it

        await phone.Sees("តើអ្នករកអ្វី");
        Assert.StartsWith(phone.Site.ToString(), phone.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_the_page_goes_all_the_same()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        await phone.Context.SetOfflineAsync(true);

        await phone.Page.Locator("#leave").ClickAsync();

        await Expect(phone.Page).Not.ToHaveURLAsync(new Regex("^" + Regex.Escape(phone.Site.ToString())));
        await phone.Context.SetOfflineAsync(false);
        await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal("about:blank", phone.Page.Url);
    }

    [Fact]
    public async Task A_sensitive_screen_that_nobody_touches_hides_itself()
    {
        await using var phone = await world.NewPhone();
        await phone.Page.Clock.InstallAsync();
        await phone.OpenHome();
        await phone.Choices.Filter(new() { HasText = "ជួយបន្ទាន់" }).ClickAsync();
        await Expect(phone.Choices.Filter(new() { HasText = "សិទ្ធិរបស់ខ្ញុំ" })).ToHaveCountAsync(0);

        await phone.Page.Clock.FastForwardAsync("10:30");

        await phone.IsGone();
    }

    [Fact]
    public async Task What_she_writes_on_a_sensitive_screen_goes_from_the_page_when_the_server_has_it()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        await phone.Press("ជួយបន្ទាន់", until: "អ្នកមិននៅម្នាក់ឯងទេ");
        var screen = await phone.LatestAnswer.InnerTextAsync();

        await phone.Types("១");

        await Expect(phone.LatestAnswer).Not.ToHaveTextAsync(screen, new() { UseInnerText = true });
        await Expect(phone.OwnLines).ToHaveCountAsync(0);
        phone.IsAtPeace();
    }

    private static async Task Leave(Phone phone, string way)
    {
        if (way == "button")
        {
            await phone.Page.Locator("#leave").ClickAsync();
        }
        else if (way == "words")
        {
            await phone.Types("ចាកចេញ");
        }
        else
        {
            await phone.PressesEscapeTwice();
        }
    }

    /// <summary>The server shows the decoy and nothing that was before it.</summary>
    private async Task TheServerKeepsNothing(string conversation, string token)
    {
        using var http = new HttpClient { BaseAddress = world.Program.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (; ; await Task.Delay(50, Cancel))
        {
            using var all = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/v3/directline/conversations/{conversation}/activities", UriKind.Relative), Cancel));
            var shown = all.RootElement.GetProperty("activities").EnumerateArray().Where(activity => activity.GetProperty("type").GetString() == "message").ToArray();
            if (shown.Length == 1 && shown[0].GetProperty("channelData").GetProperty("chatsupport").GetProperty("decoy").GetBoolean())
                return;
        }
    }
}
