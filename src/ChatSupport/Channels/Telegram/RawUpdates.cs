using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace ChatSupport.Channels.Telegram;

/// <summary>Asks for updates and leaves each as it came: one that cannot be read must not keep back the others.</summary>
internal sealed class RawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>The first update wanted; all before it are confirmed with it.</summary>
    public int? Offset { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>How long the server waits for one, in seconds.</summary>
    public int Timeout { get; init; }

    /// <summary>The kinds wanted.</summary>
    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }
}
