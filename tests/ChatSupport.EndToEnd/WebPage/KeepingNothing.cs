using System.Net;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.WebPage;

/// <summary>The phone is searched afterwards, and everything on the way is watched.</summary>
[Collection(OneWebPage.Name)]
public sealed class KeepingNothing(WebPageWorld world)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_phone_keeps_a_token_for_the_tab_and_nothing_else()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();
        await phone.Types("ថែមម៉ោង");
        await phone.Sees("ថែមម៉ោង");

        var kept = await phone.Page.EvaluateAsync<string[]>("""
            (async () => [
              Object.keys(sessionStorage).join(), Object.keys(JSON.parse(sessionStorage.n)).join(), String(localStorage.length), document.cookie,
              String((await indexedDB.databases()).length), String((await caches.keys()).length), String((await navigator.serviceWorker.getRegistrations()).length)])()
            """);
        Assert.Equal(["n", "c,t,at", "0", "", "0", "0", "0"], kept);
        Assert.Empty(await phone.Context.CookiesAsync());
        Assert.DoesNotContain("ថែម", await phone.Page.EvaluateAsync<string>("sessionStorage.n"), StringComparison.Ordinal);
        await using var second = await Phone.New(world.Browser, phone.Site);
        await second.Open();
        Assert.NotEqual((await phone.Kept()).Conversation, (await second.Kept()).Conversation);
    }

    [Fact]
    public async Task Tab_icon_and_manifest_say_nothing()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        Assert.Equal("Notes", await phone.Page.TitleAsync());
        var manifest = await phone.Page.EvaluateAsync<string>("fetch(document.querySelector('link[rel=manifest]').href).then(answer => answer.text())");
        Assert.Contains("\"name\":\"Notes\"", manifest, StringComparison.Ordinal);
        await Expect(phone.Page.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex, nofollow");
        Assert.DoesNotContain("chat", await phone.Page.ContentAsync().ContinueWith(page => System.Text.RegularExpressions.Regex.Replace(page.Result, "<[^>]*>", ""), Cancel), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(phone.Site.ToString(), phone.Page.Url); // nothing of the talk stands in the address
    }

    [Fact]
    public async Task The_browser_may_run_and_reach_nothing_but_ours()
    {
        using var http = new HttpClient { BaseAddress = world.Program.Url };
        using var page = await http.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        foreach (var rule in (string[])["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
            Assert.Contains(rule, policy.Split("; "));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.False(page.Headers.Contains("Set-Cookie"));
        var html = await page.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script(?![^>]* src=)", html);
        Assert.DoesNotMatch(" on[a-z]+=", html);
    }

    [Fact]
    public async Task A_script_that_somebody_smuggles_in_does_not_run()
    {
        await using var phone = await world.NewPhone();
        await phone.OpenHome();

        await phone.Page.EvaluateAsync("document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/a.png' }))");
        await phone.Page.EvaluateAsync("(() => { const s = document.createElement('script'); s.setAttribute('nonce', 'x'); s.append('window.smuggled = 1'); try { document.body.append(s); } catch (e) {} })()");

        Assert.True(await phone.Page.EvaluateAsync<bool>("window.smuggled === undefined"));
        Assert.Contains(phone.Complaints, complaint => complaint.Contains("policy: img-src", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_are_compressed_kept_for_ever_under_their_hash_and_not_sent_twice()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = world.Program.Url };
        var html = await http.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        var script = System.Text.RegularExpressions.Regex.Match(html, "/page/[0-9a-f]{12}/chat.js").Value;
        using var ask = new HttpRequestMessage(HttpMethod.Get, script) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var first = await http.SendAsync(ask, Cancel);
        Assert.Equal("br", Assert.Single(first.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", first.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, script) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var second = await http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var old = await http.GetAsync(new Uri("/page/000000000000/chat.js", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        using var strange = await http.GetAsync(new Uri(script.Replace("chat.js", "..%2f..%2fappsettings.json", StringComparison.Ordinal), UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
    }

    [Fact]
    public async Task All_that_a_phone_fetches_is_under_forty_kilobytes()
    {
        await using var phone = await world.NewPhone();
        var protocol = await phone.Protocol();
        await protocol.SendAsync("Network.enable");
        var received = 0.0;
        protocol.Event("Network.loadingFinished").OnEvent += (_, finished) => received += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await phone.OpenHome();

        Assert.InRange(received, 5_000, 40_000); // headers and the talk's own messages included
        Assert.DoesNotContain(phone.Requests, address => address.EndsWith(".woff2", StringComparison.Ordinal)); // this phone has a Khmer font
    }
}
