using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class FilesAreSent(WebHost host)
{
    private static readonly byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. "a picture of a marked place"u8];

    [Fact]
    public async Task A_picture_in_a_form_becomes_a_part_of_the_chat_and_is_given_back_as_it_was()
    {
        var talk = await host.Welcome();

        var posted = await Upload(talk, "image/jpeg", jpeg, clientId: "photo-1");
        await talk.Sees("This is home."); // a photo is not asked for here, and she is told so

        var echo = talk.Read.Single(activity => (string?)activity["id"] == posted.Text("id"));
        Assert.Equal("photo-1", (string?)echo["channelData"]!["clientActivityID"]);
        var file = Assert.Single(echo["attachments"]!.AsArray())!;
        Assert.Equal("image/jpeg", (string?)file["contentType"]);
        Assert.Equal(((string?)file["contentUrl"], "photo.jpeg"), ((string?)file["thumbnailUrl"], (string?)file["name"]));
        var fetched = await Fetch(new Uri((string)file["contentUrl"]!));
        Assert.Equal(jpeg, fetched.Body);
        Assert.Equal("image/jpeg", fetched.ContentType);
        Assert.Contains("sandbox", fetched.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_upload_again_is_kept_once()
    {
        var talk = await host.Welcome();

        var first = await Upload(talk, "image/jpeg", jpeg, clientId: "one");
        var second = await Upload(talk, "image/jpeg", jpeg, clientId: "one");

        Assert.Equal(first.Text("id"), second.Text("id"));
        Assert.Equal(1, host.Count("web_files", talk.Conversation));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task It_goes_with_its_message_where_nobody_else_is_to_be_shown_it(bool withFiles, int left)
    {
        var talk = await host.Welcome();
        var posted = await Upload(talk, "image/jpeg", jpeg);
        var born = long.Parse(posted.Text("id").Split('|')[^1], System.Globalization.CultureInfo.InvariantCulture);

        await host.Get<History>().TakeAway(host.Get<ConversationKeys>().KeyOf(talk.Conversation), [born], withFiles, tell: false, TestContext.Current.CancellationToken);

        Assert.Equal(left, host.Count("web_files", talk.Conversation));
    }

    [Fact]
    public async Task A_recording_alone_is_taken_as_well()
    {
        var talk = await host.Welcome();
        using var voice = new ByteArrayContent([.. "OggS"u8, 0, 2, .. "OpusHead"u8]);
        voice.Headers.ContentType = new("audio/ogg");

        Assert.Equal(HttpStatusCode.OK, (await talk.Call(HttpMethod.Post, "/upload?userId=dl_x", content: voice)).Status);

        await talk.Sees("This is home.");
        Assert.Contains(talk.Read, activity => (string?)activity["attachments"]?[0]?["contentType"] == "audio/ogg");
    }

    [Theory]
    [InlineData("text/html", "<html><script>alert(1)</script>")]
    [InlineData("image/svg+xml", "<svg onload=alert(1)>")]
    [InlineData("image/png", "<svg onload=alert(1)>")]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("image/jpeg", "")]
    [InlineData("video/ogg", "OggS and a film")]
    public async Task What_is_no_picture_and_no_recording_is_refused_whatever_it_calls_itself(string type, string content)
    {
        var talk = await host.Welcome();

        (await Upload(talk, type, Encoding.ASCII.GetBytes(content))).IsRefused(HttpStatusCode.BadRequest, "BadArgument");

        Assert.Equal(0, host.Count("web_files", talk.Conversation));
        Assert.DoesNotContain(await talk.Everything(), activity => activity["attachments"] is not null);
    }

    [Fact]
    public async Task One_of_more_than_five_megabytes_is_refused_and_one_of_five_is_not()
    {
        var talk = await host.Welcome();
        var most = new byte[5 * 1024 * 1024];
        jpeg.CopyTo(most, 0);

        Assert.Equal(HttpStatusCode.OK, (await Upload(talk, "image/jpeg", most)).Status);
        (await Upload(talk, "image/jpeg", [.. most, 0])).IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
    }

    [Fact]
    public async Task A_broken_form_is_refused()
    {
        var talk = await host.Welcome();
        foreach (var (type, body) in ((string, string)[])[("multipart/form-data; boundary=x", "--x\r\nnonsense"), ("multipart/form-data", "x"), ("multipart/form-data; boundary=x", "--x--")])
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            (await talk.Call(HttpMethod.Post, "/upload", content: content)).IsRefused(HttpStatusCode.BadRequest, "BadArgument");
        }
    }

    [Fact]
    public async Task A_chat_holds_thirty_files_at_most()
    {
        var talk = await host.Welcome();
        WebReply last;
        var taken = 0;
        do
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            last = await Upload(talk, "image/jpeg", jpeg);
            taken++;
        }
        while (last.Status == HttpStatusCode.OK && taken < 40);

        last.IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        Assert.Equal(30, host.Count("web_files", talk.Conversation));
    }

    [Fact]
    public async Task The_last_file_that_fits_sent_again_is_answered_as_before_and_of_several_that_do_not_fit_none_is_kept()
    {
        var talk = await host.Welcome();
        for (var sent = 0; sent < 28; sent++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            await Upload(talk, "image/jpeg", jpeg);
        }

        (await Upload(talk, "image/jpeg", jpeg, "three at once", times: 3)).IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        Assert.Equal(28, host.Count("web_files", talk.Conversation));
        var first = await Upload(talk, "image/jpeg", jpeg, "two at once", times: 2);
        var again = await Upload(talk, "image/jpeg", jpeg, "two at once", times: 2);

        Assert.Equal((HttpStatusCode.OK, first.Text("id")), (again.Status, again.Text("id")));
        Assert.Equal(30, host.Count("web_files", talk.Conversation));
    }

    [Fact]
    public async Task One_that_comes_too_slowly_is_given_up_and_the_chat_goes_on()
    {
        var talk = await host.Welcome();
        using var slow = await RawCall.Begin(host, talk, "/upload", "image/jpeg", 1000);
        await slow.Send(jpeg);
        await talk.Until(() => host.Get<Underway>().Count(host.Get<ConversationKeys>().KeyOf(talk.Conversation)) == 1, "the file begins to come");

        host.Time.Advance(TimeSpan.FromMinutes(3));

        var (status, body) = await slow.Answer();
        Assert.Equal(408, status);
        Assert.Contains("\"code\":\"RequestTimeout\"", body, StringComparison.Ordinal);
        await talk.Types("overtime");
        await talk.Sees("This is rights.");
    }

    [Fact]
    public async Task Of_one_address_ten_may_come_at_a_moment_and_words_are_taken_meanwhile()
    {
        await using var busy = await WebHost.Start();
        var talk = await busy.Welcome();
        var slow = new List<RawCall>();
        for (var begun = 0; begun < 10; begun++)
            slow.Add(await RawCall.Begin(busy, talk, "/upload", "image/jpeg", 1000));
        await talk.Until(() => busy.Get<Underway>().Count(busy.Get<ConversationKeys>().KeyOf(talk.Conversation)) == 10, "ten files begin to come");

        var refused = await Upload(talk, "image/jpeg", jpeg);
        await talk.Types("overtime");
        await talk.Sees("This is rights.");
        slow.ForEach(call => call.Dispose());
        await talk.Until(() => busy.Get<Underway>().Count(busy.Get<ConversationKeys>().KeyOf(talk.Conversation)) == 0, "their places are free");

        refused.IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await Upload(talk, "image/jpeg", jpeg)).Status);
    }

    [Fact]
    public async Task While_the_disk_is_nearly_full_files_are_refused_and_words_are_taken()
    {
        await using var full = await WebHost.Start(null, "--ChatSupport:DirectLine:SpareDisk=10000000"); // ten terabytes
        var talk = await full.Welcome();

        var refused = await Upload(talk, "image/jpeg", jpeg);
        await talk.Types("overtime");
        await talk.Sees("This is rights.");

        refused.IsRefused(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable");
        Assert.Equal(TimeSpan.FromMinutes(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(0, full.Count("web_files", talk.Conversation));
        Assert.Contains(full.Log.Lines, line => line.Contains("ChatSupport:DirectLine:SpareDisk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_with_a_file_may_be_as_long_as_without_one()
    {
        var talk = await host.Welcome();

        (await Upload(talk, "image/jpeg", jpeg, text: new string('x', 4097))).IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        (await Upload(talk, "image/jpeg", jpeg, text: new string('x', 70_000))).IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");

        Assert.Equal(0, host.Count("web_files", talk.Conversation));
    }

    [Fact]
    public async Task A_file_opens_with_the_token_or_a_young_ticket_of_its_own_and_with_nothing_else()
    {
        var (mine, hers) = (await host.Welcome(), await host.Welcome());
        await Upload(mine, "image/jpeg", jpeg);
        await Upload(hers, "image/jpeg", jpeg);
        var (my, her) = (await UrlOf(mine), await UrlOf(hers));

        Assert.Equal(HttpStatusCode.OK, (await WebTalk.Call(host, HttpMethod.Get, my.GetLeftPart(UriPartial.Path), mine.Token)).Status);
        (await WebTalk.Call(host, HttpMethod.Get, her.GetLeftPart(UriPartial.Path), mine.Token)).IsRefused(HttpStatusCode.Forbidden, "BadArgument");
        (await Fetch(new Uri(her.GetLeftPart(UriPartial.Path) + my.Query))).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
        (await Fetch(new Uri(her.GetLeftPart(UriPartial.Path)))).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
        host.Time.Advance(TimeSpan.FromMinutes(11));
        (await Fetch(my)).IsRefused(HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Fact]
    public async Task In_the_database_it_is_sealed()
    {
        var talk = await host.Welcome();
        await Upload(talk, "image/jpeg", jpeg);

        var bodies = host.Get<StoreReaders>().Read(session => session["SELECT body FROM web_files"].All(row => Encoding.Latin1.GetString((byte[])row.GetValue(0))));

        Assert.NotEmpty(bodies);
        Assert.DoesNotContain(bodies, body => body.Contains("marked place", StringComparison.Ordinal));
    }

    private static async Task<WebReply> Upload(WebTalk talk, string type, byte[] bytes, string? clientId = null, int times = 1, string? text = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "dl_x" }, ["channelData"] = new JsonObject { ["clientActivityID"] = clientId } };
        using var form = new MultipartFormDataContent();
        using var said = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity");
        form.Add(said, "activity", "blob");
        for (var i = 0; i < times; i++)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new(type);
            form.Add(file, "file", "photo.jpg");
        }
        return await talk.Call(HttpMethod.Post, "/upload?userId=dl_x", content: form);
    }

    private static async Task<Uri> UrlOf(WebTalk talk) =>
        new((string)(await talk.Everything()).Select(activity => activity["attachments"]?[0]?["contentUrl"]).Last(url => url is not null)!);

    private Task<WebReply> Fetch(Uri url) => WebTalk.Call(host, HttpMethod.Get, url.ToString(), null);
}
