namespace ChatSupport.Conversations;

/// <summary>A message that waits, in memory.</summary>
/// <param name="Id">Number of its row.</param>
/// <param name="Body">What to send.</param>
/// <param name="At">When its turn was written.</param>
/// <param name="Forgets">She is forgotten: when the last of these is sent, the rest of the conversation goes too.</param>
internal sealed record OutboxItem(long Id, OutboundBody Body, DateTimeOffset At, bool Forgets);

/// <summary>What one committed turn hands to the sender, so that it need not read what was just written.</summary>
/// <param name="Conversation">Opaque key.</param>
/// <param name="Items">The messages, in order.</param>
/// <param name="Address">Where they go; null where the turn did not say, then the stored one is read.</param>
/// <param name="Menu">The channel's id of the menu she sees; null where there is none.</param>
/// <param name="DroppedTo">Rows of the conversation up to this number are not sent any more; 0 for none.</param>
internal sealed record OutboxPost(string Conversation, IReadOnlyList<OutboxItem> Items, string? Address, string? Menu, long DroppedTo)
{
    /// <summary>Whether <see cref="Menu"/> says how it is; false where it has to be read.</summary>
    public bool KnowsMenu { get; init; }

    /// <summary>One row that is not to be sent any more; 0 for none.</summary>
    public long DroppedOne { get; init; }

    public static OutboxPost Nothing { get; } = new("", [], null, null, 0);
}
