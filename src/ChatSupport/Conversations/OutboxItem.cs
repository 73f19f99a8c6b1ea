namespace ChatSupport.Conversations;

/// <summary>A message that waits, in memory.</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="Body">What to send.</param>
/// <param name="At">When its turn was written.</param>
internal sealed record OutboxItem(long Id, OutboundBody Body, DateTimeOffset At);

/// <summary>What one committed turn hands to the sender, so that it need not read what was just written.</summary>
/// <param name="Conversation">Opaque key.</param>
/// <param name="Items">The messages, in order.</param>
/// <param name="Address">Where they go; null where the turn did not say, then the stored one is read.</param>
/// <param name="Menu">The channel's id of the menu she sees; null where there is none.</param>
/// <param name="Forgets">The conversation is to be gone once these are sent.</param>
/// <param name="DropsEarlier">What waited before these is not sent any more.</param>
internal sealed record OutboxPost(
    string Conversation, IReadOnlyList<OutboxItem> Items, string? Address, string? Menu, bool Forgets, bool DropsEarlier)
{
    public static OutboxPost Nothing { get; } = new("", [], null, null, false, false);
}
