using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Updates;

/// <summary>One update on its way to the bot.</summary>
/// <param name="Id">Rises by one from update to update.</param>
/// <param name="Lane">Updates of one chat or person are delivered one after another; this names which.</param>
/// <param name="Body">The <c>Update</c> object.</param>
/// <param name="QueuedAt">When it happened; after 24 hours it is dropped.</param>
internal sealed record PendingUpdate(long Id, long Lane, string Body, DateTimeOffset QueuedAt);

/// <summary>Updates that the bot has not confirmed yet, in order. Read and written under <see cref="World.Gate"/>.</summary>
internal sealed class UpdateQueue(World world)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly HashSet<string> OnlyOnRequest = new(StringComparer.Ordinal) { "chat_member", "message_reaction", "message_reaction_count" };

    private readonly LinkedList<PendingUpdate> pending = [];
    private readonly List<PendingUpdate> repeats = [];
    private readonly Dictionary<long, PendingUpdate> delivered = [];
    private readonly Queue<long> deliveredOrder = [];
    private long lastId = 100_000_000L + ((uint)world.Options.Seed % 1000 * 1000);

    /// <summary>Kinds that the bot asked for; null for the default ones.</summary>
    public IReadOnlyList<string>? Allowed { get; private set; }

    /// <summary>Says which updates are delivered twice; null for none.</summary>
    public Func<long, bool>? IsRepeated { get; set; }

    /// <summary>Called, under the gate, when there is something new to deliver.</summary>
    public event Action<PendingUpdate>? Added;

    public int Count => pending.Count;

    /// <summary>How many times one was given to the bot.</summary>
    public int Given { get; set; }

    /// <summary>The id of the newest update; 0-based ids do not exist, so the first is one above.</summary>
    public long LastId => lastId;

    public IEnumerable<PendingUpdate> Pending => pending;

    /// <summary>Queues an update if the bot asked for its kind.</summary>
    /// <returns>Its id; null where the bot did not ask for it.</returns>
    public long? Add(string kind, JsonNode payload, long lane)
    {
        if (!Wants(kind))
            return null;
        var body = new JsonObject { ["update_id"] = ++lastId, [kind] = payload }.ToJsonString();
        var update = new PendingUpdate(lastId, lane, body, world.Now);
        pending.AddLast(update);
        Added?.Invoke(update);
        return lastId;
    }

    /// <summary>Remembers which kinds the bot asks for; a call that does not say keeps what was said before.</summary>
    public void RememberAllowed(Call call)
    {
        if (call.Json("allowed_updates") is JsonArray kinds)
            Allowed = kinds.Count == 0 ? null : [.. kinds.Select(kind => kind!.ToString())];
    }

    /// <summary>Delivers an update once more, with the same id, as the service does after a fault of its own.</summary>
    /// <exception cref="InvalidOperationException">No such update was delivered lately.</exception>
    public void Repeat(long id)
    {
        var update = delivered.GetValueOrDefault(id) ?? pending.FirstOrDefault(one => one.Id == id)
            ?? throw new InvalidOperationException($"Update {id} cannot be repeated: it was never delivered, or more than 10,000 updates ago.");
        RepeatNow(update);
    }

    /// <summary>Forgets everything up to <paramref name="offset"/>; a negative one keeps that many of the newest.</summary>
    public void Confirm(long offset)
    {
        DropExpired();
        var keepFrom = offset >= 0 ? offset : pending.Count + offset <= 0 ? 0 : pending.ElementAt((int)(pending.Count + offset)).Id;
        while (pending.First is { } first && first.Value.Id < keepFrom)
            pending.RemoveFirst();
    }

    /// <summary>The next updates for a poller, in the order of their ids: a repeated one never comes before an older one that is not confirmed.</summary>
    public IReadOnlyList<PendingUpdate> Take(int limit)
    {
        var batch = repeats.Concat(pending).OrderBy(update => update.Id).Take(limit).ToList();
        batch.ForEach(update => repeats.Remove(update));
        batch.ForEach(NoteDelivered);
        Given += batch.Count;
        return batch;
    }

    /// <summary>Takes a delivered update out of the queue.</summary>
    public void Done(PendingUpdate update)
    {
        NoteDelivered(update);
        if (!repeats.Remove(update))
            pending.Remove(update);
    }

    public void Clear()
    {
        pending.Clear();
        repeats.Clear();
    }

    public void DropExpired()
    {
        while (pending.First is { } first && IsExpired(first.Value))
            pending.RemoveFirst();
    }

    public bool IsExpired(PendingUpdate update) => world.Now - update.QueuedAt > Kept;

    private bool Wants(string kind) => Allowed?.Contains(kind) ?? !OnlyOnRequest.Contains(kind);

    private void RepeatNow(PendingUpdate update)
    {
        repeats.Add(update);
        Added?.Invoke(update);
    }

    private void NoteDelivered(PendingUpdate update)
    {
        if (!delivered.TryAdd(update.Id, update))
            return;
        if (IsRepeated?.Invoke(update.Id) == true)
            RepeatNow(update);
        deliveredOrder.Enqueue(update.Id);
        if (deliveredOrder.Count > 10_000)
            delivered.Remove(deliveredOrder.Dequeue());
    }
}
