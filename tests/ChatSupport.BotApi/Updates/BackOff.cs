using ChatSupport.BotApi.Faults;

namespace ChatSupport.BotApi.Updates;

/// <summary>When an update is sent to a webhook again: after the first failure at once, then after 2, 4, 8 … seconds up to one or two minutes; or when the webhook asks.</summary>
internal sealed class BackOff(int seed, long updateId)
{
    private const int LongestAsked = 3600;
    private int failures;
    private double delay = 1;

    public TimeSpan Next(int retryAfter)
    {
        var first = failures++ == 0;
        if (retryAfter > 0)
            return TimeSpan.FromSeconds(Math.Min(retryAfter, LongestAsked));
        if (first)
            return TimeSpan.Zero;
        var longest = 60 + (60 * Draw.Share(seed, updateId, failures, 0));
        delay = Math.Min(longest, delay * 2);
        return TimeSpan.FromSeconds(delay);
    }
}
