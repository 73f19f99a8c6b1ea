namespace ChatSupport.Conversations;

/// <summary>How many wrong link codes all conversations of this node may type together: many that try a few each are not many tries more.</summary>
/// <remarks>Who empties it on purpose keeps others from linking until it fills again. Nobody loses anything by that, so the limit is strict.</remarks>
internal sealed class LinkGuard(TimeProvider time, ILogger<LinkGuard> log)
{
    /// <summary>Wrong codes at once.</summary>
    public const int Most = 20;

    /// <summary>How long until one more may be wrong.</summary>
    public static readonly TimeSpan RefillEvery = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private double left = Most;
    private long filledAt = time.GetTimestamp();

    /// <summary>Takes one try. A code that was right is given back.</summary>
    /// <returns>False where none is left: the code must not be looked at.</returns>
    public bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            left = Math.Min(Most, left + (time.GetElapsedTime(filledAt, now) / RefillEvery));
            filledAt = now;
            if (left >= 1)
            {
                left--;
                return true;
            }
        }

        log.LinkCodesGuessed(Most, RefillEvery.TotalMinutes);
        return false;
    }

    public void GiveBack()
    {
        lock (gate)
            left = Math.Min(Most, left + 1);
    }
}
