using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Relay;

/// <summary>Opens what a helper sent in the console, for the worker's channel to send it on.</summary>
internal sealed class DeskFiles(StoreReaders readers, DeskSeals seals) : IMediaSource
{
    private const string Name = "desk";
    private const string Find = "SELECT content_type, body FROM desk_files WHERE key = $1 AND chat = $2";

    public string Channel => Name;

    /// <summary>Where a file of a chat comes from.</summary>
    public static string PlaceOf(string chat) => $"{Name}:{chat}";

    /// <summary>It is a file that was sent in the console.</summary>
    public static bool IsOne(LineMedia? media) => media is { Media: not null } && media.From.StartsWith($"{Name}:", StringComparison.Ordinal);

    public Task<SentMedia?> Read(string conversation, string media, CancellationToken cancel)
    {
        var found = readers.Read(session => session[Find].All(row => (Type: row.GetString(0), Body: (byte[])row.GetValue(1)), media, conversation[(Name.Length + 1)..]));
        return Task.FromResult(found is [var (type, body)] ? new SentMedia(type, seals.OpenFile(media, body)) : null);
    }
}
