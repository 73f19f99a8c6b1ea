using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.Reports;

/// <summary>Private keys while a reporter looks at what is hers: of her draft, or of the conversation that her number opened. They are in memory alone, a quarter
/// of an hour at most, and go at once when she sends, leaves, is erased or cannot be reached.</summary>
internal sealed class ReportKeys(TimeProvider time) : IDisposable
{
    /// <summary>How long a key stays, whatever she does.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>The most that are held for one use. Each takes four of the 65,530 areas that Linux gives the memory of a process, and who has none left cannot go on. Where more come
    /// the oldest goes: who comes back to it types her number again, or sends without looking once more.</summary>
    public const int Most = 4_000;

    private readonly Lock looking = new();
    private readonly Dictionary<(string Conversation, ReportKeyUse Use), Held> held = [];
    private long holds;

    /// <summary>How many are held.</summary>
    public int Count
    {
        get
        {
            lock (looking)
                return held.Count;
        }
    }

    /// <summary>Keeps a key. It is wiped here, not by the caller.</summary>
    public void Hold(string conversation, ReportKeyUse use, string caseId, AgeIdentity key)
    {
        lock (looking)
        {
            var entry = new Held(caseId, key, ++holds);
            Remove(conversation, use);
            MakeRoom(use);
            held[(conversation, use)] = entry;
            entry.Timer = time.CreateTimer(_ => Drop(conversation, use, entry), null, Lasts, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The case whose key is held; null for none.</summary>
    public string? CaseOf(string conversation, ReportKeyUse use)
    {
        lock (looking)
            return held.GetValueOrDefault((conversation, use))?.CaseId;
    }

    /// <summary>Does something with a key, which stays until it is done.</summary>
    /// <returns>False where none is held for this case.</returns>
    public bool Use(string conversation, ReportKeyUse use, string caseId, Action<AgeIdentity> act)
    {
        lock (looking)
        {
            if (held.GetValueOrDefault((conversation, use)) is not { } entry || entry.CaseId != caseId)
                return false;
            act(entry.Key);
            return true;
        }
    }

    /// <summary>Wipes what is held for a conversation.</summary>
    public void Drop(string conversation)
    {
        lock (looking)
        {
            Remove(conversation, ReportKeyUse.Draft);
            Remove(conversation, ReportKeyUse.Thread);
        }
    }

    /// <summary>Wipes one.</summary>
    public void Drop(string conversation, ReportKeyUse use)
    {
        lock (looking)
            Remove(conversation, use);
    }

    public void Dispose()
    {
        lock (looking)
        {
            foreach (var (conversation, use) in held.Keys.ToList())
                Remove(conversation, use);
        }
    }

    private void Drop(string conversation, ReportKeyUse use, Held entry)
    {
        lock (looking)
        {
            if (held.GetValueOrDefault((conversation, use)) == entry)
                Remove(conversation, use);
        }
    }

    private void MakeRoom(ReportKeyUse use)
    {
        if (held.Count < Most)
            return;
        var same = held.Where(one => one.Key.Use == use);
        if (same.Count() >= Most)
            Remove(same.MinBy(one => one.Value.Number).Key.Conversation, use);
    }

    private void Remove(string conversation, ReportKeyUse use)
    {
        if (!held.Remove((conversation, use), out var entry))
            return;
        entry.Timer?.Dispose();
        entry.Key.Dispose();
    }

    private sealed class Held(string caseId, AgeIdentity key, long number)
    {
        public string CaseId { get; } = caseId;

        /// <summary>The higher, the younger.</summary>
        public long Number { get; } = number;

        public AgeIdentity Key { get; } = key;

        public ITimer? Timer { get; set; }
    }
}

/// <summary>What a key is held for.</summary>
internal enum ReportKeyUse
{
    /// <summary>She looks at what she said before she sends it.</summary>
    Draft,

    /// <summary>She reads the conversation of a report that was sent.</summary>
    Thread,
}
