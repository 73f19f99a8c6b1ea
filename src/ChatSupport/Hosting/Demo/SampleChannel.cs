using ChatSupport.Conversations;

namespace ChatSupport.Hosting.Demo;

/// <summary>A channel that leads to nobody.</summary>
internal sealed class SampleChannel : IChannelOut
{
    public const string Name = "demo";

    public string Channel => Name;

    public ChannelPace Pace { get; } = new(10_000, 10_000, 10_000, null);

    public Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel) => Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
}
