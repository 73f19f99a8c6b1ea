using Microsoft.Extensions.Options;

namespace ChatSupport.Conversations;

/// <summary>The conversations in memory. However many chats exist, only the latest used stay; the others go on from the disk when she comes back.</summary>
internal sealed class LiveConversations(IOptions<ConversationOptions> options)
{
    private static readonly DeactivationReason reason = new(DeactivationReasonCode.ActivationIdle, "Other conversations were used later, and memory has a limit.");

    private readonly LinkedList<IGrainContext> order = new(); // the longest unused first
    private readonly Lock mine = new();

    /// <summary>A conversation was used just now. It may send the longest unused one away.</summary>
    /// <param name="place">Its own place in the order, which it keeps.</param>
    public void Used(LinkedListNode<IGrainContext> place)
    {
        IGrainContext? leaves = null;
        lock (mine)
        {
            if (place.List is not null)
                order.Remove(place);
            order.AddLast(place);
            if (order.Count > options.Value.InMemory)
            {
                leaves = order.First!.Value;
                order.RemoveFirst();
            }
        }
        leaves?.Deactivate(reason, CancellationToken.None); // what it has in hand it finishes first
    }

    /// <summary>A conversation left memory.</summary>
    public void Gone(LinkedListNode<IGrainContext> place)
    {
        lock (mine)
        {
            if (place.List is not null)
                order.Remove(place);
        }
    }
}
