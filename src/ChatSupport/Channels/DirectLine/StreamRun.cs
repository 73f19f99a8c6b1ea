using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using ChatSupport.Storage;

namespace ChatSupport.Channels.DirectLine;

/// <summary>One stream: everything after its watermark, then what is added, until either side ends it.</summary>
internal sealed class StreamRun(WebSocket socket, Follower follower, History history, string key, Reader reader, TimeProvider time)
{
    private const int LongestFrame = 4096; // clients only send signs of life
    private static readonly TimeSpan keepAlive = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs it to its end.</summary>
    /// <param name="watermark">The last number that the client has.</param>
    /// <param name="stopping">The program stops.</param>
    public async Task Run(long watermark, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var listening = Listen(ended);
        var (status, why) = (WebSocketCloseStatus.EndpointUnavailable, "The server stops; connect again.");
        try
        {
            (status, why) = await Tell(watermark, ended.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or StoreUnavailableException)
        {
            // The client left, the program stops or the history cannot be read: the client comes back with its watermark.
        }
        await Close(status, why).ConfigureAwait(false);
        await Task.WhenAny(listening, Task.Delay(patience, time, CancellationToken.None)).ConfigureAwait(false); // for the client's farewell
        await ended.CancelAsync().ConfigureAwait(false);
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<(WebSocketCloseStatus Status, string Why)> Tell(long watermark, CancellationToken cancel)
    {
        while (true)
        {
            var woken = follower.Listen();
            if (follower.IsReplaced)
                return (WebSocketCloseStatus.NormalClosure, "Another stream of this conversation was opened.");
            if (follower.Until <= time.GetUtcNow())
                return (WebSocketCloseStatus.PolicyViolation, "The token is too old.");
            if (follower.IsTyping)
            {
                follower.IsTyping = false;
                await socket.SendAsync(ActivitySet.WriteTyping(reader, watermark, time.GetUtcNow()), WebSocketMessageType.Text, endOfMessage: true, cancel).ConfigureAwait(false);
            }
            var page = history.Read(key, reader, watermark);
            watermark = page.Watermark;
            if (page.Activities.Count > 0)
                await socket.SendAsync(ActivitySet.Write(page), WebSocketMessageType.Text, endOfMessage: true, cancel).ConfigureAwait(false);
            if (page.Activities.Count > 0 || page.MayHaveMore)
                continue;
            if (await IsQuiet(woken, cancel).ConfigureAwait(false))
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, cancel).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsQuiet(Task woken, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(woken, Task.Delay(keepAlive, time, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return first != woken;
    }

    /// <summary>Reads signs of life and the client's end; anything longer ends the stream.</summary>
    private async Task Listen(CancellationTokenSource ended)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestFrame);
        try
        {
            for (var length = 0; length <= LongestFrame;)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(0, LongestFrame), ended.Token).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                length = part.EndOfMessage ? 0 : length + part.Count;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The connection is gone.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task Close(WebSocketCloseStatus status, string why)
    {
        using var limit = new CancellationTokenSource(patience, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, why, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}

/// <summary>A part of a chat as clients read it: <c>{"activities":[…],"watermark":"3"}</c>.</summary>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark)
{
    public static ActivitySet Of(HistoryPage page) =>
        new(page.Activities, page.Watermark.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>That an answer is being written: told on the stream alone, kept nowhere, and no step of the watermark.</summary>
    public static byte[] WriteTyping(Reader reader, long watermark, DateTimeOffset now) => Write(new HistoryPage(
        [
            new Activity
            {
                Type = "typing",
                Id = ChatNames.ActivityId(reader.ConversationId, 0),
                Conversation = new ConversationAccount(reader.ConversationId),
                Timestamp = now,
            },
        ],
        watermark, MayHaveMore: false));

    public static byte[] Write(HistoryPage page) => JsonSerializer.SerializeToUtf8Bytes(Of(page), Wire.Options);
}
