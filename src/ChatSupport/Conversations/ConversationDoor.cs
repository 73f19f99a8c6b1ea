namespace ChatSupport.Conversations;

/// <summary>The only way into a conversation: channels, the schedule and other features post here and never see Orleans.</summary>
internal interface IConversationGrain : IGrainWithStringKey
{
    Task<Receipt> Receive(Inbound inbound, CancellationToken cancel);
}

/// <inheritdoc cref="IConversationGrain"/>
internal sealed class ConversationDoor(IGrainFactory grains)
{
    /// <summary>Takes the event to its end.</summary>
    /// <returns>Once the turn is on disk, or was before.</returns>
    /// <exception cref="ConversationUnavailableException">The turn could not be made durable (full disk, locked file): nothing changed, post it again.</exception>
    public Task<Receipt> Receive(Inbound inbound, CancellationToken cancel) =>
        grains.GetGrain<IConversationGrain>(inbound.Conversation).Receive(inbound, cancel);
}

/// <summary>The turn could not be made durable. Nothing changed; the same event may be posted again.</summary>
[GenerateSerializer]
internal sealed class ConversationUnavailableException : Exception
{
    public ConversationUnavailableException()
    {
    }

    public ConversationUnavailableException(string message) : base(message)
    {
    }

    public ConversationUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
