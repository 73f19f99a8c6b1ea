namespace ChatSupport.Conversations;

/// <summary>How fast one conversation may post: a bucket that empties with every event and fills with time.</summary>
internal sealed class FloodGuard(ConversationOptions options, TimeProvider time)
{
    private const int MostDropped = 200;

    private double tokens = options.Burst;
    private long filledAt = time.GetTimestamp();
    private Queue<string>? dropped; // few conversations ever have one
    private bool told;

    /// <summary>Takes one event.</summary>
    public FloodVerdict Take()
    {
        var now = time.GetTimestamp();
        var filled = options.Burst * (time.GetElapsedTime(filledAt, now) / options.BurstRefill);
        tokens = Math.Min(options.Burst, tokens + filled);
        filledAt = now;
        if (tokens >= options.Burst)
            told = false;

        if (tokens >= 1)
        {
            tokens--;
            return FloodVerdict.Pass;
        }

        if (told)
            return FloodVerdict.Drop;

        told = true;
        return FloodVerdict.Tell;
    }

    /// <summary>Remembers a message that was not taken, so that it can be deleted with the others.</summary>
    /// <returns>It is one of the first, which a row should remember as well: that one outlives a restart.</returns>
    public bool Drop(string? messageId)
    {
        if (messageId is null)
            return false;
        dropped ??= new Queue<string>();
        dropped.Enqueue(messageId);
        if (dropped.Count <= MostDropped)
            return true;
        dropped.Dequeue();
        return false;
    }

    /// <summary>The turn, where it empties the chat with the messages that were not taken.</summary>
    public Turn EraseDropped(Turn turn)
    {
        if (dropped is null || turn.Out is not [OutboundBody.Erase { Everything: true } erase, ..])
            return turn;
        return turn with { Out = turn.Out.SetItem(0, erase with { Messages = [.. erase.Messages, .. dropped] }) };
    }
}

/// <summary>What becomes of one event.</summary>
internal enum FloodVerdict
{
    /// <summary>It is taken.</summary>
    Pass,

    /// <summary>It is too much, and she is told so.</summary>
    Tell,

    /// <summary>It is too much, and she was told: until the bucket was full again, nothing more is said.</summary>
    Drop,
}
