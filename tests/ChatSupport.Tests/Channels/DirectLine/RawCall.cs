using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ChatSupport.Tests.Channels.DirectLine;

/// <summary>A call over a connection of its own that is sent in pieces, or left alone in the middle: as phones on a bad network do.</summary>
internal sealed class RawCall : IDisposable
{
    private readonly TcpClient client = new();
    private NetworkStream connection = null!;

    /// <summary>Sends the head of a call.</summary>
    /// <param name="host">The server.</param>
    /// <param name="talk">Whose conversation.</param>
    /// <param name="path">The path within the conversation.</param>
    /// <param name="type">Type of the body.</param>
    /// <param name="length">Bytes that the body will have.</param>
    public static async Task<RawCall> Begin(WebHost host, WebTalk talk, string path, string type, int length)
    {
        var call = new RawCall();
        await call.client.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        call.connection = call.client.GetStream();
        await call.Send(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /v3/directline/conversations/{talk.Conversation}{path} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAuthorization: Bearer {talk.Token}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n")));
        return call;
    }

    public Task Send(byte[] bytes) => connection.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    /// <summary>The status of the answer and its body.</summary>
    public async Task<(int Status, string Body)> Answer()
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains('}', StringComparison.Ordinal))
        {
            var read = await connection.ReadAsync(buffer, TestContext.Current.CancellationToken);
            if (read == 0)
                throw new InvalidOperationException($"The server closed the connection after: {text}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        return (int.Parse(text.ToString().AsSpan(9, 3), CultureInfo.InvariantCulture), text.ToString());
    }

    /// <summary>The client is gone: it ends the connection without waiting for anything.</summary>
    public void Dispose() => client.Dispose();
}
