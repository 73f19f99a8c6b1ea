using System.Net;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class AChatIsBegun(WebHost host)
{
    [Fact]
    public async Task The_welcome_comes_by_itself_and_once()
    {
        var talk = await WebTalk.WithToken(host);

        Assert.Equal(HttpStatusCode.Created, (await talk.Start()).Status);
        await talk.Sees("This is consent.");
        Assert.Equal(HttpStatusCode.OK, (await talk.Start()).Status);
        await talk.Types("hello");
        await talk.Sees("This is consent.");

        Assert.Equal(["consent", "consent"], (await talk.Everything()).Where(WebTalk.FromBot).Select(activity => (string?)activity["channelData"]!["chatsupport"]!["screen"]));
    }

    [Fact]
    public async Task A_menu_has_everything_that_a_client_of_the_protocol_and_our_page_need()
    {
        var talk = await host.Begin();

        var menu = Assert.Single(talk.Read);

        Assert.Equal("message", (string?)menu["type"]);
        Assert.Equal($"{talk.Conversation}|0000001", (string?)menu["id"]);
        Assert.Equal("directline", (string?)menu["channelId"]);
        Assert.Equal(talk.Conversation, (string?)menu["conversation"]!["id"]);
        Assert.Equal("en", (string?)menu["locale"]);
        Assert.Equal("plain", (string?)menu["textFormat"]);
        Assert.Equal("This is consent.\n\n1. Agree\n2. Urgent\n3. Sneak\n4. Decline", (string?)menu["text"]);
        Assert.NotNull((string?)menu["timestamp"]);
        var actions = menu["suggestedActions"]!["actions"]!.AsArray();
        Assert.Equal("Agree", (string?)actions[0]!["title"]);
        Assert.All(actions, action => Assert.Equal("postBack", (string?)action!["type"]));
        Assert.All(actions, action => Assert.StartsWith("b:", (string?)action!["value"], StringComparison.Ordinal));
        var screen = menu["channelData"]!["chatsupport"]!;
        Assert.Equal("This is consent.", (string?)screen["body"]);
        Assert.Equal("b:" + (string?)screen["choices"]![0]!["id"], (string?)actions[0]!["value"]);
        Assert.Equal("leave", (string?)screen["navigation"]![0]!["kind"]);
        Assert.False((bool)screen["decoy"]!);
    }

    [Fact]
    public async Task It_is_gone_on_with_after_the_watermark_that_the_client_has()
    {
        var talk = await host.Begin();

        var back = await talk.Return(talk.Watermark);

        Assert.Equal(talk.Conversation, back.Text("conversationId"));
        Assert.NotEmpty(back.Text("token"));
        Assert.Contains($"watermark={talk.Watermark}&t=", talk.StreamUrl.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_never_begun_or_is_over_is_not_found()
    {
        var talk = await WebTalk.WithToken(host);

        (await talk.Call(HttpMethod.Get, "")).IsRefused(HttpStatusCode.NotFound, "NotFound");
        (await talk.Call(HttpMethod.Get, "/activities")).IsRefused(HttpStatusCode.NotFound, "NotFound");
        (await talk.Types("hello")).IsRefused(HttpStatusCode.NotFound, "NotFound");
        (await WebTalk.Call(host, HttpMethod.Get, "no/such/call", talk.Token)).IsRefused(HttpStatusCode.NotFound, "NotFound");
        (await WebTalk.Call(host, HttpMethod.Get, "session/getsessionid", talk.Token)).IsRefused(HttpStatusCode.NotFound, "NotFound");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"user\":")]
    [InlineData("{\"locale\":5}")]
    public async Task A_body_that_is_no_start_is_refused(string body)
    {
        var talk = await WebTalk.WithToken(host);

        using var content = new StringContent(body);
        (await WebTalk.Call(host, HttpMethod.Post, "conversations", talk.Token, content: content)).IsRefused(HttpStatusCode.BadRequest, "BadArgument");
    }

    [Fact]
    public async Task Odd_fields_of_a_start_are_passed_over()
    {
        var talk = await WebTalk.WithToken(host);

        var odd = new JsonObject { ["user"] = 7, ["channelData"] = "x", ["bot"] = new JsonArray(), ["locale"] = new string('x', 5000) };
        Assert.Equal(HttpStatusCode.Created, (await WebTalk.Call(host, HttpMethod.Post, "conversations", talk.Token, odd)).Status);
    }
}
