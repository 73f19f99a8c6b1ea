namespace ChatSupport.Conversations;

/// <summary>The latest inbound ids of one conversation. A repeat of an older one is found at the commit.</summary>
/// <remarks>As many as a row keeps: there is one of these for every conversation in memory, and looking through so few costs less than an index of them.</remarks>
internal sealed class RecentIds
{
    private const int Most = 16;

    private readonly Queue<string> order = new();

    public bool Contains(string id) => order.Contains(id);

    public void Add(string id)
    {
        if (Contains(id))
            return;
        order.Enqueue(id);
        if (order.Count > Most)
            order.Dequeue();
    }

    /// <summary>Begins anew with what is stored, newest first.</summary>
    public void Replace(IReadOnlyList<string> newestFirst)
    {
        order.Clear();
        foreach (var id in newestFirst.Reverse())
            Add(id);
    }
}
