using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class MenusAreShown(WebHost host)
{
    [Fact]
    public async Task In_place_where_the_client_asked_for_it()
    {
        var talk = await host.Welcome(inPlace: true);

        await talk.Presses("Rights");
        var changed = await talk.Sees("This is rights.");

        Assert.Equal("messageUpdate", (string?)changed["type"]);
        Assert.Equal(talk.Read[0]["id"]!.ToString(), (string?)changed["id"]);
        Assert.Equal(["This is rights.\n\n1. Refused"], (await talk.Everything()).Where(WebTalk.FromBot).Select(WebTalk.Says));
        Assert.All(await talk.Everything(), activity => Assert.Equal("message", (string?)activity["type"]));
    }

    [Fact]
    public async Task Below_what_she_typed_and_the_older_one_is_taken_away()
    {
        var talk = await host.Welcome(inPlace: true);

        await talk.Types("overtime");
        var below = await talk.Sees("This is rights.");
        await talk.Until(() => talk.Read.Any(activity => (string?)activity["type"] == "messageDelete"), "the older menu is taken away");

        Assert.Equal("message", (string?)below["type"]);
        Assert.Equal((string?)talk.Read[0]["id"], (string?)talk.Read.Single(activity => (string?)activity["type"] == "messageDelete")["id"]);
        Assert.Equal(["b:", "overtime", "This is rights.\n\n1. Refused"], (await talk.Everything()).Select(activity => WebTalk.Says(activity) is ['b', ':', ..] ? "b:" : WebTalk.Says(activity)));
    }

    [Fact]
    public async Task As_new_messages_that_stay_for_every_other_client()
    {
        var talk = await host.Welcome();

        await talk.Presses("Rights");
        await talk.Sees("This is rights.");
        await talk.Types("hello");
        await talk.Sees("This is rights.");

        Assert.All(talk.Read, activity => Assert.Equal("message", (string?)activity["type"]));
        Assert.Equal(4, (await talk.Everything()).Count(WebTalk.FromBot));
    }

    [Fact]
    public async Task A_client_may_ask_for_it_later()
    {
        var talk = await host.Begin();

        await talk.Post(new JsonObject { ["type"] = "message", ["text"] = "Agree", ["channelData"] = new JsonObject { ["inPlace"] = true } });
        await talk.Sees("This is home.");
        await talk.Presses("Rights");

        Assert.Equal("messageUpdate", (string?)(await talk.Sees("This is rights."))["type"]);
    }

    [Fact]
    public async Task Each_in_the_language_that_she_chose()
    {
        var talk = await host.Begin(locale: "en-GB");

        Assert.All(talk.Read, activity => Assert.Equal("en", (string?)activity["locale"]));
    }
}
