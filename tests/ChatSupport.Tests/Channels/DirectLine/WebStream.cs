using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatSupport.Tests.Channels.DirectLine;

/// <summary>The client's end of a stream.</summary>
internal sealed class WebStream(ClientWebSocket socket) : IDisposable
{
    public static async Task<WebStream> Open(Uri address, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return new WebStream(socket);
    }

    /// <summary>Opens a stream that is refused.</summary>
    public static async Task<HttpStatusCode> Refused(Uri address, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        return socket.HttpStatusCode;
    }

    /// <summary>The next frame as text; empty for a sign of life; null where the server ended the stream.</summary>
    public async Task<string?> Frame()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            bytes.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(bytes.ToArray());
        }
    }

    /// <summary>The next activities with the watermark after them.</summary>
    public async Task<(IReadOnlyList<JsonNode> Activities, string Watermark)> Next()
    {
        var frame = await Frame() ?? throw new InvalidOperationException($"The server ended the stream: {End}.");
        var set = JsonNode.Parse(frame)!;
        return ([.. set["activities"]!.AsArray().Select(activity => activity!)], (string)set["watermark"]!);
    }

    public WebSocketCloseStatus? End => socket.CloseStatus;

    public Task Send(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    public void Dispose() => socket.Dispose();
}
