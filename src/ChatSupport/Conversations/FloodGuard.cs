namespace ChatSupport.Conversations;

/// <summary>How fast one conversation may post: a bucket that empties with every event and fills with time.</summary>
internal sealed class FloodGuard(ConversationOptions options, TimeProvider time)
{
    private double tokens = options.Burst;
    private long filledAt = time.GetTimestamp();
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
