using System.Net;
using ChatSupport.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Tests.Hosting;

/// <summary>What holds for every HTTP door, tried on small ones.</summary>
public sealed class TheDoors
{
    [Fact]
    public async Task Who_asks_too_fast_is_told_kindly_and_others_are_not_held_up()
    {
        await using var app = await Open(("ChatSupport:Http:Burst", "3"), ("ChatSupport:Http:PerMinute", "1"));
        using var client = ClientOf(app);

        var answers = new List<HttpResponseMessage>();
        for (var n = 0; n < 4; n++)
            answers.Add(await Ask(client, "/limited", "203.0.113.7"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode));
        Assert.Equal("5", answers[3].Headers.GetValues("Retry-After").Single());
        Assert.Contains("Nothing is lost", await answers[3].Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/limited", "203.0.113.8")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/free", "203.0.113.7")).StatusCode);
    }

    [Fact]
    public async Task Addresses_of_one_newer_network_count_as_one()
    {
        await using var app = await Open(("ChatSupport:Http:Burst", "1"), ("ChatSupport:Http:PerMinute", "1"));
        using var client = ClientOf(app);

        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/limited", "2001:db8:1:2::1")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(client, "/limited", "2001:db8:1:2:ffff::9")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/limited", "2001:db8:1:3::1")).StatusCode);
    }

    [Fact]
    public async Task Who_is_no_trusted_proxy_cannot_speak_for_another_address()
    {
        await using var app = await Open(("ChatSupport:Http:Burst", "1"), ("ChatSupport:Http:PerMinute", "1"), ("ChatSupport:Http:TrustedProxies", "192.0.2.1"));
        using var client = ClientOf(app);

        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/limited", "203.0.113.7")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(client, "/limited", "203.0.113.8")).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var app = await Open(("ChatSupport:Http:MaxBodyBytes", "2048"));
        using var client = ClientOf(app);

        using var small = new ByteArrayContent(new byte[2048]);
        using var large = new ByteArrayContent(new byte[2049]);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/read", small, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync("/read", large, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_unless_the_door_has_its_own()
    {
        await using var app = await Open();
        using var client = ClientOf(app);

        var plain = await client.GetAsync("/free", TestContext.Current.CancellationToken);
        var own = await client.GetAsync("/own", TestContext.Current.CancellationToken);
        var missing = await client.GetAsync("/nothing", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        foreach (var answer in new[] { plain, missing })
        {
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
        }
        Assert.Equal("default-src 'self'", own.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("https", "127.0.0.1", true)]
    [InlineData("http", "127.0.0.1", false)]
    [InlineData("https", "192.0.2.1", false)] // the one who says so is not trusted
    public async Task Who_came_by_https_also_through_a_trusted_proxy_is_kept_to_it_for_a_year(string scheme, string trusted, bool isKept)
    {
        await using var app = await Open(("ChatSupport:Http:TrustedProxies", trusted));
        using var client = ClientOf(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/free") { Headers = { Host = "chat.example" } };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", scheme);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isKept ? ["max-age=31536000"] : [], answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : []);
    }

    private static async Task<WebApplication> Open(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddHttpDoors();
        var app = builder.Build();
        app.UseHttpDoors();
        app.MapGet("/limited", () => "here").RequireRateLimiting(HttpDoors.PerAddress);
        app.MapGet("/free", () => "here");
        app.MapGet("/own", (HttpContext context) => context.Response.Headers.ContentSecurityPolicy = "default-src 'self'");
        app.MapPost("/read", async (HttpContext context) => await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static Task<HttpResponseMessage> Ask(HttpClient client, string path, string forwardedFor)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
