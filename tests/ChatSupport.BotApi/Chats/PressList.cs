using System.Globalization;
using ChatSupport.BotApi.People;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Chats;

/// <summary>Pressed buttons that wait for the bot's answer. Each takes one answer, in time.</summary>
internal sealed class PressList(World world)
{
    private readonly Dictionary<string, Press> waiting = new(StringComparer.Ordinal);
    private long last = 4_000_000_000L + world.Options.Seed;

    public Press Add(Chat chat, int? messageId)
    {
        var press = new Press((++last).ToString(CultureInfo.InvariantCulture), chat.Id, messageId, world.Now);
        waiting.Add(press.QueryId, press);
        return press;
    }

    /// <summary>The chat of a press that still waits; null for another id.</summary>
    public long? ChatOf(string? queryId) => queryId is not null && waiting.TryGetValue(queryId, out var press) ? press.ChatId : null;

    /// <summary>Takes the one answer of a press.</summary>
    /// <exception cref="RefusedException">No such press, answered already, or too late.</exception>
    public void Answer(string? queryId, PressAnswer answer)
    {
        if (queryId is null || !waiting.Remove(queryId, out var press) || world.Now - press.At > world.Options.AnswerPressesWithin)
            throw RefusedException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        press.Take(answer);
        if (world.TryFind(press.ChatId, out var chat))
            chat.Changed();
    }
}
