namespace ChatSupport.Channels.Telegram;

/// <summary>Connections that can all be given up for new ones, with what stands in their buffers: what was sent through one stays there as long as it lives.</summary>
/// <param name="make">Makes new ones.</param>
internal sealed class FreshConnections(Func<SocketsHttpHandler> make) : HttpMessageHandler
{
    private HttpMessageInvoker current = new(make());

    /// <summary>From now on others are used. Whoever waits for an answer still gets it; what nobody uses is closed now.</summary>
    public void Renew() => Interlocked.Exchange(ref current, new HttpMessageInvoker(make())).Dispose();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var mine = Volatile.Read(ref current);
        try
        {
            return await mine.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (mine != Volatile.Read(ref current))
        {
            return await SendAsync(request, cancellationToken).ConfigureAwait(false); // given up in this very moment, before anything was sent
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            current.Dispose();
        base.Dispose(disposing);
    }
}
