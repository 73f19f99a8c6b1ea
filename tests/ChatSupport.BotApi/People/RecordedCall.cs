using System.Text.Json.Nodes;
using ChatSupport.BotApi.Faults;

namespace ChatSupport.BotApi.People;

/// <summary>One call of the bot with its answer.</summary>
/// <param name="Method">The method, in the spelling of the Bot API.</param>
/// <param name="ChatId">The chat it was for; null for none.</param>
/// <param name="Request">The arguments, as sent.</param>
/// <param name="Status">The HTTP status; 0 where the connection was cut before anything happened.</param>
/// <param name="Response">The body, whole.</param>
/// <param name="At">When it was answered, by the server's clock.</param>
internal sealed record RecordedCall(string Method, long? ChatId, JsonObject Request, int Status, string Response, DateTimeOffset At)
{
    /// <summary>What went wrong with it; null for nothing.</summary>
    public Fault? Fault { get; init; }

    /// <summary>When it came in, by the server's clock: earlier than <see cref="At"/> where it was delayed.</summary>
    public DateTimeOffset Came { get; init; } = At;

    /// <summary>True where the call took effect.</summary>
    public bool Succeeded => Status == 200;
}
