namespace ChatSupport.Channels.Telegram;

/// <summary>Several pictures sent together arrive as messages of their own: only the first of them is answered.</summary>
internal sealed class Albums
{
    private const int MostRemembered = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(long Chat, string Album), int> firsts = [];
    private readonly Queue<(long Chat, string Album)> order = new();

    /// <summary>Whether this update is the first of its album; the same update again is still the first.</summary>
    public bool IsFirst(long chat, string album, int update)
    {
        lock (gate)
        {
            if (!firsts.TryAdd((chat, album), update))
                return firsts[(chat, album)] == update;
            order.Enqueue((chat, album));
            if (order.Count > MostRemembered)
                firsts.Remove(order.Dequeue());
            return true;
        }
    }
}
