using System.Text.Json.Nodes;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class SheLeavesQuickly(WebHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_that_was_said_or_sent_is_left_but_the_decoy(bool inPlace)
    {
        var talk = await host.Welcome(inPlace);
        await talk.Types("a marked word: pomegranate");
        await talk.Sees("This is home.");
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 1, 2, 3]);
        photo.Headers.ContentType = new("image/jpeg");
        await talk.Call(HttpMethod.Post, "/upload", content: photo);
        Assert.Equal(1, host.Count("web_files", talk.Conversation));

        await talk.Post(new JsonObject { ["type"] = "event", ["name"] = "leave" });
        var decoy = await talk.Sees("This is decoy.");

        Assert.True((bool)decoy["channelData"]!["chatsupport"]!["decoy"]!);
        Assert.Equal(0, host.Count("web_files", talk.Conversation));
        Assert.Equal(inPlace ? ["message"] : ["endOfConversation", "message"], (await talk.Everything()).Select(activity => (string?)activity["type"]));
        Assert.DoesNotContain(await talk.Everything(), activity => activity.ToJsonString().Contains("pomegranate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_shows_changes_is_told_of_each_activity_that_is_gone()
    {
        var talk = await host.Welcome(inPlace: true);
        await talk.Types("overtime");
        await talk.Sees("This is rights.");

        await talk.Types("/x");
        await talk.Sees("This is decoy.");

        var gone = talk.Read.Where(activity => (string?)activity["type"] == "messageDelete").Select(activity => (string?)activity["id"]).ToHashSet();
        var shown = talk.Read.Where(activity => (string?)activity["type"] == "message").Select(activity => (string?)activity["id"]).ToList();
        Assert.All(shown[..^1], id => Assert.Contains(id, gone));
        Assert.DoesNotContain(shown[^1], gone);
        Assert.All(talk.Read.Where(activity => (string?)activity["type"] == "messageDelete"), activity => Assert.Null(activity["text"]));
    }

    [Fact]
    public async Task What_was_said_before_cannot_be_asked_for_with_an_older_watermark()
    {
        var talk = await host.Welcome();
        await talk.Types("overtime");
        await talk.Sees("This is rights.");
        await talk.Types("/x");
        await talk.Sees("This is decoy.");

        for (var watermark = 0; watermark < int.Parse(talk.Watermark, System.Globalization.CultureInfo.InvariantCulture); watermark++)
        {
            var page = (await talk.Call(HttpMethod.Get, $"/activities?watermark={watermark}")).Json["activities"]!.AsArray();
            Assert.All(page.Where(activity => WebTalk.FromBot(activity!) && (string?)activity!["type"] == "message"),
                activity => Assert.StartsWith("This is decoy.", WebTalk.Says(activity!), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_she_typed_on_a_sensitive_screen_is_taken_away_when_it_is_answered()
    {
        var talk = await host.Welcome();
        await talk.Presses("Health");
        await talk.Sees("This is health.");

        await talk.Types("a marked word: tamarind");
        await talk.Sees("This is health.");

        Assert.DoesNotContain(await talk.Everything(), activity => activity.ToJsonString().Contains("tamarind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Her_leaving_is_seen_through_although_her_connection_is_gone_before_the_answer()
    {
        for (var phones = 0; phones < 10; phones++)
        {
            var talk = await host.Welcome(inPlace: true);

            (await RawCall.Begin(host, talk, "/leave", "text/plain", 0)).Dispose();

            await talk.Sees("This is decoy.");
            Assert.Single(await talk.Everything());
        }
    }

    [Fact]
    public async Task Her_leaving_is_tried_again_by_the_server_when_nothing_can_be_kept_just_then()
    {
        var talk = await host.Welcome(inPlace: true);
        Task<WebReply> leaving;
        using (var other = host.Get<Database>().OpenForWriting())
        {
            other.Begin();
            leaving = talk.Call(HttpMethod.Post, "/leave");
            await talk.Until(() => !host.Get<StoreHealth>().IsWell, "the writer notices");
        }

        await talk.Until(() =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return leaving.IsCompleted;
        }, "she left");

        Assert.Equal(System.Net.HttpStatusCode.OK, (await leaving).Status);
        await talk.Until(() =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1)); // what was sent before may wait for the store as well
            return talk.Read.Any(activity => WebTalk.Says(activity).StartsWith("This is decoy.", StringComparison.Ordinal));
        }, "the decoy is shown");
    }

    [Fact]
    public async Task A_photo_that_was_on_its_way_when_she_left_is_not_kept()
    {
        var talk = await host.Welcome(inPlace: true);
        using var photo = await RawCall.Begin(host, talk, "/upload", "image/jpeg", 6);
        await photo.Send([0xFF, 0xD8, 0xFF]);
        await talk.Until(() => host.Get<Underway>().Count(host.Get<ConversationKeys>().KeyOf(talk.Conversation)) == 1, "the photo begins to come");

        await talk.Post(new JsonObject { ["type"] = "event", ["name"] = "leave" });
        await talk.Sees("This is decoy.");
        await photo.Send([1, 2, 3]);

        var (status, body) = await photo.Answer();
        Assert.Equal(404, status);
        Assert.Contains("\"code\":\"NotFound\"", body, StringComparison.Ordinal);
        Assert.Equal(0, host.Count("web_files", talk.Conversation));
        Assert.Single(await talk.Everything());
    }

    [Fact]
    public async Task Who_deletes_everything_leaves_one_line_that_goes_an_hour_later()
    {
        var talk = await host.Welcome();
        await talk.Types("/forget");
        await talk.Sees("This is forget.");
        await talk.Presses("Erase");
        await talk.Sees("This is goodbye.");

        Assert.Equal(["endOfConversation", "message"], (await talk.Everything()).Select(activity => (string?)activity["type"]));
        host.Time.Advance(TimeSpan.FromMinutes(61));
        await host.Get<ChatSupport.Channels.DirectLine.Retention>().Run(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (host.Count("web_conversations", talk.Conversation), host.Count("web_activities", talk.Conversation)));
    }
}
