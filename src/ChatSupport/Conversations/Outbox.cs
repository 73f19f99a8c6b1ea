using System.Threading.Channels;

namespace ChatSupport.Conversations;

/// <summary>The messages that wait.</summary>
internal sealed class Outbox
{
    private readonly Channel<OutboxPost> posted = Channel.CreateBounded<OutboxPost>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Takes over what a committed turn sends.</summary>
    public void Post(OutboxPost post) => posted.Writer.TryWrite(post);
}
