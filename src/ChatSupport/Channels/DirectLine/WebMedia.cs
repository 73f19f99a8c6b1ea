using ChatSupport.Conversations;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Opens what somebody sent in a web chat, for another channel to send on.</summary>
internal sealed class WebMedia(Files files) : IMediaSource
{
    public string Channel => ChatNames.Channel;

    public Task<SentMedia?> Read(string conversation, string media, CancellationToken cancel) =>
        Task.FromResult(files.Read(conversation, media) is var (type, bytes) ? new SentMedia(type, bytes) : null);
}
