namespace ChatSupport.Reports.Threads;

/// <summary>Counts who tries numbers of reports, before a try costs anything: five in a quarter of an hour for each chat, and few for all together.
/// A report itself is never locked: nobody can keep its reporter out.</summary>
internal sealed class NumberTries(TimeProvider time, ILogger<NumberTries> log)
{
    /// <summary>Tries of one chat within <see cref="Within"/>.</summary>
    public const int Most = 5;

    /// <summary>Tries of all chats in a minute; each takes a fifth of a second of one processor.</summary>
    public const int MostTogether = 30;

    /// <summary>Of those, how many only a chat may take that tried none lately: nobody keeps everybody out by trying on.</summary>
    public const int KeptForOthers = 15;

    /// <summary>Right numbers of one chat within <see cref="Within"/>: each costs as much as a wrong one.</summary>
    public const int MostRight = 20;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    private const int MostRemembered = 1_000; // more than all together may try while one is remembered
    private static readonly TimeSpan together = TimeSpan.FromMinutes(1);

    private readonly Lock counting = new();
    private readonly Dictionary<string, Hers> tries = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> all = new();

    /// <summary>Takes one try.</summary>
    /// <returns><see cref="NumberAnswer.Opened"/> where it may be looked at.</returns>
    public NumberAnswer Take(string conversation)
    {
        var now = time.GetUtcNow();
        lock (counting)
        {
            if (tries.Count >= MostRemembered)
                Forget(now);
            var hers = tries.GetValueOrDefault(conversation) ?? new Hers();
            var isNew = hers.IsOver(now - Within);
            Pass(all, now - together);
            if (hers.Tries.Count >= Most)
                return NumberAnswer.Wrong;
            if (hers.Right.Count >= MostRight || all.Count >= (isNew ? MostTogether : MostTogether - KeptForOthers))
            {
                log.TooManyTries(MostTogether);
                return NumberAnswer.Busy;
            }
            hers.Tries.Enqueue(now);
            tries[conversation] = hers;
            all.Enqueue(now);
            return NumberAnswer.Opened;
        }
    }

    /// <summary>Hers was right: that try does not count as a wrong one. Those before it do.</summary>
    public void Right(string conversation)
    {
        lock (counting)
        {
            if (tries.TryGetValue(conversation, out var hers) && hers.Tries.TryDequeue(out var at))
                hers.Right.Enqueue(at);
        }
    }

    /// <summary>Hers was not looked at after all.</summary>
    public void GiveBack(string conversation)
    {
        lock (counting)
        {
            if (tries.TryGetValue(conversation, out var hers))
                hers.Tries.TryDequeue(out _);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (conversation, hers) in tries.ToList())
        {
            if (hers.IsOver(now - Within))
                tries.Remove(conversation);
        }
    }

    private static void Pass(Queue<DateTimeOffset> queue, DateTimeOffset before)
    {
        while (queue.TryPeek(out var at) && at <= before)
            queue.Dequeue();
    }

    private sealed class Hers
    {
        public Queue<DateTimeOffset> Tries { get; } = new();

        public Queue<DateTimeOffset> Right { get; } = new();

        public bool IsOver(DateTimeOffset before)
        {
            Pass(Tries, before);
            Pass(Right, before);
            return Tries.Count + Right.Count == 0;
        }
    }
}
