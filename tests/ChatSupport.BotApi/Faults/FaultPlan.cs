using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Faults;

/// <summary>What goes wrong and when. The same plan and the same calls of a chat give the same faults, however chats are mixed.</summary>
internal sealed class FaultPlan(World world)
{
    private readonly List<Rule> rules = [];
    private readonly Dictionary<long, DateTimeOffset> floods = [];
    private readonly Dictionary<(string Method, long Chat), int> ordinals = [];
    private RandomPlan? random;
    private Snare? snare;

    /// <summary>The next calls go wrong, then all is well again. Plans made earlier are used up first.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">For how many calls.</param>
    /// <param name="method">Only calls of this method.</param>
    /// <param name="chat">Only calls for this chat.</param>
    public void Next(Fault fault, int times = 1, string? method = null, long? chat = null)
    {
        lock (world.Gate)
            rules.Add(new Rule(fault, method, chat) { Left = times });
    }

    /// <summary>From now on, for this long by the server's clock, every call that sends or edits is answered 429 with the seconds that remain.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="chat">Only for this chat (a private one or a group); null for all.</param>
    public void Flood(int seconds, long? chat = null)
    {
        lock (world.Gate)
            floods[chat ?? 0] = world.Now.AddSeconds(seconds);
    }

    /// <summary>A share of all calls goes wrong, each time by one of <paramref name="faults"/>.</summary>
    /// <param name="seed">What is drawn follows from it, from the chat, the method and how many such calls there were.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="faults">What may go wrong.</param>
    public void Random(int seed, double share, params Fault[] faults)
    {
        lock (world.Gate)
            random = new RandomPlan(seed, share, faults);
    }

    /// <summary>One call to come is a trap; a trap set before is taken away.</summary>
    /// <param name="at">At which point of the call.</param>
    /// <param name="nth">Which call from now on, 1 for the next.</param>
    /// <param name="sprung">What happens there; the call waits for it.</param>
    /// <param name="methods">Which methods count.</param>
    public void Trap(TrapPoint at, int nth, Func<Task> sprung, params string[] methods)
    {
        lock (world.Gate)
            snare = new Snare(new Fault.Trap(at, sprung), methods) { Left = nth };
    }

    /// <summary>Takes the trap away, where it was not sprung yet.</summary>
    public void Untrap()
    {
        lock (world.Gate)
            snare = null;
    }

    /// <summary>A share of all updates is delivered twice, with the same id.</summary>
    public void RepeatUpdates(int seed, double share)
    {
        lock (world.Gate)
            world.Updates.IsRepeated = id => Draw.Share(seed, id, 0, 0) < share;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (world.Gate)
        {
            rules.Clear();
            floods.Clear();
            random = null;
            snare = null;
            world.Updates.IsRepeated = null;
        }
    }

    /// <summary>What goes wrong with this call; null for nothing. Under the gate.</summary>
    internal Fault? For(Call call, long? chat)
    {
        if (snare is { } set && set.Methods.Contains(call.Method, StringComparer.OrdinalIgnoreCase) && --set.Left == 0)
        {
            snare = null;
            return set.Trap;
        }
        if (RateLimits.Counts(call.Method) && FloodSeconds(chat) is var seconds and > 0)
            return new Fault.TooMany(seconds);
        if (rules.Find(rule => rule.Fits(call.Method, chat)) is { } planned)
        {
            if (--planned.Left == 0)
                rules.Remove(planned);
            return planned.Fault;
        }
        return random is null ? null : Drawn(random, call.Method, chat ?? 0);
    }

    private int FloodSeconds(long? chat)
    {
        var until = new[] { floods.GetValueOrDefault(0), floods.GetValueOrDefault(chat ?? 0) }.Max();
        return (int)Math.Ceiling((until - world.Now).TotalSeconds);
    }

    private Fault? Drawn(RandomPlan plan, string method, long chat)
    {
        var ordinal = ordinals[(method, chat)] = ordinals.GetValueOrDefault((method, chat)) + 1;
        var drawn = Draw.Share(plan.Seed, chat, Draw.Hash(method), ordinal);
        return drawn < plan.Share ? plan.Faults[(int)(drawn / plan.Share * plan.Faults.Count)] : null;
    }

    private sealed record RandomPlan(int Seed, double Share, IReadOnlyList<Fault> Faults);

    private sealed record Snare(Fault.Trap Trap, string[] Methods)
    {
        public int Left { get; set; }
    }

    private sealed record Rule(Fault Fault, string? Method, long? Chat)
    {
        public int Left { get; set; }

        public bool Fits(string method, long? chat) =>
            (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase)) && (Chat is null || Chat == chat);
    }
}
