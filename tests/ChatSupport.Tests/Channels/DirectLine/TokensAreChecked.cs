using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class TokensAreChecked(WebHost host)
{
    [Fact]
    public async Task Without_one_nothing_is_told()
    {
        var talk = await host.Begin();

        (await WebTalk.Call(host, HttpMethod.Get, $"conversations/{talk.Conversation}/activities", null)).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
        (await WebTalk.Call(host, HttpMethod.Post, "conversations", null)).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
        (await WebTalk.Call(host, HttpMethod.Post, "tokens/refresh", null)).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.%%%.###")]
    public async Task What_is_no_token_is_refused(string token)
    {
        var talk = await host.Begin();

        (await WebTalk.Call(host, HttpMethod.Get, $"conversations/{talk.Conversation}/activities", token)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
    }

    [Fact]
    public async Task One_that_was_changed_is_refused_whatever_its_head_says()
    {
        var (mine, hers) = (await host.Begin(), await host.Begin());
        var parts = mine.Token.Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["conv"] = hers.Conversation;
        var payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        var none = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);

        foreach (var forged in (string[])[$"{parts[0]}.{payload}.{parts[2]}", $"{none}.{payload}.", $"{none}.{payload}.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2]}A"])
            (await WebTalk.Call(host, HttpMethod.Get, $"conversations/{hers.Conversation}/activities", forged)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
    }

    [Fact]
    public async Task One_is_good_for_its_conversation_only()
    {
        var (mine, hers) = (await host.Begin(), await host.Begin());

        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Get, ""), (HttpMethod.Get, "/activities"), (HttpMethod.Post, "/activities"), (HttpMethod.Post, "/upload")])
        {
            (await WebTalk.Call(host, method, $"conversations/{hers.Conversation}{path}", mine.Token, new JsonObject { ["type"] = "message", ["text"] = "x" }))
                .IsRefused(HttpStatusCode.Forbidden, "BadArgument");
        }
        Assert.DoesNotContain(await hers.Everything(), activity => WebTalk.Says(activity) == "x");
    }

    [Fact]
    public async Task One_that_is_too_old_says_so_and_a_refreshed_one_goes_on()
    {
        var talk = await host.Begin();
        host.Time.Advance(TimeSpan.FromMinutes(20));

        var refreshed = await WebTalk.Call(host, HttpMethod.Post, "tokens/refresh", talk.Token);
        host.Time.Advance(TimeSpan.FromMinutes(11));

        (await talk.Call(HttpMethod.Get, "/activities")).IsRefused(HttpStatusCode.Forbidden, "TokenExpired");
        (await WebTalk.Call(host, HttpMethod.Post, "tokens/refresh", talk.Token)).IsRefused(HttpStatusCode.Forbidden, "TokenExpired");
        Assert.Equal(talk.Conversation, refreshed.Text("conversationId"));
        Assert.Equal(1800, (int)refreshed.Json["expires_in"]!);
        talk.Token = refreshed.Text("token");
        Assert.Equal(HttpStatusCode.OK, (await talk.Call(HttpMethod.Get, "/activities")).Status);
    }

    [Fact]
    public async Task One_pins_the_user_as_clients_expect_it()
    {
        var talk = await WebTalk.WithToken(host, user: "dl_srey");
        await talk.Start();

        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(talk.Token.Split('.')[1]))!;
        await talk.Post(new JsonObject { ["type"] = "message", ["text"] = "hello", ["from"] = new JsonObject { ["id"] = "somebody else" } });

        Assert.Equal("dl_srey", (string?)claims["user"]);
        Assert.Equal("dl_srey", (string?)(await talk.Poll()).Single(activity => WebTalk.Says(activity) == "hello")["from"]!["id"]);
    }

    [Fact]
    public async Task A_secret_makes_tokens_and_chats_of_its_own_site_only()
    {
        var made = await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", WebHost.Secret);
        var started = await WebTalk.Call(host, HttpMethod.Post, "conversations", WebHost.Secret, new JsonObject { ["locale"] = "en" });
        var theirs = new WebTalk(host, started.Text("conversationId"), WebHost.Secret);
        var ours = await host.Begin();

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal(HttpStatusCode.Created, started.Status);
        await theirs.Sees("This is consent.");
        (await WebTalk.Call(host, HttpMethod.Get, $"conversations/{ours.Conversation}/activities", WebHost.Secret)).IsRefused(HttpStatusCode.NotFound, "NotFound");
        (await WebTalk.Call(host, HttpMethod.Get, $"conversations/{theirs.Conversation}/activities", "another-secret-of-another-site-0123")).IsRefused(HttpStatusCode.NotFound, "NotFound");
        (await WebTalk.Call(host, HttpMethod.Post, "tokens/refresh", WebHost.Secret)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
        (await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", made.Text("token"))).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
    }
}
