using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi;

/// <summary>The bot's calls: counted always, kept where <see cref="BotApiOptions.Records"/> says so.</summary>
internal sealed class CallBook(World world)
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<RecordedCall> all = [];

    /// <summary>Every call so far, with its answer, in the order of the answers.</summary>
    public IReadOnlyList<RecordedCall> Recorded
    {
        get
        {
            lock (world.Gate)
                return [.. all];
        }
    }

    /// <summary>Calls so far, all methods.</summary>
    public int Total => counts.Values.Sum();

    /// <summary>Calls of one method so far, refused and cut ones too.</summary>
    public int Of(string method) => counts.GetValueOrDefault(method);

    /// <summary>Calls so far, by method.</summary>
    public JsonObject ToJson() => new(counts.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));

    internal void Count(string method) => counts.AddOrUpdate(method, 1, static (_, count) => count + 1);

    /// <summary>Notes an answered call. Under the gate.</summary>
    internal void Note(RecordedCall call)
    {
        if (world.Options.Records)
            all.Add(call);
        if (call.ChatId is not { } id || !world.TryFind(id, out var chat))
            return;
        if (world.Options.Records)
            chat.History.Add(call);
        chat.Changed();
    }
}
