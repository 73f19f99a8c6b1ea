namespace ChatSupport.Conversations;

/// <summary>Her wish for a person.</summary>
internal static class PeerRequest
{
    /// <summary>The effect by which content says it (<c>topic</c>: what it is about).</summary>
    public const string Action = "peer.request";
}
