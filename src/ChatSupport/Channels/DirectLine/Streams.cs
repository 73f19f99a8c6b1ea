using System.Collections.Concurrent;

namespace ChatSupport.Channels.DirectLine;

/// <summary>The open streams, one for each conversation: a newer one replaces the older.</summary>
/// <remarks>In memory, because whoever writes a history is this very program: a SQLite file has one. A second program over the same rows would be
/// heard of only when a stream looks by itself, with its sign of life every 30 seconds.</remarks>
internal sealed class Streams
{
    private readonly ConcurrentDictionary<string, Follower> followers = new(StringComparer.Ordinal);

    /// <summary>How many are open.</summary>
    public int Count => followers.Count;

    /// <summary>Follows a conversation from now on; whoever followed it before is ended.</summary>
    public Follower Follow(string key, DateTimeOffset until)
    {
        var follower = new Follower { Until = until };
        Follower? before = null;
        followers.AddOrUpdate(key, follower, (_, older) =>
        {
            before = older;
            return follower;
        });
        before?.Replace();
        return follower;
    }

    /// <summary>It follows no more.</summary>
    public void Leave(string key, Follower follower) => followers.TryRemove(new KeyValuePair<string, Follower>(key, follower));

    /// <summary>Something was added.</summary>
    public void Wake(string key)
    {
        if (followers.TryGetValue(key, out var follower))
            follower.Wake();
    }

    /// <summary>An answer takes its time: whoever follows is told that it is being written.</summary>
    public void ShowTyping(string key)
    {
        if (!followers.TryGetValue(key, out var follower))
            return;
        follower.IsTyping = true;
        follower.Wake();
    }

    /// <summary>A newer token was given for the conversation, so its stream may stay open longer.</summary>
    public void Extend(string key, DateTimeOffset until)
    {
        if (followers.TryGetValue(key, out var follower) && follower.Until < until)
            follower.Until = until;
    }
}

/// <summary>One who follows a conversation.</summary>
internal sealed class Follower
{
    private volatile TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A newer stream took its place.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Until when a token lets it follow.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>It is to be told that an answer is being written.</summary>
    public bool IsTyping { get; set; }

    public void Wake() => woken.TrySetResult();

    public void Replace()
    {
        IsReplaced = true;
        Wake();
    }

    /// <summary>Ends when it is woken. What is added from this call on is not missed, also where it comes before anybody waits.</summary>
    public Task Listen()
    {
        if (woken.Task.IsCompleted)
            woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return woken.Task;
    }
}
