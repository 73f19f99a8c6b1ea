namespace ChatSupport.Channels.DirectLine;

/// <summary>The stream of a conversation.</summary>
internal sealed class StreamCalls(
    Sites sites, ChatFinder chats, History history, Tickets tickets, Streams streams, AddressLimits limits, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary><c>GET conversations/{id}/stream</c>: a WebSocket, opened with the ticket that stands in its address.</summary>
    public async Task<IResult> Open(HttpContext call, string id)
    {
        if (!call.WebSockets.IsWebSocketRequest)
            return Refusal.NotAStream;
        var key = chats.KeyOf(id);
        if (history.Find(key) is not { } chat || sites.Named(chat.Site) is not { } site)
            return Refusal.Ended;
        if (!Sites.Allows(site, call.Request))
            return Refusal.ForeignOrigin;
        if (!Watermark.TryRead(call.Request.Query["watermark"], chat, out var watermark))
            return Watermark.Refused;
        using var place = limits.TakeStream(call);
        if (place is null)
            return Refusal.TooMany("Too many streams are open from this address. Close some, or ask for activities instead.");
        if (await tickets.Use(key, call.Request.Query["t"], call.RequestAborted).ConfigureAwait(false) is not { } until)
            return Refusal.BadTicket;

        using var socket = await call.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        var follower = streams.Follow(key, until);
        try
        {
            await new StreamRun(socket, follower, history, key, ActivityCalls.ReaderOf(call, id), time)
                .Run(watermark, lifetime.ApplicationStopping).ConfigureAwait(false);
        }
        finally
        {
            streams.Leave(key, follower);
        }
        return Results.Empty;
    }
}
