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
        await talks[2].Until(() => host.Get<ChatSupport.Channels.DirectLine.Streams>().Count == 1, "the place of the stream that ended is free");
        using var third = await WebStream.Open(talks[2].StreamUrl); // the ticket was not used up by the refusal
        await third.Next();

        WebReply last;
        do
            last = await talks[0].Call(HttpMethod.Get, "/activities?watermark=1");
        while (last.Status == HttpStatusCode.OK);
        last.IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");
        Assert.NotNull(last.Headers.RetryAfter);
    }
}
