using ChatSupport.Channels.DirectLine;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class TheOutboxIsCarriedOut(WebHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_was_written_and_not_yet_marked_is_written_once(bool inPlace)
    {
        var talk = await host.Begin(inPlace);
        var line = Line(talk, 900_001, new OutboundBody.Say("once"));

        var first = await Out.Send(line, Cancel);
        var second = await Out.Send(line, Cancel);

        Assert.Equal(first, second);
        Assert.Single(await talk.Everything(), activity => WebTalk.Says(activity) == "once");
    }

    [Fact]
    public async Task A_menu_that_was_put_in_place_and_not_yet_marked_is_put_there_once()
    {
        var talk = await host.Begin(inPlace: true);
        var menu = Line(talk, 900_002, new OutboundBody.Show(new Reply.Menu { Screen = Dialogs.Model.ScreenId.Of("rights"), Language = "en", Text = "changed" }, true)) with { Edits = "1" };

        await Out.Send(menu, Cancel);
        await talk.Sees("changed");
        await Out.Send(menu, Cancel);

        Assert.Empty(await talk.Poll());
    }

    [Fact]
    public async Task A_menu_whose_place_is_gone_is_asked_for_as_a_new_one()
    {
        var talk = await host.Begin(inPlace: true);
        var menu = Line(talk, 900_003, new OutboundBody.Show(new Reply.Menu { Screen = Dialogs.Model.ScreenId.Of("rights"), Language = "en", Text = "changed" }, true)) with { Edits = "99" };

        Assert.IsType<SendOutcome.EditGone>(await Out.Send(menu, Cancel));
    }

    [Fact]
    public async Task A_chat_that_is_not_kept_any_more_cannot_be_reached() =>
        Assert.IsType<SendOutcome.Unreachable>(await Out.Send(Line(await WebTalk.WithToken(host), 900_004, new OutboundBody.Say("nobody")), Cancel));

    [Fact]
    public async Task A_spot_is_a_card_with_its_place_beside_it()
    {
        var talk = await host.Begin();

        await Out.Send(Line(talk, 900_005, new OutboundBody.Show(new Reply.Spot("Clinic", "Street 5", 10.627, 103.522), false)), Cancel);
        var spot = (await talk.Poll()).Single();

        var card = spot["attachments"]![0]!;
        Assert.Equal("application/vnd.microsoft.card.hero", (string?)card["contentType"]);
        Assert.Equal("Clinic", (string?)card["content"]!["title"]);
        Assert.Equal(("openUrl", "geo:10.627,103.522?q=10.627,103.522"), ((string?)card["content"]!["buttons"]![0]!["type"], (string?)card["content"]!["buttons"]![0]!["value"]));
        Assert.Equal(10.627, (double)spot["channelData"]!["location"]!["latitude"]!);
        Assert.Equal("en", (string?)spot["locale"]);
    }

    [Fact]
    public async Task A_recording_is_a_file_whose_address_does_not_say_what_it_is_about()
    {
        var talk = await host.Begin();

        await Out.Send(Line(talk, 900_006, new OutboundBody.Show(new Reply.Recording(WebHost.RecordedScreen), false)), Cancel);
        var file = (await talk.Poll()).Single()["attachments"]![0]!;
        var fetched = await WebTalk.Call(host, HttpMethod.Get, (string)file["contentUrl"]!, null);

        Assert.Equal("audio/ogg", (string?)file["contentType"]);
        Assert.DoesNotContain("rights", file.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(WebHost.Recording, fetched.Body);
        Assert.Equal("audio/ogg", fetched.ContentType);
    }

    [Fact]
    public async Task A_recording_that_is_not_there_any_more_is_not_found()
    {
        var talk = await host.Begin();

        await Out.Send(Line(talk, 900_007, new OutboundBody.Show(new Reply.Recording("rights/gone.km"), false)), Cancel);
        var file = (await talk.Poll()).Single()["attachments"]![0]!;

        (await WebTalk.Call(host, HttpMethod.Get, (string)file["contentUrl"]!, null)).IsRefused(System.Net.HttpStatusCode.NotFound, "NotFound");
    }

    private DirectLineOut Out => (DirectLineOut)host.Get<IChannelOut>();

    private Outbound Line(WebTalk talk, long id, OutboundBody body) => new()
    {
        Id = id,
        Conversation = host.Get<ConversationKeys>().KeyOf(talk.Conversation),
        Address = talk.Conversation,
        Body = body,
    };
}
