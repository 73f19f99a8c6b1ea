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
    /// <exception cref="ConversationUnavailableException">The turn could not be made durable (full disk, locked file), or nobody knows whether it was: post it again.</exception>
    /// <exception cref="ConversationDamagedException">What is stored of the conversation does not open: posting it again changes nothing.</exception>
    public async Task<Receipt> Receive(Inbound inbound, CancellationToken cancel)
    {
        try
        {
            return await grains.GetGrain<IConversationGrain>(inbound.Conversation).Receive(inbound, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            // A disk that hangs, or a grain that is on its way out: the turn may still be written, and its id makes the second one a repeat.
            throw new ConversationUnavailableException("The conversation did not answer in time.", e);
        }
    }
}

/// <summary>What is stored of the conversation does not open with our keys: a damaged file, or a row that somebody changed.</summary>
[GenerateSerializer]
internal sealed class ConversationDamagedException : Exception
{
    public ConversationDamagedException()
    {
    }

    public ConversationDamagedException(string message) : base(message)
    {
    }

    public ConversationDamagedException(string message, Exception innerException) : base(message, innerException)
    {
    }
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
