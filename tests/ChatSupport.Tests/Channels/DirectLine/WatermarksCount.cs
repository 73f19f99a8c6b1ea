using System.Net;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class WatermarksCount(WebHost host)
{
    [Fact]
    public async Task Each_activity_comes_once_and_in_order_however_often_is_asked()
    {
        var talk = await host.Begin();
        for (var n = 0; n < 70; n++)
        {
            await talk.Post(new JsonObject { ["type"] = "event", ["name"] = $"e{n}" });
            if (n % 7 == 0)
                await talk.Poll();
        }
        await talk.Until(() => talk.Read.Count == 71, "all 71 activities are read");

        Assert.Equal(Enumerable.Range(0, 70).Select(n => $"e{n}"), talk.Read.Skip(1).Select(activity => (string?)activity["name"]));
        Assert.Empty(await talk.Poll());
        Assert.Equal(71, (await talk.Everything()).Count);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("%3Cscript%3E")]
    public async Task One_that_this_conversation_never_gave_is_refused(string watermark)
    {
        var talk = await host.Begin();

        (await talk.Call(HttpMethod.Get, $"/activities?watermark={watermark}")).IsRefused(HttpStatusCode.BadRequest, "BadArgument");
        (await talk.Return(watermark)).IsRefused(HttpStatusCode.BadRequest, "BadArgument");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0")]
    public async Task None_means_the_beginning(string watermark)
    {
        var talk = await host.Begin();

        var reply = await talk.Call(HttpMethod.Get, $"/activities?watermark={watermark}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Single(reply.Json["activities"]!.AsArray());
    }
}
