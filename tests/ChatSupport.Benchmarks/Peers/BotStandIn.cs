using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatSupport.BotApi.Faults;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>Answers the calls of the Bot API as fast as it can and hands every message to its chat. It checks nothing: <c>ChatSupport.BotApi</c> does that.</summary>
internal sealed class BotStandIn : IDisposable
{
    private const string Bot = """{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"Bench","username":"bench_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}}""";

    private readonly Socket door = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Dictionary<long, Chat> chats;
    private readonly bool keepTexts;
    private int lastMessage = 1000;
    private Trapped? trap;

    /// <summary>Begins to answer.</summary>
    /// <param name="chats">By id; whoever else is written to is left alone.</param>
    /// <param name="keepTexts">Whether chats keep the last text.</param>
    public BotStandIn(Dictionary<long, Chat> chats, bool keepTexts)
    {
        (this.chats, this.keepTexts) = (chats, keepTexts);
        door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        door.Listen(512);
        _ = Accept();
    }

    public int Port => ((IPEndPoint)door.LocalEndPoint!).Port;

    /// <summary>An id for a message that the worker writes: one row of numbers for both sides.</summary>
    public int NextMessage() => Interlocked.Increment(ref lastMessage);

    /// <summary>Ends when the program makes a call that is then never answered whole: the moment to kill it.</summary>
    /// <param name="at">At which point of the call.</param>
    /// <param name="nth">Which call from now on.</param>
    /// <param name="methods">The methods that count.</param>
    public Task Trap(TrapPoint at, int nth, string[] methods)
    {
        var set = new Trapped(at, nth, [.. methods.Select(Encoding.ASCII.GetBytes)]);
        Volatile.Write(ref trap, set);
        return set.Sprung.Task;
    }

    public void Dispose() => door.Dispose();

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Serve(await door.AcceptAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket connection)
    {
        using var _ = connection;
        connection.NoDelay = true;
        var (buffer, filled) = (new byte[64 * 1024], 0);
        var answer = new byte[2048];
        try
        {
            while (await connection.ReceiveAsync(buffer.AsMemory(filled)) is > 0 and var read)
            {
                filled += read;
                while (Answer(buffer, ref filled, answer) is > 0 and var length)
                    await connection.SendAsync(answer.AsMemory(0, length));
            }
        }
        catch (SocketException)
        {
            // the program was stopped or killed
        }
    }

    private int Answer(byte[] buffer, ref int filled, byte[] answer)
    {
        if (!HttpFrame.TryRead(buffer.AsSpan(0, filled), out var call))
            return 0;
        var springs = trap is { } set && set.Counts(call.LastOfPath) ? set : null;
        var length = springs is { At: TrapPoint.Before } ? 0 : Write(answer, Take(call));
        if (springs is not null)
        {
            length = springs.At == TrapPoint.Midway ? length / 2 : 0;
            springs.Sprung.TrySetResult();
        }
        filled -= call.Length;
        buffer.AsSpan(call.Length, filled).CopyTo(buffer);
        return length;
    }

    private string Take(HttpFrame call)
    {
        var method = call.LastOfPath;
        if (method.SequenceEqual("getMe"u8))
            return Bot;
        if (method.SequenceEqual("getWebhookInfo"u8))
            return """{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}""";
        var isEdit = method.SequenceEqual("editMessageText"u8);
        if (!isEdit && !method.SequenceEqual("sendMessage"u8))
            return """{"ok":true,"result":true}""";

        var now = Stopwatch.GetTimestamp();
        var chat = Number(call.Body, "\"chat_id\":"u8);
        var message = isEdit ? (int)Number(call.Body, "\"message_id\":"u8) : NextMessage();
        if (chats.TryGetValue(chat, out var known))
            known.Take(call.Body, message, now, keepTexts);
        return string.Create(CultureInfo.InvariantCulture,
            $$$"""{"ok":true,"result":{"message_id":{{{message}}},"date":1764000000,"chat":{"id":{{{chat}}},"type":"private","first_name":"A"},"text":"x"}}""");
    }

    private sealed record Trapped(TrapPoint At, int Nth, byte[][] Methods)
    {
        private int seen;

        public TaskCompletionSource Sprung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Counts(ReadOnlySpan<byte> method)
        {
            foreach (var counted in Methods)
            {
                if (method.SequenceEqual(counted))
                    return Interlocked.Increment(ref seen) == Nth;
            }
            return false;
        }
    }

    private static long Number(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var at = body.IndexOf(name);
        if (at < 0)
            return 0;
        var rest = body[(at + name.Length)..].TrimStart(" \""u8);
        return Utf8Parser.TryParse(rest, out long number, out _) ? number : 0;
    }

    private static int Write(byte[] answer, string json)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n");
        var length = Encoding.ASCII.GetBytes(head, answer);
        return length + Encoding.ASCII.GetBytes(json, answer.AsSpan(length));
    }
}
