using System.Net;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class PagesAreKnownByTheirOrigin(WebHost host)
{
    [Fact]
    public async Task Our_own_page_gets_a_token_without_a_secret_and_no_other_does()
    {
        var ours = host.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.OK, (await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", null, origin: ours)).Status);
        (await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", null)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
        foreach (var foreign in (string[])["https://evil.example", "null", ours + ".evil.example", WebHost.PartnerOrigin])
            (await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", null, origin: foreign)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
    }

    [Fact]
    public async Task A_page_of_a_foreign_origin_can_do_nothing_also_with_a_good_token()
    {
        var talk = await host.Begin();

        foreach (var foreign in (string[])["https://evil.example", WebHost.PartnerOrigin, "null"])
        {
            (await WebTalk.Call(host, HttpMethod.Get, $"conversations/{talk.Conversation}/activities", talk.Token, origin: foreign)).IsRefused(HttpStatusCode.Forbidden, "Forbidden");
            (await WebTalk.Call(host, HttpMethod.Post, $"conversations/{talk.Conversation}/activities", talk.Token, new JsonObject { ["type"] = "message", ["text"] = "x" }, foreign))
                .IsRefused(HttpStatusCode.Forbidden, "Forbidden");
        }
        (await WebTalk.Call(host, HttpMethod.Post, "conversations", WebHost.Secret, origin: "https://other.example")).IsRefused(HttpStatusCode.Forbidden, "Forbidden");
    }

    [Fact]
    public async Task A_partners_page_may_use_its_site_and_reads_the_answers()
    {
        var made = await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", WebHost.Secret);

        var started = await WebTalk.Call(host, HttpMethod.Post, "conversations", made.Text("token"), origin: WebHost.PartnerOrigin);

        Assert.Equal(HttpStatusCode.Created, started.Status);
        Assert.Equal(WebHost.PartnerOrigin, started.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData(WebHost.PartnerOrigin, true)]
    [InlineData("https://evil.example", false)]
    public async Task Browsers_are_told_before_what_a_page_may_send(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "conversations");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == origin);
        if (!allowed)
            return;
        var headers = string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.All((string[])["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"], header => Assert.Contains(header, headers, StringComparison.OrdinalIgnoreCase));
    }
}
