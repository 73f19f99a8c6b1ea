using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>What the sender writes of what it did.</summary>
internal static class OutboxMarks
{
    private const string DropConversation =
        "DELETE FROM conversations WHERE key = $1 AND version = 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE conversation = $1)";

    private const string DropMessages =
        "DELETE FROM messages WHERE conversation = $1 AND NOT EXISTS (SELECT 1 FROM conversations WHERE key = $1)";

    /// <summary>Removes the rest of a forgotten conversation once nothing of it waits to be sent.</summary>
    public static void DropForgotten(StoreSession session, string conversation)
    {
        if (session[DropConversation].Run(conversation) > 0)
            session[DropMessages].Run(conversation);
    }
}
