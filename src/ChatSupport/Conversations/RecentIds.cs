namespace ChatSupport.Conversations;

/// <summary>The latest inbound ids of one conversation. A repeat of an older one is found at the commit.</summary>
internal sealed class RecentIds
{
    private const int Most = 64;

    private readonly Queue<string> order = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public bool Contains(string id) => known.Contains(id);

    public void Add(string id)
    {
        if (!known.Add(id))
            return;
        order.Enqueue(id);
        if (order.Count > Most)
            known.Remove(order.Dequeue());
    }

    /// <summary>Begins anew with what is stored, newest first.</summary>
    public void Replace(IReadOnlyList<string> newestFirst)
    {
        order.Clear();
        known.Clear();
        foreach (var id in newestFirst.Reverse())
            Add(id);
    }
}
