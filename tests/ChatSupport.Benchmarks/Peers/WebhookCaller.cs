using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Telegram's side of one connection: posts updates to a program's webhook, one after another.</summary>
internal sealed class WebhookCaller(int port, string path, string secret) : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly byte[] buffer = new byte[16 * 1024];
    private Socket? connection;

    /// <summary>Posts an update.</summary>
    /// <returns>The status of the answer; 0 where there was none.</returns>
    public async Task<int> Post(string update)
    {
        try
        {
            connection ??= await Connect();
            await connection.SendAsync(buffer.AsMemory(0, Write(update)));
            var status = await ReadStatus(connection);
            if (status == 0)
                Drop();
            return status;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            Drop();
            return 0;
        }
    }

    public void Dispose() => Drop();

    private async Task<int> ReadStatus(Socket open)
    {
        var filled = 0;
        while (true)
        {
            var read = await open.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                return 0;
            filled += read;
            if (TryStatus(filled) is not { } status)
                continue;
            return status;
        }
    }

    private int? TryStatus(int filled)
    {
        if (!HttpFrame.TryRead(buffer.AsSpan(0, filled), out var answer))
            return null;
        if (answer.Closes)
            Drop();
        return answer.Status;
    }

    private async Task<Socket> Connect()
    {
        var open = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = new CancellationTokenSource(patience);
        await open.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), limit.Token);
        return open;
    }

    private int Write(string update)
    {
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: {Encoding.UTF8.GetByteCount(update)}\r\n\r\n");
        var length = Encoding.ASCII.GetBytes(head, buffer);
        return length + Encoding.UTF8.GetBytes(update, buffer.AsSpan(length));
    }

    private void Drop()
    {
        connection?.Dispose();
        connection = null;
    }
}
