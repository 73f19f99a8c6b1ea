using System.Net;

namespace ChatSupport.Tests.Channels.DirectLine;

public sealed class AddressesAskTooMuch
{
    [Fact]
    public async Task Too_many_calls_chats_or_streams_are_refused_while_the_chat_that_is_there_goes_on()
    {
        await using var host = await WebHost.Start(null,
            "--ChatSupport:DirectLine:ChatsPerAddress=3", "--ChatSupport:DirectLine:StreamsPerAddress=2", "--ChatSupport:DirectLine:CallsPerAddress=60");
        var talks = new[] { await host.Begin(), await host.Begin(), await host.Begin() };

        (await WebTalk.Call(host, HttpMethod.Post, "tokens/generate", null, origin: host.Address.GetLeftPart(UriPartial.Authority)))
            .IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");
        (await WebTalk.Call(host, HttpMethod.Post, "conversations", WebHost.Secret)).IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");

        using var first = await WebStream.Open(talks[0].StreamUrl);
        var second = await WebStream.Open(talks[1].StreamUrl);
        Assert.Equal(HttpStatusCode.TooManyRequests, await WebStream.Refused(talks[2].StreamUrl));
        await first.Next();
        second.Dispose();
        using var third = await OpenWhenThereIsRoom(talks[2]); // the ticket was not used up by the refusal
        await third.Next();

        WebReply last;
        do
            last = await talks[0].Call(HttpMethod.Get, "/activities?watermark=1");
        while (last.Status == HttpStatusCode.OK);
        last.IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");
        HttpResponseMessage page; // it counts with them
        do
            page = await host.Http.GetAsync(host.Address, TestContext.Current.CancellationToken);
        while (page.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await talks[0].Call(HttpMethod.Post, "/leave")).Status); // nothing hinders her in leaving
    }

    /// <summary>The place of a stream that ended is free a moment later.</summary>
    private static async Task<WebStream> OpenWhenThereIsRoom(WebTalk talk)
    {
        for (var began = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            try
            {
                return await WebStream.Open(talk.StreamUrl);
            }
            catch (System.Net.WebSockets.WebSocketException) when (began.Elapsed < TimeSpan.FromSeconds(20))
            {
                // It is being tidied away.
            }
        }
    }
}
