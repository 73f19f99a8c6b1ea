using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Faults;

/// <summary>The service's own limits, which its public FAQ gives as: 1 message a second in a chat (short bursts pass), 20 a minute in a group, about 30 a second over all.</summary>
internal sealed class RateLimits(World world)
{
    private readonly Dictionary<long, Bucket> chats = [];
    private readonly Bucket all = new(PerSecond: 30, Burst: 30);

    /// <summary>True for methods that the limits count: what sends or edits.</summary>
    public static bool Counts(string method) =>
        new[] { "send", "edit", "copy", "forward" }.Any(verb => method.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
        && !method.Equals("sendChatAction", StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts a call. Under the gate.</summary>
    /// <exception cref="RefusedException">Too fast.</exception>
    public void Take(Call call, long? chat)
    {
        if (!world.Options.LimitsRates || chat is not { } id || !Counts(call.Method))
            return;
        if (!chats.TryGetValue(id, out var bucket))
            chats[id] = bucket = id < 0 ? new Bucket(PerSecond: 20.0 / 60, Burst: 20) : new Bucket(PerSecond: 1, Burst: 5);
        var wait = Math.Max(bucket.Wait(world.Now), all.Wait(world.Now));
        if (wait > 0)
            throw RefusedException.TooMany((int)Math.Ceiling(wait));
        bucket.Take();
        all.Take();
    }

    private sealed record Bucket(double PerSecond, double Burst)
    {
        private double left = Burst;
        private DateTimeOffset at = DateTimeOffset.MinValue;

        public double Wait(DateTimeOffset now)
        {
            left = Math.Min(Burst, left + ((now - at).TotalSeconds * PerSecond));
            at = now;
            return left >= 1 ? 0 : (1 - left) / PerSecond;
        }

        public void Take() => left--;
    }
}
