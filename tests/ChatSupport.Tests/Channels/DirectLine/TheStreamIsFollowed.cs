using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class TheStreamIsFollowed(WebHost host)
{
    [Fact]
    public async Task It_tells_what_was_said_and_then_what_is_added_with_watermarks_that_polling_shares()
    {
        var talk = await host.Begin();
        using var stream = await WebStream.Open(talk.StreamUrl);

        var (before, first) = await stream.Next();
        await talk.Presses("Agree");
        var (echo, _) = await stream.Next();
        var (home, last) = echo.Count > 1 ? (echo.Skip(1).ToList(), (string?)null) : await stream.Next();

        Assert.StartsWith("This is consent.", WebTalk.Says(Assert.Single(before)), StringComparison.Ordinal);
        Assert.Equal("1", first);
        Assert.False(WebTalk.FromBot(echo[0]));
        Assert.StartsWith("This is home.", WebTalk.Says(Assert.Single(home)), StringComparison.Ordinal);
        Assert.Equal("3", last ?? "3");
        Assert.Empty((await talk.Call(HttpMethod.Get, "/activities?watermark=3")).Json["activities"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_that_takes_long_is_announced_which_is_kept_nowhere_and_is_no_step_of_the_watermark()
    {
        var talk = await host.Begin();
        using var stream = await WebStream.Open(talk.StreamUrl);
        var (_, before) = await stream.Next();
        var announced = NextWithWords(stream);
        Task<WebReply> posting;
        using (var other = host.Get<Database>().OpenForWriting())
        {
            other.Begin(); // nothing can be kept meanwhile
            posting = talk.Types("overtime", clientId: "slow");
            await talk.Until(() =>
            {
                host.Time.Advance(TimeSpan.FromSeconds(1));
                return announced.IsCompleted;
            }, "the answer is announced");
        }
        await posting;

        var frame = JsonNode.Parse(await announced)!;
        Assert.Equal(before, (string?)frame["watermark"]);
        Assert.Equal(("typing", "bot"), ((string?)Assert.Single(frame["activities"]!.AsArray())!["type"], (string?)frame["activities"]![0]!["from"]!["role"]));
        await talk.Until(() => host.Get<StoreHealth>().IsWell, "the writer recovers");
        Assert.DoesNotContain(await talk.Everything(), activity => (string?)activity["type"] == "typing");
    }

    private static async Task<string> NextWithWords(WebStream stream)
    {
        string frame;
        do
            frame = await stream.Frame() ?? throw new InvalidOperationException($"The server ended the stream: {stream.End}.");
        while (frame.Length == 0);
        return frame;
    }

    [Fact]
    public async Task After_a_cut_it_goes_on_without_loss_or_doubling()
    {
        var talk = await host.Begin();
        var seen = new List<string>();
        string watermark;
        using (var stream = await WebStream.Open(talk.StreamUrl))
        {
            var (activities, mark) = await stream.Next();
            seen.AddRange(activities.Select(activity => (string)activity["id"]!));
            watermark = mark;
        }
        await talk.Presses("Agree");
        await talk.Sees("This is home.");

        await talk.Return(watermark);
        using var again = await WebStream.Open(talk.StreamUrl);
        while (seen.Count < 3)
            seen.AddRange((await again.Next()).Activities.Select(activity => (string)activity["id"]!));

        Assert.Equal([1L, 2L, 3L], seen.Select(id => ChatNames.Born(talk.Conversation, id)!.Value));
    }

    [Fact]
    public async Task Its_ticket_is_good_once()
    {
        var talk = await host.Begin();
        using var stream = await WebStream.Open(talk.StreamUrl);

        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(talk.StreamUrl));
    }

    [Fact]
    public async Task Its_ticket_is_good_for_a_minute()
    {
        var talk = await host.Begin();
        host.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(talk.StreamUrl));
    }

    [Fact]
    public async Task Only_the_newest_ticket_is_good_and_it_is_not_the_token()
    {
        var talk = await host.Begin();
        var older = talk.StreamUrl;
        await talk.Return("-");

        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(older));
        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(new Uri(talk.StreamUrl.GetLeftPart(UriPartial.Path) + "?t=" + talk.Token)));
        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(new Uri(talk.StreamUrl.GetLeftPart(UriPartial.Path))));
        Assert.DoesNotContain(talk.Token, talk.StreamUrl.ToString(), StringComparison.Ordinal);
        using var stream = await WebStream.Open(talk.StreamUrl);
        await stream.Next();
    }

    [Fact]
    public async Task The_ticket_of_another_conversation_opens_nothing()
    {
        var (mine, hers) = (await host.Begin(), await host.Begin());

        var mixed = new UriBuilder(hers.StreamUrl) { Query = mine.StreamUrl.Query }.Uri;

        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(mixed));
        using var stream = await WebStream.Open(hers.StreamUrl); // nobody spoilt hers
        await stream.Next();
    }

    [Fact]
    public async Task A_foreign_page_a_foreign_watermark_or_no_conversation_is_refused_before_the_ticket_is_used()
    {
        var talk = await host.Begin();

        Assert.Equal(HttpStatusCode.Forbidden, await WebStream.Refused(talk.StreamUrl, "https://evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, await WebStream.Refused(new Uri(talk.StreamUrl.ToString().Replace("watermark=-", "watermark=77", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.NotFound, await WebStream.Refused(new Uri(talk.StreamUrl.ToString().Replace(talk.Conversation, "nobody", StringComparison.Ordinal))));
        (await talk.Call(HttpMethod.Get, "/stream")).IsRefused(HttpStatusCode.BadRequest, "BadArgument");
        using var stream = await WebStream.Open(talk.StreamUrl, host.Address.GetLeftPart(UriPartial.Authority));
        await stream.Next();
    }

    [Fact]
    public async Task A_newer_one_takes_its_place()
    {
        var talk = await host.Begin();
        using var older = await WebStream.Open(talk.StreamUrl);
        await older.Next();
        await talk.Return("-");
        using var newer = await WebStream.Open(talk.StreamUrl);

        Assert.Null(await older.Frame());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, older.End);
        await newer.Next();
    }

    [Fact]
    public async Task A_sign_of_life_comes_every_thirty_seconds_and_the_clients_are_passed_over()
    {
        var talk = await host.Begin();
        using var stream = await WebStream.Open(talk.StreamUrl);
        await stream.Next();
        await stream.Send("");
        await stream.Send("hello?");

        Assert.Equal("", await FrameInTime(stream));
    }

    [Fact]
    public async Task It_ends_with_its_token_and_stays_where_that_was_refreshed()
    {
        var (leaves, stays) = (await host.Begin(), await host.Begin());
        using var ends = await WebStream.Open(leaves.StreamUrl);
        using var goesOn = await WebStream.Open(stays.StreamUrl);
        await ends.Next();
        await goesOn.Next();
        host.Time.Advance(TimeSpan.FromMinutes(15));
        stays.Token = (await WebTalk.Call(host, HttpMethod.Post, "tokens/refresh", stays.Token)).Text("token");
        host.Time.Advance(TimeSpan.FromMinutes(16));

        while (await FrameInTime(ends) is not null)
        {
        }
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, ends.End);
        await stays.Presses("Agree");
        for (var frame = await goesOn.Frame(); frame!.Length == 0; frame = await goesOn.Frame())
        {
        }
        Assert.Null(goesOn.End);
    }

    /// <summary>The next frame, for which the clock moves on: until the server waits, it moves for nobody.</summary>
    private async Task<string?> FrameInTime(WebStream stream)
    {
        var frame = stream.Frame();
        for (var tries = 0; !frame.IsCompleted && tries < 400; tries++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        return await frame;
    }

    [Fact]
    public async Task A_client_that_talks_through_it_is_ended()
    {
        var talk = await host.Begin();
        using var stream = await WebStream.Open(talk.StreamUrl);
        await stream.Next();

        await stream.Send(new string('x', 20_000));

        try
        {
            Assert.Null(await stream.Frame());
        }
        catch (WebSocketException)
        {
            // Cut off without a farewell.
        }
    }
}
