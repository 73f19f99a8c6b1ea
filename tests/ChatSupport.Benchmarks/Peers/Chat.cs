namespace ChatSupport.Benchmarks.Peers;

/// <summary>One worker's side of the talk: what the program showed her last, and the wait for what it shows next.</summary>
internal sealed class Chat(long id)
{
    private readonly Lock gate = new();
    private TaskCompletionSource<long>? awaited;
    private byte[] marker = [];

    public long Id { get; } = id;

    /// <summary>The message with the menu she sees.</summary>
    public int MenuMessage { get; private set; }

    /// <summary>What the first button of that menu sends.</summary>
    public string FirstButton { get; private set; } = "";

    /// <summary>The last text that the program sent, as it stood in its JSON.</summary>
    public string LastText { get; private set; } = "";

    /// <summary>Replies that nobody waited for any more: the same one again.</summary>
    public int Extra { get; private set; }

    /// <summary>Waits for a reply that did not come yet.</summary>
    public bool IsAwaited
    {
        get
        {
            lock (gate)
                return awaited is not null;
        }
    }

    /// <summary>From now on waits for a reply with this in it.</summary>
    /// <returns>When it came, as a timestamp.</returns>
    public Task<long> Await(byte[] part)
    {
        lock (gate)
        {
            marker = part;
            awaited = new TaskCompletionSource<long>(); // goes on inside the stand-in: a hop to another thread would be measured with it
            return awaited.Task;
        }
    }

    /// <summary>Takes a message that the program sent or edited.</summary>
    public void Take(ReadOnlySpan<byte> body, int message, long now, bool keepText)
    {
        TaskCompletionSource<long>? done = null;
        lock (gate)
        {
            if (After(body, "\"callback_data\":\""u8) is { Length: > 0 } data)
                (FirstButton, MenuMessage) = (System.Text.Encoding.UTF8.GetString(data[..data.IndexOf((byte)'"')]), message);
            if (keepText)
                LastText = System.Text.Encoding.UTF8.GetString(body);
            if (awaited is not null && body.IndexOf(marker) >= 0)
                (done, awaited) = (awaited, null);
            else
                Extra++;
        }
        done?.TrySetResult(now);
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> body, ReadOnlySpan<byte> what)
    {
        var at = body.IndexOf(what);
        return at < 0 ? [] : body[(at + what.Length)..];
    }
}
