using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Chats;

/// <summary>Which fields of a <c>Message</c> make it one that a person writes, and not a service message.</summary>
internal static class MessageKinds
{
    private static readonly HashSet<string> OfPeople = new(StringComparer.Ordinal)
    {
        "text", "voice", "photo", "video", "document", "sticker", "location", "venue", "contact", "poll",
    };

    public static bool IsOfAPerson(JsonObject content) => content.Any(field => OfPeople.Contains(field.Key));
}
