using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>What became of a message that carries a ticket.</summary>
/// <param name="Conversation">Where it went.</param>
/// <param name="Ticket">As <see cref="OutboundBody.Line.Ticket"/> said it.</param>
/// <param name="MessageId">The channel's id of it; null where it has none, or did not arrive.</param>
/// <param name="Arrived">False where it never will.</param>
internal sealed record Delivery(string Conversation, string Ticket, string? MessageId, bool Arrived)
{
    /// <summary>The thread that it belongs to was gone, and a new one was begun for it.</summary>
    public bool InNewThread { get; init; }
}

/// <summary>Hears of a delivery in the transaction that notes it.</summary>
internal delegate void HearDelivery(StoreSession session, Letters letters, Delivery delivery);
