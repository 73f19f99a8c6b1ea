using System.Net;
using Microsoft.AspNetCore.Routing;

namespace ChatSupport.Tests.Staff.Shell;

/// <summary>What who is not signed in can reach, and what forged requests do.</summary>
public sealed class StrangersAtTheDoors(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<(string Path, string[] Methods)> Endpoints => console.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => (Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Methods: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.ToArray() ?? []))
        .Where(endpoint => endpoint.Path.StartsWith("/console", StringComparison.Ordinal) || endpoint.Path.StartsWith("/_blazor", StringComparison.Ordinal))
        .Select(endpoint => (endpoint.Path.Replace("{language}", "en", StringComparison.Ordinal).Replace("{*rest}", "no/such/page", StringComparison.Ordinal), endpoint.Methods));

    [Fact]
    public async Task No_page_but_sign_in_and_join_opens_and_no_circuit_begins()
    {
        using var stranger = console.Caller();
        string[] open = ["/console/sign-in", "/console/join", "/console/language/en"];
        var pages = Endpoints.Where(endpoint => endpoint.Methods is [] || endpoint.Methods.Contains("GET")).Select(endpoint => endpoint.Path)
            .Where(path => !path.Contains('{', StringComparison.Ordinal) && !path.EndsWith(".css", StringComparison.Ordinal) && !path.EndsWith(".js", StringComparison.Ordinal) && !path.EndsWith(".gz", StringComparison.Ordinal) && !path.EndsWith(".br", StringComparison.Ordinal)
                && !path.Contains("/reports.licences.", StringComparison.Ordinal))
            .Distinct().ToList();
        Assert.Contains("/console/audit/export", pages);
        Assert.Contains("/console/people", pages);

        foreach (var path in pages.Append("/_blazor?id=abc").Append("/_framework/opaque-redirect"))
        {
            using var answer = await stranger.Get(path);
            if (open.Contains(path))
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, path);
            else
                Assert.True(answer.Headers.Location?.AbsolutePath() == "/console/sign-in" || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("_framework/blazor.web", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        foreach (var path in new[] { "/_blazor/negotiate?negotiateVersion=1", "/_blazor/disconnect", "/_blazor", "/_blazor/initializers" })
        {
            using var answer = await stranger.Post(path);
            Assert.True(answer.Headers.Location?.AbsolutePath() == "/console/sign-in" || answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_post_wants_the_token_of_a_page_of_the_same_browser()
    {
        using var stranger = console.Caller();
        using var member = await console.Member("Forged upon", ChatSupport.Staff.Roles.StaffRole.Editor);
        var foreign = await console.Caller().Token();
        var posts = Endpoints.Where(endpoint => endpoint.Methods.Contains("POST") && endpoint.Path.StartsWith("/console", StringComparison.Ordinal)).Select(endpoint => endpoint.Path).Distinct().ToList();
        Assert.True(posts.Count >= 10, string.Join(' ', posts));
        (string, string)[] fields = [("token", "x"), ("name", "x"), ("password", "x"), ("code", "x"), ("credential", "{}"), ("sealedKey", "x")];

        foreach (var path in posts)
        {
            foreach (var caller in new[] { stranger, member })
            {
                await caller.Token(); // it has a page of its own, and the cookie that belongs to it
                foreach (var token in new[] { null, "", "made up", foreign })
                {
                    using var answer = await caller.Post(path, token is null ? fields : [.. fields, ("__RequestVerificationToken", token)]);
                    var isRefused = answer.StatusCode == HttpStatusCode.BadRequest || (caller == stranger && answer.Headers.Location?.AbsolutePath() == "/console/sign-in" && !path.StartsWith("/console/sign-in/", StringComparison.Ordinal));
                    Assert.True(isRefused, $"{path} with the token '{token}': {answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }
        Assert.True(await member.IsIn()); // nothing signed her out
    }

    [Fact]
    public async Task A_token_from_before_the_sign_in_does_nothing_after_it()
    {
        using var member = console.Caller();
        var before = await member.Token();
        using var other = await console.Member("Late token", ChatSupport.Staff.Roles.StaffRole.Editor);
        using var signedIn = await member.SignsIn("Late token", other.App.Code());
        Assert.Equal("/console", signedIn.Headers.Location?.AbsolutePath());

        using var answer = await member.Post("/console/sign-out", ("__RequestVerificationToken", before));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await member.IsIn());
    }

    [Fact]
    public async Task A_person_whose_page_is_too_old_reads_a_sentence()
    {
        using var stranger = console.Caller();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/console/sign-out", UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");

        using var answer = await stranger.Send(request);

        Assert.Equal((HttpStatusCode.BadRequest, "The page is too old. Go back, load it again, and do it once more."), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [Theory]
    [InlineData("/console/sign-in/passkey", null)]
    [InlineData("/console/sign-in/password", "/console/sign-in?failed=password")]
    [InlineData("/console/join/open", null)]
    [InlineData("/console/join/passkey", null)]
    [InlineData("/console/join/passkey/options", null)]
    [InlineData("/console/join/password", null)]
    public async Task Nonsense_is_refused_and_never_a_fault(string path, string? leadsTo)
    {
        using var stranger = console.Caller();
        foreach (var nonsense in new[] { "x", "", "{}", "[]", "null", "{\"id\":1}", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}", "\0", new string('x', 200) + "\ud83d\ude00", "' OR 1 = 1 --", "<script>" })
        {
            foreach (var asks in new[] { false, true })
            {
                using var options = asks ? await stranger.Submit("/console/sign-in/passkey/options") : null;
                using var answer = await stranger.Submit(path, [.. new[] { "token", "name", "password", "code", "credential", "sealedKey" }.Select(name => (name, nonsense))]);

                Assert.True((int)answer.StatusCode is >= 300 and < 500, $"'{nonsense}': {answer.StatusCode}");
                if (leadsTo is not null && answer.StatusCode != HttpStatusCode.BadRequest)
                    Assert.Equal(leadsTo, answer.Headers.Location?.ToString());
            }
        }
        using var empty = await stranger.Submit(path);
        Assert.True((int)empty.StatusCode is >= 400 and < 500, $"without fields: {empty.StatusCode}");
    }

    [Theory]
    [InlineData("/console/people", "/console/people")]
    [InlineData("//evil.example", "/console")]
    [InlineData("https://evil.example", "/console")]
    [InlineData("/\\evil.example", "/console")]
    [InlineData("/console\r\nX: y", "/console")]
    [InlineData("", "/console")]
    public async Task The_choice_of_language_leads_to_the_console_only(string to, string leadsTo)
    {
        using var stranger = console.Caller();

        using var answer = await stranger.Get($"/console/language/km?to={Uri.EscapeDataString(to)}");

        Assert.Equal(leadsTo, answer.Headers.Location?.ToString());
        Assert.Contains("<html lang=\"km\">", await stranger.Text("/console/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_console_there_is_nothing_of_it()
    {
        using var installation = new Hosting.Installation();
        await using var app = await installation.Serve("--ChatSupport:Staff:Console=false");
        using var stranger = new ConsoleCaller(new Uri(app.Urls.First()));

        foreach (var path in new[] { "/console", "/console/sign-in", "/console/join", "/console/console.js", "/_blazor/negotiate", "/_framework/blazor.web.js", "/_content/MudBlazor/MudBlazor.min.css" })
        {
            using var answer = await stranger.Get(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }
        using var page = await stranger.Get("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task Pages_tell_the_browser_to_take_nothing_from_elsewhere_and_to_keep_nothing()
    {
        using var stranger = console.Caller();
        using var answer = await stranger.Get("/console/sign-in");

        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("console-form", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }
}

internal static class Addresses
{
    /// <summary>The path of an address that may be whole or not.</summary>
    public static string AbsolutePath(this Uri address) => address.IsAbsoluteUri ? address.AbsolutePath : address.ToString().Split('?')[0];
}
